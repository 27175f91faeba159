// What an address leads to may be folded: it is opened.
function open() {
  let place = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const target = place;
  while ((place = place?.parentElement?.closest("details:not([open])"))) place.open = true;
  target?.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", open);
open();
