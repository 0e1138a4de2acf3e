/* On a phone: a bar with price and button, while the real button is out of sight above. */

export function enhance(bar) {
  const button = document.getElementById(bar.dataset.addBar);
  if (!button || !("IntersectionObserver" in window)) return;
  bar.querySelector("[data-press]")?.addEventListener("click", () => button.click());
  new IntersectionObserver(([entry]) => {
    const above = !entry.isIntersecting && entry.boundingClientRect.top < 0;
    bar.classList.toggle("is-shown", above);
    bar.inert = !above;
  }).observe(button);
}
