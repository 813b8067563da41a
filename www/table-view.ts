import { textNodes } from "./element-parts.js";
import type { Table } from "./types.js";

/** Of more cells than this, the rest follows while the page has nothing else to do. */
const CELLS_AT_ONCE = 5000;

/** Fills a table element; a call before the last one is through takes its place. */
export class TableView {
  readonly #element: HTMLTableElement;
  #turn = 0;

  constructor(element: HTMLTableElement) {
    this.#element = element;
  }

  /** `tabulate` is asked at once for few figures, else when the page has drawn. */
  show(figures: number, tabulate: () => Table | undefined): void {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    const begin = () => {
      const table = isCurrent() && tabulate();
      if (table) this.#begin(table, isCurrent);
    };
    if (figures > CELLS_AT_ONCE) setTimeout(begin);
    else begin();
  }

  stop(): void {
    this.#turn++;
  }

  #begin(table: Table, isCurrent: () => boolean) {
    const head = document.createElement("thead");
    head.append(headRow(table));
    const body = document.createElement("tbody");
    this.#element.replaceChildren(caption(table), head, body);
    const rowsAtOnce = Math.ceil(CELLS_AT_ONCE / (table.columns.length + 1));
    const fill = (from: number) => {
      if (!isCurrent()) return;
      body.append(...table.rows.slice(from, from + rowsAtOnce).map(bodyRow));
      if (from + rowsAtOnce < table.rows.length) setTimeout(fill, 0, from + rowsAtOnce);
    };
    fill(0);
  }
}

function caption(table: Table) {
  const element = document.createElement("caption");
  element.append(...textNodes(table.caption));
  return element;
}

function headRow({ columns }: Table) {
  const row = document.createElement("tr");
  row.insertCell();
  row.append(...columns.map((column) => header(column, "col")));
  return row;
}

function bodyRow({ header: name, cells }: Table["rows"][number]) {
  const row = document.createElement("tr");
  row.append(header(name, "row"));
  for (const { text, missing } of cells) {
    const cell = row.insertCell();
    cell.textContent = text;
    if (missing) cell.className = "missing";
  }
  return row;
}

function header(text: string, scope: string) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.append(...textNodes(text));
  return cell;
}
