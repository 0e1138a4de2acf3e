/* A text with a few marks: a bar of buttons over it, Ctrl+B, I and K, and names to mention after
   an "@". Without a script the marks are typed. */

const WRAPS = { bold: "**", italic: "*" };
const LINES = { list: "- ", quote: "> " };
const KEYS = { b: "bold", i: "italic", k: "link" };

export function enhance(editor) {
  const area = editor.querySelector("textarea");
  if (!area) return;
  for (const button of editor.querySelectorAll("[data-mark]")) {
    button.addEventListener("click", () => mark(button.dataset.mark));
  }
  area.addEventListener("keydown", (event) => {
    const kind = (event.ctrlKey || event.metaKey) && !event.altKey && KEYS[event.key];
    if (!kind) return;
    event.preventDefault();
    mark(kind);
  });

  function mark(kind) {
    if (kind === "picture") return area.form?.querySelector("input[type=file]")?.click();
    const { selectionStart: start, selectionEnd: end } = area;
    const chosen = area.value.slice(start, end);
    if (WRAPS[kind]) {
      const text = chosen || editor.dataset[kind === "bold" ? "textBold" : "textItalic"];
      replace(start, end, `${WRAPS[kind]}${text}${WRAPS[kind]}`, WRAPS[kind].length, text.length);
    } else if (kind === "link") {
      const text = chosen || editor.dataset.textLink;
      replace(start, end, `[${text}](https://)`, text.length + 3, 8);
    } else {
      const from = area.value.lastIndexOf("\n", start - 1) + 1;
      const lines = area.value.slice(from, end).split("\n").map((line) => LINES[kind] + line);
      // A list and a quote begin after an empty line.
      const before = area.value.slice(0, from);
      const gap = before && !before.endsWith("\n\n") && !before.split("\n").at(-2)?.startsWith(LINES[kind]) ? "\n" : "";
      replace(from, end, gap + lines.join("\n"), gap.length + lines.join("\n").length, 0);
    }
  }

  function replace(from, to, text, select, length) {
    area.focus();
    area.setRangeText(text, from, to, "end");
    area.setSelectionRange(from + select, from + select + length);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  if (editor.dataset.namesUrl) suggestNames(editor, area);
}

function suggestNames(editor, area) {
  const list = editor.querySelector("[role=listbox]");
  const status = editor.querySelector("[data-editor-status]");
  let asked = 0;
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-autocomplete", "list");

  // What stands between the last "@" of this line and the cursor; null where no name begins.
  function typed() {
    const before = area.value.slice(0, area.selectionStart);
    return /(?:^|[\s(])@([^@\n]{0,40})$/.exec(before)?.[1] ?? null;
  }

  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function close() {
    asked += 1;
    list.hidden = true;
    list.replaceChildren();
    area.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option.setAttribute("aria-selected", "true");
    area.setAttribute("aria-activedescendant", option.id);
  }

  function take(name) {
    const at = area.selectionStart;
    area.setRangeText(`${name} `, at - typed().length, at, "end");
    area.focus();
    close();
  }

  async function ask() {
    const wanted = typed();
    if (wanted === null) return close();
    const mine = (asked += 1);
    const answer = await fetch(`${editor.dataset.namesUrl}?q=${encodeURIComponent(wanted)}`);
    if (mine !== asked || !answer.ok) return;
    const { names } = await answer.json();
    if (mine !== asked) return;
    list.replaceChildren(...names.map(row));
    list.hidden = !names.length;
    area.removeAttribute("aria-activedescendant");
    if (names.length) status.textContent = editor.dataset.textNames.replace("#", names.length);
  }

  function row(name, index) {
    const option = document.createElement("li");
    option.id = `${list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = name;
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(name);
    });
    return option;
  }

  let timer;
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(close), 150);
  });
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown") choose(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") choose(all[(at < 1 ? all.length : at) - 1]);
    else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) take(all[at].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
