// What stands around the text of a page. No script is needed to read it, and no other
// host is asked for anything.
import { escaped } from "./html.mjs";
import { addressFrom, otherOf, PAGES } from "./pages.mjs";

const WORDS = {
  vi: {
    skip: "Đến nội dung",
    demo: "Trang mẫu",
    tryIt: "Thử với số liệu của bạn",
    pages: "Các trang hướng dẫn",
    onPage: "Trong trang này",
    editors: "Cho người làm trang",
    developers: "Cho lập trình viên (phần lớn bằng tiếng Anh)",
    other: "English",
    previous: "Trang trước",
    next: "Trang sau",
    licence: "giấy phép MIT. Trang này không gửi yêu cầu nào ra ngoài, không theo dõi.",
  },
  en: {
    skip: "To the content",
    demo: "Demo",
    tryIt: "Try your own figures",
    pages: "Pages of the documentation",
    onPage: "On this page",
    editors: "For who makes the page",
    developers: "For developers",
    other: "Tiếng Việt",
    previous: "Previous",
    next: "Next",
    licence: "MIT licence. This page sends no request elsewhere and tracks nobody.",
  },
};

/** A whole page. `titles` are those of all pages, by path. */
export function layOut(page, { title, description, body, headings }, titles) {
  const words = WORDS[page.lang];
  const at = (path) => escaped(addressFrom(page, path));
  const script = body.includes("<district-chart")
    ? `\n    <script type="module" src="${at("../district-charts.js")}"></script>`
    : "";
  return `<!doctype html>
<html lang="${page.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)} · district-charts</title>
    <meta name="description" content="${escaped(description)}" />
    <link rel="icon" href="${at("../demo/icon.svg")}" type="image/svg+xml" />
    <link rel="stylesheet" href="${at("../demo/demo.css")}" />
    <link rel="stylesheet" href="${at("docs.css")}" />${alternates(page, at)}${script}
  </head>
  <body>
    <a class="skip" href="#content">${words.skip}</a>
    <header>
      <a href="${at(homeOf(page))}"><strong>district-charts</strong></a>
      <a href="${at("../demo/index.html")}">${words.demo}</a>
      <a href="${at("../demo/try.html")}">${words.tryIt}</a>
      ${otherLanguage(page, words, at)}
    </header>
    <nav class="pages" aria-label="${words.pages}">
${["editors", "developers"].map((group) => groupOf(group, page, titles, words, at)).join("\n")}
    </nav>
    <main id="content">
${withContents(body, headings, words)}
    </main>
    <footer>
      ${neighbours(page, titles, words, at)}
      <p><strong>district-charts</strong>, ${words.licence}</p>
    </footer>
  </body>
</html>
`;
}

function homeOf({ lang }) {
  return PAGES.find((page) => page.name === "index" && page.lang === lang).path;
}

/** For search engines, which show each reader his language. */
function alternates(page, at) {
  const other = otherOf(page);
  if (!other) return "";
  return [page, other]
    .map(({ lang, path }) => `\n    <link rel="alternate" hreflang="${lang}" href="${at(path)}" />`)
    .join("");
}

/** The same page, or the first where this one is in one language. */
function otherLanguage(page, words, at) {
  const lang = page.lang === "vi" ? "en" : "vi";
  const { path } = otherOf(page) ?? { path: homeOf({ lang }) };
  return `<a class="other" href="${at(path)}" lang="${lang}" hreflang="${lang}">${words.other}</a>`;
}

function groupOf(group, page, titles, words, at) {
  // What is in English alone is in the list of each language.
  const isListed = (other) =>
    other.group === group && (other.lang === page.lang || !otherOf(other));
  const items = PAGES.filter(isListed).map((other) => {
    const lang = other.lang === page.lang ? "" : ` lang="${other.lang}" hreflang="${other.lang}"`;
    const current = other === page ? ' aria-current="page"' : "";
    return `        <li><a href="${at(other.path)}"${lang}${current}>${escaped(titles.get(other.path))}</a></li>`;
  });
  return `      <p id="${group}">${words[group]}</p>
      <ul aria-labelledby="${group}">
${items.join("\n")}
      </ul>`;
}

/** After the first heading and what follows it: where a long page leads. */
function withContents(body, headings, words) {
  const sections = headings.filter(({ depth }) => depth === 2);
  const first = body.indexOf("<h2");
  if (sections.length < 3) return body;
  const links = sections.map(({ id, html }) => `  <li><a href="#${escaped(id)}">${html}</a></li>`);
  const list = `<nav class="contents" aria-label="${words.onPage}">\n<ul>\n${links.join("\n")}\n</ul>\n</nav>\n`;
  return body.slice(0, first) + list + body.slice(first);
}

function neighbours(page, titles, words, at) {
  const pages = PAGES.filter(({ lang }) => lang === page.lang);
  const place = pages.indexOf(page);
  const link = (other, rel, word) =>
    other
      ? `<a rel="${rel}" href="${at(other.path)}">${word}: ${escaped(titles.get(other.path))}</a>`
      : "";
  return `<p class="neighbours">${link(pages[place - 1], "prev", words.previous)} ${link(pages[place + 1], "next", words.next)}</p>`;
}
