// The brand's form shows colours as they are chosen: swatches, a sample of the shop, and how well
// each pair can be told apart. Nothing of it is public until the form is saved.
// The sums are those of cms/contrast.py.

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** "#abc" → "#aabbcc"; "" for what is no colour. */
const sixDigits = (text) => {
  const colour = text.trim();
  if (!HEX.test(colour)) return "";
  return colour.length === 7 ? colour : `#${[...colour.slice(1)].map((d) => d + d).join("")}`;
};

const luminance = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const ratioOf = (one, other) => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const begin = (board) => {
  const form = board.closest("form");
  const field = (name) => form.elements.namedItem(name);
  const names = board.dataset.colours.split(" ");
  const sample = board.querySelector("[data-brand-sample]");
  const number = new Intl.NumberFormat(document.documentElement.lang || "es", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const pickers = new Map();

  const colours = () =>
    Object.fromEntries(names.map((name) => [name, sixDigits(field(name)?.value ?? "")]));

  const show = () => {
    const chosen = colours();
    for (const [name, colour] of Object.entries(chosen)) {
      if (!colour) continue;
      sample.style.setProperty(`--sample-${name.replace("_", "-")}`, colour);
      if (pickers.has(name)) pickers.get(name).value = colour;
    }
    sample.style.setProperty("--sample-radius", `${Number(field("radius")?.value) || 0}px`);
    const faces = JSON.parse(board.dataset.faces);
    for (const kind of ["display", "text"]) {
      const face = faces[field(`${kind}_face`)?.value];
      if (face) sample.style.setProperty(`--sample-${kind}`, face);
    }
    for (const row of board.querySelectorAll("[data-ink]")) {
      const ink = chosen[row.dataset.ink];
      const ground = chosen[row.dataset.ground];
      if (!ink || !ground) continue;
      const ratio = ratioOf(ink, ground);
      const passes = ratio >= Number(row.dataset.needed);
      // Cut, not rounded: 4.499 must not read 4.50.
      row.querySelector("[data-ratio]").textContent = `${number.format(Math.floor(ratio * 100) / 100)} : 1`;
      row.querySelector("[data-good]").hidden = !passes;
      row.querySelector("[data-weak]").hidden = passes;
    }
  };

  for (const name of names) {
    const typed = field(name);
    if (!typed) continue;
    const picker = document.createElement("input");
    picker.type = "color";
    picker.className = "brand-picker";
    picker.setAttribute("aria-label", form.querySelector(`label[for="${typed.id}"]`)?.textContent.trim() || name);
    picker.addEventListener("input", () => {
      typed.value = picker.value.toUpperCase();
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    });
    typed.after(picker);
    pickers.set(name, picker);
  }
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
};

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-brand]").forEach(begin);
});
