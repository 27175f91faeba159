// Lists with `data-order` can be dragged into another order; the address that follows has it. The arrows do the same without a script.
for (const list of document.querySelectorAll("[data-order]")) {
  let dragged = null;
  const rows = () => [...list.querySelectorAll(":scope > [data-id]")];
  for (const row of rows()) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      if (event.target !== row) return;
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const { top, height } = row.getBoundingClientRect();
      row.parentNode.insertBefore(dragged, event.clientY < top + height / 2 ? row : row.nextSibling);
    });
    row.addEventListener("dragend", () => {
      if (!dragged) return;
      dragged = null;
      const address = new URL(location.href);
      const order = rows().map((one) => one.dataset.id);
      if (address.searchParams.getAll(list.dataset.order).join("\n") === order.join("\n")) return;
      address.searchParams.delete(list.dataset.order);
      for (const id of order) address.searchParams.append(list.dataset.order, id);
      location.href = address.href;
    });
  }
}
