/** The switches of the demo's pages. The charts follow the page by themselves. */

const root = document.documentElement;
const address = new URL(location.href);

function onChoice(name: string, apply: (value: string) => void): void {
  const asked = address.searchParams.get(name);
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    input.addEventListener("change", () => apply(input.value));
    if (asked !== null) input.checked = input.value === asked;
    // A browser that goes back keeps the choice; the page must follow it.
    if (input.checked) apply(input.value);
  }
}

onChoice("language", (value) => {
  root.lang = value;
  document.title = `${document.querySelector("h1")?.innerText} · district-charts`;
  keepLanguage(value);
});

onChoice("theme", (value) => {
  if (value === "auto") delete root.dataset.theme;
  else root.dataset.theme = value;
});

/** In the address, which may be sent to others, and in the links to the demo's other page. */
function keepLanguage(language: string) {
  const isOwn = ({ origin, pathname }: HTMLAnchorElement) =>
    origin === location.origin && pathname !== location.pathname;
  const others = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter(isOwn);
  for (const link of [address, ...others])
    link.search = language === "vi" ? "" : `?language=${language}`;
  history.replaceState(history.state, "", address);
}
