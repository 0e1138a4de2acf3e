/* A form whose preview follows what is typed: it is sent to the address `data-live-preview`, into
   the frame `data-live-preview-target`, a moment after the last change. Files are left out of it;
   they show once they are saved. Without a script the preview shows what is saved. */

const PAUSE = 700;

export function enhance(form) {
  const button = form.querySelector("[data-preview-button]");
  const frame = document.getElementsByName(form.dataset.livePreviewTarget)[0];
  if (!button || !frame) return;
  let timer;
  let place = 0;
  const send = () => {
    if (!frame.checkVisibility()) return;
    const files = [...form.querySelectorAll('input[type="file"]:enabled')];
    place = frame.contentWindow?.scrollY ?? 0;
    for (const field of files) field.disabled = true;
    button.hidden = false;
    form.requestSubmit(button);
    button.hidden = true;
    for (const field of files) field.disabled = false;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter !== button) clearTimeout(timer);
  });
  frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, place));
}
