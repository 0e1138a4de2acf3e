/* A form that sends itself when a choice in it changes (sorting, quantity of a cart line). Its
   button, needed without a script, stands in a noscript element. */

export function enhance(form) {
  let timer;
  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), Number(form.dataset.submitOnChange || 0));
  });
}
