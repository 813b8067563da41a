import { languageOf } from "./environment.js";
import { DistrictChartError } from "./error.js";
import { borrow, type Loan, parseJson } from "./json-source.js";
import { DEFAULT_LANGUAGE } from "./language.js";
import type { Dataset, Issue } from "./types.js";

/** In a box: a page's own object may have a `then`, and would be taken for a promise. */
export interface Arrived {
  document: unknown;
  /** What is in a table of the page and not in the document. */
  notices?: Issue[];
}

/**
 * Where an element's document comes from: its `data`, else its `src`, else the JSON inside
 * it, else a table there.
 */
export class DocumentSource {
  readonly #element: HTMLElement;
  #data: Dataset | undefined;
  #loan: Loan | undefined;
  #arriving: Promise<Arrived> | undefined;
  /** The JSON or the table inside the element as it was read. */
  #text: string | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  get data(): Dataset | undefined {
    return this.#data;
  }

  set data(data: Dataset | undefined) {
    this.#data = data ?? undefined;
    this.close();
  }

  /** The document; undefined where none was given. Read once, until it is closed. */
  open(): Promise<Arrived> | undefined {
    this.#arriving ??= this.#read();
    return this.#arriving;
  }

  /** Something else is the document from now on, or nobody asks for it any more. */
  close(): void {
    this.#loan?.release();
    this.#loan = undefined;
    this.#arriving = undefined;
  }

  /** Whether the content of the element is the document and not what was read. */
  hasNewContent(): boolean {
    const isElsewhere = this.#data !== undefined || this.#element.getAttribute("src");
    return !isElsewhere && this.#inside()?.outerHTML !== this.#text;
  }

  #read(): Promise<Arrived> | undefined {
    if (this.#data !== undefined) return Promise.resolve({ document: this.#data });
    const src = this.#element.getAttribute("src");
    if (src) {
      this.#loan = borrow(absolute(src, this.#element.baseURI));
      return this.#loan.document.then((document) => ({ document }));
    }
    const inside = this.#inside();
    this.#text = inside?.outerHTML;
    return inside && this.#parse(inside);
  }

  #inside(): Element | undefined {
    const find = (selector: string) => this.#element.querySelector(selector);
    const found = find(':scope > script[type="application/json"]') ?? find("table[data-section]");
    return found ?? undefined;
  }

  async #parse(inside: Element) {
    const page = inside.ownerDocument;
    if (page.readyState === "loading") {
      // The parser may have brought half of it.
      await new Promise((done) => page.addEventListener("DOMContentLoaded", done, { once: true }));
      this.#text = inside.outerHTML;
    }
    if (inside.localName === "script") {
      return { document: parseJson(inside.textContent ?? "", { say: "inlineScript" }) };
    }
    // Few pages have one: its reader is a script of its own.
    const { readTable } = await import("./table-data/read.js");
    const table = inside as HTMLTableElement;
    const { document, issues } = readTable(table, languageOf(table) ?? DEFAULT_LANGUAGE);
    const [first, ...more] = issues;
    if (!document && first) throw new DistrictChartError([first, ...more]);
    return { document, notices: issues };
  }
}

function absolute(address: string, base: string) {
  try {
    return new URL(address, base).href;
  } catch {
    // The request will say that this is no address.
    return address;
  }
}
