/* Thumbnails and arrows move the picture strip without moving the page. Other modules ask for a
   picture with a `gallery:show` event whose detail is {id}. */

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export function enhance(gallery) {
  const track = gallery.querySelector("[data-gallery-track]");
  const slides = [...track.children];
  const thumbs = [...gallery.querySelectorAll("[data-gallery-thumb]")];
  const [previous, next] = ["previous", "next"].map((way) => gallery.querySelector(`[data-gallery-${way}]`));
  const position = gallery.querySelector("[data-gallery-position]");
  let current = 0;

  function mark(index) {
    current = index;
    thumbs.forEach((thumb, i) => (i === index ? thumb.setAttribute("aria-current", "true") : thumb.removeAttribute("aria-current")));
    if (previous) previous.disabled = index === 0;
    if (next) next.disabled = index === slides.length - 1;
    if (position) position.textContent = String(index + 1);
  }
  // Slides may be narrower than the strip, and the last one then stops before its edge.
  function nearest() {
    if (track.scrollLeft + track.clientWidth >= track.scrollWidth - 2) return slides.length - 1;
    return Math.round(track.scrollLeft / (slides[0].offsetWidth || 1));
  }
  function show(index, smoothly = true) {
    const slide = slides[index];
    if (!slide) return;
    track.scrollTo({ left: slide.offsetLeft - track.offsetLeft, behavior: smoothly && !calm.matches ? "smooth" : "instant" });
    mark(index);
  }

  thumbs.forEach((thumb, index) => thumb.addEventListener("click", (event) => {
    event.preventDefault();
    show(index);
  }));
  previous?.addEventListener("click", () => show(current - 1));
  next?.addEventListener("click", () => show(current + 1));
  gallery.addEventListener("gallery:show", (event) => show(slides.findIndex((slide) => slide.id === event.detail.id), false));
  let timer;
  track.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => mark(nearest()), 80);
  }, { passive: true });
  mark(0);
}
