/* Stripe's Payment Element on the payment page (gateways/stripe/element.html). Card data is typed into
   Stripe's own frame; this only mounts it in the shop's look and says what became of it. Stripe sends
   the browser to the return address itself; the shop then asks Stripe, whatever the browser says. */

const IN_THE_AMERICAS = { es: "es-419" };

function load(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: source, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

/* Stripe's frame cannot see our custom properties, nor read `color-mix()`: it is told what they come
   to here. */
function appearance(form) {
  const probe = document.createElement("span");
  form.append(probe);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const color = (name) => {
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const style = getComputedStyle(form);
  const variables = {
    colorPrimary: color("--color-accent"),
    colorBackground: color("--color-surface"),
    colorText: color("--color-text"),
    colorTextSecondary: color("--color-muted"),
    colorDanger: color("--color-danger"),
    fontFamily: style.fontFamily,
    fontSizeBase: style.fontSize,
    borderRadius: style.getPropertyValue("--radius").trim() || "2px",
  };
  probe.remove();
  return { theme: "flat", variables };
}

export async function enhance(form) {
  const { key, secret, customerSecret, returnUrl, script, textUnavailable, textFailed, textAway } = form.dataset;
  const button = form.querySelector("button");
  const problem = form.querySelector("[data-stripe-problem]");
  const texts = JSON.parse(form.querySelector("#decline-texts").textContent);

  function say(title, text = "") {
    const body = document.createElement("div");
    body.className = "notice__body";
    for (const words of [title, text].filter(Boolean)) {
      const line = document.createElement("p");
      line.textContent = words;
      body.append(line);
    }
    if (text) body.firstChild.className = "notice__title";
    const notice = document.createElement("div");
    notice.className = "notice notice--danger";
    notice.append(body);
    problem.replaceChildren(...(title ? [notice] : []));
  }

  function busy(is) {
    button.disabled = is;
    button.setAttribute("aria-busy", is);
  }

  try {
    await load(script);
  } catch {
    say(textUnavailable);
    return;
  }
  const language = document.documentElement.lang.split("-")[0];
  const stripe = window.Stripe(key, { locale: IN_THE_AMERICAS[language] ?? language });
  const elements = stripe.elements({
    clientSecret: secret,
    customerSessionClientSecret: customerSecret,
    appearance: appearance(form),
  });
  const element = elements.create("payment", { layout: "accordion" });
  element.on("ready", () => busy(false));
  element.on("loaderror", () => say(textUnavailable));
  element.mount(form.querySelector("[data-stripe-element]"));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    busy(true);
    say("");
    const { error } = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: returnUrl },
    });
    // Whoever comes here stayed on the page: what is sent on is on its way already.
    if (error.code === "payment_intent_unexpected_state") {
      location.assign(returnUrl); // paid in another tab, or over
      return;
    }
    busy(false);
    // What is missing in the form, Stripe writes beside its field.
    if (error.type === "validation_error") return;
    const declined = error.type === "card_error" ? texts[""] : undefined;
    const told = texts[error.decline_code] ?? texts[error.code] ?? declined;
    if (told) say(textFailed, told);
    else say(textAway);
  });
}
