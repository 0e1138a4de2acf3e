// How far the files are that are being written: asked every two seconds, until they are there.
const waiting = [...document.querySelectorAll("[data-progress-url]")];

async function look(place) {
  const answer = await fetch(place.dataset.progressUrl, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { percent, done } = await answer.json();
  if (done) return location.reload();
  place.querySelector("progress").value = percent;
  setTimeout(look, 2000, place);
}

for (const place of waiting) setTimeout(look, 1000, place);
