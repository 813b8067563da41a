// Finds the table in rows of texts: titles above it, heads of columns, rows with
// names, notes below it. Every text keeps the place it came from.
import { type Kind, kindOfUnit, readLabel } from "./names.js";
import { type ReadPeriod, readPeriod, yearIn } from "./period.js";
import { error, type Place, type Problem } from "./problem.js";
import type { Given } from "./reading.js";
import { clean, fold } from "./text.js";

export interface Entry {
  text: string;
  place: Place;
  /** What the page says of it beside its text. */
  given?: Given;
  /** What the head of a row says of it beside its text. */
  own?: { id?: string; name?: string; unit?: string; note?: string };
  /** What the head of a column says so. */
  period?: ReadPeriod;
}

/** What a column holds beside figures of a kind. */
export type Role = Kind | "plan" | "actual" | "achieved" | "outcome" | "unit" | "note" | "index";

export interface Column {
  head: Entry;
  period?: ReadPeriod;
  role?: Role;
  unit?: string;
}

export interface TableRow {
  name: Entry;
  /** One for each column. */
  cells: Entry[];
}

export interface Table {
  title?: string;
  /** Said once for the whole table: “Đơn vị tính: %”. */
  unit?: string;
  /** Said by the page, whatever the cells look like. */
  declaredUnit?: string;
  /** A year that the title names, for a table whose columns name none. */
  year?: string;
  columns: Column[];
  rows: TableRow[];
  notes: Entry[];
  problems: Problem[];
}

type Line = Entry[];

export function tableOf(
  rows: readonly string[][],
  periodAt: (place: Place) => ReadPeriod | undefined = () => undefined,
): Table {
  const lines = rows.map((cells, row) =>
    cells.map((text, column) => {
      const place = { row, column };
      return { text: clean(text), place, period: periodAt(place) };
    }),
  );
  const { above, middle, below } = split(lines);
  const { title, unit, year } = readTitles(above);
  const { columns, body, problems } = readColumns(upright(withoutEmptyColumns(middle)));
  return { title, unit, year, columns, rows: body, notes: below, problems };
}

const filled = (line: Line) => line.filter(({ text }) => text !== "");

/** Titles, the table itself, and notes; blank rows are left out. */
function split(lines: Line[]): { above: Line; middle: Line[]; below: Entry[] } {
  const written = lines.filter((line) => filled(line).length > 0);
  const first = Math.min(...written.flatMap((line) => filled(line).slice(0, 1)).map(columnOf));
  const isTitle = (line: Line) => {
    const [only, ...others] = filled(line);
    if (!only || others.length > 0) return false;
    return columnOf(only) === first || headOf(only).period === undefined;
  };
  const isLone = (line: Line) => filled(line).length === 1;
  let start = 0;
  while (start < written.length && isTitle(written[start] ?? [])) start++;
  let end = written.length;
  while (end > start && isNote(written[end - 1] ?? [], lines)) end--;
  // A list of names is no title.
  if (start === written.length) start = written.findIndex(isLone);
  const below = written.slice(end).map(joined);
  return {
    above: written.slice(0, start).flatMap(filled),
    middle: written.slice(start, end),
    below,
  };
}

const columnOf = (entry: Entry) => entry.place.column;

const NOTE =
  /^(nguon|ghi chu|chu thich|luu y|notes?|source|so lieu)\s*[:.(]|^(\*+|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])\s*\S/;
const LONG = 60;

/** Words under the table: marked as such, or alone and long, or apart from it. */
function isNote(line: Line, all: Line[]): boolean {
  const entries = filled(line);
  const [first] = entries;
  if (!first) return false;
  if (NOTE.test(fold(first.text))) return true;
  const isApart = filled(all[first.place.row - 1] ?? []).length === 0;
  return entries.length === 1 && (isApart || first.text.length > LONG || first.text.endsWith("."));
}

function joined(line: Line): Entry {
  const [first = { text: "", place: { row: 0, column: 0 } }] = filled(line);
  return {
    text: filled(line)
      .map(({ text }) => text)
      .join(" "),
    place: first.place,
  };
}

function readTitles(entries: Entry[]): Pick<Table, "title" | "unit" | "year"> {
  const read: Pick<Table, "title" | "unit" | "year"> = {};
  for (const { text } of entries) {
    const unit = /^\(?(?:đơn vị(?: tính)?|đvt|unit)\s*:\s*(.+?)\)?$/iu.exec(text)?.[1];
    if (unit) read.unit = unit;
    else read.title ??= text;
    read.year ??= yearIn(text) ?? undefined;
  }
  return read;
}

function withoutEmptyColumns(lines: Line[]): Line[] {
  const used = [...new Set(lines.flatMap(filled).map(columnOf))].sort((a, b) => a - b);
  return lines.map((line) => {
    const row = line[0]?.place.row ?? 0;
    return used.map((column) => line[column] ?? { text: "", place: { row, column } });
  });
}

/** Where the periods run down the first column, rows and columns change places. */
function upright(lines: Line[]): Line[] {
  const [head = [], ...body] = lines;
  const down = body.map(([first]) => first).filter((entry) => entry?.text);
  const isDown = down.length > 0 && down.every((entry) => entry && readPeriod(entry.text));
  const isAcross = head.slice(1).some((entry) => headOf(entry).period);
  if (!isDown || isAcross) return lines;
  return head.map((_, column) => lines.map((line) => line[column] as Entry));
}

const ROLES: [RegExp, Role][] = [
  [/^(stt|tt|so tt|so thu tu|no\.?|#)$/, "index"],
  [/^(dvt|don vi( tinh)?|unit)$/, "unit"],
  [/^(ghi chu|notes?|remarks?)$/, "note"],
  [/^(danh gia|ket qua danh gia|xep loai|outcome|verdict)$/, "outcome"],
  [
    /^(%|ty le|ti le|muc)? ?(dat|hoan thanh|thuc hien|th)?( so voi| so|\/)? ?(%)? ?(ke hoach|kh|nghi quyet|nq)( \(?%\)?)$|^(% )?(th|thuc hien)( ?\/ ?| so voi )(kh|ke hoach|nghi quyet|nq)|^(so voi|% so voi|%|ty le dat|ti le dat|ty le hoan thanh|dat) ?(kh|ke hoach|nghi quyet|nq)( \(?%\)?)?$|^(ty le|ti le) (dat|hoan thanh)( \(?%\)?)?$|^achieved/,
    "achieved",
  ],
  [/^(ke hoach|kh|nghi quyet|nq|chi tieu giao|muc tieu|plan|target)($| )/, "plan"],
  [/^(uoc )?(thuc hien|th|ket qua|gia tri|actual|result|value)($| )/, "actual"],
  [/^(dong gop|diem dong gop|contributions?)/, "contribution"],
  [/^(tong so|tong|total)( (ho|xa|don vi|dan cu|households|communes))?( \(.*\))?$|^of$/, "of"],
  [/^(so (ho|xa|luong|don vi)|ho|da dat|dat|so da dat|households|count|number)( |$|\()/, "count"],
  [
    /^(ty le|ti le|co cau|ty trong|toc do tang|tang truong|tang|muc tang|rate|share|growth|per ?cent)( |$|\()|^\(?%\)?$/,
    "rate",
  ],
];

/** What the head of a column says: a period, a role, or both (“Thực hiện 2023”). */
function headOf({ text, place, period: given }: Entry): Column {
  const head = { text, place };
  const period = given ? null : readPeriod(text);
  if (period) return { head, period };
  const { rest, period: within } = given ? { rest: text, period: given } : withoutYear(text);
  const folded = fold(rest);
  const role = ROLES.find(([pattern]) => pattern.test(folded))?.[1];
  const { unit } = readLabel(rest);
  const kind = role ?? (unit ? kindOfUnit(unit) : undefined);
  return {
    head,
    ...(within && (kind || given) ? { period: within } : {}),
    ...(kind ? { role: kind } : {}),
    unit,
  };
}

/** “Tỷ lệ năm 2023 (%)” as “Tỷ lệ (%)” and 2023. */
function withoutYear(text: string): { rest: string; period?: ReadPeriod } {
  const found = /(?:\bnăm |\byear )?(?<!\d)(?:19|20)\d{2}(?!\d)/iu.exec(text);
  const period = found && readPeriod(found[0]);
  if (!found || !period) return { rest: text };
  return { rest: clean(text.replace(found[0], " ").replace(/\s+([,:])/, "$1")), period };
}

const isHead = (entry: Entry) => {
  const { period, role } = headOf(entry);
  return period !== undefined || role !== undefined;
};

function readColumns(lines: Line[]): { columns: Column[]; body: TableRow[]; problems: Problem[] } {
  const count = headCount(lines);
  const heads = spread(lines.slice(0, count));
  const rest = lines.slice(count).filter((line) => count === 0 || !isNumbering(line));
  const problems: Problem[] = [];
  const names = nameColumn(heads, rest);
  const columns: Column[] = [];
  const kept: number[] = [];
  const width = lines[0]?.length ?? 0;
  for (let column = names + 1; column < width; column++) {
    const read = mergedHead(heads.map((line) => line[column] as Entry));
    if (read.role === "index") continue;
    if (count > 0 && !read.period && !read.role) {
      const { head } = read;
      problems.push(
        head.text === ""
          ? error("headMissing", head.place)
          : error("headUnknown", head.place, { text: head.text }),
      );
      continue;
    }
    columns.push(read);
    kept.push(column);
  }
  const body = rest.map((line) => ({
    name: line[names] as Entry,
    cells: kept.map((column) => line[column] as Entry),
  }));
  if (lines.length > 0 && columns.length === 0 && problems.length === 0) {
    problems.push(error("tableNarrow", body[0]?.name.place));
  }
  return { columns, body: named(body, problems), problems };
}

/** One head, or two of which the upper reaches over several. */
function mergedHead(heads: Entry[]): Column {
  const written = heads.filter(({ text }) => text !== "");
  const [first = heads[0], ...others] = written;
  if (!first) return { head: { text: "", place: { row: 0, column: 0 } } };
  return others.reduce((column, entry) => {
    const { period, role, unit } = headOf(entry);
    return {
      head: column.head,
      period: period ?? column.period,
      role: role ?? column.role,
      unit: unit ?? column.unit,
    };
  }, headOf(first));
}

/** How many rows at the top hold heads: none, one or two. */
function headCount(lines: Line[]): number {
  const heads = (line: Line) => line.slice(1).filter(({ text }) => text !== "");
  const [first = [], second = []] = lines;
  if (!heads(first).some(isHead)) return 0;
  const below = heads(second);
  return second[0]?.text === "" && below.length > 0 && below.every(isHead) ? 2 : 1;
}

/** Fills what an upper head reaches over, where there is a lower one. */
function spread(heads: Line[]): Line[] {
  const [upper, lower] = heads;
  if (!upper || !lower) return heads;
  let last = "";
  const reaching = upper.map((entry, column) => {
    if (entry.text !== "") last = entry.text;
    const isOver = column > 0 && entry.text === "" && lower[column]?.text !== "";
    return isOver ? { ...entry, text: last } : entry;
  });
  return [reaching, lower];
}

/** “A | 1 | 2 | 3 = 2/1”: numbers of the columns, under their heads. */
function isNumbering(line: Line): boolean {
  const texts = filled(line).map(({ text }) => text);
  const numbers = texts.filter((text) => !/^[A-D]$/.test(text));
  const isInOrder = numbers.every((text, i) => {
    const number = /^\(?(\d{1,2})\)?(?: ?= ?[\d\s/:x*+()-]+)?$/.exec(text)?.[1];
    return number !== undefined && Number(number) === i + (Number(numbers[0]?.match(/\d+/)) || 1);
  });
  const hasLetter = texts.length > numbers.length;
  return isInOrder && numbers.length > 1 && (hasLetter || /^\(?1\)?$/.test(numbers[0] ?? ""));
}

/** Names stand in the first column, or in the second beside numbers of the rows. */
function nameColumn(heads: Line[], body: Line[]): number {
  const first = body.map((line) => line[0]?.text ?? "");
  const second = body.map((line) => line[1]?.text ?? "");
  if (second.every((text) => text === "")) return 0;
  const isIndex = heads.some((line) => line[0] && headOf(line[0]).role === "index");
  const counts = first
    .filter(Boolean)
    .every((text, i) => text === `${i + 1}` || text === `0${i + 1}`);
  const areNames = second.filter(Boolean).every((text) => !/^[-+−(]?\s?\d/.test(text));
  return isIndex || (counts && first.some(Boolean) && areNames) ? 1 : 0;
}

/** Rows with a name; numbers without one are a problem of that row. */
function named(rows: TableRow[], problems: Problem[]): TableRow[] {
  return rows.filter(({ name, cells }) => {
    if (/^[\d.,\s%+−-]+$/.test(name.text)) {
      problems.push(error("rowNumber", name.place, { text: name.text }));
    }
    if (name.text !== "") return true;
    const written = cells.find(({ text }) => text !== "");
    if (written) problems.push(error("rowUnnamed", name.place));
    return false;
  });
}
