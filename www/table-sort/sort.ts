// The reader's own order of a table; the picture keeps the document's.
import { create } from "../element-parts.js";

const NEXT: { [order: string]: string } = { none: "ascending", ascending: "descending" };
const NAMES = 0;

/** What a row is sorted by; nothing where no figure was published. */
type Key = string | number | undefined;

/**
 * Gives a table a row of headers with a button in each: ascending, descending, then the
 * document's order. In the place of one with as many columns it goes on in its order, and
 * whoever was on a header, as when the language changed, stays there.
 */
export function makeSortable(
  section: HTMLTableSectionElement,
  head: HTMLTableRowElement,
  body: HTMLTableSectionElement,
  rows: HTMLTableRowElement[],
): void {
  const before = section.rows[0];
  const { activeElement } = section.getRootNode() as ShadowRoot;
  const focused = [...(before?.cells ?? [])].findIndex((cell) => cell.contains(activeElement));
  section.replaceChildren(head);
  const sortBy = (header: HTMLTableCellElement, order: string | undefined) => {
    for (const other of head.cells) other.removeAttribute("aria-sort");
    if (order) header.setAttribute("aria-sort", order);
    body.append(...(order ? sorted(rows, header.cellIndex, order) : rows));
  };
  for (const header of head.cells) {
    const button = create("button", { type: "button" }, ...header.childNodes);
    button.addEventListener("click", () => {
      sortBy(header, NEXT[header.getAttribute("aria-sort") ?? "none"]);
    });
    header.append(button);
    const order = before?.cells[header.cellIndex]?.getAttribute("aria-sort");
    if (order && before?.cells.length === head.cells.length) sortBy(header, order);
  }
  head.cells[focused]?.querySelector("button")?.focus({ preventScroll: true });
}

function sorted(rows: HTMLTableRowElement[], column: number, order: string) {
  const language = rows[0]?.closest<HTMLElement>("[lang]")?.lang;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = order === "descending" ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column], column, language) }));
  keyed.sort(
    ({ key: a }, { key: b }) =>
      Number(a === undefined) - Number(b === undefined) || sign * compare(a, b, collator),
  );
  return keyed.map(({ row }) => row);
}

/** Figures before words. */
function compare(a: Key, b: Key, collator: Intl.Collator) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return (
    Number(typeof a === "string") - Number(typeof b === "string") ||
    collator.compare(`${a}`, `${b}`)
  );
}

function keyOf(cell: HTMLTableCellElement | undefined, column: number, language?: string): Key {
  const text = cell?.textContent ?? "";
  if (column === NAMES) return text;
  if (cell?.className) return undefined;
  return Number(cell?.dataset.order) || (numberIn(text, language) ?? text);
}

/** The first number of a text, as the module writes it in the language. */
function numberIn(text: string, language?: string): number | undefined {
  const latin = text.replace(/[០-៩]/g, (digit) => `${digit.charCodeAt(0) - 0x17e0}`);
  const number = /[−\d][\d.,]*/.exec(latin)?.[0].replace("−", "-");
  if (number === undefined) return undefined;
  // Khmer digits are grouped as in Vietnamese.
  const hasComma = language === "vi" || latin !== text;
  return Number.parseFloat(
    hasComma ? number.replaceAll(".", "").replace(",", ".") : number.replaceAll(",", ""),
  );
}
