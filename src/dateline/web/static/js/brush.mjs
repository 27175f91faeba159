// Dragging across the bars of days sets the two date fields, and sends them when the pointer lets go.
const figure = document.querySelector("[data-brush]");

if (figure) {
  const chart = figure.querySelector(".hist");
  const form = figure.querySelector("form");
  const bars = [...chart.querySelectorAll("rect.b")];
  const step = 760 / bars.length;
  let from = null;
  form.querySelector(".hint").hidden = false;

  const at = (event) => {
    const box = chart.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * 760 / step)));
  };
  const mark = (first, last) => {
    bars.forEach((bar, i) => bar.classList.toggle("on", i >= first && i <= last));
    form.elements.from.value = bars[first].dataset.first;
    form.elements.to.value = bars[last].dataset.last;
  };
  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = at(event);
    chart.setPointerCapture(event.pointerId);
    chart.querySelector(".edge")?.remove();
    mark(from, from);
    event.preventDefault();
  });
  chart.addEventListener("pointermove", (event) => { if (from !== null) mark(Math.min(from, at(event)), Math.max(from, at(event))); });
  chart.addEventListener("pointerup", () => { if (from !== null) { from = null; form.requestSubmit(); } });
  chart.addEventListener("pointercancel", () => { from = null; });
}
