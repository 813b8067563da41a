// The pages of the documentation: which there are, in what order, and where they stand.
// An editor's pages are in Vietnamese and English, a developer's in English, but for those
// that who runs a portal needs too.
import { posix } from "node:path";

export const FOLDER = "dist/docs";

const EDITORS = ["index", "data", "format", "publish", "print", "change", "errors"];

const DEVELOPERS = [
  "element",
  "module",
  "projects",
  "embedding",
  "hosting",
  "exports",
  "statistics",
  "languages",
  "words",
  "browsers",
  "accessibility",
  "security",
];

const DEVELOPERS_IN_VIETNAMESE = ["embedding", "statistics"];

/** Those that are read outside of the site too. */
const ELSEWHERE = {
  accessibility: "docs/ACCESSIBILITY.md",
  security: "SECURITY.md",
  words: "docs/words.md",
};

const page = (name, lang, group) => ({
  name,
  lang,
  group,
  source: (lang === "en" && ELSEWHERE[name]) || `docs/${lang}/${name}.md`,
  path: lang === "vi" ? `${name}.html` : `${lang}/${name}.html`,
});

/** By language and group; `path` is that in the site. */
export const PAGES = [
  ...EDITORS.map((name) => page(name, "vi", "editors")),
  ...EDITORS.map((name) => page(name, "en", "editors")),
  ...DEVELOPERS_IN_VIETNAMESE.map((name) => page(name, "vi", "developers")),
  ...DEVELOPERS.map((name) => page(name, "en", "developers")),
];

/** The address of a path in the site, or beside it, as a page writes it. */
export function addressFrom(page, path) {
  return posix.relative(posix.dirname(page.path), path) || ".";
}

/** The same page in the other language, where there is one. */
export function otherOf({ name, lang }) {
  return PAGES.find((other) => other.name === name && other.lang !== lang);
}
