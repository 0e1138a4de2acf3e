/* The menu. Narrow: the drawer that :target opens becomes a proper modal one. Wide: the
   disclosures also open on hover and close on Escape, on leaving and on a press elsewhere. */

const menu = document.querySelector("[data-menu]");
const opener = document.querySelector("[data-menu-open]");
const wide = matchMedia("(width >= 68.75rem)");

function others() {
  return [...document.body.children].flatMap((child) =>
    child.contains(menu) ? [...menu.parentElement.children].filter((part) => part !== menu) : [child],
  ).filter((element) => !["SCRIPT", "DIALOG"].includes(element.tagName));
}

function setOpen(isOpen) {
  menu.classList.toggle("is-open", isOpen);
  opener.setAttribute("aria-expanded", String(isOpen));
  for (const element of others()) element.inert = isOpen;
  if (isOpen) menu.querySelector("[data-menu-close]").focus();
  else if (!wide.matches) opener.focus();
}

if (menu && opener) {
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", menu.id);
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    setOpen(true);
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      setOpen(true);
    }
  });
  menu.querySelector("[data-menu-close]").addEventListener("click", (event) => {
    event.preventDefault();
    if (location.hash === "#site-menu") history.replaceState(null, "", location.pathname + location.search);
    setOpen(false);
  });
  wide.addEventListener("change", () => menu.classList.contains("is-open") && setOpen(false));
}

const disclosures = [...document.querySelectorAll("[data-menu] details, details[data-popover]")];
const closeAll = (except) => {
  for (const details of disclosures) if (details !== except) details.open = false;
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (menu?.classList.contains("is-open")) return setOpen(false);
  const opened = disclosures.find((details) => details.open && details.contains(document.activeElement));
  if (opened) opened.querySelector("summary").focus();
  closeAll();
});
document.addEventListener("click", (event) => {
  if (!wide.matches) return;
  const inside = disclosures.find((details) => details.contains(event.target));
  closeAll(inside);
});
for (const details of disclosures) {
  details.addEventListener("focusout", (event) => {
    if (wide.matches && event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });
}

if (menu && matchMedia("(hover: hover)").matches) {
  let timer;
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  for (const details of menu.querySelectorAll("details")) {
    details.addEventListener("pointerenter", (event) => {
      if (wide.matches && event.pointerType === "mouse") later(() => { closeAll(details); details.open = true; }, 120);
    });
    details.addEventListener("pointerleave", (event) => {
      if (wide.matches && event.pointerType === "mouse") later(() => { details.open = false; }, 250);
    });
    // A press right after the hover opened it would close it again.
    details.querySelector("summary").addEventListener("click", (event) => {
      clearTimeout(timer);
      if (wide.matches && event.detail > 0 && details.open && details.matches(":hover") && !details.dataset.pressed) {
        event.preventDefault();
        details.dataset.pressed = "yes";
      }
    });
    details.addEventListener("toggle", () => { if (!details.open) delete details.dataset.pressed; });
  }
}
