// A table in the form of each section of a chart's document.
import type { Dataset, Ntm, Period, Row } from "../types.js";
import { askForOne, type Choices, categoryNames } from "./choices.js";
import { isTotal } from "./cube.js";
import type { Problems } from "./problems.js";
import type { Table, TableRow } from "./table.js";

const SECTORS = ["I", "II", "III", "taxes", "total"];

/** The sections that a table can become, with the ids that bring a name. */
export const BUILT_IN = {
  growth: SECTORS,
  structure: SECTORS,
  poverty: ["poor", "nearPoor"],
  livingStandards: ["poor", "nearPoor", "average", "fair", "rich"],
  ntm: ["ntm", "ntmAdvanced", "ntmModel", "ntmModern", "urban", "districtNtm"],
  targets: [],
} as const satisfies Record<string, readonly string[]>;

export type SectionName = keyof typeof BUILT_IN;

/** What is said of a whole section. */
export interface Heading {
  title?: string;
  measure?: string;
  note?: string;
}

export interface SectionContext {
  heading: Heading;
  choices: Choices;
  /** The whole of which the counts of `ntm` are parts, or the category that holds it. */
  whole?: number | string;
  problems: Problems;
}

type Writer<Name extends SectionName> = (
  table: Table,
  context: SectionContext,
) => NonNullable<Dataset[Name]>;

export const WRITERS: { [Name in SectionName]: Writer<Name> } = {
  growth: ({ periods, rows }, context) => ({
    ...context.heading,
    unit: oneUnit("growth", rows, context.problems),
    periods,
    sectors: rows.map(plainRow),
  }),

  structure: ({ periods, rows }, context) => ({
    ...context.heading,
    unit: percent("structure", rows, context.problems),
    periods,
    sectors: rows.filter(isPart).map(plainRow),
  }),

  poverty: ({ periods, rows }, context) => ({
    ...context.heading,
    unit: oneUnit("poverty", rows, context.problems),
    periods,
    series: rows.map(plainRow),
  }),

  livingStandards(table, context) {
    percent("livingStandards", table.rows, context.problems);
    const groups = table.rows.filter(isPart).map(({ values, ...row }) => ({
      ...plainName(row),
      share: values[0] ?? null,
    }));
    return { ...context.heading, period: onePeriod(table, context), groups };
  },

  ntm: levels,

  targets(table, context) {
    const items = table.rows.map(({ id, name = id, note, unit, values }) => ({
      id,
      name,
      note,
      unit,
      actual: values[0] ?? null,
    }));
    // Each item has a measure of its own; what all have in common is a note.
    const { title, measure, note } = context.heading;
    const notes = [measure, note].filter(Boolean).join(". ") || undefined;
    return { title, note: notes, period: onePeriod(table, context), items };
  },
};

/** The whole would be one more share beside its own parts. */
function isPart({ category }: TableRow) {
  return !category || !isTotal(category);
}

function plainName({ id, name, note }: Omit<TableRow, "values">) {
  return { id, name, note };
}

function plainRow({ values, ...row }: TableRow): Row {
  return { ...plainName(row), values };
}

function onePeriod({ periods }: Table, { choices, problems }: SectionContext): Period {
  if (choices.time.positions.length > 1) askForOne(choices.time, problems);
  return periods[0] ?? "";
}

function oneUnit(section: string, rows: readonly TableRow[], problems: Problems) {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  if (units.length > 1) {
    const choices = rows.map(({ id, unit = "?" }) => `“${id}” (${unit})`);
    problems.add("", "value", "unitsDiffer", { section, choices: problems.list(choices) });
  }
  return units[0];
}

/** A unit that is not told is taken for the section's own. */
function percent(section: string, rows: readonly TableRow[], problems: Problems) {
  const unit = oneUnit(section, rows, problems) ?? "%";
  if (unit !== "%") problems.add("", "value", "notPercent", { section, unit });
  return unit;
}

/** Counts of a whole, for one period or several. */
function levels(table: Table, context: SectionContext): Ntm {
  const holder = table.rows.find(({ category }) => category?.id === context.whole);
  const of = wholeOf(holder, table.periods, context);
  const rows = table.rows.filter((row) => row !== holder);
  if (rows.length === 0) context.problems.add("", "value", "nothingLeft");
  const [period, ...others] = table.periods;
  const isOnce = others.length === 0;
  const levels = rows.map(({ values, unit, ...row }) => ({
    ...plainName(row),
    unit,
    ...(isOnce ? { count: values[0] ?? null } : { counts: values }),
    of: isOnce && Array.isArray(of) ? (of[0] ?? 0) : of,
  }));
  return { ...context.heading, ...(isOnce ? { period } : { periods: table.periods }), levels };
}

function wholeOf(holder: TableRow | undefined, periods: Period[], context: SectionContext) {
  if (holder) return wholesOf(holder, periods, context.problems);
  if (typeof context.whole === "number") return context.whole;
  const { dimension, positions } = context.choices.rows ?? context.choices.time;
  const names = context.problems.list(categoryNames(dimension, positions));
  context.problems.fail("", "missing", "wholeNeeded", { choices: names });
}

function wholesOf({ values, category }: TableRow, periods: Period[], problems: Problems) {
  return values.map((figure, i) => {
    const whole = typeof figure === "object" ? figure?.value : figure;
    if (typeof whole === "number") return whole;
    const period = periods[i];
    const label = typeof period === "object" ? period.label : period;
    const values = { category: category?.id ?? "", period: `${label}` };
    problems.add("", "missing", "wholeMissing", values);
    return 0;
  });
}
