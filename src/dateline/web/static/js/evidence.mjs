// Layers go on and off at once; without a script the button "Show" does the same. A place without an id leads to the nearest before it.
const desk = document.querySelector("[data-layers]");
for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;
for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => {
    desk?.classList.toggle(`hide-${box.dataset.layer}`, !box.checked);
    const params = new URLSearchParams(new FormData(box.form));
    for (const [name, value] of new URLSearchParams(location.search)) if (!params.has(name)) params.append(name, value);
    history.replaceState(null, "", `?${params}${location.hash}`);
  });
}
const wanted = Number(/^#c(\d+)$/.exec(location.hash)?.[1] ?? NaN);
if (!Number.isNaN(wanted) && !document.getElementById(`c${wanted}`)) {
  const starts = [...document.querySelectorAll("[id^=c]")].map((place) => Number(place.id.slice(1))).filter((start) => start <= wanted);
  if (starts.length > 0) document.getElementById(`c${Math.max(...starts)}`).scrollIntoView();
}
for (const place of document.querySelectorAll("details.fur [id]")) if (`#${place.id}` === location.hash) place.closest("details").open = true;
