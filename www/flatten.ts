// A page's object as flat lists, which cross to the module in one step. Whatever a getter
// or a proxy of the page does while it is read, it does here, before the module is entered.
// A value that is no data is not refused: the module's reader names its place.

/** What a value is, in `src/wasm/flat.rs` too. */
const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const STRING = 4;
const LIST = 5;
const MAP = 6;
/** A list of a length that is not read. */
const TOO_LONG = 7;
/** Past the depth, or the amount, that is read; or inside itself. */
const TOO_DEEP = 8;
/** Nothing that JSON can hold: a function, a symbol, a set, a getter that throws … */
const NOT_DATA = 9;

/** Those of a document; what stands under others is not read: they may be any object. */
const KEYS = new Set(
  "version place asOf sources growth structure poverty livingStandards ntm targets".split(" "),
);

// As in `src/input.rs`.
const MAX_DEPTH = 8;
const MAX_ENTRIES = 20_000;

/**
 * Two million figures, each an object, stay below; an object whose branches share theirs
 * for ever does not.
 */
const MAX_VALUES = 12_000_000;

/**
 * Entries of all lists. Those of no document that is taken are more: two million figures,
 * and what these belong to. One list in many places is soon more than that.
 */
const MAX_LISTED = 2_050_000;

/** Of all texts and names: far below what a string can hold, far above a large document. */
const MAX_CHARACTERS = 100_000_000;

/**
 * Four lists, each in the order of the document:
 * - of each value its kind; a list or a map comes before what is in it;
 * - numbers, lengths of lists and maps, and for each entry of a map the index of its name;
 * - strings in NFC, with U+0000 between;
 * - names of entries, each once, with U+0000 between.
 */
export type FlatDocument = [Uint8Array, ArrayBuffer, string, string];

export function flatten(dataset: unknown): FlatDocument {
  const walk = new Walk();
  walk.read(dataset);
  return [
    new Uint8Array(walk.kinds),
    new Float64Array(walk.numbers).buffer,
    walk.texts.join("\0").normalize(),
    walk.names.map(withoutEnds).join("\0"),
  ];
}

/** What would end a string is a space to the reader, as all control characters are. */
function withoutEnds(text: string) {
  return text.includes("\0") ? text.replaceAll("\0", " ") : text;
}

class Walk {
  readonly kinds: number[] = [];
  readonly numbers: number[] = [];
  readonly texts: string[] = [];
  readonly names: string[] = [];
  /** Of each name its place in `names`; below 0 where it is not read. */
  readonly #indexes = new Map<string, number>();
  /** The lists and maps that a value is in. */
  readonly #above: object[] = [];
  #left = MAX_VALUES;
  #listedLeft = MAX_LISTED;
  #charactersLeft = MAX_CHARACTERS;

  read(value: unknown): void {
    // Those that are not read count too: an object that is in many others would take
    // for ever.
    this.#left--;
    if (this.#above.length > MAX_DEPTH || this.#left <= 0) this.kinds.push(TOO_DEEP);
    else if (value == null) this.kinds.push(NULL);
    else if (typeof value === "boolean") this.kinds.push(value ? TRUE : FALSE);
    else if (typeof value === "number") this.#add(NUMBER, value);
    else if (typeof value === "string") this.#addText(value);
    else if (typeof value === "object") this.#readObject(value);
    else this.kinds.push(NOT_DATA);
  }

  #add(kind: number, value: number) {
    this.kinds.push(kind);
    this.numbers.push(value);
  }

  #addText(text: string) {
    this.#charactersLeft -= text.length;
    if (this.#charactersLeft < 0) return this.kinds.push(TOO_DEEP);
    this.kinds.push(STRING);
    return this.texts.push(withoutEnds(text));
  }

  #readObject(value: object) {
    let length = 0;
    let keys: string[] | undefined;
    try {
      if (Array.isArray(value)) length = value.length;
      else if (Symbol.iterator in value) return this.kinds.push(NOT_DATA);
      else keys = Object.keys(value);
    } catch {
      return this.kinds.push(NOT_DATA);
    }
    if (length > MAX_ENTRIES) return this.#add(TOO_LONG, length);
    if (this.#above.includes(value)) return this.kinds.push(TOO_DEEP);
    this.#above.push(value);
    if (keys) this.#readMap(value, keys);
    else this.#readList(value as unknown[], length);
    return this.#above.pop();
  }

  #readList(list: unknown[], length: number) {
    this.#listedLeft -= length;
    if (this.#listedLeft < 0) {
      this.kinds.push(TOO_DEEP);
      return;
    }
    this.#add(LIST, length);
    for (let index = 0; index < length; index++) this.#readEntry(list, index);
  }

  #readMap(map: object, keys: string[]) {
    const isDocument = this.#above.length === 1;
    this.kinds.push(MAP);
    const length = this.numbers.push(0) - 1;
    let count = 0;
    for (const key of keys) {
      const index = this.#indexOf(key);
      if (index < 0) continue;
      count++;
      this.numbers.push(index);
      if (isDocument && !KEYS.has(key)) this.kinds.push(NULL);
      else this.#readEntry(map, key);
    }
    this.numbers[length] = count;
  }

  #readEntry(from: object, key: string | number) {
    let value: unknown;
    try {
      value = (from as Record<string | number, unknown>)[key];
    } catch {
      this.kinds.push(NOT_DATA);
      return;
    }
    this.read(value);
  }

  #indexOf(name: string): number {
    let index = this.#indexes.get(name);
    if (index !== undefined) return index;
    // Keys that start so are the author's own.
    if (/^(\$|x-)/.test(name)) index = -1;
    else {
      this.#charactersLeft -= name.length;
      if (this.#charactersLeft < 0 && name) return this.#indexOf("");
      index = this.names.push(name) - 1;
    }
    this.#indexes.set(name, index);
    return index;
  }
}
