/* The variant grid: moving with the keyboard, and pasting from a spreadsheet.
   Without this script every cell can still be filled in and saved. */

const MOVES = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

function inputs(row) {
  return [...row.querySelectorAll("input[type=text], select, input[type=checkbox]")];
}

function columnOf(cell) {
  return [...cell.parentElement.children].indexOf(cell);
}

function cellBelow(control, step) {
  const cell = control.closest("td, th");
  let row = cell.parentElement;
  do {
    row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    const target = row && row.children[columnOf(cell)].querySelector("input:not([type=hidden]), select");
    if (target) return target;
  } while (row);
  return null;
}

function move(event) {
  const step = MOVES[event.key];
  const control = event.target;
  // In a list of options the arrow keys choose.
  if (!step || (control.tagName === "SELECT" && event.key !== "Enter")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const target = cellBelow(control, step);
  if (target) {
    target.focus();
    if (target.select) target.select();
  }
}

function write(control, text) {
  if (control.type === "checkbox") {
    control.checked = !["", "0", "no", "false"].includes(text.toLowerCase());
  } else if (control.tagName === "SELECT") {
    const wanted = text.trim().toLowerCase();
    const option = [...control.options].find((one) => one.text.trim().toLowerCase() === wanted);
    if (option) control.value = option.value;
  } else {
    control.value = text.trim();
  }
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function paste(event) {
  const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  let row = event.target.closest("tr");
  const first = inputs(row).indexOf(event.target);
  for (const line of text.split("\n")) {
    if (!row) break;
    const controls = inputs(row).slice(first);
    line.split("\t").forEach((value, index) => {
      if (controls[index]) write(controls[index], value);
    });
    row = row.nextElementSibling;
  }
}

for (const grid of document.querySelectorAll("[data-shop-grid]")) {
  grid.addEventListener("keydown", move);
  grid.addEventListener("paste", paste);
}

const tabs = document.querySelector("[data-shop-tab]");
if (tabs) window.location.hash = `tab-${tabs.dataset.shopTab}`;

// The open tab is the hash of the page's address: a form that is sent there leads back to it.
document.getElementById("w-editor-form")?.addEventListener("submit", ({ currentTarget: form }) => {
  // Not `form.action`: that is the buttons of this name.
  const [path] = form.getAttribute("action").split("#");
  form.setAttribute("action", path + window.location.hash);
});

// A mistake may be in a cell beyond the edge: whoever saved it is led there.
function showMistake() {
  const wrong = [...document.querySelectorAll("[data-shop-grid] [aria-invalid=true]")];
  const first = wrong.find((control) => control.offsetParent);
  if (!first) return;
  first.focus({ preventScroll: true });
  first.closest("td, th").scrollIntoView({ block: "center", inline: "nearest" });
}

// The tab is opened by the admin's own script, once the page is there.
window.addEventListener("load", () => requestAnimationFrame(showMistake));
