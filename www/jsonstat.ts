// Tables of statistics offices as charts' documents: `district-charts/jsonstat`.
// Outside the widget's own script; it needs neither the module nor a DOM.
import { type Choices, choose } from "./jsonstat/choices.js";
import { type Cube, isObject, isTotal, textOf } from "./jsonstat/cube.js";
import { FigureReader } from "./jsonstat/figure.js";
import { cubeOfJsonStat, isJsonStat } from "./jsonstat/json-stat.js";
import { Problems } from "./jsonstat/problems.js";
import { cubeOfPxWeb, isPxWeb, isPxWebMetadata, type PxWebMetadata } from "./jsonstat/px-web.js";
import { BUILT_IN, type Heading, type SectionName, WRITERS } from "./jsonstat/sections.js";
import { type StatusCodes, StatusReader } from "./jsonstat/status.js";
import { readTable } from "./jsonstat/table.js";
import { languageTag } from "./language.js";
import type { Dataset, Source, Text } from "./types.js";

export { DistrictChartError } from "./error.js";
export type { PxWebMetadata } from "./jsonstat/px-web.js";
export type { SectionName } from "./jsonstat/sections.js";
export { STATUS_CODES, type StatusCodes, type StatusMeaning } from "./jsonstat/status.js";
export type { Dataset, Issue, IssueCode, Status, Text } from "./types.js";

/** Dimensions and categories are named by id, or else by label. */
export interface StatisticsOptions {
  /** The section that the table becomes. */
  section: SectionName;
  /** The dimension that makes the rows; found by itself where only one can. */
  series?: string;
  /** The dimension of the periods; found by its role or its name. */
  time?: string;
  /** What to take of a dimension: one category, or several of that of the rows or periods. */
  select?: Readonly<Record<string, string | readonly string[]>>;
  /** The place that the document describes; by default the area that the table tells. */
  place?: Text;
  /** The unit of the figures, where the table does not tell it; by default that of the section. */
  unit?: string;
  /** In `ntm`, the whole of which the counts are parts: a number, or the category that holds it. */
  of?: number | string;
  /** What an office's own status codes say, beside `STATUS_CODES`. */
  status?: StatusCodes;
  /** The names behind PX-Web's codes: its answer to a plain request of the table. */
  metadata?: PxWebMetadata;
  /** The language of the sentences of an error: `vi` (default) or another, which is English. */
  lang?: string;
}

const OPTIONS: readonly string[] = [
  "section",
  "series",
  "time",
  "select",
  "place",
  "unit",
  "of",
  "status",
  "metadata",
  "lang",
] satisfies (keyof StatisticsOptions)[];

/**
 * A JSON-stat 2.0 dataset, or the `json` answer of PX-Web v1, as a document with one
 * section. What the table leaves open is refused, with the choices.
 *
 * @throws {DistrictChartError} with every problem that was found
 */
export function fromStatistics(json: unknown, options: StatisticsOptions): Dataset {
  // A page without types may leave them out, and is told what is wanted.
  return documentOf(json, options ?? ({} as StatisticsOptions));
}

function documentOf(json: unknown, options: StatisticsOptions): Dataset {
  const problems = new Problems(languageTag(options.lang));
  const section = provedSection(options, problems);
  const cube = cubeOf(json, options, problems);
  const choices = choose(cube, options, problems);
  const figures = new FigureReader(
    cube,
    new StatusReader(options.status, cube.statusNames),
    problems,
  );
  const table = readTable(cube, choices, {
    builtIn: BUILT_IN[section],
    figures,
    unit: options.unit,
  });
  const heading = headingOf(cube, choices);
  const context = { heading, choices, whole: options.of, problems };
  const written = WRITERS[section](table, context);
  problems.stop();
  const date = dateOf(cube.updated);
  return withoutGaps({
    version: 1,
    place: options.place ?? placeOf(cube, choices),
    asOf: date,
    sources: sourcesOf(cube, date),
    [section]: written,
  });
}

/** The section, once no option has a name or a form of its own. */
function provedSection(options: StatisticsOptions, problems: Problems): SectionName {
  for (const found of Object.keys(options).filter((key) => !OPTIONS.includes(key))) {
    problems.add("", "unknown", "unknownOption", { found, choices: OPTIONS.join(", ") });
  }
  const { section, select = {}, metadata } = options;
  const prove = (option: string, found: unknown, isRight: boolean, expected: string) => {
    if (isRight) return;
    const values = { option, found: problems.describe(found), expected };
    problems.add("", found === undefined ? "missing" : "value", "wrongOption", values);
  };
  const sections = Object.keys(BUILT_IN);
  prove("section", section, sections.includes(section), sections.join(", "));
  prove("select", select, isObject(select), '{ "…": "…" }');
  const isMetadata = metadata === undefined || (isObject(metadata) && isPxWebMetadata(metadata));
  prove("metadata", metadata, isMetadata, '{ "variables": [ … ] }');
  problems.stop();
  return section;
}

function cubeOf(json: unknown, options: StatisticsOptions, problems: Problems): Cube {
  if (!isObject(json)) {
    problems.fail("", "type", "notAnObject", { found: problems.describe(json) });
  }
  if (isJsonStat(json)) return cubeOfJsonStat(json, problems);
  if (isPxWeb(json)) {
    const statuses = new StatusReader(options.status);
    return cubeOfPxWeb(json, options.metadata, (text) => statuses.knows(text), problems);
  }
  if (isPxWebMetadata(json)) problems.fail("", "value", "metadata");
  const keys = problems.list(Object.keys(json).map((key) => `“${key}”`));
  problems.fail("", "value", "notStatistics", { keys });
}

/** The table's own name, and what of it is shown. */
function headingOf({ label, note }: Cube, { fixed }: Choices): Heading {
  const shown = fixed.filter(({ dimension }) => !["geo", "unit"].includes(dimension.role ?? ""));
  const names = shown.flatMap(({ dimension, positions }) => {
    const category = dimension.categories[positions[0] ?? 0];
    if (!category || isTotal(category)) return [];
    return dimension.role === "metric" ? category.label : `${dimension.label}: ${category.label}`;
  });
  return { title: label, measure: textOf(names.join("; ")), note };
}

/** The area shown; or what the rows are areas of; or else the table's name. */
function placeOf({ label, dimensions }: Cube, { rows, fixed, time }: Choices): string {
  const areas = fixed
    .filter(({ dimension }) => dimension.role === "geo")
    .map(({ dimension, positions }) => dimension.categories[positions[0] ?? 0]?.label);
  if (areas.length > 0) return areas.join(", ");
  if (rows?.dimension.role === "geo") return rows.dimension.label;
  const metric = dimensions.find(({ role }) => role === "metric");
  return label ?? metric?.categories[0]?.label ?? (rows ?? time).dimension.label;
}

function sourcesOf({ source, href }: Cube, date: string | undefined): Source[] | undefined {
  const name = source ?? href;
  return name ? [{ id: "source", name, url: href, date }] : undefined;
}

/** The day of an ISO 8601 date, whatever time follows. */
function dateOf(updated = ""): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=$|T| )/.exec(updated)?.[0];
  const time = Date.parse(`${day}T00:00:00Z`);
  // “2023-02-30” is taken for a day of March.
  return day && time && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** As JSON has it: keys without a value are left out. */
function withoutGaps(dataset: Dataset): Dataset {
  return JSON.parse(JSON.stringify(dataset));
}
