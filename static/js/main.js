/* Entry point. Every part of the shop works without a script; a module here only makes a part
   quicker or quieter. A module is loaded when the page holds what it enhances, and again for what
   htmx swaps in. Each module exports `enhance(element)`. */

import "./dialog.js";
import "./menu.js";
import "./toast.js";
import "./cart.js";
import "./announcement.js";
import { loadVisitor } from "./visitor.js";

const MODULES = [
  ["[data-gallery]", () => import("./gallery.js")],
  ["[data-variants]", () => import("./variants.js")],
  ["[data-quantity]", () => import("./quantity.js")],
  ["[data-add-bar]", () => import("./add_bar.js")],
  ["[data-submit-on-change]", () => import("./submit_on_change.js")],
  ["[data-dismiss]", () => import("./dismiss.js")],
  ["[data-once]", () => import("./once.js")],
  ["[data-copy]", () => import("./copy.js")],
  ["[data-share]", () => import("./share.js")],
  ["[data-live-preview]", () => import("./live_preview.js")],
  ["[data-captcha]", () => import("./captcha.js")],
  ["[data-quick-buy]", () => import("./quick_buy.js")],
  ["[data-filters]", () => import("./filters.js")],
  ["[data-carousel]", () => import("./carousel.js")],
  ["[data-stripe]", () => import("./stripe.js")],
  ["[data-attempt], [data-attempt-over]", () => import("./attempt.js")],
  ["[data-suggestions]", () => import("./suggestions.js")],
  ["[data-learning]", () => import("./learning.js")],
  ["[data-editor]", () => import("./editor.js")],
  ["[data-learning-path]", () => import("./learning_path.js")],
];
const done = new WeakMap();

async function enhance(root) {
  const parts = MODULES.map(([selector, load]) => {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.push(root);
    return { selector, found, loading: found.length ? load().catch(reportError) : null };
  });
  // Loaded side by side, set up in order: the gallery hears what the variants then say. A part
  // that fails is reported and stays as it is without a script; the others go on.
  for (const { selector, found, loading } of parts) {
    const module = await loading;
    if (!module) continue;
    for (const element of found) {
      const seen = done.get(element) ?? new Set();
      if (seen.has(selector)) continue;
      done.set(element, seen.add(selector));
      try {
        module.enhance(element);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

// Says when every part of the page answers: browser tests wait for it before they press anything.
enhance(document).then(() => document.documentElement.setAttribute("data-enhanced", ""));
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
loadVisitor();
// A page brought back from the browser's memory (Back) shows the visitor of then: ask anew.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) loadVisitor();
});
