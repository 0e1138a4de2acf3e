/* The − and + beside a number field. The field alone does the same without a script. */

export function enhance(box) {
  const input = box.querySelector("input");
  const [less, more] = ["less", "more"].map((name) => box.querySelector(`[data-quantity-${name}]`));
  const min = () => Number(input.min || 0);
  const max = () => (input.max === "" ? Infinity : Number(input.max));

  function mark() {
    const value = Number(input.value || 0);
    less.disabled = value <= min();
    more.disabled = value >= max();
  }
  function step(by) {
    const value = Math.min(max(), Math.max(min(), Number(input.value || 0) + by));
    if (String(value) === input.value) return;
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  less.addEventListener("click", () => step(-1));
  more.addEventListener("click", () => step(1));
  input.addEventListener("input", mark);
  input.addEventListener("change", mark);
  mark();
}
