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
function placeAt(offset) {
  const places = [...document.querySelectorAll("[id^=c]")].filter((place) => /^c\d+$/.test(place.id) && Number(place.id.slice(1)) <= offset);
  return places.reduce((best, place) => (best === null || Number(place.id.slice(1)) > Number(best.id.slice(1)) ? place : best), null);
}

function goToPlace() {
  const offset = /^#c(\d+)$/.exec(location.hash)?.[1];
  if (offset === undefined) return;
  const place = document.getElementById(`c${offset}`) ?? placeAt(Number(offset));
  const fold = place?.closest("details");
  if (fold) fold.open = true;
  place?.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", goToPlace);
goToPlace();
