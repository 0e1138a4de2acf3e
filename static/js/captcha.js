/* The browser's part of ALTCHA's proof of work (people.captcha): find a number whose PBKDF2 key
   begins as the challenge says. Begins when somebody starts to write; the form waits for it.
   Where it cannot work (no Web Crypto on plain http, no network) the form goes without, and the
   answer asks for something else (a question, a mailed code). */

const TOGETHER = 8; // derivations under way at once: Web Crypto does them outside this thread
const RENEW_MS = 8 * 60 * 1000; // a challenge holds for ten minutes

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function derive(parameters, counter) {
  const nonce = bytes(parameters.nonce);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter);
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const recipe = {
    name: "PBKDF2",
    hash: parameters.algorithm.replace("PBKDF2/", ""),
    salt: bytes(parameters.salt),
    iterations: parameters.cost,
  };
  return hex(await crypto.subtle.deriveBits(recipe, key, parameters.keyLength * 8));
}

async function solve(url) {
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const challenge = await answer.json();
  const { parameters } = challenge;
  for (let first = 0; ; first += TOGETHER) {
    const counters = Array.from({ length: TOGETHER }, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => derive(parameters, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    if (found >= 0) {
      const solution = { counter: counters[found], derivedKey: keys[found] };
      return btoa(JSON.stringify({ challenge, solution }));
    }
  }
}

export function enhance(place) {
  const form = place.closest("form");
  const field = place.querySelector("input");
  const status = place.querySelector("[data-captcha-status]");
  if (!form || !globalThis.crypto?.subtle) return;
  let work = null;
  let since = 0;

  function begin() {
    if (work && Date.now() - since < RENEW_MS) return work;
    since = Date.now();
    field.value = "";
    work = solve(place.dataset.captcha).then(
      (proof) => { field.value = proof; },
      () => { work = null; },
    );
    return work;
  }

  let state = "idle";
  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", async (event) => {
    if (state === "ready" || (state === "idle" && field.value && Date.now() - since < RENEW_MS)) {
      state = "idle";
      return;
    }
    // Nobody else hears of it until the form really goes (once.js would keep it from going).
    event.preventDefault();
    event.stopImmediatePropagation();
    if (state === "working") return;
    state = "working";
    status.textContent = place.dataset.textWorking;
    await begin();
    status.textContent = "";
    state = "ready";
    form.requestSubmit(event.submitter);
  }, true);
  // Back from the next page: a proof counts once.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    work = null;
    field.value = "";
    state = "idle";
  });
}
