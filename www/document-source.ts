import { borrow, type Loan, parseJson } from "./json-source.js";
import type { Dataset } from "./types.js";

/** Where an element's document comes from: its `data`, else its `src`, else the JSON inside it. */
export class DocumentSource {
  readonly #element: HTMLElement;
  #data: Dataset | undefined;
  #loan: Loan | undefined;
  #document: Promise<unknown> | undefined;
  /** The JSON inside the element as it was read. */
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
  open(): Promise<unknown> | undefined {
    this.#document ??= this.#read();
    return this.#document;
  }

  /** Something else is the document from now on, or nobody asks for it any more. */
  close(): void {
    this.#loan?.release();
    this.#loan = undefined;
    this.#document = undefined;
  }

  /** Whether the JSON inside the element is the document and not what was read. */
  hasNewScript(): boolean {
    const isElsewhere = this.#data !== undefined || this.#element.getAttribute("src");
    return !isElsewhere && this.#script()?.textContent !== this.#text;
  }

  #read(): Promise<unknown> | undefined {
    if (this.#data !== undefined) return Promise.resolve(this.#data);
    const src = this.#element.getAttribute("src");
    if (src) {
      this.#loan = borrow(absolute(src, this.#element.baseURI));
      return this.#loan.document;
    }
    const script = this.#script();
    this.#text = script?.textContent ?? undefined;
    return script && this.#parse(script);
  }

  #script(): Element | undefined {
    const found = this.#element.querySelector(':scope > script[type="application/json"]');
    return found ?? undefined;
  }

  async #parse(script: Element) {
    const page = script.ownerDocument;
    if (page.readyState === "loading") {
      // The parser may have brought half of it.
      await new Promise((done) => page.addEventListener("DOMContentLoaded", done, { once: true }));
      this.#text = script.textContent ?? "";
    }
    return parseJson(this.#text ?? "", { say: "inlineScript" });
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
