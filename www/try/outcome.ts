// What the work of a person comes to: nothing yet, a document, or what keeps it
// from being one. Pure: the page shows it.
import { findSlip, type Slip } from "../json-syntax.js";
import type { ChartKind, Dataset } from "../types.js";
import { type FormatFinding, findFormat } from "./format.js";
import type { Work } from "./memory.js";
import type { SectionKey } from "./names.js";
import type { NumberFormat } from "./number.js";
import { error, type Place, type Problem } from "./problem.js";
import { readRows } from "./rows.js";
import { guessSection, makeDocument } from "./section.js";
import { type Table, tableOf } from "./table.js";

export interface TableOutcome {
  kind: "table";
  rows: string[][];
  table: Table;
  finding: FormatFinding;
  /** Null where it is still to be asked. */
  format: NumberFormat | null;
  section: SectionKey | null;
  dataset?: Dataset;
  problems: Problem[];
  places: Map<string, Place>;
}

export type Outcome =
  | { kind: "empty" }
  | { kind: "json"; document: unknown }
  | { kind: "slip"; slip: Slip }
  | TableOutcome;

export function outcomeOf(work: Work): Outcome {
  const text = work.text.replace(/^\ufeff/, "");
  if (text.trim() === "") return { kind: "empty" };
  return looksLikeJson(text) ? jsonOutcome(text) : tableOutcome(text, work);
}

export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** Whether a text stands for itself: JSON, or a table with heads of its own. */
export function isWhole(text: string): boolean {
  if (looksLikeJson(text)) return jsonOutcome(text).kind === "json";
  const { columns, rows } = tableOf(readRows(text).slice(0, MOST_ROWS));
  return rows.length > 0 && columns.some(({ period, role }) => period ?? role);
}

function jsonOutcome(text: string): Outcome {
  try {
    return { kind: "json", document: JSON.parse(text) };
  } catch {
    return { kind: "slip", slip: findSlip(text) };
  }
}

/** More would make each key press slow. */
const MOST_ROWS = 5000;

function tableOutcome(text: string, work: Work): TableOutcome {
  const all = readRows(text);
  const rows = all.slice(0, MOST_ROWS);
  const table = tableOf(rows);
  if (rows.length < all.length) {
    table.problems.push(error("tableLong", undefined, { count: all.length, limit: MOST_ROWS }));
  }
  const finding = findFormat(table);
  const format = formatOf(finding, work);
  const section = work.section === "auto" ? guessSection(table) : work.section;
  const base: Omit<TableOutcome, "problems" | "places"> = {
    kind: "table",
    rows,
    table,
    finding,
    format,
    section,
  };
  if (!section) {
    return { ...base, problems: [...table.problems, error("sectionUnknown")], places: new Map() };
  }
  // What a format cannot change is told while the format is asked.
  const made = makeDocument(table, { ...work, section, format: format ?? "vi" });
  return format ? { ...base, ...made } : { ...base, problems: table.problems, places: made.places };
}

/** A choice goes first, then what the cells settle, then what a spreadsheet said. */
function formatOf(finding: FormatFinding, { format, witness }: Work): NumberFormat | null {
  if (format !== "auto") return format;
  if (finding.kind === "settled") return finding.format;
  if (finding.kind === "either") return "vi";
  return finding.kind === "ask" && witness ? witness.format : null;
}

const CHARTS: Record<SectionKey, ChartKind> = {
  growth: "growth",
  structure: "structure",
  poverty: "poverty",
  livingStandards: "living-standards",
  ntm: "ntm",
  targets: "targets",
};

/** The charts that a document feeds, as far as its keys tell. */
export function chartsOf(document: unknown): ChartKind[] {
  if (typeof document !== "object" || document === null) return [];
  const has = (holder: object, key: string) => Object.hasOwn(holder, key);
  const sections = (Object.keys(CHARTS) as SectionKey[]).filter((key) => has(document, key));
  return sections.flatMap((key) => {
    const section = (document as Record<string, unknown>)[key];
    const isGrid = key === "ntm" && typeof section === "object" && section !== null;
    const hasGrid = isGrid && (has(section, "areas") || has(section, "bins"));
    if (hasGrid && !has(section, "levels")) return ["ntm-criteria"];
    return hasGrid ? [CHARTS[key], "ntm-criteria"] : [CHARTS[key]];
  });
}
