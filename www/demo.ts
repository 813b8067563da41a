/** The switches of the demo's pages. The charts follow the page by themselves. */

const root = document.documentElement;
const asked = new URLSearchParams(location.search);

function onChoice(name: string, apply: (value: string) => void): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  // Another page may offer more languages than this one.
  const wanted = inputs.find(({ value }) => value === asked.get(name));
  if (wanted) wanted.checked = true;
  for (const input of inputs) {
    input.addEventListener("change", () => apply(input.value));
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
  const withLanguage = (href: string) => {
    const url = new URL(href);
    url.searchParams.delete("language");
    if (language !== "vi") url.searchParams.set("language", language);
    return url.href;
  };
  history.replaceState(history.state, "", withLanguage(location.href));
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    // The documentation has pages of their own for each language.
    const isOther =
      link.href.startsWith(new URL(".", location.href).href) && link.pathname !== location.pathname;
    if (isOther) link.href = withLanguage(link.href);
  }
}
