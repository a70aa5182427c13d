"use strict";
(() => {
  const table = document.getElementById("drafts");
  if (!table) return;
  const rows = [...table.tBodies[0].rows];
  const articles = [...document.querySelectorAll("article")];
  const form = document.getElementById("filter");
  const { rule, failing, open, close } = form.elements;

  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const sortBy = (column) => {
    const heading = table.tHead.rows[0].cells[column];
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const text = (row) => row.cells[column].textContent;
    rows.sort((one, other) => (down ? -1 : 1) * compare(text(one), text(other)));
    table.tBodies[0].append(...rows);
  };
  [...table.tHead.rows[0].cells].forEach((cell, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    button.addEventListener("click", () => sortBy(column));
    cell.replaceChildren(button);
  });

  const filter = () => {
    const isShown = (each) =>
      (!rule.value || each.dataset.rules.split(" ").includes(rule.value)) &&
      (!failing.checked || "failed" in each.dataset);
    for (const each of [...rows, ...articles]) each.hidden = !isShown(each);
    const shown = articles.filter((each) => !each.hidden).length;
    form.querySelector("output").textContent = `${shown} of ${articles.length} shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  const unfold = (isOpen) => () => {
    for (const each of articles) each.querySelector("details").open = isOpen;
  };
  open.addEventListener("click", unfold(true));
  close.addEventListener("click", unfold(false));
  form.hidden = false;
  filter();

  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target?.closest("article")) return;
    target.closest("article").hidden = false;
    target.closest("article").querySelector("details").open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();
})();
