/* The cart drawer. A link with `data-cart-link` opens it instead of going to the cart page. The
   server says what changed with `HX-Trigger: {"cart:changed": {"count": 3, "open": true}}`. */

import { open } from "./dialog.js";
import { showCartCount } from "./visitor.js";

const drawer = document.getElementById("cart-drawer");

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-cart-link]");
  if (!link || !drawer || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (document.querySelector("[data-cart-page]") || !window.htmx) return;
  event.preventDefault();
  window.htmx
    .ajax("GET", drawer.dataset.src, { target: "#cart-drawer-content", swap: "innerHTML" })
    .then(() => open(drawer), () => { location.href = link.href; });
});

// A double click on "Add" is one wish. Seen before htmx sees it, and without htmx as well.
const DOUBLE_CLICK = 600; // ms
const sent = new WeakMap();
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.getAttribute("hx-target") !== "#cart-drawer-content" || form.closest("#cart-drawer")) return;
    const now = performance.now();
    if (now - (sent.get(form) ?? -Infinity) < DOUBLE_CLICK) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sent.set(form, now);
  },
  true,
);

document.addEventListener("cart:changed", (event) => {
  showCartCount(event.detail.count ?? 0);
  if (event.detail.open && drawer) open(drawer);
});

// A page brought back from the browser's memory shows the cart as it was.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("[data-cart-page]")) location.reload();
});
