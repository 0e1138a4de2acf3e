/* The system's own share sheet, where the browser has one. The button stays hidden elsewhere. */

export function enhance(button) {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
}
