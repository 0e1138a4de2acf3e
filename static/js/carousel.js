/* A strip of cards: buttons that leaf through it by what is seen. Without a script, and with a
   finger or the arrow keys, it is scrolled. Nothing moves by itself. */

export function enhance(root) {
  const row = root.querySelector(".product-row");
  const buttons = root.querySelector("[data-carousel-buttons]");
  if (!row || !buttons) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function show() {
    const room = row.scrollWidth - row.clientWidth;
    buttons.hidden = room < 8;
    for (const button of buttons.querySelectorAll("[data-carousel-step]")) {
      const back = Number(button.dataset.carouselStep) < 0;
      const over = back ? row.scrollLeft < 8 : row.scrollLeft > room - 8;
      // Not `disabled`: the keyboard would lose its place.
      button.setAttribute("aria-disabled", String(over));
    }
  }

  buttons.addEventListener("click", (event) => {
    const button = event.target.closest("[data-carousel-step]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const step = Number(button.dataset.carouselStep) * row.clientWidth * 0.9;
    row.scrollBy({ left: step, behavior: calm.matches ? "auto" : "smooth" });
  });
  row.addEventListener("scroll", show, { passive: true });
  new ResizeObserver(show).observe(row);
  show();
}
