import type { Table } from "./types.js";

/** Beyond this many cells the rest follows while the page has nothing else to do. */
const CELLS_AT_ONCE = 2000;

/** Fills a table element; a call before the last one is through takes its place. */
export class TableView {
  readonly #table: HTMLTableElement;
  #shown: Table | undefined;

  constructor(table: HTMLTableElement) {
    this.#table = table;
  }

  show(table: Table): void {
    this.#shown = table;
    const head = document.createElement("thead");
    head.append(headRow(table));
    const body = document.createElement("tbody");
    this.#table.replaceChildren(caption(table), head, body);
    this.#fill(body, table, 0);
  }

  #fill(body: HTMLElement, table: Table, from: number) {
    const to = from + Math.ceil(CELLS_AT_ONCE / (table.columns.length + 1));
    body.append(...table.rows.slice(from, to).map(bodyRow));
    if (to >= table.rows.length) return;
    setTimeout(() => {
      if (this.#shown === table) this.#fill(body, table, to);
    });
  }
}

function caption(table: Table) {
  const element = document.createElement("caption");
  element.textContent = table.caption;
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
  cell.textContent = text;
  return cell;
}
