/* Wagtail's editors save by themselves a moment after the last key. Whoever presses a button while
   such a save is under way would send a new page a second time, to the address that makes one, and
   read that it could not be created. So the button waits for the save, and then sends the form to
   where that has made the page. Without this script nothing is lost: the draft is there. */

const PATIENCE = 10_000; // milliseconds, then the button goes on by itself

// Forms whose button has waited already.
const sent = new WeakSet();

function autosaveOf(form) {
  return window.wagtail?.app?.getControllerForElementAndIdentifier(form, "w-autosave");
}

function sendLater(form, submitter) {
  // Meanwhile the button is busy, and a field that is off is not sent: its name and value stay.
  if (submitter?.name) {
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(pressed);
  }
  return () => form.requestSubmit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const autosave = autosaveOf(form);
  if (!autosave || event.defaultPrevented) return;
  const underWay = autosave.submitPromise;
  // What is sent now is all of it: no save may follow it.
  autosave.activeValue = false;
  if (!underWay || sent.has(form)) return;
  sent.add(form);
  event.preventDefault();
  const send = sendLater(form, event.submitter);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([underWay, patience]).then(send, send);
});
