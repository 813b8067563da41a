// Makes a document of a table, for the section that it feeds.
import type { Dataset, Figure, Period } from "../types.js";
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
import type { Column, Entry, Role, Table, TableRow } from "./table.js";
import { fold } from "./text.js";

/** What the table itself may leave open. */
export interface Particulars {
  section: SectionKey;
  format: NumberFormat;
  place: string;
  source: string;
  period: string;
}

export interface Made {
  /** Left out where an error stands in the way. */
  dataset?: Dataset;
  problems: Problem[];
  /** Where in the table the value at a JSON Pointer comes from. */
  places: Map<string, Place>;
}

const UNNAMED_PLACE = { vi: "(chưa ghi tên nơi)", en: "(place not named)" };

export function makeDocument(table: Table, particulars: Particulars): Made {
  const maker = new Maker(table, particulars);
  const section = maker.make();
  const { problems, places } = maker;
  const isRefused = problems.some(({ severity }) => severity === "error");
  if (!section || isRefused) return { problems, places };
  const { name: source, rest } = notesOf(table.notes, maker.usedNotes);
  const name = particulars.source.trim() || source;
  const dataset: Dataset = {
    version: 1,
    place: particulars.place.trim() || UNNAMED_PLACE,
    ...(name ? { sources: [{ id: "source", name }] } : {}),
    [particulars.section]: {
      ...(table.title ? { title: table.title } : {}),
      ...(rest ? { note: rest } : {}),
      ...section,
    },
  };
  return { dataset, problems, places };
}

/** The section whose rows the table's names are most like; null where they tell nothing. */
export function guessSection(table: Table): SectionKey | null {
  const roles = new Set(table.columns.map(({ role }) => role));
  if (["plan", "achieved", "outcome"].some((role) => roles.has(role as Role))) return "targets";
  const names = table.rows.map(({ name }) => readLabel(name.text).name);
  const hits = (section: SectionKey) =>
    names.filter((name) => {
      const id = builtInId(section, name);
      return id !== null && id !== "total" && id !== "target";
    }).length;
  const words = fold([table.title, ...table.columns.map(({ head }) => head.text)].join(" "));
  if (hits("growth") > 0) {
    return /co cau|ty trong|structure|share/.test(words) ? "structure" : "growth";
  }
  if (hits("livingStandards") > hits("poverty")) return "livingStandards";
  if (hits("poverty") > 0) return "poverty";
  if (hits("ntm") > 0) return "ntm";
  if (/tang truong|toc do tang|growth/.test(words)) return "growth";
  return roles.has("actual") ? "targets" : null;
}

/** The source that a note names, and the other notes as one text. */
function notesOf(notes: Entry[], used: Set<Entry>): { name: string; rest: string } {
  let name = "";
  const rest: string[] = [];
  for (const note of notes) {
    const source = /^\(?(?:nguồn|source)(?: số liệu)?\s*:\s*(.+?)\)?$/iu.exec(note.text)?.[1];
    if (source) name ||= source.replace(/\.$/, "");
    else if (!used.has(note))
      rest.push(note.text.replace(/^(?:ghi chú|chú thích|notes?)\s*:\s*/iu, ""));
  }
  return { name, rest: rest.join(" ") };
}

/** The figures of one row of the chart, by period. */
interface Series {
  id: string;
  name?: string;
  entry: Entry;
  points: Map<string, Reading>;
}

type Fields = Record<string, unknown>;

class Maker {
  readonly problems: Problem[];
  readonly places = new Map<string, Place>();
  readonly usedNotes = new Set<Entry>();
  readonly #table: Table;
  readonly #given: Particulars;
  readonly #periods: ReadPeriod[];

  constructor(table: Table, particulars: Particulars) {
    this.#table = table;
    this.#given = particulars;
    this.problems = [...table.problems];
    const labels = new Map<string, ReadPeriod>();
    for (const { period } of table.columns) if (period) labels.set(period.label, period);
    this.#periods = [...labels.values()];
  }

  make(): Fields | undefined {
    if (this.#table.rows.length === 0) {
      this.problems.push(error("tableEmpty"));
      return undefined;
    }
    switch (this.#given.section) {
      case "growth":
        return this.#growth();
      case "structure":
        return this.#rows("sectors", this.#series());
      case "poverty":
        return this.#rows("series", this.#series());
      case "livingStandards":
        return this.#livingStandards();
      case "ntm":
        return this.#ntm();
      case "targets":
        return this.#targets();
    }
  }

  #growth(): Fields {
    const series = this.#series();
    const isApart = (id: string) => id === "total" || id === "target";
    const section = this.#rows(
      "sectors",
      series.filter(({ id }) => !isApart(id)),
    );
    for (const one of series.filter(({ id }) => isApart(id))) {
      const { id: _, ...row } = this.#row(one, one.id);
      section[one.id] = row;
    }
    if ((section.sectors as unknown[]).length === 0) delete section.sectors;
    return section;
  }

  #rows(key: string, series: Series[]): Fields {
    const unit = this.#unit(series);
    return {
      ...(unit && unit !== "%" ? { unit } : {}),
      periods: this.#labels(),
      [key]: series.map((one, i) => this.#row(one, `${key}/${i}`)),
    };
  }

  #row(one: Series, path: string): Fields {
    this.#put(path, one.entry.place);
    const values = this.#keys().map((key, i) => {
      const reading = one.points.get(key) ?? {};
      const main = reading.rate ?? reading.plain ?? (this.#hasRates ? undefined : reading.count);
      const place = (main ?? reading.count)?.place;
      if (place) this.#put(`${path}/values/${i}`, place);
      return this.#figure(reading, main, key);
    });
    const contributions = this.#keys().map((key) => {
      const said = one.points.get(key)?.contribution;
      return said ? figureOf(said) : null;
    });
    const hasContributions = contributions.some((figure) => figure !== null);
    return { ...idOrName(one), values, ...(hasContributions ? { contributions } : {}) };
  }

  /** A rate with the count behind it, or a count alone. */
  #figure(reading: Reading, main: Said | undefined, key: string): Figure {
    const { count, of } = reading;
    const extra: Said["more"] = { ...this.#markOf(main, key) };
    if (count?.number && count !== main) extra.count = count.number.value;
    if (of?.number && (extra.count !== undefined || count === main)) extra.of = of.number.value;
    const none = { number: null, more: {}, unit: "", place: { row: 0, column: 0 } };
    return figureOf(main ?? none, extra);
  }

  /** What a period says of all its figures, and the note that a sign points to. */
  #markOf(said: Said | undefined, key: string): Said["more"] {
    const status = this.#periods.find(({ label }) => label === key)?.status;
    const note = said?.footnote ? this.#footnote(said) : undefined;
    return {
      ...(status && said?.number && !said.more.status ? { status } : {}),
      ...(note ? { note } : {}),
    };
  }

  #footnote({ footnote = "", place }: Said): string | undefined {
    const note = this.#table.notes.find(({ text }) => text.startsWith(footnote));
    if (note) this.usedNotes.add(note);
    else this.problems.push(notice("footnoteMissing", place, { sign: footnote }));
    return note?.text.slice(footnote.length).replace(/^[:.)\s]+/, "");
  }

  #livingStandards(): Fields {
    const [period] = this.#lastPeriod();
    const series = this.#series();
    this.#unit(series);
    return {
      period: this.#labels().at(-1),
      groups: series.map((one, i) => {
        this.#put(`groups/${i}`, one.entry.place);
        const reading = one.points.get(period) ?? {};
        const said = reading.rate ?? reading.plain;
        if (said) this.#put(`groups/${i}/share`, said.place);
        return { ...idOrName(one), share: this.#figure(reading, said, period) };
      }),
    };
  }

  /** The last period; that earlier ones are left out is said. */
  #lastPeriod(): string[] {
    const keys = this.#keys();
    if (keys.length > 1) {
      const { head } = this.#table.columns.find(({ period }) => period) ?? {};
      this.problems.push(notice("onlyLastPeriod", head?.place, { period: keys.at(-1) ?? "" }));
    }
    return keys.slice(-1);
  }

  #ntm(): Fields {
    const series = this.#series();
    const keys = this.#keys();
    const isOnce = keys.length === 1;
    const levels = series.map((one, i) => {
      this.#put(`levels/${i}`, one.entry.place);
      const readings = keys.map((key) => one.points.get(key) ?? {});
      const counts = readings.map((reading, at) => {
        const said = reading.count ?? reading.plain;
        if (said) this.#put(`levels/${i}/${isOnce ? "count" : `counts/${at}`}`, said.place);
        return said ? figureOf(said, this.#markOf(said, keys[at] ?? "")) : null;
      });
      const of = readings.map(({ of }) => of?.number?.value);
      const whole = of.find((value) => value !== undefined);
      if (whole === undefined) {
        this.problems.push(error("levelWithoutWhole", one.entry.place, { text: one.entry.text }));
      }
      const shares = readings.map(({ rate }) => (rate ? figureOf(rate) : null));
      const hasShares = shares.some((share) => share !== null);
      return {
        ...idOrName(one),
        ...(isOnce ? { count: counts[0] } : { counts }),
        of: isOnce ? whole : of.map((value) => value ?? whole),
        ...(hasShares ? { share: isOnce ? shares[0] : shares } : {}),
      };
    });
    return { ...(isOnce ? { period: this.#labels()[0] } : { periods: this.#labels() }), levels };
  }

  #targets(): Fields {
    const { rows, columns } = this.#table;
    const items: Fields[] = [];
    let group: string | undefined;
    for (const row of rows) {
      if (row.cells.every(({ text }) => text === "")) {
        group = readLabel(row.name.text).name;
        continue;
      }
      const item = this.#item(row, `items/${items.length}`);
      items.push({ ...(group ? { group } : {}), ...item });
    }
    const period = columns.filter(({ role }) => role !== "plan").at(-1)?.period;
    return { period: period?.period ?? this.#labels().at(-1), items };
  }

  #item(row: TableRow, path: string): Fields {
    const { name, unit } = readLabel(row.name.text);
    const item: Fields = { name, ...(unit ? { unit } : {}) };
    this.#put(path, row.name.place);
    for (const [i, entry] of row.cells.entries()) {
      const column = this.#table.columns[i];
      if (!column || entry.text === "" || this.#isSuperseded(column)) continue;
      this.#fill(item, entry, column, path);
    }
    return item;
  }

  /** Results of an earlier period stand beside those of the last; only these are drawn. */
  #isSuperseded(column: Column): boolean {
    const others = this.#table.columns.filter((other) => other.role === column.role);
    return others.at(-1) !== column;
  }

  #fill(item: Fields, entry: Entry, column: Column, path: string) {
    if (column.role === "unit") item.unit = entry.text;
    else if (column.role === "note") item.note = entry.text;
    else if (column.role === "outcome") {
      const outcome = outcomeOf(entry.text);
      if (outcome) item.outcome = outcome;
      else this.problems.push(error("outcomeUnknown", entry.place, { text: entry.text }));
    } else {
      const key = column.role === "plan" || column.role === "achieved" ? column.role : "actual";
      const reading = this.#read(entry, undefined);
      const said = reading?.count ?? reading?.plain ?? reading?.rate;
      if (!said) return;
      this.#put(`${path}/${key}`, entry.place);
      item[key] = figureOf(said, this.#markOf(said, column.period?.label ?? ""));
      if (key === "actual" && reading?.of?.number) item.of = reading.of.number.value;
      if (key !== "achieved" && said.unit) item.unit ??= said.unit;
    }
  }

  /** The rows as series: rows of one name but different kinds are one. */
  #series(): Series[] {
    const series: Series[] = [];
    const wholes: Series["points"] = new Map();
    for (const row of this.#table.rows) {
      const label = this.#label(row);
      const id = builtInId(this.#given.section, label.name);
      const isWhole = label.kind === "of" && id === null;
      const isHeading = row.cells.every(({ text }) => text === "") && id === null;
      if (isHeading) {
        this.problems.push(notice("rowHeading", row.name.place, { text: row.name.text }));
        continue;
      }
      const points = isWhole ? wholes : pointsOf(series, row, label, id);
      this.#readRow(row, label, points);
    }
    for (const { points } of series) {
      for (const [key, { of }] of wholes) {
        const point = points.get(key);
        if (point?.count && of) point.of ??= of;
      }
    }
    return series;
  }

  /** The name of a row, whose kind a column of units may tell. */
  #label({ name, cells }: TableRow): Label {
    const label = readLabel(name.text);
    const unit = cells[this.#unitColumn]?.text;
    return { ...label, kind: label.kind ?? (unit ? kindOfUnit(unit) : undefined) };
  }

  #readRow(row: TableRow, label: Label, points: Series["points"]) {
    for (const [i, entry] of row.cells.entries()) {
      const { role, period } = this.#table.columns[i] ?? {};
      if (role === "note" || role === "unit" || role === "outcome") continue;
      const key = period?.label ?? this.#keys()[0] ?? "";
      const reading = this.#read(entry, isKind(role) ? role : label.kind) ?? {};
      const point = points.get(key) ?? {};
      const twice = Object.keys(reading).find((kind) => kind in point);
      if (twice) this.problems.push(error("figureTwice", entry.place, { text: row.name.text }));
      points.set(key, { ...point, ...reading });
    }
  }

  #read(entry: Entry, kind: Kind | undefined): Reading | undefined {
    const read = readingOf(entry, this.#given.format, kind);
    if (!isProblem(read)) return read;
    this.problems.push(read);
    return undefined;
  }

  /** The unit of the values, which is one for all. */
  #unit(series: Series[]): string | undefined {
    const said = series.flatMap(({ points }) =>
      [...points.values()].flatMap(({ rate, plain, count }) => {
        const main = rate ?? plain ?? (this.#hasRates ? undefined : count);
        return main?.number ? [main] : [];
      }),
    );
    const written = said.filter(({ unit }) => unit !== "");
    const unit = written[0]?.unit ?? (this.#hasRates ? "%" : this.#unitAround());
    for (const other of written) {
      if (other.unit === unit) continue;
      const values = { unit: other.unit, other: unit ?? "" };
      this.problems.push(error("unitDiffers", other.place, values));
    }
    return unit;
  }

  /** From the title, the heads, a column of units or the names of the rows. */
  #unitAround(): string | undefined {
    const { unit, columns, rows } = this.#table;
    const head = columns.find((column) => column.unit && column.role !== "count")?.unit;
    const cell = rows.map(({ cells }) => cells[this.#unitColumn]?.text).find(Boolean);
    const label = rows.map(({ name }) => readLabel(name.text).unit).find(Boolean);
    return unit ?? head ?? cell ?? label;
  }

  /** -1 where the table has none. */
  get #unitColumn(): number {
    return this.#table.columns.findIndex(({ role }) => role === "unit");
  }

  /** Whether the table has rates: counts then stand behind them. */
  get #hasRates(): boolean {
    const { columns, rows } = this.#table;
    return (
      columns.some(({ role }) => role === "rate") ||
      rows.some(
        ({ name, cells }) =>
          readLabel(name.text).kind === "rate" || cells.some(({ text }) => text.includes("%")),
      )
    );
  }

  /** The labels of the periods; the title's year or the one given where no head has one. */
  #keys(): string[] {
    if (this.#periods.length > 0) return this.#periods.map(({ label }) => label);
    return [this.#given.period.trim() || this.#table.year || ""];
  }

  #labels(): Period[] {
    if (this.#periods.length > 0) return this.#periods.map(({ period }) => period);
    const [key = ""] = this.#keys();
    const isKnown = this.problems.some((problem) => problem.key === "periodMissing");
    if (key === "" && !isKnown) this.problems.push(error("periodMissing"));
    return [key];
  }

  #put(path: string, place: Place) {
    this.places.set(`/${this.#given.section}/${path}`, place);
  }
}

function idOrName({ id, name }: Series): Fields {
  return name === undefined ? { id } : { id, name };
}

function pointsOf(
  series: Series[],
  row: TableRow,
  { name }: Label,
  known: string | null,
): Series["points"] {
  const own = idOf(name);
  const found = series.find((one) => one.id === (known ?? own));
  if (found) return found.points;
  const points: Series["points"] = new Map();
  const names = known === null ? { id: own, name } : { id: known };
  series.push({ ...names, entry: row.name, points });
  return points;
}

const KINDS: readonly Role[] = ["rate", "count", "of", "contribution"];

function isKind(role: Role | undefined): role is Kind {
  return role !== undefined && KINDS.includes(role);
}

function outcomeOf(text: string): string | null {
  const folded = fold(text);
  if (/^(chua|khong) (dat|hoan thanh)|^not met/.test(folded)) return "notMet";
  if (/^vuot|^exceeded/.test(folded)) return "exceeded";
  return /^(dat|hoan thanh|met)/.test(folded) ? "met" : null;
}
