/* On a phone: the bar with price and button goes while the real button is whole on the screen, above where the bar stands. */

export function enhance(bar) {
  const button = document.getElementById(bar.dataset.addBar);
  if (!button || !("IntersectionObserver" in window)) return;
  new IntersectionObserver(([entry]) => {
    bar.classList.toggle("is-away", entry.isIntersecting);
    bar.inert = entry.isIntersecting;
  }, { rootMargin: "0px 0px -76px 0px", threshold: 1 }).observe(button);
}
