// Markdown as HTML. Beside what Markdown has, a line of its own such as
//
//   {{file examples/svg.rs}}
//
// is what the directive of that name makes: what is shown is taken from the files that
// tests run, and from the tables that the product is made with.
import { posix } from "node:path";
import { Marked } from "marked";
import { escaped } from "./html.mjs";
import { addressFrom, PAGES } from "./pages.mjs";

/**
 * `{ title, description, body, headings }` of a page; `directives` by name, each with the
 * words after its name to the HTML in its place.
 */
export function render(markdown, page, directives) {
  const headings = [];
  const marked = new Marked({
    extensions: [DIRECTIVE],
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const heading = { depth, html, id: slug(textOf(html), headings) };
        headings.push(heading);
        return `<h${depth} id="${escaped(heading.id)}">${html}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const address = addressOf(href, page);
        return `<a href="${escaped(address)}">${this.parser.parseInline(tokens)}</a>`;
      },
      table(token) {
        // A page scrolls one way: what is wider than it scrolls in a box that keys reach.
        const { table } = Object.getPrototypeOf(this);
        const label = headings.at(-1)?.id ?? "";
        return `<div class="wide" role="region" tabindex="0" aria-labelledby="${escaped(label)}">${table.call(this, token)}</div>\n`;
      },
    },
  });
  const tokens = marked.lexer(markdown);
  for (const token of tokens) {
    if (token.type === "directive") token.html = directives[token.name](...token.words);
  }
  const body = marked.parser(tokens);
  const [first] = headings;
  return {
    title: textOf(first?.html ?? ""),
    description: textOf(/<p>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? "").replaceAll("\n", " "),
    body,
    headings,
  };
}

const DIRECTIVE = {
  name: "directive",
  level: "block",
  start: (source) => source.match(/^\{\{/m)?.index,
  tokenizer(source) {
    const match = /^\{\{(\S+)(.*)\}\}(?:\n|$)/.exec(source);
    if (!match) return undefined;
    const [raw, name, rest] = match;
    return { type: "directive", raw, name, words: rest.split(" ").filter(Boolean) };
  },
  renderer: ({ html }) => html,
};

/** Pages are linked by their sources, so that the links lead somewhere there too. */
function addressOf(href, page) {
  const [path, hash] = href.split("#");
  if (/^[a-z]+:/.test(href) || path === "") return href;
  const source = posix.join(posix.dirname(page.source), path);
  if (/^www\/.*\.html$/.test(source)) return addressFrom(page, source.replace("www", "../demo"));
  const target = PAGES.find((other) => other.source === source);
  if (!target) throw new Error(`${page.source}: there is no page ${source}.`);
  return addressFrom(page, target.path) + (hash ? `#${hash}` : "");
}

/** The text of what a renderer wrote. */
function textOf(html) {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** As GitHub makes it of a heading, so that links to headings lead somewhere there too. */
function slug(text, before) {
  const id = text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number} _-]/gu, "")
    .replaceAll(" ", "-");
  const same = before.filter((heading) => heading.id.replace(/-\d+$/, "") === id).length;
  return same ? `${id}-${same}` : id;
}
