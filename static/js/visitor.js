/* What belongs to one visitor, fetched after load so that the page itself is the same for all.
   The endpoint answers {"name": "Ana" | "", "cart_count": 2, …}; other modules read the rest from
   the `visitor:loaded` event on the document, or by `onVisitor`, which does not come too late. */

let latest = null;

/* Calls back with what is known of the visitor: now, if it is there, and whenever it is asked anew. */
export function onVisitor(callback) {
  if (latest) callback(latest);
  document.addEventListener("visitor:loaded", (event) => callback(event.detail));
}

export function showCartCount(count) {
  for (const place of document.querySelectorAll("[data-cart-count]")) {
    place.textContent = count > 99 ? "99+" : String(count);
    place.hidden = !count;
  }
}

export async function loadVisitor() {
  const url = document.body.dataset.visitorUrl;
  if (!url) return;
  let visitor;
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    visitor = await answer.json();
  } catch {
    return; // Offline: the page is whole without it.
  }
  showCartCount(visitor.cart_count ?? 0);
  for (const place of document.querySelectorAll("[data-visitor-name]")) {
    place.textContent = visitor.name ?? "";
  }
  for (const place of document.querySelectorAll("[data-signed-in]")) place.hidden = !visitor.name;
  for (const place of document.querySelectorAll("[data-signed-out]")) place.hidden = Boolean(visitor.name);
  latest = visitor;
  document.dispatchEvent(new CustomEvent("visitor:loaded", { detail: visitor }));
}
