// The page on which an editor tries his own figures. One way through: what a
// person gives is the work; the work has an outcome; the outcome is shown.
import type { DistrictChartElement } from "../district-chart-element.js";
import { create } from "../element-parts.js";
import { say } from "../messages.js";
import { download } from "../toolbar.js";
import type { ChartKind, Dataset, Issue } from "../types.js";
import { byId } from "./dom.js";
import { type EditorListener, TextEditor } from "./editor.js";
import { EXAMPLES } from "./examples.js";
import { textOfFile } from "./file.js";
import type { Example } from "./format.js";
import { GridView } from "./grid-view.js";
import { placeInJson, type Range } from "./json-place.js";
import { forget, keep, NO_WORK, recall, type Work } from "./memory.js";
import { SECTIONS } from "./names.js";
import { FORMATS, type NumberFormat } from "./number.js";
import { chartsOf, looksLikeJson, type Outcome, outcomeOf, type TableOutcome } from "./outcome.js";
import { cellName, type Place, type Problem } from "./problem.js";
import { readHtmlTable, writeRows } from "./rows.js";
import {
  isSentence,
  languageOfPage,
  phrase,
  plainNumber,
  type SentenceKey,
  type Values,
} from "./sentences.js";
import { FILE, iframe, twoLines } from "./share.js";

const PAUSE = 200;

/** A problem as it is listed: its place in words, and the way there. */
interface Listed {
  severity: Issue["severity"];
  where: string;
  message: string;
  go?: () => void;
  range?: Range;
}

let work = recall();
let outcome: Outcome = { kind: "empty" };
let timer = 0;
/** A later draw takes the place of one that still waits. */
let turn = 0;

const chart = byId<DistrictChartElement>("chart");
const state = byId("state");
const fields = {
  section: byId<HTMLSelectElement>("section"),
  format: byId<HTMLSelectElement>("format"),
  place: byId<HTMLInputElement>("place"),
  source: byId<HTMLInputElement>("source"),
  period: byId<HTMLInputElement>("period"),
  chart: byId<HTMLSelectElement>("kind"),
};

const listener: EditorListener = {
  changed: () => change({ text: editor.text }),
  pastedHtml(html) {
    const pasted = readHtmlTable(html);
    if (pasted) begin(writeRows(pasted.rows), { witness: pasted.witness });
    return pasted !== null;
  },
};
const editor = new TextEditor(byId("editor"), listener);
const grid = new GridView(byId("grid"), setCell);

const speak = (key: SentenceKey, values?: Values) => phrase(key, languageOfPage(), values);

/** Another text than before: what was said of the old one no longer holds. */
function begin(text: string, more: Partial<Work> = {}): void {
  const { section, format, witness, chart: kind } = NO_WORK;
  editor.text = text;
  change({ text, section, format, witness, chart: kind, ...more });
}

function change(more: Partial<Work>): void {
  work = { ...work, ...more };
  clearTimeout(timer);
  timer = window.setTimeout(update, PAUSE);
}

function update(): void {
  clearTimeout(timer);
  byId("unkept").hidden = work.text === "" || keep(work);
  outcome = outcomeOf(work);
  offer(fields.section, ["auto", ...SECTIONS]);
  offer(fields.format, ["auto", "formatVi", "formatEn"], ["auto", ...FORMATS]);
  for (const [key, field] of Object.entries(fields)) {
    if (key !== "chart" && field.value !== work[key as keyof Work]) {
      field.value = `${work[key as keyof Work]}`;
    }
  }
  editor.isJson = looksLikeJson(work.text);
  editor.name(speak("editorLabel"), speak("editorPlaceholder"));
  showTable(outcome);
  showOutcome(outcome);
}

function setCell({ row, column }: Place, text: string): void {
  if (outcome.kind !== "table") return;
  const rows = outcome.rows.map((cells) => [...cells]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push("");
  cells[column] = text;
  rows[row] = cells;
  outcome = { ...outcome, rows };
  editor.text = writeRows(rows);
  change({ text: editor.text });
}

// ---- the table's own part of the page

function showTable(now: Outcome): void {
  const isTable = now.kind === "table";
  byId("table-part").hidden = !isTable;
  if (!isTable) return;
  grid.show({ ...now, language: languageOfPage() });
  byId("period-field").hidden = now.table.columns.some(({ period }) => period);
  byId("found").replaceChildren(...findings(now).map((text) => create("p", {}, text)));
  showQuestion(now);
}

/** What was recognised, where nobody chose. */
function findings({ section, finding }: TableOutcome): string[] {
  const { witness } = work;
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
  } else if (finding.kind === "ask" && witness) {
    const { format, place, shown } = witness;
    said.push(speak("foundWitness", inWords(format, place, shown)));
  } else if (finding.kind === "either") said.push(speak("foundEither"));
  return said;
}

function showQuestion({ finding, format }: TableOutcome): void {
  const question = byId("question");
  const [first, other] = "examples" in finding ? finding.examples : [];
  question.hidden = format !== null || !first;
  question.replaceChildren();
  if (format !== null || !first || !("examples" in finding)) return;
  const values: Values = { cell: cellName(first.place), text: first.text };
  const isMixed = finding.kind === "mixed" && other;
  if (isMixed) Object.assign(values, { otherCell: cellName(other.place), otherText: other.text });
  const text = speak(isMixed ? "askMixed" : "askFormat", values);
  question.append(
    create("legend", {}, text),
    ...FORMATS.map((choice) => answer(choice, finding.examples)),
  );
}

function answer(format: NumberFormat, examples: readonly Example[]): HTMLButtonElement {
  const readings = examples.map((example) => create("span", {}, readingOf(example, format)));
  const name = create("strong", {}, speak(format === "vi" ? "formatVi" : "formatEn"));
  const button = create("button", { type: "button", value: format }, name, ...readings);
  button.addEventListener("click", () => {
    change({ format });
    update();
    fields.format.focus();
  });
  return button;
}

function readingOf({ text, values }: Example, format: NumberFormat): string {
  const value = values[format];
  if (value === null) return speak("readingNone", { text });
  const number = plainNumber(value, languageOfPage());
  const isGrouped = Number.isInteger(value) && /\d[.,]\d/.test(text);
  return speak(isGrouped ? "readingGrouped" : "readingDecimal", { text, number });
}

// ---- chart, problems, and what to take away

async function showOutcome(now: Outcome): Promise<void> {
  const mine = ++turn;
  const own = problemsOf(now);
  const document = documentOf(now);
  chart.classList.toggle("stale", document === undefined);
  if (now.kind === "empty") chart.data = undefined;
  if (document === undefined) {
    showCharts([]);
    showShared(undefined);
    return showProblems(now, own, false);
  }
  showCharts(chartsOf(document));
  const { drawn, issues } = await draw(document);
  if (mine !== turn) return;
  showShared(drawn ? document : undefined);
  showProblems(now, [...own, ...issues.map((issue) => listIssue(issue, now))], drawn);
}

function documentOf(now: Outcome): unknown {
  if (now.kind === "json") return now.document;
  return now.kind === "table" ? now.dataset : undefined;
}

async function draw(document: unknown): Promise<{ drawn: boolean; issues: Issue[] }> {
  await customElements.whenDefined("district-chart");
  let refused: Issue[] = [];
  const onError = (event: Event) => {
    refused = (event as CustomEvent<{ issues: Issue[] }>).detail.issues;
  };
  chart.addEventListener("dc-error", onError);
  chart.chart = fields.chart.value || null;
  chart.data = document as Dataset;
  const drawn = await chart.updateComplete;
  chart.removeEventListener("dc-error", onError);
  return { drawn, issues: drawn ? chart.notices : refused };
}

/** Choices in the language of the page. */
function offer(
  field: HTMLSelectElement,
  names: readonly SentenceKey[],
  values: readonly string[] = names,
): void {
  const options = names.map((name, i) => create("option", { value: values[i] ?? "" }, speak(name)));
  field.replaceChildren(...options);
}

function showCharts(kinds: ChartKind[]): void {
  byId("kind-field").hidden = kinds.length < 2;
  offer(fields.chart, kinds);
  fields.chart.value = kinds.find((kind) => kind === work.chart) ?? kinds[0] ?? "";
}

function problemsOf(now: Outcome): Listed[] {
  if (now.kind === "table") return now.problems.map((problem) => listProblem(problem));
  if (now.kind !== "slip") return [];
  const { line, column, key, found } = now.slip;
  const message = say(key, languageOfPage(), { found });
  const from = editor.offsetOf(line, column);
  const place = inText({ from, to: from + 1 });
  return [
    { severity: "error", message: message.charAt(0).toUpperCase() + message.slice(1), ...place },
  ];
}

function listProblem({ key, severity, place, values }: Problem): Listed {
  const message = isSentence(key) ? speak(key, values) : key;
  return { severity, message, ...(place ? inTable(place) : inFields(key)) };
}

/** A problem of the whole table is solved in a field above it. */
function inFields(key: string): Pick<Listed, "where" | "go"> {
  const field = { periodMissing: fields.period, sectionUnknown: fields.section }[key];
  if (!field) return { where: speak("wholeTable"), go: () => editor.focus() };
  const name = field.labels?.[0]?.querySelector(`[lang="${languageOfPage()}"]`)?.textContent ?? "";
  return { where: speak("inSettings", { field: name }), go: () => field.focus() };
}

function listIssue({ path, severity, message }: Issue, now: Outcome): Listed {
  if (now.kind === "table") {
    const place = placeOf(path, now.places);
    return { severity, message, ...(place ? inTable(place) : inFields("")) };
  }
  return { severity, message, ...inText(placeInJson(editor.text, path)) };
}

/** The place of a pointer, or of the nearest that holds it. */
function placeOf(path: string, places: Map<string, Place>): Place | undefined {
  for (let holder = path; holder !== ""; holder = holder.slice(0, holder.lastIndexOf("/"))) {
    const place = places.get(holder);
    if (place) return place;
  }
  return undefined;
}

function inTable(place: Place): Pick<Listed, "where" | "go"> {
  const cell = cellName(place);
  const values = { cell, row: place.row + 1, column: cell.replace(/\d+/, "") };
  return { where: speak("atCell", values), go: () => grid.goTo(place) };
}

function inText(range: Range): Pick<Listed, "where" | "go" | "range"> {
  const where = speak("atLine", { line: editor.lineOf(range.from) });
  return { where, range, go: () => editor.goTo(range) };
}

function showProblems(now: Outcome, problems: Listed[], drawn: boolean): void {
  announce(stateOf(now, problems.length, drawn), { count: problems.length });
  byId("problems").replaceChildren(...problems.map(listItem));
  editor.mark(
    problems.flatMap(({ range, severity, message }) =>
      range ? [{ ...range, message, severity: severity === "error" ? "error" : "warning" }] : [],
    ),
  );
}

function stateOf(now: Outcome, count: number, drawn: boolean): SentenceKey {
  if (now.kind === "empty") return "stateEmpty";
  if (drawn) return count > 0 ? "stateDrawnNotices" : "stateDrawn";
  return count === 0 ? "stateAsks" : "stateRefused";
}

function announce(key: SentenceKey, values?: Values): void {
  const text = speak(key, values);
  if (state.textContent !== text) state.textContent = text;
}

function listItem({ severity, where, message, go }: Listed): HTMLLIElement {
  const button = create("button", { type: "button" }, create("strong", {}, where), ` ${message}`);
  if (go) button.addEventListener("click", go);
  return create("li", { class: severity }, button);
}

function showShared(document: unknown): void {
  byId("share").hidden = document === undefined;
  if (document === undefined) return;
  const kind = fields.chart.value;
  const title = isSentence(kind) ? speak(kind) : kind;
  const shared = { chart: kind, language: languageOfPage(), title };
  byId("lines").textContent = twoLines(shared);
  byId("frame").textContent = iframe(shared);
  byId("json").textContent = JSON.stringify(document, null, 2);
}

// ---- what a person does

for (const [key, field] of Object.entries(fields)) {
  field.addEventListener("input", () => change({ [key]: field.value }));
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  button.addEventListener("click", () => copy(byId(button.dataset.copies ?? "")));
}

async function copy(holder: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(holder.textContent ?? "");
    announce("copied");
  } catch {
    getSelection()?.selectAllChildren(holder);
    announce("notCopied");
  }
}

byId("download").addEventListener("click", () => {
  download(new Blob([byId("json").textContent ?? ""], { type: "application/json" }), FILE);
});

byId("forget").addEventListener("click", () => {
  begin("", NO_WORK);
  update();
  forget();
  announce("forgotten");
});

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-example]")) {
  button.addEventListener("click", async () => {
    const { text, ...more } = (await EXAMPLES[button.dataset.example ?? ""]?.()) ?? NO_WORK;
    begin(text, more);
  });
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  const read = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in read) return announce(read.problem);
  const pasted = /^\s*<(!doctype|html|table|meta)/i.test(read.text) && readHtmlTable(read.text);
  if (pasted) begin(writeRows(pasted.rows), { witness: pasted.witness });
  else begin(read.text);
}

const chosen = byId<HTMLInputElement>("file");
chosen.addEventListener("change", () => {
  take(chosen.files?.[0]);
  chosen.value = "";
});

// Before the editor's own handling, which would insert the text at the pointer.
document.addEventListener(
  "drop",
  (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files[0]);
  },
  { capture: true },
);
document.addEventListener("dragover", (event) => event.preventDefault());

new MutationObserver(update).observe(document.documentElement, { attributeFilter: ["lang"] });

editor.text = work.text;
update();
