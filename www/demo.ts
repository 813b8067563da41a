/** The demo page's two switches. The charts follow the page by themselves. */

const root = document.documentElement;

function onChoice(name: string, apply: (value: string) => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    input.addEventListener("change", () => apply(input.value));
    // A browser that goes back keeps the choice; the page must follow it.
    if (input.checked) apply(input.value);
  }
}

onChoice("language", (value) => {
  root.lang = value;
});

onChoice("theme", (value) => {
  if (value === "auto") delete root.dataset.theme;
  else root.dataset.theme = value;
});
