/* A course or a lesson for whoever is enrolled: how far they are, films gone on with, lists kept.

   The page is the same for everybody; what is the learner's own is asked for after it has loaded.
   What happens is reported as events that may be sent twice: whatever could not be sent waits in the
   browser's own storage and is sent with the next page. */

import { onVisitor } from "./visitor.js";

const KEPT = "learning-events";
const SEND_EVERY = 15_000;
const MOST_KEPT = 200;

function keptEvents() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  } catch {
    return [];
  }
}

function keep(events) {
  try {
    if (events.length) localStorage.setItem(KEPT, JSON.stringify(events.slice(-MOST_KEPT)));
    else localStorage.removeItem(KEPT);
  } catch {
    // Without storage what cannot be sent now is lost, and nothing else.
  }
}

/* Events wait by the address that they are for, since a browser may be in several courses, and by
   whose they are: several people may use one browser. */
async function send(url, owner, fresh = [], { leaving = false } = {}) {
  const isMine = (one) => one.url === url && one.owner === owner;
  const kept = keptEvents();
  const mine = [...kept.filter(isMine).map((one) => one.event), ...fresh];
  if (!mine.length) return null;
  const others = kept.filter((one) => !isMine(one));
  keep([...others, ...mine.map((event) => ({ url, owner, event }))]);
  try {
    const answer = await fetch(url, {
      method: "POST",
      keepalive: leaving,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ events: mine.slice(-MOST_KEPT) }),
    });
    // Refused for good: sending it again would be refused again.
    if ((answer.ok && !answer.redirected) || (answer.status >= 400 && answer.status < 500)) {
      keep(keptEvents().filter((one) => !isMine(one) || !mine.some((sent) => same(sent, one.event))));
    }
    return answer.ok && !answer.redirected ? await answer.json() : null;
  } catch {
    return null;
  }
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function enhance(root) {
  const { stateUrl, eventsUrl, lesson } = root.dataset;
  const fold = root.querySelector(".lesson__fold");
  if (fold && matchMedia("(width >= 56rem)").matches) fold.open = true;
  const films = [];
  // The key of the enrolment; null for who is in no course.
  let owner = null;

  function show(state) {
    if (!state?.enrolled) return;
    owner = state.enrolment;
    for (const place of root.querySelectorAll("[data-progress]")) {
      place.hidden = false;
      place.querySelector("progress").value = state.percent;
      place.querySelector("[data-progress-text]").textContent = state.text;
    }
    for (const [key, one] of Object.entries(state.lessons)) {
      const row = root.querySelector(`[data-outline] [data-lesson="${key}"]`);
      if (!row) continue;
      row.classList.toggle("outline__lesson--done", one.done);
      row.classList.toggle("outline__lesson--closed", one.closed);
      const said = row.querySelector("[data-lesson-done]");
      if (said) said.hidden = !one.done;
    }
    const begin = root.querySelector("[data-begin]");
    if (begin) begin.textContent = state.finished ? begin.dataset.again : begin.dataset.resume;
    const here = lesson && state.lessons[lesson];
    if (here) showLesson(here);
  }

  function showLesson(here) {
    for (const part of root.querySelectorAll("[data-part]")) {
      const known = here.parts[part.dataset.part];
      if (!known) continue;
      if (part.dataset.kind === "checklist" && !("touched" in part.dataset)) {
        for (const box of part.querySelectorAll("[data-item]")) {
          box.checked = known.checked.includes(Number(box.dataset.item));
        }
      }
      if (part.dataset.kind === "agreement" && known.done) {
        const box = part.querySelector("[name=confirmed]");
        if (box) box.checked = box.disabled = true;
        part.querySelector("[data-confirm] button")?.remove();
      }
      if (part.dataset.kind === "evaluation") {
        part.querySelector("[data-passed]").hidden = !known.done;
      }
      if (part.dataset.kind === "film") {
        const said = part.querySelector("[data-watched]");
        if (said) said.textContent = `${known.percent} %`;
      }
    }
    for (const film of films) film.resume(here.parts[film.id]?.at);
    const note = root.querySelector("[data-note]");
    if (note) {
      note.hidden = false;
      const field = note.querySelector("textarea");
      if (!field.value) field.value = here.note;
    }
  }

  async function report(events, options) {
    if (owner === null || !eventsUrl) return;
    show(await send(eventsUrl, owner, events, options));
  }

  for (const list of root.querySelectorAll('[data-kind="checklist"]')) {
    list.addEventListener("change", () => {
      list.dataset.touched = "";
      const boxes = [...list.querySelectorAll("[data-item]")];
      const checked = boxes.filter((box) => box.checked).map((box) => Number(box.dataset.item));
      report([{ kind: "checklist", lesson, part: list.dataset.part, checked, items: boxes.length }]);
    });
  }
  for (const place of root.querySelectorAll("[data-film]")) {
    const video = place.querySelector("video");
    if (video) films.push(watch(video, place.dataset.film));
  }

  /* Which pieces of a film were played, and where it stands. */
  function watch(video, id) {
    let from = null;
    // Where it was last seen playing: while somebody jumps, currentTime is where they jump to.
    let last = 0;
    let watched = [];
    let resumeAt = 0;
    const close = () => {
      if (from !== null && last > from) watched.push([from, last]);
      from = null;
    };
    video.addEventListener("loadedmetadata", () => {
      if (resumeAt && resumeAt < video.duration - 5) video.currentTime = resumeAt;
    });
    video.addEventListener("playing", () => {
      from ??= video.currentTime;
      last = Math.max(last, from);
    });
    video.addEventListener("seeking", () => {
      close();
      last = 0;
    });
    for (const end of ["pause", "ended"]) {
      video.addEventListener(end, () => {
        if (!video.seeking && from !== null) last = video.currentTime;
        close();
      });
    }
    video.addEventListener("timeupdate", () => {
      if (!video.seeking && from !== null) last = video.currentTime;
    });
    const events = () => {
      if (from !== null) {
        const goesOn = last;
        close();
        from = goesOn;
      }
      if (!watched.length || !Number.isFinite(video.duration)) return [];
      const event = { kind: "film", lesson, part: id, watched, length: video.duration, at: video.currentTime };
      watched = [];
      return [event];
    };
    video.addEventListener("pause", () => report(events()));
    video.addEventListener("ended", () => report(events()));
    return {
      id,
      events,
      resume(at) {
        if (at && video.currentTime === 0 && !resumeAt) resumeAt = at;
      },
    };
  }

  const gathered = () => films.flatMap((film) => film.events());
  setInterval(() => report(gathered()), SEND_EVERY);
  addEventListener("online", () => report([]));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") report(gathered(), { leaving: true });
  });

  onVisitor(async (visitor) => {
    if (!visitor.signed_in) return;
    try {
      const answer = await fetch(stateUrl, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      show(await answer.json());
    } catch {
      return;
    }
    if (lesson) report([{ kind: "opened", lesson }]);
  });
}
