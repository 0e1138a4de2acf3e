/* Buying from a card: a color or a size changes picture, price and link; "Add" sends exactly that
   variant. Everything comes with the card. Without a script a color leads to the product's page. */

export function enhance(form) {
  const source = form.querySelector('script[type="application/json"]');
  const card = form.closest(".product-card");
  if (!source || !card) return;
  const units = JSON.parse(source.textContent);
  const colors = [...card.querySelectorAll("[data-quick-color]")];
  const choice = form.querySelector("[data-quick-choice]");
  const link = card.querySelector(".product-card__title a");
  const button = form.querySelector(".quick-buy__add");
  let color = colors.find((one) => one.ariaCurrent)?.dataset.quickColor ?? units[0].color;

  function show(said) {
    const value = choice ? choice.value : "";
    // What is not made in that size is shown in one that is.
    const same = units.filter((one) => one.color === color || !colors.length);
    const unit = same.find((one) => one.choice === value) ?? same.find((one) => !one.out) ?? same[0];
    if (!unit) return;
    if (choice) choice.value = unit.choice;
    form.elements.product.value = unit.id;
    button.disabled = unit.out;
    form.querySelector("[data-quick-text]").textContent = unit.out ? button.dataset.textOut : button.dataset.textAdd;
    const price = card.querySelector(".price");
    price.classList.toggle("price--reduced", Boolean(unit.was));
    price.querySelector(".price__now").textContent = unit.price;
    let was = price.querySelector(".price__was");
    if (!was && unit.was) {
      was = document.createElement("span");
      was.className = "price__was";
      price.append(" ", was);
    }
    if (was) {
      was.textContent = unit.was;
      was.hidden = !unit.was;
    }
    const tier = price.querySelector(".price__tier");
    if (tier) tier.hidden = !unit.tier;
    const perUnit = card.querySelector("[data-per-unit]");
    if (perUnit) {
      perUnit.textContent = unit.per_unit;
      perUnit.parentElement.hidden = !unit.per_unit;
    }
    const address = new URL(link.href);
    address.searchParams.set("variant", unit.sku);
    link.href = address.pathname + address.search;
    const shown = colors.find((one) => one.dataset.quickColor === unit.color);
    for (const one of colors) {
      if (one === shown) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    const picture = card.querySelector(".product-card__media img");
    if (picture && shown?.dataset.src) {
      picture.srcset = shown.dataset.srcset;
      picture.src = shown.dataset.src;
      picture.alt = shown.dataset.alt;
      card.classList.add("product-card--chosen");
    }
    form.querySelector("[data-quick-status]").textContent = [said, unit.price, unit.out && button.dataset.textOut]
      .filter(Boolean)
      .join(", ");
  }

  for (const one of colors) {
    one.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      color = one.dataset.quickColor;
      show(one.title);
    });
  }
  choice?.addEventListener("change", () => show(choice.selectedOptions[0].textContent));
}
