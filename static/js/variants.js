/* Choosing an option updates price, stock, photo and address in place. The form holds the radios;
   `data-variants` names a JSON script with the variants (docs/front-end.md has its shape). Without
   a script the form's own "Show this option" button asks the server for the same. */

function chosen(form, options) {
  const data = new FormData(form);
  return Object.fromEntries(options.map((name) => [name, data.get(name)]));
}

export function enhance(form) {
  const source = document.getElementById(form.dataset.variants);
  if (!source) return;
  const { options, variants } = JSON.parse(source.textContent);
  const scope = form.closest("[data-product]") ?? document;
  const fits = (variant, values) => options.every((name) => variant.values[name] === values[name]);
  const put = (name, text) => {
    for (const place of scope.querySelectorAll(`[data-variant-${name}]`)) place.textContent = text ?? "";
  };

  function update(changed) {
    const values = chosen(form, options);
    let variant = variants.find((one) => fits(one, values));
    if (!variant && changed) {
      // That combination is not made: keep what was just chosen, take the nearest for the rest.
      const near = variants.filter((one) => one.values[changed] === values[changed]);
      variant = near.find((one) => one.available) ?? near[0];
      for (const name of options) {
        const radio = variant && form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(variant.values[name])}"]`);
        if (radio) radio.checked = true;
      }
    }
    if (!variant) return;
    show(variant);
  }

  function show(variant) {
    put("price", variant.price);
    put("compare-at", variant.compare_at);
    put("per-unit", variant.per_unit);
    for (const place of scope.querySelectorAll("[data-variant-per-unit]")) place.parentElement.hidden = !variant.per_unit;
    put("stock", variant.stock_text);
    put("sku", variant.sku);
    for (const place of scope.querySelectorAll("[data-variant-compare-at]")) {
      const reduced = Boolean(variant.compare_at);
      place.closest(".price__was").hidden = !reduced;
      place.closest(".price").classList.toggle("price--reduced", reduced);
    }
    for (const place of scope.querySelectorAll("[data-variant-tier]")) place.hidden = !variant.tier;
    for (const place of scope.querySelectorAll("[data-variant-was]")) {
      place.textContent = variant.regular ? place.dataset.regular : place.dataset.before;
    }
    for (const place of scope.querySelectorAll("[data-variant-stock]")) {
      place.className = `buy-box__stock${variant.stock_state && variant.stock_state !== "in" ? ` buy-box__stock--${variant.stock_state}` : ""}`;
    }
    for (const field of form.querySelectorAll("[data-variant-id]")) field.value = variant.id;
    for (const button of scope.querySelectorAll("[data-variant-add]")) {
      button.disabled = !variant.available;
      const words = button.querySelector("[data-variant-add-text]");
      if (words) words.textContent = variant.available ? button.dataset.textAdd : button.dataset.textOut;
    }
    const amount = form.querySelector('input[name="quantity"]');
    if (amount && variant.max_quantity) {
      amount.max = variant.max_quantity;
      if (Number(amount.value) > variant.max_quantity) amount.value = variant.max_quantity;
      amount.dispatchEvent(new Event("change", { bubbles: true }));
    }
    for (const name of options) {
      const label = form.querySelector(`[data-option-value="${CSS.escape(name)}"]`);
      const radio = form.querySelector(`[name="${CSS.escape(name)}"]:checked`);
      if (label && radio) label.textContent = radio.dataset.label ?? radio.value;
      // What the other choices leave no stock for is struck through, and can still be looked at.
      for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        const there = variants.find((one) => fits(one, { ...variant.values, [name]: input.value }));
        const kind = input.closest("label").classList.contains("swatch") ? "swatch--out" : "size--out";
        input.closest("label").classList.toggle(kind, !there?.available);
      }
    }
    if (variant.photo) {
      scope.querySelector("[data-gallery]")?.dispatchEvent(new CustomEvent("gallery:show", { detail: { id: variant.photo } }));
    }
    if (variant.url) history.replaceState(history.state, "", variant.url);
  }

  form.addEventListener("change", (event) => {
    if (options.includes(event.target.name)) update(event.target.name);
  });

  // What was chosen before this script was there, or what the browser chose again on the way back.
  function catchUp() {
    const variant = variants.find((one) => fits(one, chosen(form, options)));
    const shown = form.querySelector("[data-variant-id]")?.value;
    if (variant && shown !== String(variant.id)) show(variant);
  }
  catchUp();
  window.addEventListener("pageshow", catchUp);
}
