/* Short messages in the page's one live region. From the server: the response header
   `HX-Trigger: {"toast": {"text": "…", "kind": "success", "url": "…", "label": "…"}}`. */

const region = document.getElementById("toasts");
const STAY = 6000; // ms; a toast with a link stays until it is closed

export function toast({ text, url, label }) {
  if (!region || !text) return;
  const item = document.createElement("div");
  item.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  item.append(words);
  if (url && label) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = label;
    item.append(link);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "toast__close";
  close.textContent = "×";
  close.setAttribute("aria-label", region.dataset.textClose);
  close.addEventListener("click", () => item.remove());
  item.append(close);
  region.replaceChildren(item);
  if (!url) {
    let timer = setTimeout(() => item.remove(), STAY);
    item.addEventListener("pointerenter", () => clearTimeout(timer));
    item.addEventListener("pointerleave", () => { timer = setTimeout(() => item.remove(), STAY); });
  }
}

document.addEventListener("toast", (event) => toast(event.detail));
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, () => toast({ text: region?.dataset.textError }));
}
