// Finding a row by its name, where there are more than anybody reads one by one. Fetched
// only when somebody asks; its sentences stand in src/locale.
import { create, type Parts } from "../element-parts.js";
import type { Exploration } from "../exploration.js";
import { fill, type Language, type Values } from "../language.js";
import type { Messages } from "../messages.js";
import type { Ask, TableView } from "../table-view.js";
import type { Dataset } from "../types.js";
import { match } from "./match.js";
import { type Names, namesOf, readNames } from "./names.js";

export type FindKey = "findHint" | "findMatches";

declare const __FIND__: {
  readonly [language in Language]: { readonly [key in FindKey]: string };
};

/** What the element lets the search know of it, and do with it. */
export interface Host {
  ask: Ask;
  document(): Dataset;
  /** Draws the row of an id, or what the page itself chose, in front of the others. */
  bring(id: string | undefined): void;
  exploration: Exploration;
  table: TableView;
}

/** More are not read, and would push away what stands below. */
const MOST_OPTIONS = 8;
const NO_NAMES: Names = { rows: [], shown: [], folded: [], above: 0 };

/** A field with suggestions. A `<datalist>` would sift them by the letters as they are typed. */
export class Finder {
  readonly #parts: Parts;
  readonly #host: Host;
  readonly #label = create("label", { for: "name" });
  readonly #field = create("input", {
    id: "name",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "names",
    "aria-describedby": "matches",
  });
  readonly #list = create("ul", { id: "names", role: "listbox", hidden: "" });
  readonly #said = create("p", { id: "matches", "aria-live": "polite" });
  #say: (key: FindKey, values?: Values) => string = String;
  #names = NO_NAMES;
  /** Rows that are suggested, and which of them Enter takes. */
  #suggested: number[] = [];
  #active = 0;
  /** Something is typed, and nothing chosen yet. */
  #isAsking = false;
  #isBrought = false;

  constructor(parts: Parts, host: Host) {
    this.#parts = parts;
    this.#host = host;
    parts.find.append(this.#label, this.#field, this.#list, this.#said);
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#pressed(event));
    this.#field.addEventListener("blur", () => this.#rest());
    // The focus stays in the field, or the list would be gone before the click.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    const indexOf = ({ target }: Event) => [...this.#list.children].indexOf(target as Element);
    this.#list.addEventListener("pointermove", (event) => this.#activate(indexOf(event)));
    this.#list.addEventListener("click", (event) => this.#choose(indexOf(event)));
  }

  /** Of what is shown from now on, in the words of a language or the page's own. */
  label(label: string, language: Language, own: Messages | undefined): void {
    this.#say = (key, values = {}) =>
      fill(`${own?.[language]?.[key] ?? __FIND__[language][key]}`, values);
    this.#label.textContent = label;
    this.#list.setAttribute("aria-label", label);
    this.#rest();
    this.#read();
  }

  focus(): void {
    this.#field.focus();
  }

  /** Until all names have come, keys are answered by those that have. */
  #read() {
    const names = this.#host.ask((chart) => namesOf(chart, this.#host.document()));
    this.#names = names ?? NO_NAMES;
    const readOn = () => {
      const isCurrent = names && names === this.#names;
      const hasMore = isCurrent && this.#host.ask((chart) => readNames(chart, names));
      if (hasMore) setTimeout(readOn);
      else if (isCurrent && this.#isAsking) this.#typed();
    };
    readOn();
  }

  #typed() {
    const { value } = this.#field;
    if (!value.trim()) return this.#end();
    const { count, first } = match(this.#names.folded, value, MOST_OPTIONS);
    this.#suggest(first);
    this.#isAsking = true;
    this.#said.textContent = this.#say("findMatches", { count });
  }

  #pressed(event: KeyboardEvent) {
    // Vietnamese is mostly composed: Enter and Escape may be the editor's.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const isOpen = this.#suggested.length > 0;
    if (key === "Escape" && this.#field.value) this.#end();
    else if (key === "Enter" && isOpen) this.#choose(this.#active);
    else if (key === "ArrowDown" && isOpen) this.#activate(this.#active + 1);
    else if (key === "ArrowUp" && isOpen) this.#activate(this.#active - 1);
    else if (key === "ArrowDown" && this.#field.value) this.#typed();
    else return;
    event.preventDefault();
    // One Escape closes one thing: not the dialog around the chart as well.
    event.stopPropagation();
  }

  /** What the page itself chose to bring forward comes back. */
  #end() {
    this.#field.value = "";
    this.#rest();
    if (this.#isBrought) this.#host.bring(undefined);
    this.#isBrought = false;
  }

  #rest() {
    this.#suggest([]);
    this.#isAsking = false;
    this.#said.textContent = this.#say("findHint");
  }

  #suggest(suggested: number[]) {
    const options = suggested.map((row, index) =>
      create("li", { role: "option", id: `name-${index}` }, this.#names.shown[row] ?? ""),
    );
    this.#suggested = suggested;
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#field.setAttribute("aria-expanded", `${options.length > 0}`);
    this.#activate(0);
  }

  /** Beyond an end comes the other one. */
  #activate(index: number) {
    const { children } = this.#list;
    const count = children.length;
    this.#active = count && (index + count) % count;
    [...children].forEach((option, own) => {
      option.setAttribute("aria-selected", `${own === this.#active}`);
    });
    if (count) this.#field.setAttribute("aria-activedescendant", `name-${this.#active}`);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #choose(index: number) {
    const { rows, shown, above } = this.#names;
    const found = this.#suggested[index] ?? -1;
    const row = rows[found];
    if (!row) return;
    this.#field.value = shown[found] ?? "";
    this.#rest();
    this.#isBrought = true;
    this.#host.bring(row.id);
    this.#point(above + found, row.last);
    this.#follow(above + found);
  }

  /** The last figure there is in the row: shown beside it, and said. */
  #point(row: number, last: number) {
    for (let period = last; period >= 0; period--) {
      if (this.#host.exploration.point(`${row}:${period}`)) return;
    }
  }

  /** To the row of an open table, else to the picture, where arrow keys go on from there. */
  #follow(row: number) {
    const { plot, tableBox } = this.#parts;
    const isOpen = !tableBox.classList.contains("unseen");
    const header = isOpen && this.#host.table.reach(row)?.cells[0];
    if (!header) return plot.focus({ preventScroll: true });
    header.tabIndex = -1;
    header.focus({ preventScroll: true });
    header.scrollIntoView({ block: "center", inline: "nearest" });
  }
}
