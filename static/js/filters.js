/* The column of filters. htmx sends what is chosen and puts the new list in its place; this keeps
   addresses clean, open groups open and the focus where it was, says how many are left, and makes
   the column a drawer on a phone. */

import { open } from "./dialog.js";

const drawer = () => document.getElementById("filter-drawer");

// The form stands in the column, or in the drawer while that is open.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-filters-open]");
  const form = document.getElementById("filter-form");
  if (!opener || !form || !drawer()) return;
  event.preventDefault();
  drawer().querySelector("[data-filter-slot]").append(form);
  open(drawer());
});

function bringBack() {
  const form = document.getElementById("filter-form");
  if (form) document.getElementById("filters")?.append(form);
  if (document.activeElement === document.body) document.querySelector("[data-filters-open]")?.focus();
}

// Nothing that is empty in the address.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  const { parameters } = event.detail;
  for (const name of ["price_min", "price_max"]) if (!parameters[name]) delete parameters[name];
});

// Where the box that was just ticked stands on the screen: what is above and below it changes.
let ticked = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const box = event.target.matches("[data-filters]") && document.activeElement?.closest(".filter__value input");
  ticked = box ? { id: box.id, top: box.getBoundingClientRect().top } : null;
});

function keepInPlace() {
  const box = ticked && document.getElementById(ticked.id);
  if (!box) return;
  const scroller = drawer()?.open ? box.closest(".filters__groups") : document.scrollingElement;
  scroller?.scrollBy({ top: box.getBoundingClientRect().top - ticked.top, behavior: "instant" });
}

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const fresh = event.detail.fragment?.querySelectorAll?.("details.filter") ?? [];
  for (const group of fresh) {
    const before = document.getElementById(group.id);
    if (before) group.open = before.open;
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  const list = document.getElementById("listing");
  if (!list || event.target.id !== "listing") return;
  const status = document.getElementById("listing-status");
  if (status) status.textContent = list.querySelector("[data-count-text]")?.textContent ?? "";
  keepInPlace();
  if (document.activeElement === document.body && !drawer()?.open) list.focus({ preventScroll: true });
});

// Chosen while the page was still loading: counts as well.
const isTouched = (form) =>
  [...form.elements].some((field) =>
    field.type === "checkbox" || field.type === "radio"
      ? field.checked !== field.defaultChecked
      : "defaultValue" in field && field.value !== field.defaultValue,
  );

export function enhance(form) {
  // Submitted, not changed: where htmx is not there yet, the browser asks for the page by itself.
  if (isTouched(form)) form.requestSubmit();
  const dialog = drawer();
  if (!dialog || dialog.dataset.enhanced) return;
  dialog.dataset.enhanced = "yes";
  dialog.addEventListener("close", bringBack);
}
