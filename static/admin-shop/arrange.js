/* Arranging a list: dragging with a mouse, arrows with anything. What is moved gets a place, and
   so does whatever had one on this page; the others flow. Without this script the numbers are
   written by hand. */

const form = document.querySelector("[data-arrange]");
const list = form && form.querySelector("[data-arrange-list]");

function tiles() {
  return [...list.querySelectorAll("[data-tile]")];
}

function parts(tile) {
  return {
    page: tile.querySelector("[data-tile-page]"),
    sequence: tile.querySelector("[data-tile-sequence]"),
    number: tile.querySelector("[data-tile-number]"),
  };
}

function say(text) {
  form.querySelector("[data-arrange-status]").textContent = text;
}

const here = form ? form.dataset.page : "";
const first = list && tiles().length ? Number(parts(tiles()[0]).number.textContent) : 1;

function renumber(moved) {
  tiles().forEach((tile, index) => {
    const { page, sequence, number } = parts(tile);
    number.textContent = first + index;
    if (tile === moved || page.value === here) {
      page.value = here;
      sequence.value = index + 1;
    }
    tile.classList.toggle("shop-tile--fixed", page.value !== "");
  });
}

function place(tile, index) {
  const others = tiles().filter((one) => one !== tile);
  const before = others[index];
  if (before) list.insertBefore(tile, before);
  else list.append(tile);
  renumber(tile);
  say(form.dataset.moved.replace("%s", index + 1));
}

function press(event) {
  const button = event.target.closest("[data-move], [data-release]");
  if (!button) return;
  const tile = button.closest("[data-tile]");
  if (button.hasAttribute("data-release")) {
    const { page, sequence } = parts(tile);
    page.value = sequence.value = "";
    tile.classList.remove("shop-tile--fixed");
    say(form.dataset.released);
    return;
  }
  const all = tiles();
  const index = all.indexOf(tile) + Number(button.dataset.move);
  if (index < 0 || index >= all.length) return;
  place(tile, index);
  button.focus();
  tile.scrollIntoView({ block: "nearest" });
}

let dragged = null;

function over(event) {
  if (!dragged) return;
  event.preventDefault();
  const target = event.target.closest("[data-tile]");
  if (!target || target === dragged) return;
  const all = tiles();
  place(dragged, all.indexOf(target));
}

if (list) {
  for (const moves of list.querySelectorAll("[data-tile-moves]")) moves.hidden = false;
  list.addEventListener("click", press);
  list.addEventListener("dragstart", (event) => {
    // Text in a field is selected with the same gesture.
    if (event.target.closest("input")) return;
    dragged = event.target.closest("[data-tile]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    dragged.classList.add("shop-tile--dragged");
  });
  list.addEventListener("dragover", over);
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (dragged) dragged.classList.remove("shop-tile--dragged");
    dragged = null;
  });
}
