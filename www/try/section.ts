// Makes a document of a table: one function for each section that it may feed.
import type { Dataset } from "../types.js";
import { builtInId, readLabel, type SectionKey } from "./names.js";
import { error, notice, type Place, type Problem } from "./problem.js";
import { figureOf } from "./reading.js";
import { type Particulars, type Series, SeriesReader } from "./series.js";
import type { Column, Entry, Role, Table, TableRow } from "./table.js";
import { fold } from "./text.js";

export interface Made {
  /** Left out where an error stands in the way. */
  dataset?: Dataset;
  problems: Problem[];
  /** Where in the table the value at a JSON Pointer comes from. */
  places: Map<string, Place>;
}

type Fields = Record<string, unknown>;

const SECTION_MAKERS: Record<SectionKey, (reader: SeriesReader) => Fields> = {
  growth,
  structure: (reader) => rowsOf(reader, "sectors", reader.series()),
  poverty: (reader) => rowsOf(reader, "series", reader.series()),
  livingStandards,
  ntm,
  targets,
};

const UNNAMED_PLACE = { vi: "(chưa ghi tên nơi)", en: "(place not named)" };

export function makeDocument(table: Table, particulars: Particulars): Made {
  const reader = new SeriesReader(table, particulars);
  const { problems, places } = reader;
  if (table.rows.length === 0) return { problems: [...problems, error("tableEmpty")], places };
  const section = SECTION_MAKERS[particulars.section](reader);
  if (problems.some(({ severity }) => severity === "error")) return { problems, places };
  const { source, note } = notesOf(table.notes, reader.usedNotes);
  const name = particulars.source.trim() || source;
  const dataset: Dataset = {
    version: 1,
    place: particulars.place.trim() || UNNAMED_PLACE,
    ...(name ? { sources: [{ id: "source", name }] } : {}),
    [particulars.section]: {
      ...(table.title ? { title: table.title } : {}),
      ...(note ? { note } : {}),
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

/** The source that a note names, and the notes that no figure points to as one text. */
function notesOf(notes: Entry[], used: Set<Entry>): { source: string; note: string } {
  let source = "";
  const rest: string[] = [];
  for (const entry of notes) {
    const named = /^\(?(?:nguồn|source)(?: số liệu)?\s*:\s*(.+?)\)?$/iu.exec(entry.text)?.[1];
    if (named) source ||= named.replace(/\.$/, "");
    else if (!used.has(entry)) {
      rest.push(entry.text.replace(/^(?:ghi chú|chú thích|notes?)\s*:\s*/iu, ""));
    }
  }
  return { source, note: rest.join(" ") };
}

function growth(reader: SeriesReader): Fields {
  const all = reader.series();
  const isApart = ({ id }: Series) => id === "total" || id === "target";
  const sectors = all.filter((one) => !isApart(one));
  const section = rowsOf(reader, "sectors", sectors);
  if (sectors.length === 0) delete section.sectors;
  for (const one of all.filter(isApart)) {
    const { id: _, contributions, ...row } = rowOf(reader, one, one.id);
    section[one.id] = row;
    if (contributions) {
      const { place, text } = one.entry;
      reader.problems.push(notice("contributionNotDrawn", place, { text }));
    }
  }
  return section;
}

function rowsOf(reader: SeriesReader, key: string, series: Series[]): Fields {
  const unit = reader.unit(series);
  return {
    ...(unit && unit !== "%" ? { unit } : {}),
    periods: reader.labels(),
    [key]: series.map((one, i) => rowOf(reader, one, `${key}/${i}`)),
  };
}

function rowOf(reader: SeriesReader, one: Series, path: string): Fields {
  reader.put(path, one.entry.place);
  const values = reader.keys().map((key, i) => reader.figure(one, key, `${path}/values/${i}`));
  const contributions = reader.keys().map((key) => {
    const said = one.points.get(key)?.contribution;
    return said ? figureOf(said) : null;
  });
  return { ...headOf(one), values, ...ifAny({ contributions }) };
}

function livingStandards(reader: SeriesReader): Fields {
  const series = reader.series();
  const key = reader.keys().at(-1) ?? "";
  if (reader.keys().length > 1) {
    const first = reader.table.columns.find(({ period }) => period);
    reader.problems.push(notice("onlyLastPeriod", first?.head.place, { period: key }));
  }
  reader.unit(series);
  const groups = series.map((one, i) => {
    reader.put(`groups/${i}`, one.entry.place);
    return { ...headOf(one), share: reader.figure(one, key, `groups/${i}/share`) };
  });
  return { period: reader.labels().at(-1), groups };
}

function ntm(reader: SeriesReader): Fields {
  const series = reader.series();
  const isOnce = reader.keys().length === 1;
  const levels = series.map((one, i) => levelOf(reader, one, `levels/${i}`, isOnce));
  const periods = reader.labels();
  return { ...(isOnce ? { period: periods[0] } : { periods }), levels };
}

function levelOf(reader: SeriesReader, one: Series, path: string, isOnce: boolean): Fields {
  reader.put(path, one.entry.place);
  const keys = reader.keys();
  const readings = keys.map((key) => one.points.get(key) ?? {});
  const counts = readings.map(({ count, plain }, i) => {
    const said = count ?? plain;
    if (!said) return null;
    reader.put(`${path}/${isOnce ? "count" : `counts/${i}`}`, said.place);
    return figureOf(said, reader.markOf(said, keys[i] ?? ""));
  });
  const wholes = readings.map(({ of }) => of?.number?.value);
  const whole = wholes.find((value) => value !== undefined);
  if (whole === undefined) {
    const { place, text } = one.entry;
    reader.problems.push(error("levelWithoutWhole", place, { text }));
  }
  const share = readings.map(({ rate }) => (rate ? figureOf(rate) : null));
  const head = { ...headOf(one), ...(one.unit ? { unit: one.unit } : {}) };
  if (!isOnce) {
    return { ...head, counts, of: wholes.map((of) => of ?? whole), ...ifAny({ share }) };
  }
  const [only] = share;
  return { ...head, count: counts[0], of: whole, ...(only === null ? {} : { share: only }) };
}

function targets(reader: SeriesReader): Fields {
  const { rows, columns } = reader.table;
  const drawn = columns.filter((column) => lastOfRole(columns, column) === column);
  for (const { head, period } of columns.filter((column) => !drawn.includes(column))) {
    const values = { text: head.text, period: period?.label ?? "" };
    reader.problems.push(notice("columnNotDrawn", head.place, values));
  }
  const items: Fields[] = [];
  let group: string | undefined;
  for (const row of rows) {
    if (row.cells.every(({ text }) => text === "")) group = readLabel(row.name.text).name;
    else {
      const item = itemOf(reader, row, drawn, `items/${items.length}`);
      items.push({ ...(group ? { group } : {}), ...item });
    }
  }
  const result = drawn.filter(({ role, period }) => role !== "plan" && period).at(-1);
  return { period: result?.period?.period ?? reader.labels().at(-1), items };
}

/** Results of earlier periods may stand beside those of the last. */
function lastOfRole(columns: Column[], { role }: Column): Column | undefined {
  const time = ({ period }: Column) => period?.middle ?? 0;
  return columns
    .filter((column) => column.role === role)
    .sort((one, other) => time(one) - time(other))
    .at(-1);
}

function itemOf(reader: SeriesReader, row: TableRow, drawn: Column[], path: string): Fields {
  const { name, unit } = readLabel(row.name.text);
  const item: Fields = { name, ...(unit ? { unit } : {}) };
  reader.put(path, row.name.place);
  for (const [i, entry] of row.cells.entries()) {
    const column = reader.table.columns[i];
    if (column && drawn.includes(column) && entry.text !== "") {
      fill(reader, item, entry, column, path);
    }
  }
  return item;
}

function fill(reader: SeriesReader, item: Fields, entry: Entry, column: Column, path: string) {
  const { role, period } = column;
  if (role === "unit" || role === "note") item[role] = entry.text;
  else if (role === "outcome") {
    const outcome = outcomeOf(entry.text);
    if (outcome) item.outcome = outcome;
    else reader.problems.push(error("outcomeUnknown", entry.place, { text: entry.text }));
  } else {
    const key = role === "plan" || role === "achieved" ? role : "actual";
    const { count, plain, rate, of } = reader.read(entry, undefined);
    const said = count ?? plain ?? rate;
    if (!said) return;
    reader.put(`${path}/${key}`, entry.place);
    item[key] = figureOf(said, reader.markOf(said, period?.label ?? ""));
    if (key === "actual" && of?.number) item.of = of.number.value;
    if (key !== "achieved" && said.unit) item.unit ??= said.unit;
  }
}

function outcomeOf(text: string): string | null {
  const folded = fold(text);
  if (/^(chua|khong) (dat|hoan thanh)|^not met/.test(folded)) return "notMet";
  if (/^vuot|^exceeded/.test(folded)) return "exceeded";
  return /^(dat|hoan thanh|met)/.test(folded) ? "met" : null;
}

/** What a row has beside its figures. */
function headOf({ id, name, note }: Series): Fields {
  return { id, ...(name === undefined ? {} : { name }), ...(note ? { note } : {}) };
}

/** The list, where anything in it was published. */
function ifAny(list: Record<string, unknown[]>): Fields {
  return Object.values(list)
    .flat()
    .some((item) => item !== null)
    ? list
    : {};
}
