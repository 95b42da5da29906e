// A ballot that can be put in order by dragging or with buttons. The numbers in the fields stay what is sent.
(() => {
  "use strict";
  const list = document.getElementById("ranking");
  if (!list) return;
  const rows = () => [...list.children];
  const field = (row) => row.querySelector("input");
  const ranked = () => rows().filter((row) => field(row).value !== "");

  const number = () => ranked().forEach((row, n) => { field(row).value = n + 1; });

  const sort = () => {
    const value = (row) => Number(field(row).value) || Infinity;
    const order = rows().map((row, n) => [value(row), n, row]);
    order.sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] - b[0]));
    list.append(...order.map((one) => one[2]));
  };

  const put = (row, before) => {
    const free = rows().find((one) => one !== row && field(one).value === "") || null;
    const late = free && (!before || free.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING);
    field(row).value ||= 1;
    list.insertBefore(row, late ? free : before);
    number();
  };

  const button = (row, label, move) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn plain small";
    made.textContent = label;
    const who = document.createElement("span");
    who.className = "vh";
    who.textContent = ": " + row.querySelector("label b").textContent;
    made.append(who);
    made.addEventListener("click", () => { move(row); made.focus(); });
    return made;
  };

  const up = (row) => {
    const above = row.previousElementSibling;
    if (field(row).value === "") put(row, null);
    else if (above) put(row, above);
  };
  const down = (row) => {
    const below = row.nextElementSibling;
    if (field(row).value === "") return;
    if (!below || field(below).value === "") { field(row).value = ""; number(); return; }
    put(row, below.nextElementSibling);
  };

  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = list.dataset.hint;
  list.before(hint);

  let dragged = null;
  rows().forEach((row) => {
    const line = document.createElement("div");
    line.className = "line";
    line.append(button(row, list.dataset.up, up), button(row, list.dataset.down, down));
    row.firstElementChild.append(line);
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.id);
    });
    row.addEventListener("dragover", (event) => { if (dragged) event.preventDefault(); });
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!dragged || dragged === row) return;
      const box = row.getBoundingClientRect();
      put(dragged, event.clientY > box.top + box.height / 2 ? row.nextElementSibling : row);
      dragged = null;
    });
    row.addEventListener("dragend", () => { dragged = null; });
    field(row).addEventListener("change", sort);
  });
  sort();
})();
