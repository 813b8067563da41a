// A chart as plain HTML: no script, no style, nothing that a content management
// system would strip, but for the drawing itself where it allows none.
import { escaped } from "./markup.js";
import type { Heading, Table } from "./types.js";

export interface StaticParts {
  lang: string;
  heading: Heading;
  table: Table;
  /** An `<svg>` or an `<img>`. */
  picture: string;
}

export function staticForm({ lang, heading, table, picture }: StaticParts): string {
  const { notes, source } = heading;
  const caption = [...notes, source].filter(Boolean).map(escaped).join("<br>\n    ");
  return `<figure lang="${escaped(lang)}">
  ${picture}
  <table>
    <caption>${escaped(table.caption)}</caption>
    <thead>
      <tr><td></td>${table.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr>
    </thead>
    <tbody>
${table.rows.map(rowOf).join("\n")}
    </tbody>
  </table>
  <figcaption>
    ${caption}
  </figcaption>
</figure>
`;
}

function rowOf({ header, cells }: Table["rows"][number]) {
  const figures = cells.map(({ text }) => `<td>${escaped(text)}</td>`).join("");
  return `      <tr><th scope="row">${escaped(header)}</th>${figures}</tr>`;
}

/** The picture from a file of its own, as large as the drawing is. */
export function imageOf(svg: string, address: string, summary: string): string {
  const [, size = ""] = /^<svg [^>]*?(width="[^"]*" height="[^"]*")/.exec(svg) ?? [];
  return `<img src="${escaped(address)}" alt="${escaped(summary)}" ${size}>`;
}
