// Files dropped on the page, or chosen in its form, are sent with their progress shown; without this, the form sends them.
const form = document.querySelector("form[data-drop]");
const live = form?.querySelector(".live");
const places = document.querySelectorAll("[data-drop]");

function say(text, share) {
  live.textContent = text;
  if (share === undefined) return;
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", text);
  if (share !== null) { bar.max = 1; bar.value = share; }
  live.append(bar);
}

function send(data) {
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => say("Sending ", event.lengthComputable ? event.loaded / event.total : null));
  request.addEventListener("error", () => say("The server cannot be reached: see whether it still runs."));
  request.addEventListener("load", () => {
    if (request.status === 202) { location.href = JSON.parse(request.responseText).address; return; }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    say(page.querySelector(".lede")?.textContent ?? request.responseText.slice(0, 200));
  });
  request.send(data);
}

if (form) {
  form.querySelector(".hint").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(new FormData(form));
  });
  const over = (is) => places.forEach((place) => place.classList.toggle("over", is));
  const has = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => { if (has(event)) { event.preventDefault(); over(true); } });
  addEventListener("dragleave", (event) => { if (event.relatedTarget === null) over(false); });
  addEventListener("drop", (event) => {
    if (!has(event)) return;
    event.preventDefault();
    over(false);
    const data = new FormData();
    for (const file of event.dataTransfer.files) data.append("file", file, file.name);
    send(data);
  });
}
