import type { Chart } from "./chart.js";
import { create, textNodes } from "./element-parts.js";
import type { Speak } from "./figure-view.js";
import type { makeSortable } from "./table-sort/sort.js";
import type { Cell, Table } from "./types.js";

/** Of more cells than this, the rest follows while the page has nothing else to do. */
const CELLS_AT_ONCE = 5000;
/** More do not stand beside each other on paper as words do. */
const MANY_COLUMNS = 12;

/** More cells than this are laid out by the reader's wish alone, page by page. */
const MOST_CELLS = 50_000;

/** Asks the chart, where it can be had. */
export type Ask = <T>(find: (chart: Chart) => T) => T | undefined;

/** Fills a table element; a call before the last one is through takes its place. */
export class TableView {
  readonly #element: HTMLTableElement;
  readonly #head = create("thead");
  readonly #body = create("tbody");
  /** Below the others: the row that is wanted before its page. */
  readonly #apart = create("tbody", { class: "apart" });
  readonly #foot = create("tfoot");
  readonly #more = create("button", { type: "button" });
  #turn = 0;
  /** With the rows that were wanted yet. */
  #table: Table | undefined;
  #rowCount = 0;
  #ask: Ask = () => undefined;
  #speak: Speak = String;
  /** In the document's order; so many as are made yet. */
  #rows: HTMLTableRowElement[] = [];
  #isOpen = false;
  #makeSortable: typeof makeSortable | undefined;

  constructor(element: HTMLTableElement) {
    this.#element = element;
    element.append(this.#head, this.#body, this.#apart, this.#foot);
    this.#more.addEventListener("click", () => this.#addPage());
  }

  /** `ask` has it done at once for few figures, else when the page has drawn. */
  show(figures: number, speak: Speak, ask: Ask): void {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    const begin = () => {
      const table = isCurrent() && ask(figures > CELLS_AT_ONCE ? firstRows : allRows);
      if (!table) return;
      this.#speak = speak;
      this.#ask = ask;
      this.#begin(table, isCurrent);
    };
    if (figures > CELLS_AT_ONCE) setTimeout(begin);
    else begin();
  }

  /** A row by its place in the document's order: of a page that is not made yet, it alone. */
  reach(index: number): HTMLTableRowElement | undefined {
    if (this.#rows[index]) return this.#rows[index];
    const [apart] = this.#ask((chart) => chart.table(index, index + 1))?.rows.map(bodyRow) ?? [];
    // The head is the first.
    apart?.setAttribute("aria-rowindex", `${index + 2}`);
    this.#apart.replaceChildren(...(apart ? [apart] : []));
    return apart;
  }

  stop(): void {
    this.#turn++;
  }

  /** Out of sight the buttons of the headers would be stray tab stops. */
  open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#body.append(...this.#rows);
    this.#drawHead();
    this.#drawFoot();
    if (isOpen) this.#fetchSort();
  }

  /** Where its script cannot be had, the document's order stays. */
  async #fetchSort() {
    if (this.#makeSortable) return;
    const script = await import("./table-sort/sort.js").catch(() => undefined);
    this.#makeSortable = script?.makeSortable;
    this.#drawHead();
  }

  #begin({ table, rowCount }: Rows, isCurrent: () => boolean) {
    const before = this.#table;
    this.#table = table;
    this.#rowCount = rowCount;
    const isAlike = before && this.#left() === 0 && headsOf(before) === headsOf(table);
    if (isAlike) return this.#rewrite(before, table);
    this.#rows = [];
    this.#body.replaceChildren();
    this.#element.createCaption().replaceChildren(...textNodes(table.caption));
    const isPaged = isInPages(rowCount, table);
    // Rows that are not there yet count too, and so does the head.
    if (isPaged) this.#element.setAttribute("aria-rowcount", `${rowCount + 1}`);
    else this.#element.removeAttribute("aria-rowcount");
    this.#fitPaper(table.columns.length, rowCount);
    const fill = () => {
      if (!isCurrent()) return;
      this.#addPage();
      if (!isPaged && this.#left() > 0) setTimeout(fill);
    };
    fill();
  }

  /** Other figures in the same rows and columns: only cells that changed cost anything. */
  #rewrite(before: Table, { rows }: Table) {
    rows.forEach(({ cells }, index) => {
      const old = before.rows[index]?.cells;
      cells.forEach((cell, column) => {
        if (isOther(cell, old?.[column])) fill(this.#rows[index]?.cells[column + 1], cell);
      });
    });
    // In the reader's order, and in the language's words.
    if (this.#isOpen) this.#drawHead();
  }

  /** Wide tables are turned on paper: no number is broken to make room. */
  #fitPaper(columns: number, rows: number) {
    const { classList, style } = this.#element;
    const isTurned = columns > MANY_COLUMNS && rows < columns;
    classList.toggle("turned", isTurned);
    classList.toggle("many", (isTurned ? rows : columns) > MANY_COLUMNS);
    style.setProperty("--lines", `${columns + 1}`);
    style.setProperty("--rows", `${rows + 1}`);
  }

  /** Rows that are not there yet; after another table's rows none are its own. */
  #left() {
    return this.#rowCount - this.#rows.length;
  }

  #pageSize() {
    return this.#table ? pageSize(this.#table) : 0;
  }

  #addPage() {
    const made = this.#rows.length;
    const end = made + this.#pageSize();
    const wanted = this.#table?.rows ?? [];
    if (wanted.length < Math.min(end, this.#rowCount)) {
      wanted.push(...(this.#ask((chart) => chart.table(wanted.length, end))?.rows ?? []));
    }
    const rows = wanted.slice(made, end).map(bodyRow);
    this.#rows.push(...rows);
    this.#body.append(...rows);
    this.#apart.replaceChildren();
    this.#drawHead();
    this.#drawFoot();
  }

  /** The way to the rows that are not there yet. */
  #drawFoot() {
    const left = this.#left();
    const hasMore = this.#isOpen && left > 0;
    if (!hasMore) return this.#foot.replaceChildren();
    this.#more.textContent = this.#speak("moreRows", { count: Math.min(left, this.#pageSize()) });
    // Put in anew, it would lose the focus.
    if (this.#more.isConnected) return;
    const cell = create("td", { colspan: `${(this.#table?.columns.length ?? 0) + 1}` }, this.#more);
    this.#foot.replaceChildren(create("tr", {}, cell));
  }

  /** With buttons that sort, once all rows are there and who can sort them. */
  #drawHead() {
    const { columns = [] } = this.#table ?? {};
    const isWhole = this.#rowCount > 1 && this.#left() === 0;
    const sort = this.#isOpen && isWhole ? this.#makeSortable : undefined;
    const corner = sort ? header(this.#speak("names"), "col") : create("td");
    const row = create("tr", {}, corner, ...columns.map((column) => header(column, "col")));
    if (sort) sort(this.#head, row, this.#body, this.#rows);
    else this.#head.replaceChildren(row);
  }
}

interface Rows {
  table: Table;
  /** With those that are not in the table yet. */
  rowCount: number;
}

function allRows(chart: Chart): Rows {
  const table = chart.table();
  return { table, rowCount: table.rows.length };
}

/** Of a table in pages the first page alone: the rest may never be wanted. */
function firstRows(chart: Chart): Rows {
  const rowCount = chart.rowCount();
  const heads = chart.table(0, 0);
  const wanted = isInPages(rowCount, heads) ? pageSize(heads) : rowCount;
  return { table: chart.table(0, wanted), rowCount };
}

function isInPages(rowCount: number, { columns }: Table) {
  return rowCount * (columns.length + 1) > MOST_CELLS;
}

function pageSize({ columns }: Table) {
  return Math.ceil(CELLS_AT_ONCE / (columns.length + 1));
}

/** What says how many rows and columns there are, and of what. */
function headsOf({ caption, columns, rows }: Table) {
  return [caption, ...columns, "", ...rows.map(({ header }) => header)].join("\n");
}

function bodyRow({ header: name, cells }: Table["rows"][number]) {
  const row = create("tr", {}, header(name, "row"));
  for (const cell of cells) fill(row.insertCell(), cell);
  return row;
}

function fill(element: Element | undefined, { text, missing, order }: Cell) {
  if (!element) return;
  // A text that takes another's place costs the page no style.
  if (element.firstChild) element.firstChild.nodeValue = text;
  else element.textContent = text;
  element.classList.toggle("missing", missing === true);
  if (order) element.setAttribute("data-order", `${order}`);
  else element.removeAttribute("data-order");
}

function isOther(cell: Cell, old: Cell | undefined) {
  return cell.text !== old?.text || cell.missing !== old.missing || cell.order !== old.order;
}

function header(text: string, scope: string) {
  return create("th", { scope }, ...textNodes(text));
}
