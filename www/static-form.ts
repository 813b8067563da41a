// A chart as plain HTML: no script, no style, nothing that a content management
// system would strip, but for the drawing itself where it allows none.
import { escaped } from "./markup.js";
import type { Attributes, TableData } from "./static-data.js";
import type { Heading, Table } from "./types.js";

export interface StaticParts {
  lang: string;
  heading: Heading;
  table: Table;
  /** What makes the table the data of an element. */
  data: TableData | undefined;
  /** An `<svg>` or an `<img>`. */
  picture: string;
}

export function staticForm({ lang, heading, table, data, picture }: StaticParts): string {
  const { notes, source } = heading;
  const caption = [...notes, source].filter(Boolean).map(escaped).join("<br>\n    ");
  return `<figure lang="${escaped(lang)}">
  ${picture}
  <table${attributes(data?.table)}>
    <caption>${escaped(table.caption)}</caption>
    <thead>
      <tr><td></td>${table.columns.map((column, i) => `<th scope="col"${attributes(data?.heads[i])}>${escaped(column)}</th>`).join("")}</tr>
    </thead>
    <tbody>
${table.rows.map((row, i) => rowOf(row, data, i)).join("\n")}
    </tbody>
  </table>
  <figcaption>
    ${caption}
  </figcaption>
</figure>
`;
}

function rowOf({ header, cells }: Table["rows"][number], data: TableData | undefined, i: number) {
  const said = data?.rows[i];
  const figures = cells
    .map(({ text }, column) => `<td${attributes(said?.cells[column])}>${escaped(text)}</td>`)
    .join("");
  // What the parts leave has no row in the document.
  const row = data && !said ? attributes({ computed: "" }) : "";
  return `      <tr${row}><th scope="row"${attributes(said?.head)}>${escaped(header)}</th>${figures}</tr>`;
}

function attributes(data: Attributes = {}): string {
  return Object.entries(data)
    .map(([name, value]) => (value === undefined ? "" : ` data-${name}="${escaped(`${value}`)}"`))
    .join("");
}

/** The picture from a file of its own, as large as the drawing is. */
export function imageOf(svg: string, address: string, summary: string): string {
  const [, size = ""] = /^<svg [^>]*?(width="[^"]*" height="[^"]*")/.exec(svg) ?? [];
  return `<img src="${escaped(address)}" alt="${escaped(summary)}" ${size}>`;
}
