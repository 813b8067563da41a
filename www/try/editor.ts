// The text editor: CodeMirror in a shadow root. There it adopts its style sheets,
// where in a page it would add <style> elements, which a strict policy refuses.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Range } from "./json-place.js";

export interface EditorListener {
  /** The text was changed by a person. */
  changed(): void;
  /** Something is pasted over nothing or over the whole text, or into it; whether it was taken. */
  pasted(clipboard: DataTransfer, into: "whole" | "part"): boolean;
}

export class TextEditor {
  readonly #view: EditorView;
  readonly #language = new Compartment();
  readonly #words = new Compartment();

  constructor(host: HTMLElement, listener: EditorListener) {
    const root = host.attachShadow({ mode: "open", delegatesFocus: true });
    const changes = EditorView.updateListener.of(({ transactions }) => {
      const isByPerson = transactions.some(
        (transaction) => transaction.docChanged && !transaction.annotation(BY_PAGE.type),
      );
      if (isByPerson) listener.changed();
    });
    const paste = EditorView.domEventHandlers({
      paste: ({ clipboardData }) =>
        clipboardData !== null &&
        listener.pasted(clipboardData, this.#isWhollySelected() ? "whole" : "part"),
    });
    this.#view = new EditorView({
      root,
      parent: root,
      extensions: [
        history(),
        lineNumbers(),
        bracketMatching(),
        // Tab is left alone: it leads on, as on the rest of the page.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        this.#language.of([]),
        this.#words.of([]),
        LOOKS,
        changes,
        paste,
      ],
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Replaces all; can be undone. */
  set text(insert: string) {
    if (insert === this.text) return;
    const { length } = this.#view.state.doc;
    this.#view.dispatch({ changes: { from: 0, to: length, insert }, annotations: BY_PAGE });
  }

  set isJson(isJson: boolean) {
    const wanted = isJson ? JSON_LANGUAGE : NONE;
    if (this.#language.get(this.#view.state) === wanted) return;
    this.#reconfigure(this.#language, wanted);
  }

  name(label: string, hint: string): void {
    const attributes = EditorView.contentAttributes.of({ "aria-label": label });
    this.#reconfigure(this.#words, [attributes, placeholder(hint)]);
  }

  mark(diagnostics: Diagnostic[]): void {
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  goTo({ from, to }: Range): void {
    this.#view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  lineOf(offset: number): number {
    return this.#view.state.doc.lineAt(Math.min(offset, this.#view.state.doc.length)).number;
  }

  /** The offset of a line and a column of characters, both from 1. */
  offsetOf(line: number, column: number): number {
    const { doc } = this.#view.state;
    const { from, to, text } = doc.line(Math.min(line, doc.lines));
    const before = [...text].slice(0, column - 1).join("").length;
    return Math.min(from + before, to);
  }

  focus(): void {
    this.#view.focus();
  }

  #isWhollySelected() {
    const { doc, selection } = this.#view.state;
    const { from, to } = selection.main;
    return from === 0 && to === doc.length;
  }

  #reconfigure(compartment: Compartment, extension: Extension) {
    this.#view.dispatch({ effects: compartment.reconfigure(extension) });
  }
}

/** Marks what the page itself wrote. */
const BY_PAGE = Annotation.define<true>().of(true);

const NONE: Extension = [];
const JSON_LANGUAGE: Extension = json();

// In the colours of the page, which reach into the shadow root.
const LOOKS: Extension = [
  EditorState.tabSize.of(8),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: "var(--ink)" },
      { tag: tags.string, color: "var(--text-value)" },
      { tag: [tags.number, tags.bool, tags.null], color: "var(--number-value)" },
      { tag: tags.punctuation, color: "var(--quiet)" },
    ]),
  ),
  EditorView.theme({
    "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)" },
    "&.cm-focused": { outline: "2px solid var(--ink)", outlineOffset: "1px" },
    ".cm-scroller": {
      overflow: "auto",
      fontFamily: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
      fontSize: "14px",
      lineHeight: "1.6",
    },
    ".cm-gutters": {
      color: "var(--quiet)",
      backgroundColor: "var(--raised)",
      borderInlineEnd: "1px solid var(--line)",
    },
    ".cm-content": { caretColor: "var(--ink)" },
    // The text of a document keeps its lines; the hint must not run out of a narrow box.
    ".cm-placeholder": {
      color: "var(--quiet)",
      whiteSpace: "normal",
      maxWidth: "calc(100vw - 6em)",
    },
    ".cm-tooltip": {
      color: "var(--ink)",
      backgroundColor: "var(--paper)",
      border: "1px solid var(--line)",
    },
    ".cm-diagnostic": { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", maxWidth: "40em" },
    ".cm-lintRange-error, .cm-lintRange-warning": {
      backgroundImage: "none",
      textDecoration: "underline wavy var(--alarm) 1.5px",
      textUnderlineOffset: "3px",
    },
    ".cm-lintRange-warning": { textDecorationColor: "var(--quiet)" },
  }),
];
