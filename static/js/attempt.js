/* An evaluation that is being taken. Each answer is saved a moment after it changed. What could not
   be sent waits in localStorage, also while the page is closed, and is sent later, once: the server
   knows by its sequence (the server's clock, in milliseconds) which of two answers is newer. The
   server decides what counts and when time is up; without this script the form's buttons save. */

const PAUSE = 700;
const AGAIN = 5000;
const SAID_AT = [10, 5, 1]; // Minutes that are left.

class Refused extends Error {}

export function enhance(form) {
  const text = form.dataset;
  if (text.attemptOver) {
    forget(text.attemptOver);
    return;
  }
  const key = `attempt:${text.attempt}`;
  const ahead = Number(text.now) - Date.now();
  const serverNow = () => Date.now() + ahead;
  const queue = read(key);
  const timers = {};
  let newest = 0;
  let sending = false;
  let isOver = false;
  let again;

  const say = (words, link) => {
    const place = form.querySelector("[data-save-state]");
    place.textContent = words;
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = text.textResult;
    place.append(" ", anchor);
  };
  const keep = () => {
    try {
      if (Object.keys(queue).length) localStorage.setItem(key, JSON.stringify(queue));
      else localStorage.removeItem(key);
    } catch {
      // No storage: what is on the page is sent all the same.
    }
  };

  function note(position) {
    clearTimeout(timers[position]);
    delete timers[position];
    newest = Math.max(newest + 1, serverNow());
    queue[position] = { fields: fieldsOf(form, position), sequence: newest };
    keep();
  }

  async function flush() {
    clearTimeout(again);
    if (sending || isOver) return;
    sending = true;
    try {
      for (let [position] = Object.keys(queue); position; [position] = Object.keys(queue)) {
        say(text.textSaving);
        const waiting = queue[position];
        const answer = await send(form, position, waiting);
        if (answer.closed) {
          isOver = true;
          for (const left of Object.keys(queue)) delete queue[left];
          keep();
          say(text.textClosed, answer.closed);
          return;
        }
        const isNewest = queue[position] === waiting && !timers[position];
        if (queue[position] === waiting) delete queue[position];
        keep();
        say(answer.error ? "" : text.textSaved);
        if (isNewest) hear(position, answer);
      }
    } catch (error) {
      say(error instanceof Refused ? text.textRefused : text.textOffline);
      again = setTimeout(flush, AGAIN);
    } finally {
      sending = false;
    }
  }

  function hear(position, answer) {
    const question = form.querySelector(`[data-question="${position}"]`);
    if (!question) return;
    const place = question.querySelector("[data-said]");
    place.textContent = answer.error || answer.warning || "";
    place.classList.toggle("field__error", Boolean(place.textContent));
    if (answer.error) return;
    form.elements[`sequence-${position}`].value = answer.sequence;
    form.elements[`was-${position}`].value = answer.was;
    newest = Math.max(newest, answer.sequence);
    mark(form, position, answer.whole);
    if (answer.stored) return;
    put(form, position, answer.fields);
    place.textContent = text.textElsewhere;
  }

  form.addEventListener("input", (event) => {
    const position = event.target.closest("[data-question]")?.dataset.question;
    if (!position || isOver) return;
    clearTimeout(timers[position]);
    timers[position] = setTimeout(() => (note(position), flush()), PAUSE);
  });
  form.addEventListener("change", (event) => {
    const position = event.target.closest("[data-question]")?.dataset.question;
    if (!position || isOver) return;
    showSpots(event.target.closest("[data-question]"));
    note(position);
    flush();
  });
  form.addEventListener("click", (event) => {
    const spot = event.target.closest("[data-spot]")?.dataset.spot;
    if (!spot) return;
    const question = event.target.closest("[data-question]");
    const radio = question.querySelector(`input[value="${spot}"]`);
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const noteAll = () => Object.keys(timers).forEach(note);
  window.addEventListener("pagehide", () => (noteAll(), flush()));
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", flush);

  // What waited since the page was closed, or lost its connection.
  for (const [position, waiting] of Object.entries(queue)) {
    newest = Math.max(newest, waiting.sequence);
    put(form, position, waiting.fields);
  }
  flush();
  if (text.deadline) {
    countDown(form, () => Number(text.deadline) - serverNow(), async () => {
      noteAll();
      await flush();
      if (isOver) return;
      form.action = text.handIn;
      if (navigator.onLine) form.submit();
      else window.addEventListener("online", () => form.submit(), { once: true });
    });
  }
}

/* Nothing of an attempt that is over stays on the device. */
function forget(attempt) {
  try {
    localStorage.removeItem(`attempt:${attempt}`);
  } catch {
    // No storage: nothing was kept.
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

const belongs = (name, position) => name === `q${position}` || name.startsWith(`q${position}-`);

function fieldsOf(form, position) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (belongs(name, position)) (fields[name] ??= []).push(value);
  }
  return fields;
}

/* Shows an answer in the fields of a question, where it stands on this page. */
function put(form, position, fields) {
  const question = form.querySelector(`[data-question="${position}"]`);
  if (!question) return;
  for (const field of question.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const values = fields[field.name] ?? [];
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
  showSpots(question);
}

function showSpots(question) {
  for (const spot of question.querySelectorAll("[data-spot]")) {
    const radio = question.querySelector(`input[value="${spot.dataset.spot}"]`);
    spot.classList.toggle("spots__spot--chosen", Boolean(radio?.checked));
  }
}

function mark(form, position, isWhole) {
  const entry = form.querySelector(`.question-list__one[value="${position}"]`);
  entry?.toggleAttribute("data-whole", isWhole);
}

async function send(form, position, { fields, sequence }) {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value);
  body.append("sequence", Math.round(sequence));
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(`${location.pathname}save/${position}/`, {
    method: "POST",
    body,
    // Goes on while the page is left; browsers take no more than 64 KB so.
    keepalive: body.toString().length < 60_000,
    headers: { Accept: "application/json" },
  });
  // Signed out meanwhile: the answer is the page to sign in, or a refusal.
  if (answer.redirected || (answer.status >= 400 && answer.status < 500)) throw new Refused();
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function countDown(form, left, end) {
  const shown = form.querySelector("[data-time-left]");
  const said = form.querySelector("[data-time-said]");
  const text = form.dataset;
  const waiting = SAID_AT.filter((minutes) => left() > minutes * 60_000);
  const tick = () => {
    const seconds = Math.max(Math.ceil(left() / 1000), 0);
    const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
    if (!clock[0]) clock.shift();
    shown.textContent = `${text.textLeft} ${clock.map((part, at) => (at ? String(part).padStart(2, "0") : part)).join(":")}`;
    shown.parentElement.toggleAttribute("data-urgent", seconds < 60);
    if (waiting.length && seconds <= waiting[0] * 60) {
      const minutes = waiting.shift();
      said.textContent = minutes === 1 ? text.textMinute : text.textMinutes.replace("#", minutes);
    }
    if (seconds) return;
    clearInterval(timer);
    said.textContent = text.textUp;
    end();
  };
  const timer = setInterval(tick, 1000);
  tick();
}
