// Reads the rows of a table as series of figures by period, and keeps what was
// wrong with them and where each came from.
import type { Figure, Period } from "../types.js";
import {
  builtInId,
  idOf,
  type Kind,
  kindOfUnit,
  type Label,
  readLabel,
  type SectionKey,
} from "./names.js";
import type { NumberFormat } from "./number.js";
import type { ReadPeriod } from "./period.js";
import { error, notice, type Place, type Problem } from "./problem.js";
import { figureOf, isProblem, type Reading, readingOf, type Said } from "./reading.js";
import type { Entry, Role, Table, TableRow } from "./table.js";

/** What the table itself may leave open. */
export interface Particulars {
  section: SectionKey;
  format: NumberFormat;
  place: string;
  source: string;
  period: string;
}

/** The figures of one row of the chart, by the label of the period. */
export interface Series {
  id: string;
  name?: string;
  note?: string;
  unit?: string;
  entry: Entry;
  points: Map<string, Reading>;
}

const NOTHING: Said = { number: null, more: {}, unit: "", place: { row: 0, column: 0 } };

export class SeriesReader {
  readonly table: Table;
  readonly problems: Problem[];
  readonly places = new Map<string, Place>();
  readonly usedNotes = new Set<Entry>();
  readonly #given: Particulars;
  readonly #periods: ReadPeriod[];
  readonly #hasRates: boolean;

  constructor(table: Table, particulars: Particulars) {
    this.table = table;
    this.#given = particulars;
    this.#hasRates = hasRates(table);
    this.problems = [...table.problems];
    const labels = new Map<string, ReadPeriod>();
    for (const { period } of table.columns) if (period) labels.set(period.label, period);
    // Some tables begin with the latest.
    this.#periods = [...labels.values()].sort((one, other) => one.middle - other.middle || 0);
    for (const [i, { label }] of this.#periods.entries()) {
      const column = table.columns.find(({ period }) => period?.label === label);
      if (column) this.put(`periods/${i}`, column.head.place);
    }
  }

  /** The rows as series: rows of one name but different kinds are one. */
  series(): Series[] {
    const series = new Map<string, Series>();
    const wholes: Series["points"] = new Map();
    for (const row of this.table.rows) {
      const label = this.#label(row);
      const builtIn = builtInId(this.#given.section, label.name);
      const id = row.name.own?.id ?? builtIn;
      const isWhole = label.kind === "of" && id === null;
      const isHeading = row.cells.every(isEmpty) && id === null;
      if (isHeading) {
        this.problems.push(notice("rowHeading", row.name.place, { text: row.name.text }));
        continue;
      }
      if (isWhole) this.#readRow(row, label, wholes);
      else {
        const one = seriesFor(series, row, label, builtIn);
        one.note ??= row.cells[this.#columnOf("note")]?.text || undefined;
        this.#readRow(row, label, one.points);
      }
    }
    for (const { points } of series.values()) {
      for (const [key, { of }] of wholes) {
        const point = points.get(key);
        if (point?.count && of) point.of ??= of;
      }
    }
    return [...series.values()];
  }

  /** The name of a row, whose kind a column of units may tell. */
  #label({ name, cells }: TableRow): Label {
    const label = readLabel(name.text);
    const unit = cells[this.#columnOf("unit")]?.text;
    return { ...label, kind: label.kind ?? (unit ? kindOfUnit(unit) : undefined) };
  }

  #readRow(row: TableRow, label: Label, points: Series["points"]) {
    for (const [i, entry] of row.cells.entries()) {
      const { role, period } = this.table.columns[i] ?? {};
      if (role === "note" || role === "unit" || role === "outcome") continue;
      const key = period?.label ?? this.keys()[0] ?? "";
      const reading = this.read(entry, isKind(role) ? role : label.kind);
      const point = points.get(key) ?? {};
      const twice = Object.keys(reading).find((kind) => kind in point);
      if (twice) this.problems.push(error("figureTwice", entry.place, { text: row.name.text }));
      points.set(key, { ...point, ...reading });
    }
  }

  /** What a cell gives; its problem is kept, and a figure without a number has its place. */
  read(entry: Entry, kind: Kind | undefined): Reading {
    const read = readingOf(entry, this.#given.format, kind);
    if (!isProblem(read)) return read;
    this.problems.push(read);
    return { [kind ?? "plain"]: { ...NOTHING, place: entry.place } };
  }

  /** A rate with the count behind it, or a count alone. */
  figure({ points }: Series, key: string, path: string): Figure {
    const reading = points.get(key) ?? {};
    const { count, of } = reading;
    const main = this.#main(reading);
    const place = (main ?? count)?.place;
    if (place) this.put(path, place);
    const extra: Said["more"] = main ? this.markOf(main, key) : {};
    const isBehind = count?.number && count !== main;
    if (isBehind) extra.count = count.number?.value;
    if (of?.number && (isBehind || count === main)) extra.of = of.number.value;
    return figureOf(main ?? NOTHING, extra);
  }

  #main({ rate, plain, count }: Reading): Said | undefined {
    return rate ?? plain ?? (this.#hasRates ? undefined : count);
  }

  /** What a period says of all its figures, and the note that a sign points to. */
  markOf(said: Said, key: string): Said["more"] {
    const status = this.#periods.find(({ label }) => label === key)?.status;
    const note = said.footnote ? this.#footnote(said) : undefined;
    return {
      ...(status && said.number && !said.more.status ? { status } : {}),
      ...(note ? { note } : {}),
    };
  }

  #footnote({ footnote = "", place }: Said): string | undefined {
    const note = this.table.notes.find(({ text }) => text.startsWith(footnote));
    if (note) this.usedNotes.add(note);
    else this.problems.push(notice("footnoteMissing", place, { sign: footnote }));
    return note?.text.slice(footnote.length).replace(/^[:.)\s]+/, "");
  }

  /** The unit of the values, which is one for all. */
  unit(series: Series[]): string | undefined {
    const said = series.flatMap(({ points }) =>
      [...points.values()].flatMap((reading) => {
        const main = this.#main(reading);
        return main?.number ? [main] : [];
      }),
    );
    const written = said.filter(({ unit }) => unit !== "");
    const around = this.#hasRates ? "%" : this.#unitAround();
    const unit = written[0]?.unit ?? this.table.declaredUnit ?? around;
    for (const other of written) {
      if (other.unit === unit) continue;
      const values = { unit: other.unit, other: unit ?? "" };
      this.problems.push(error("unitDiffers", other.place, values));
    }
    return unit;
  }

  /** From the title, the heads, a column of units or the names of the rows. */
  #unitAround(): string | undefined {
    const { unit, columns, rows } = this.table;
    const head = columns.find((column) => column.unit && column.role !== "count")?.unit;
    const cell = rows.map(({ cells }) => cells[this.#columnOf("unit")]?.text).find(Boolean);
    const label = rows.map(({ name }) => readLabel(name.text).unit).find(Boolean);
    return unit ?? head ?? cell ?? label;
  }

  /** -1 where the table has none. */
  #columnOf(role: Role): number {
    return this.table.columns.findIndex((column) => column.role === role);
  }

  /** The labels of the periods; the title's year or the one given where no head has one. */
  keys(): string[] {
    if (this.#periods.length > 0) return this.#periods.map(({ label }) => label);
    return [this.#given.period.trim() || this.table.year || ""];
  }

  /** The periods as the document has them. */
  labels(): Period[] {
    if (this.#periods.length > 0) return this.#periods.map(({ period }) => period);
    const [key = ""] = this.keys();
    const isKnown = this.problems.some((problem) => problem.key === "periodMissing");
    if (key === "" && !isKnown) this.problems.push(error("periodMissing"));
    return [key];
  }

  /** Remembers where the value at a path within the section comes from. */
  put(path: string, place: Place) {
    this.places.set(`/${this.#given.section}/${path}`, place);
  }
}

/** The series of that name; a new one where there is none. */
function seriesFor(
  series: Map<string, Series>,
  row: TableRow,
  { name }: Label,
  builtIn: string | null,
): Series {
  const { own = {} } = row.name;
  const id = own.id ?? builtIn ?? idOf(name);
  const found = series.get(id);
  if (found) return found;
  // A name that is empty is that of the id.
  const named = own.name ?? (id === builtIn ? "" : name);
  const { unit, note } = own;
  const made: Series = {
    id,
    ...(named ? { name: named } : {}),
    unit,
    note,
    entry: row.name,
    points: new Map(),
  };
  series.set(id, made);
  return made;
}

/** Whether the table has rates: counts then stand behind them. */
function hasRates({ columns, rows }: Table): boolean {
  return (
    columns.some(({ role }) => role === "rate") ||
    rows.some(
      ({ name, cells }) =>
        readLabel(name.text).kind === "rate" || cells.some(({ text }) => text.includes("%")),
    )
  );
}

function isEmpty({ text, given }: Entry): boolean {
  return text === "" && !given;
}

const KINDS: readonly Role[] = ["rate", "count", "of", "contribution"];

function isKind(role: Role | undefined): role is Kind {
  return role !== undefined && KINDS.includes(role);
}
