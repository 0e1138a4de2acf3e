/* A button that removes the notice around it and hands the focus on. */

export function enhance(button) {
  button.addEventListener("click", () => {
    const notice = button.closest(button.dataset.dismiss || ".notice");
    const next = notice?.nextElementSibling?.querySelector("a, button, input") ?? document.getElementById("main");
    notice?.remove();
    next?.focus();
  });
}
