/* On a phone: a bar with price and button, while the real button is out of sight above. */

export function enhance(bar) {
  const button = document.getElementById(bar.dataset.addBar);
  if (!button || !("IntersectionObserver" in window)) return;
  bar.querySelector("[data-press]")?.addEventListener("click", () => button.click());
  // The root reaches far below the screen, so "outside" means above it, also after a jump.
  new IntersectionObserver(([entry]) => {
    bar.classList.toggle("is-shown", !entry.isIntersecting);
    bar.inert = entry.isIntersecting;
  }, { rootMargin: "0px 0px 100000px 0px" }).observe(button);
}
