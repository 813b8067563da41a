// The part of the page that a table has: what was recognised, what is asked, and
// the table as it was read.
import { create } from "../element-parts.js";
import { byId } from "./dom.js";
import type { Example } from "./format.js";
import { GridView } from "./grid-view.js";
import type { Work } from "./memory.js";
import { FORMATS, type NumberFormat } from "./number.js";
import type { Outcome, TableOutcome } from "./outcome.js";
import { cellName, type Place } from "./problem.js";
import { writeRows } from "./rows.js";
import { languageOfPage, plainNumber, speak, type Values } from "./sentences.js";

export interface TableListener {
  /** The table was changed in its cells: its text. */
  changed(text: string): void;
  answered(format: NumberFormat): void;
}

export class TablePart {
  readonly #listener: TableListener;
  readonly #grid = new GridView(byId("grid"), (place, text) => this.#setCell(place, text));
  #rows: string[][] = [];

  constructor(listener: TableListener) {
    this.#listener = listener;
  }

  show(outcome: Outcome, work: Work): void {
    const isTable = outcome.kind === "table";
    byId("table-part").hidden = !isTable;
    if (!isTable) return;
    this.#rows = outcome.rows;
    this.#grid.show({ ...outcome, language: languageOfPage() });
    byId("period-field").hidden = outcome.table.columns.some(({ period }) => period);
    const found = findings(outcome, work).map((text) => create("p", {}, text));
    byId("found").replaceChildren(...found);
    this.#ask(outcome);
  }

  goTo(place: Place): void {
    this.#grid.goTo(place);
  }

  #setCell({ row, column }: Place, text: string) {
    const rows = this.#rows.map((cells) => [...cells]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push("");
    cells[column] = text;
    this.#rows = rows;
    this.#listener.changed(writeRows(rows));
  }

  #ask({ finding, format }: TableOutcome) {
    const question = byId("question");
    const examples = format === null && "examples" in finding ? finding.examples : [];
    const [first, other] = examples;
    question.hidden = !first;
    question.replaceChildren();
    if (!first) return;
    const values: Values = { cell: cellName(first.place), text: first.text };
    if (finding.kind === "mixed" && other) {
      Object.assign(values, { otherCell: cellName(other.place), otherText: other.text });
    }
    question.append(
      create("legend", {}, speak(finding.kind === "mixed" ? "askMixed" : "askFormat", values)),
      ...FORMATS.map((choice) => this.#answer(choice, examples)),
    );
  }

  #answer(format: NumberFormat, examples: readonly Example[]): HTMLButtonElement {
    const readings = examples.map((example) => create("span", {}, readingOf(example, format)));
    const name = create("strong", {}, speak(format === "vi" ? "formatVi" : "formatEn"));
    const button = create("button", { type: "button", value: format }, name, ...readings);
    button.addEventListener("click", () => this.#listener.answered(format));
    return button;
  }
}

/** What was recognised, where nobody chose. */
function findings({ section, finding }: TableOutcome, work: Work): string[] {
  const said: string[] = [];
  if (work.section === "auto" && section) {
    said.push(speak("foundSection", { section: speak(section) }));
  }
  if (work.format !== "auto") return said;
  const inWords = (format: NumberFormat, place: Place, text: string) => {
    return { format: speak(format), cell: cellName(place), text };
  };
  if (finding.kind === "settled") {
    const { format, by } = finding;
    said.push(speak("foundFormat", inWords(format, by.place, by.text)));
  } else if (finding.kind === "ask" && work.witness) {
    const { format, place, shown } = work.witness;
    said.push(speak("foundWitness", inWords(format, place, shown)));
  } else if (finding.kind === "either") said.push(speak("foundEither"));
  return said;
}

function readingOf({ text, values }: Example, format: NumberFormat): string {
  const value = values[format];
  if (value === null) return speak("readingNone", { text });
  const number = plainNumber(value, languageOfPage());
  const isGrouped = Number.isInteger(value) && /\d[.,]\d/.test(text);
  return speak(isGrouped ? "readingGrouped" : "readingDecimal", { text, number });
}
