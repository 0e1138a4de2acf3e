/* The line above the header that is for this visitor only, in place of the one for everybody.
   It takes that one's room, and is no live region: nobody is told of it on each page. */

document.addEventListener("visitor:loaded", ({ detail: { announcement } }) => {
  const place = document.querySelector("[data-announcement]");
  if (!place || !announcement) return;
  const line = document.createElement(announcement.url ? "a" : "span");
  line.className = "announcement__text";
  if (announcement.url) line.href = announcement.url;
  if (announcement.lang) line.lang = announcement.lang;
  line.textContent = announcement.text;
  place.firstElementChild.replaceChildren(line);
  place.hidden = false;
});
