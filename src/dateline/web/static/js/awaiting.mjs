// A page that waits for something asks how far it is, and loads itself anew when it is over.
const place = document.querySelector("[data-await]");

async function ask() {
  try {
    const answer = await fetch(place.dataset.await, { headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (told.is_over) return location.reload();
    const { read = 0, known = 0, unchanged = 0, rejected = 0, forgotten = 0 } = told.report;
    const inputs = read + known + unchanged + rejected + forgotten;
    if (told.state === "reading") place.querySelector("[role=status]").textContent = `${inputs} so far${rejected ? `, ${rejected} rejected` : ""}.`;
  } catch { /* the server may be busy: ask again */ }
  setTimeout(ask, 700);
}

if (place) ask();
