/* A learning path for whoever is in its courses: how far they are in each. */

import { onVisitor } from "./visitor.js";

export function enhance(root) {
  async function load() {
    const answer = await fetch(root.dataset.stateUrl, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { begun, courses } = await answer.json();
    const button = document.querySelector("[data-path-begin]");
    if (begun && button) button.textContent = button.dataset.resume;
    for (const [key, one] of Object.entries(courses)) {
      const place = root.querySelector(`[data-course-progress="${key}"]`);
      if (!place) continue;
      const text = document.createElement("p");
      text.className = "small";
      text.textContent = one.text;
      const bar = document.createElement("progress");
      bar.className = "progress";
      bar.max = 100;
      bar.value = one.percent;
      bar.setAttribute("aria-label", one.text);
      place.replaceChildren(bar, text);
      place.hidden = false;
    }
  }

  onVisitor((visitor) => {
    if (visitor.signed_in) load();
  });
}
