// A table of any number of dimensions, whichever office's format it came in.

export type Role = "time" | "geo" | "metric" | "unit";

export interface Unit {
  text?: string;
  /** Digits after the decimal mark, as the office publishes them. */
  decimals?: number;
}

export interface Category {
  id: string;
  label: string;
  unit?: Unit;
  note?: string;
}

export interface Dimension {
  id: string;
  label: string;
  role?: Role;
  categories: readonly Category[];
  /** Where it stands in the answer: an RFC 6901 JSON Pointer. */
  path: string;
}

export interface Cell {
  /** `null` where there is none; anything else is not known to be a number. */
  value: unknown;
  /** Digits after the decimal mark, where the answer shows them. */
  decimals?: number;
  status: string | null;
  path: string;
}

export interface Cube {
  label?: string;
  source?: string;
  href?: string;
  /** ISO 8601. */
  updated?: string;
  note?: string;
  dimensions: readonly Dimension[];
  /** What the office calls its own status codes. */
  statusNames: ReadonlyMap<string, string>;
  /** What is said of a value that is no number. */
  wrongNumber: "notANumber" | "notAPlainNumber";
  /** The cell at one position in each dimension. */
  cell(positions: readonly number[]): Cell;
}

/** Cells of the largest table that is taken. */
export const MAX_CELLS = 2_000_000;

// Names under which offices publish a dimension, where no role says what it is.
const NAMES: Record<Role, readonly string[]> = {
  time: [
    "năm",
    "kỳ",
    "quý",
    "tháng",
    "thời gian",
    "thời kỳ",
    "time",
    "time period",
    "time_period",
    "period",
    "year",
    "quarter",
    "month",
    "tid",
  ],
  geo: [
    "tỉnh",
    "tỉnh, thành phố",
    "tỉnh/thành phố",
    "tỉnh thành",
    "huyện",
    "quận, huyện",
    "xã",
    "xã, phường",
    "địa phương",
    "địa bàn",
    "vùng",
    "khu vực địa lý",
    "đơn vị hành chính",
    "geo",
    "area",
    "ref_area",
    "country",
    "region",
    "province",
    "district",
    "commune",
  ],
  metric: ["chỉ tiêu", "chỉ số", "indicator", "measure", "metric", "concept", "contentscode"],
  unit: ["đơn vị", "đơn vị tính", "unit", "unit of measure", "unit_measure"],
};

/** The role that a dimension's own names tell. */
export function roleByName(id: string, label: string): Role | undefined {
  const names = [id, label].map(comparable);
  const roles = Object.keys(NAMES) as Role[];
  return roles.find((role) => names.some((name) => NAMES[role].includes(name)));
}

/** Names that differ in case, spaces or composition of letters are one name. */
export function comparable(name: string) {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Whether a category is all of its dimension, as offices code or name it. */
export function isTotal({ id, label }: Category) {
  return [id, label].some((name) => ["t", "_t", "total", "tổng số"].includes(comparable(name)));
}

/** A place in an answer: RFC 6901. */
export function pointer(...steps: (string | number)[]) {
  return steps.map((step) => `/${`${step}`.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A text of an answer; lists of them are joined. */
export function textOf(found: unknown): string | undefined {
  const texts = (Array.isArray(found) ? found : [found]).filter(
    (text): text is string => typeof text === "string" && text.trim() !== "",
  );
  return texts.length > 0 ? shortened(texts.map((text) => text.trim()).join(" ")) : undefined;
}

/** Characters that a chart's document takes in one text. */
const MAX_CHARACTERS = 2_000;

function shortened(text: string) {
  const characters = [...text];
  if (characters.length <= MAX_CHARACTERS) return text;
  return `${characters.slice(0, MAX_CHARACTERS - 1).join("")}…`;
}

export function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
