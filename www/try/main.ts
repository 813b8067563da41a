// The page on which an editor tries his own figures. One way through: what a
// person gives is the work; the work has an outcome; the parts of the page show it.
import { ChartPart, type Drawn } from "./chart-part.js";
import { byId, offer } from "./dom.js";
import { TextEditor } from "./editor.js";
import { EXAMPLES } from "./examples.js";
import { textOfFile } from "./file.js";
import { Listing } from "./listing.js";
import { keep, NO_WORK, recall, type Work } from "./memory.js";
import { SECTIONS } from "./names.js";
import { FORMATS } from "./number.js";
import { isWhole, looksLikeJson, type Outcome, outcomeOf } from "./outcome.js";
import { readHtmlTable, writeRows } from "./rows.js";
import { type SentenceKey, speak, type Values } from "./sentences.js";
import { TablePart } from "./table-part.js";

/** Between the last key and the chart, in milliseconds. */
const PAUSE = 200;

let work = recall();
let timer = 0;
/** A later update takes the place of one that still waits for its chart. */
let turn = 0;

const fields = {
  section: byId<HTMLSelectElement>("section"),
  format: byId<HTMLSelectElement>("format"),
  place: byId<HTMLInputElement>("place"),
  source: byId<HTMLInputElement>("source"),
  period: byId<HTMLInputElement>("period"),
};

const editor = new TextEditor(byId("editor"), {
  changed: () => change({ text: editor.text }),
  pasted: (clipboard, into) => {
    const table = readHtmlTable(clipboard.getData("text/html"));
    const text = table ? writeRows(table.rows) : clipboard.getData("text/plain");
    // Rows without heads go where they are pasted; a whole table is the new one.
    if (into === "part" && !isWhole(text)) return false;
    begin(text, { witness: table?.witness });
    return true;
  },
});

const tablePart = new TablePart({
  changed(text) {
    editor.text = text;
    change({ text });
  },
  answered(format) {
    change({ format });
    update();
    fields.format.focus();
  },
});

const chartPart = new ChartPart();

const listing = new Listing(editor, {
  toCell: (place) => tablePart.goTo(place),
  toField: (id) => byId(id).focus(),
});

/** Another text than before: what was said of the old one no longer holds. */
function begin(text: string, more: Partial<Work> = {}): void {
  const { section, format, witness, period, chart } = NO_WORK;
  editor.text = text;
  change({ text, section, format, witness, period, chart, ...more });
}

function change(more: Partial<Work>): void {
  work = { ...work, ...more };
  clearTimeout(timer);
  timer = window.setTimeout(update, PAUSE);
}

async function update(): Promise<void> {
  clearTimeout(timer);
  const mine = ++turn;
  byId("unkept").hidden = keep(work);
  const outcome = outcomeOf(work);
  showFields();
  editor.isJson = looksLikeJson(work.text);
  editor.name(speak("editorLabel"), speak("editorPlaceholder"));
  tablePart.show(outcome, work);
  const { drawn, issues } = await draw(outcome);
  if (mine !== turn) return;
  const count = listing.show(outcome, issues);
  announce(stateOf(outcome, count, drawn), { count });
}

function showFields(): void {
  offer(fields.section, ["auto", ...SECTIONS]);
  offer(fields.format, ["auto", "formatVi", "formatEn"], ["auto", ...FORMATS]);
  for (const key of Object.keys(fields) as (keyof typeof fields)[]) {
    if (fields[key].value !== work[key]) fields[key].value = work[key];
  }
}

async function draw(outcome: Outcome): Promise<Drawn> {
  const document = outcome.kind === "json" ? outcome.document : datasetOf(outcome);
  if (document !== undefined) return chartPart.show(document, work.chart);
  chartPart.pause(outcome.kind === "empty" ? "empty" : "waits");
  return { drawn: false, issues: [] };
}

function datasetOf(outcome: Outcome): unknown {
  return outcome.kind === "table" ? outcome.dataset : undefined;
}

function stateOf(outcome: Outcome, count: number, drawn: boolean): SentenceKey {
  if (outcome.kind === "empty") return "stateEmpty";
  if (drawn) return count > 0 ? "stateDrawnNotices" : "stateDrawn";
  return count > 0 ? "stateRefused" : "stateAsks";
}

/** Into the live region, which speaks what is new. */
function announce(key: SentenceKey, values?: Values): void {
  const state = byId("state");
  const text = speak(key, values);
  if (state.textContent !== text) state.textContent = text;
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  const read = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in read) return announce(read.problem);
  const table = /^\s*</.test(read.text) ? readHtmlTable(read.text) : null;
  begin(table ? writeRows(table.rows) : read.text, { witness: table?.witness });
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

function forgetAll(): void {
  begin("", NO_WORK);
  update().then(() => announce("forgotten"));
}

function onClick(selector: string, act: (button: HTMLElement) => void): void {
  for (const button of document.querySelectorAll<HTMLElement>(selector)) {
    button.addEventListener("click", () => act(button));
  }
}

onClick("[data-copies]", ({ dataset }) => copy(byId(dataset.copies ?? "")));
onClick("[data-example]", async ({ dataset }) => {
  const example = await EXAMPLES[dataset.example ?? ""]?.();
  if (example) begin(example.text, example);
});
onClick("#forget", forgetAll);

for (const [key, field] of Object.entries(fields)) {
  field.addEventListener("input", () => change({ [key]: field.value }));
}
const kind = byId<HTMLSelectElement>("kind");
kind.addEventListener("input", () => change({ chart: kind.value }));

const chosen = byId<HTMLInputElement>("file");
chosen.addEventListener("change", () => {
  take(chosen.files?.[0]);
  // The same file may be chosen again when it has changed.
  chosen.value = "";
});

document.addEventListener("dragover", (event) => event.preventDefault());
// Before the editor's own handling, which would insert the text at the pointer.
document.addEventListener(
  "drop",
  (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  },
  { capture: true },
);

new MutationObserver(update).observe(document.documentElement, { attributeFilter: ["lang"] });

editor.text = work.text;
update();
