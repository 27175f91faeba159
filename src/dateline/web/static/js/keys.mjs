// Single keys. Rows are elements with `data-row`; other keys press what has `data-key`, where the page has it.
const GO = { s: "/stories", e: "/explore?view=table", a: "/actors", q: "/statements", m: "/explore?view=map", t: "/explore?view=time" };
let isGoing = false;

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  (next.querySelector("a, button") ?? next).focus();
  next.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const row = document.activeElement?.closest("[data-row]");
  const found = row?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  found?.click();
  return found !== null && found !== undefined;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
  if (isTyping(event.target)) return;
  const { key } = event;
  if (isGoing) {
    isGoing = false;
    if (GO[key]) location.href = GO[key];
    return;
  }
  if (key === "g") isGoing = true;
  else if (key === "/") document.getElementById("q")?.focus();
  else if (key === "?") location.href = "/keys";
  else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (!press(key)) return;
  event.preventDefault();
});
