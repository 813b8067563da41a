// The problems as the page lists them: the place in words, the sentence, and the
// way there.
import { create } from "../element-parts.js";
import { say } from "../messages.js";
import type { Issue } from "../types.js";
import { byId } from "./dom.js";
import type { TextEditor } from "./editor.js";
import { placeInJson, type Range } from "./json-place.js";
import type { Outcome } from "./outcome.js";
import { cellName, columnName, type Place, type Problem } from "./problem.js";
import { isSentence, languageOfPage, speak } from "./sentences.js";

const MOST = 100;

interface Spot {
  where: string;
  go: () => void;
  /** In the text of the editor. */
  range?: Range;
}

interface Listed extends Spot {
  severity: Issue["severity"];
  message: string;
}

/** What leads to a place of the table or of the fields above it. */
export interface Ways {
  toCell(place: Place): void;
  toField(id: string): void;
}

export class Listing {
  readonly #list = byId("problems");
  readonly #editor: TextEditor;
  readonly #ways: Ways;

  constructor(editor: TextEditor, ways: Ways) {
    this.#editor = editor;
    this.#ways = ways;
  }

  /** Shows what the work itself and the chart have to say; how many there are. */
  show(outcome: Outcome, issues: readonly Issue[]): number {
    const all = [...this.#ofWork(outcome), ...issues.map((issue) => this.#ofChart(issue, outcome))];
    const shown = all.slice(0, MOST);
    this.#list.replaceChildren(...shown.map(itemOf));
    if (all.length > MOST) {
      this.#list.append(create("li", {}, speak("moreProblems", { count: all.length - MOST })));
    }
    this.#editor.mark(
      shown.flatMap(({ range, severity, message }) =>
        range ? [{ ...range, message, severity: severity === "error" ? "error" : "warning" }] : [],
      ),
    );
    return all.length;
  }

  #ofWork(outcome: Outcome): Listed[] {
    if (outcome.kind === "table") return outcome.problems.map((one) => this.#ofTable(one));
    if (outcome.kind !== "slip") return [];
    const { line, column, key, found } = outcome.slip;
    const from = this.#editor.offsetOf(line, column);
    const message = say(key, languageOfPage(), { found });
    const sentence = message.charAt(0).toUpperCase() + message.slice(1);
    return [{ severity: "error", message: sentence, ...this.#inText({ from, to: from + 1 }) }];
  }

  #ofTable({ key, severity, place, values }: Problem): Listed {
    const message = isSentence(key) ? speak(key, values) : key;
    return { severity, message, ...(place ? this.#inTable(place) : this.#inFields(key)) };
  }

  #ofChart({ path, severity, message }: Issue, outcome: Outcome): Listed {
    if (outcome.kind !== "table") {
      return { severity, message, ...this.#inText(placeInJson(this.#editor.text, path)) };
    }
    const place = placeOf(path, outcome.places);
    return { severity, message, ...(place ? this.#inTable(place) : this.#inFields("")) };
  }

  #inTable(place: Place): Spot {
    const { row, column } = place;
    const values = { cell: cellName(place), row: row + 1, column: columnName(column) };
    return { where: speak("atCell", values), go: () => this.#ways.toCell(place) };
  }

  #inText(range: Range): Spot {
    const where = speak("atLine", { line: this.#editor.lineOf(range.from) });
    return { where, range, go: () => this.#editor.goTo(range) };
  }

  /** A problem of the whole table is solved in a field above it, or in the text. */
  #inFields(key: string): Spot {
    const id = { periodMissing: "period", sectionUnknown: "section" }[key];
    if (!id) return { where: speak("wholeTable"), go: () => this.#editor.focus() };
    const label = byId<HTMLInputElement>(id).labels?.[0];
    const field = label?.querySelector(`[lang="${languageOfPage()}"]`)?.textContent ?? "";
    return { where: speak("inSettings", { field }), go: () => this.#ways.toField(id) };
  }
}

/** The place of a pointer, or of the nearest that holds it. */
function placeOf(path: string, places: Map<string, Place>): Place | undefined {
  for (let holder = path; holder !== ""; holder = holder.slice(0, holder.lastIndexOf("/"))) {
    const place = places.get(holder);
    if (place) return place;
  }
  return undefined;
}

function itemOf({ severity, where, message, go }: Listed): HTMLLIElement {
  const button = create("button", { type: "button" }, create("strong", {}, where), ` ${message}`);
  button.addEventListener("click", go);
  return create("li", { "data-severity": severity }, button);
}
