import { create, textNodes } from "./element-parts.js";
import { makeSortable } from "./table-sort.js";
import type { Table } from "./types.js";

/** Of more cells than this, the rest follows while the page has nothing else to do. */
const CELLS_AT_ONCE = 5000;

/** Fills a table element; a call before the last one is through takes its place. */
export class TableView {
  readonly #element: HTMLTableElement;
  readonly #head = create("thead");
  readonly #body = create("tbody");
  #turn = 0;
  #table: Table | undefined;
  /** Above the names of the rows, where they can be sorted. */
  #names = "";
  /** In the document's order; so many as are made yet. */
  #rows: HTMLTableRowElement[] = [];
  #isOpen = false;

  constructor(element: HTMLTableElement) {
    this.#element = element;
  }

  /** `tabulate` is asked at once for few figures, else when the page has drawn. */
  show(figures: number, names: string, tabulate: () => Table | undefined): void {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    const begin = () => {
      const table = isCurrent() && tabulate();
      if (!table) return;
      this.#names = names;
      this.#begin(table, isCurrent);
    };
    if (figures > CELLS_AT_ONCE) setTimeout(begin);
    else begin();
  }

  stop(): void {
    this.#turn++;
  }

  /** Out of sight the buttons of the headers would be stray tab stops. */
  open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#body.append(...this.#rows);
    this.#drawHead();
  }

  #begin(table: Table, isCurrent: () => boolean) {
    this.#table = table;
    this.#rows = [];
    this.#body.replaceChildren();
    this.#element.replaceChildren(caption(table), this.#head, this.#body);
    const rowsAtOnce = Math.ceil(CELLS_AT_ONCE / (table.columns.length + 1));
    const fill = () => {
      if (!isCurrent()) return;
      const made = this.#rows.length;
      const more = table.rows.slice(made, made + rowsAtOnce).map(bodyRow);
      this.#rows.push(...more);
      this.#body.append(...more);
      this.#drawHead();
      if (this.#rows.length < table.rows.length) setTimeout(fill);
    };
    fill();
  }

  /** With buttons that sort, once all rows are there. */
  #drawHead() {
    const { columns = [], rows = [] } = this.#table ?? {};
    const isSortable = this.#isOpen && rows.length > 1 && this.#rows.length === rows.length;
    const corner = isSortable ? header(this.#names, "col") : create("td");
    const row = create("tr", {}, corner, ...columns.map((column) => header(column, "col")));
    this.#head.replaceChildren(row);
    if (isSortable) makeSortable(row, this.#body, this.#rows);
  }
}

function caption(table: Table) {
  return create("caption", {}, ...textNodes(table.caption));
}

function bodyRow({ header: name, cells }: Table["rows"][number]) {
  const row = create("tr", {}, header(name, "row"));
  for (const { text, missing } of cells) {
    const cell = row.insertCell();
    cell.textContent = text;
    if (missing) cell.className = "missing";
  }
  return row;
}

function header(text: string, scope: string) {
  return create("th", { scope }, ...textNodes(text));
}
