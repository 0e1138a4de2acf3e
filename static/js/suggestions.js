/* A search field that suggests: a combobox over the list that htmx puts below it. Arrows choose,
   Enter follows what is chosen or searches, Escape is the dialog's. The focus stays in the field. */

export function enhance(input) {
  const list = document.querySelector(input.getAttribute("hx-target"));
  const status = document.getElementById(input.dataset.suggestionsStatus);
  if (!list) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  const options = () => [...list.querySelectorAll('[role="option"]')];
  const chosen = () => list.querySelector('[aria-selected="true"]');

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function renew() {
    const count = options().length;
    choose(null);
    input.setAttribute("aria-expanded", String(count > 0));
    if (status) {
      const text = count ? status.dataset.textSome : input.value.trim().length > 1 ? status.dataset.textNone : "";
      status.textContent = text.replace("#", count);
    }
  }

  input.addEventListener("keydown", (event) => {
    const all = options();
    if (!all.length || event.isComposing) return;
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown") choose(all[at + 1] ?? null);
    else if (event.key === "ArrowUp") choose(at < 0 ? all.at(-1) : all[at - 1] ?? null);
    else if (event.key === "Enter" && at >= 0) all[at].click();
    else return;
    event.preventDefault();
  });
  input.addEventListener("input", () => choose(null));
  list.addEventListener("htmx:afterSwap", renew);
  list.addEventListener("pointerover", (event) => choose(event.target.closest('[role="option"]')));
}
