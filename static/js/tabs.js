/* Tabs from a list of links to the sections below it; without a script it stays that. */

export function enhance(root) {
  const tabs = [...root.querySelectorAll("[data-tab]")];
  const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  const list = root.querySelector("[data-tab-list]");
  list.setAttribute("role", "tablist");
  for (const item of list.children) item.setAttribute("role", "presentation");

  function select(index, focus) {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
      panels[i].hidden = i !== index;
    });
    if (focus) tabs[index].focus();
  }
  tabs.forEach((tab, index) => {
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panels[index].id);
    tab.id ||= `${panels[index].id}-tab`;
    panels[index].setAttribute("role", "tabpanel");
    panels[index].setAttribute("aria-labelledby", tab.id);
    panels[index].tabIndex = 0;
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      select(index);
    });
    tab.addEventListener("keydown", (event) => {
      const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (move) select((index + move + tabs.length) % tabs.length, true);
      else if (event.key === "Home") select(0, true);
      else if (event.key === "End") select(tabs.length - 1, true);
      else if (event.key === " ") select(index);
      else return;
      event.preventDefault();
    });
  });
  select(Math.max(0, panels.findIndex((panel) => panel && `#${panel.id}` === location.hash)));
}
