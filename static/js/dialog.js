/* Native dialogs. `data-dialog-open="id"` on a link whose address is the same thing as a page;
   `data-dialog-close` on a control inside. Escape, focus and the inert page are the browser's. */

export function open(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent("dialog:opened", { bubbles: true }));
}

// In a search field Escape only empties the field; over the page it is to close the search.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches('dialog input[type="search"]')) {
    event.preventDefault();
    event.target.closest("dialog").close();
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    const dialog = document.getElementById(opener.dataset.dialogOpen);
    if (!dialog) return;
    event.preventDefault();
    open(dialog);
    return;
  }
  const closer = event.target.closest("[data-dialog-close]");
  if (closer) {
    const dialog = closer.closest("dialog");
    if (dialog) {
      event.preventDefault();
      dialog.close();
    }
    return;
  }
  // A press beside the dialog lands on the dialog element itself, outside its box.
  if (event.target instanceof HTMLDialogElement && event.target.open) {
    const box = event.target.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside && event.detail > 0) event.target.close();
  }
});
