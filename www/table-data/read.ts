// A table of the page as a document: what people without the chart read, and what the
// chart draws, are then one. Fetched only where an element has such a table.
//
//   <table> ─▶ grid of cells ─▶ rows of texts ─try/table─▶ Table ─▶ + attributes ─try/section─▶ Dataset
import { baseLanguage } from "../language.js";
import { findFormat } from "../try/format.js";
import { SECTIONS, type SectionKey } from "../try/names.js";
import type { NumberFormat } from "../try/number.js";
import { error, type Place, type Problem } from "../try/problem.js";
import { makeDocument } from "../try/section.js";
import { type Entry, type Table, tableOf } from "../try/table.js";
import type { Dataset, Issue } from "../types.js";
import { givenBy } from "./attributes.js";
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
  const table = tableOf(grid.rows);
  table.unit = said.unit ?? table.unit;
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
    name.id = cellAt(name.place)?.dataset.id;
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
  { columns }: Table,
  { cellAt }: Grid,
  said: DOMStringMap,
): Dataset {
  const { measure, note, sourceUrl, sourceDate, asOf } = said;
  const breaks = columns.flatMap(({ head, period }) => {
    const why = cellAt(head.place)?.dataset.break;
    return why && period ? [{ before: period.label, note: why }] : [];
  });
  const source = document.sources?.[0];
  return {
    ...document,
    ...(asOf ? { asOf } : {}),
    ...(source
      ? {
          sources: [
            {
              ...source,
              ...(sourceUrl ? { url: sourceUrl } : {}),
              ...(sourceDate ? { date: sourceDate } : {}),
            },
          ],
        }
      : {}),
    [section]: {
      ...document[section],
      ...(measure ? { measure } : {}),
      ...(note ? { note } : {}),
      ...(breaks.length > 0 ? { breaks } : {}),
    },
  };
}

function issueOf(problem: Problem, path: string, lang: string, grid?: Grid): Issue {
  const sentence = sentenceOf(problem, lang);
  const cell = problem.place && grid?.namesOf(problem.place);
  const message = cell ? sentenceOf(error("at", undefined, { ...cell, sentence }), lang) : sentence;
  return { path, code: "value", severity: problem.severity, message };
}
