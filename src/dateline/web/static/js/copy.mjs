// Buttons with `data-copy` put those words on the clipboard; without a script they stay hidden.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy.replace("{address}", location.origin));
    const before = [...button.childNodes];
    button.replaceChildren("Copied");
    setTimeout(() => { button.replaceChildren(...before); }, 1500);
  });
}
