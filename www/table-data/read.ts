// A table of the page as a document: what people without the chart read, and what the
// chart draws, are then one. Fetched only where an element has such a table.
//
//   <table> ─▶ grid of cells ─▶ rows of texts ─try/table─▶ Table ─▶ + attributes ─try/section─▶ Dataset
import { baseLanguage } from "../language.js";
import { findFormat } from "../try/format.js";
import { SECTIONS, type SectionKey } from "../try/names.js";
import type { NumberFormat } from "../try/number.js";
import { middleOf, type ReadPeriod } from "../try/period.js";
import { error, type Place, type Problem } from "../try/problem.js";
import { makeDocument } from "../try/section.js";
import { type Entry, type Table, tableOf } from "../try/table.js";
import type { Dataset, Issue, Source } from "../types.js";
import { givenBy, withoutGaps } from "./attributes.js";
import { type Grid, gridOf } from "./grid.js";
import { sentenceOf } from "./sentences.js";

/** Plain objects: this script has classes of its own. With a document the issues are notices. */
export interface TableReading {
  document?: Dataset;
  issues: Issue[];
}

/** `lang` is what the table is written in: its numbers, and the sentences about it. */
export function readTable(element: HTMLTableElement, lang: string): TableReading {
  const { dataset: said } = element;
  const section = SECTIONS.find((key) => key === said.section);
  if (!section) {
    const values = { text: said.section ?? "", known: SECTIONS.join(", ") };
    return { issues: [issueOf(error("sectionUnknown", undefined, values), "", lang)] };
  }
  const grid = gridOf(element);
  const table = tableOf(grid.rows, (place) => periodOf(grid.cellAt(place)?.dataset));
  table.declaredUnit = said.unit;
  table.title = said.title ?? table.title;
  const ofAttributes = addAttributes(table, grid);
  const { format, problems: ofFormat } = formatOf(table, said.numbers, lang);
  const made = makeDocument(table, {
    section,
    format,
    place: said.place ?? "",
    source: said.source ?? "",
    period: said.period ?? "",
  });
  const problems = [...ofAttributes, ...ofFormat, ...made.problems];
  if (!said.place) problems.push(error("placeMissing"));
  const pointers = new Map([...made.places].map(([path, place]) => [keyOf(place), path]));
  const issues = problems.map((problem) => {
    const found = problem.place && pointers.get(keyOf(problem.place));
    const pointer = problem.key === "placeMissing" ? "/place" : (found ?? `/${section}`);
    return issueOf(problem, pointer, lang, grid);
  });
  const errors = issues.filter(({ severity }) => severity === "error");
  if (!made.dataset || errors.length > 0) return { issues: errors };
  return { document: completed(made.dataset, section, table, grid, said), issues };
}

const keyOf = ({ row, column }: Place) => `${row},${column}`;

/** Gives the entries what their cells say by attributes. */
function addAttributes(table: Table, { cellAt }: Grid): Problem[] {
  const problems: Problem[] = [];
  const addTo = (entry: Entry) => {
    const data = cellAt(entry.place)?.dataset;
    const given = data && givenBy(data, entry.text, entry.place);
    if (given && "severity" in given) {
      problems.push(given);
      entry.given = { main: { number: null, more: {}, unit: "", place: entry.place } };
    } else if (given) entry.given = given;
  };
  for (const { name, cells } of table.rows) {
    name.own = cellAt(name.place)?.dataset;
    cells.forEach(addTo);
  }
  return problems;
}

/** That of the language, as far as the cells bear it out: what has two readings is never guessed. */
function formatOf(
  table: Table,
  declared: string | undefined,
  lang: string,
): { format: NumberFormat; problems: Problem[] } {
  if (declared === "vi" || declared === "en") return { format: declared, problems: [] };
  const format = baseLanguage(lang) === "vi" ? "vi" : "en";
  const finding = findFormat(table);
  if (finding.kind !== "ask") return { format, problems: [] };
  const problems = finding.examples.map(({ place, text, values: { vi, en } }) =>
    error("cellAmbiguous", place, { text, vi: vi ?? "", en: en ?? "" }),
  );
  return { format, problems };
}

/** With what only attributes tell. */
function completed(
  document: Dataset,
  section: SectionKey,
  { columns, rows }: Table,
  { cellAt }: Grid,
  said: DOMStringMap,
): Dataset {
  const { measure, note, asOf } = said;
  const cells = rows.flatMap((row) => row.cells.map(({ place }) => cellAt(place)?.dataset ?? {}));
  const breaks = columns.flatMap(({ head, period }) => {
    const why = cellAt(head.place)?.dataset.break;
    if (why === undefined || !period) return [];
    return [{ before: period.label, ...(why ? { note: why } : {}) }];
  });
  const sources = [
    ...(document.sources ?? []).map((source) => ({ ...source, ...partsOf(said) })),
    ...sourcesOf(cells),
  ];
  return {
    ...document,
    ...(asOf ? { asOf } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    [section]: {
      ...document[section],
      ...(measure ? { measure } : {}),
      ...(note ? { note } : {}),
      ...(document.sources ? { source: "source" } : {}),
      ...(breaks.length > 0 ? { breaks } : {}),
    },
  };
}

/** The sources that cells name, once each; their names are their ids. */
function sourcesOf(cells: DOMStringMap[]): Source[] {
  const named = cells.flatMap((data) =>
    data.source ? [{ id: data.source, name: data.source, ...partsOf(data) }] : [],
  );
  return [...new Map(named.map((source) => [source.id, source])).values()];
}

/** What is known of a source beside its name. */
function partsOf(said: DOMStringMap): Partial<Source> {
  return withoutGaps({
    url: said.sourceUrl,
    date: said.sourceDate,
    publisher: said.sourcePublisher,
    license: said.sourceLicense,
  });
}

/** The period that a head names apart from its words. */
function periodOf({ period: label, at }: DOMStringMap = {}): ReadPeriod | undefined {
  if (!label) return undefined;
  return { label, period: at ? { label, at } : label, middle: middleOf(at ?? label) };
}

function issueOf(problem: Problem, path: string, lang: string, grid?: Grid): Issue {
  const sentence = sentenceOf(problem, lang);
  const cell = problem.place && grid?.namesOf(problem.place);
  const message = cell ? sentenceOf(error("at", undefined, { ...cell, sentence }), lang) : sentence;
  return { path, code: "value", severity: problem.severity, message };
}
