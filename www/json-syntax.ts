// Where a text stops being JSON, and which of the usual slips that is. Only ever
// runs on text that JSON.parse refused: its own messages differ by browser.
import type { MessageKey } from "./messages.js";

export interface Slip {
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  key: MessageKey;
  /** What stands there; for a decimal comma, what to write instead. */
  found: string;
}

const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids in a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const WORD = /[^\s,:"{}[\]]+|[\s\S]/uy;

/** What may come next: `OrEnd` right after an opening bracket. */
type Wanted = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "comma" | "nothing";

export function findSlip(text: string): Slip {
  const closers: string[] = [];
  let wanted: Wanted = "value";
  let at = 0;

  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  const afterValue = (): Wanted => (closers.length > 0 ? "comma" : "nothing");
  const open = (closer: string): Wanted => {
    at++;
    closers.push(closer);
    return closer === "}" ? "keyOrEnd" : "valueOrEnd";
  };
  const close = (): Wanted => {
    at++;
    closers.pop();
    return afterValue();
  };
  const next = (): Wanted | undefined => {
    const char = text[at];
    if (char === closers.at(-1) && /comma|OrEnd/.test(wanted)) return close();
    if (wanted.startsWith("value")) {
      if (char === "{") return open("}");
      if (char === "[") return open("]");
      return take(STRING) || take(LITERAL) ? afterValue() : undefined;
    }
    if (wanted.startsWith("key")) return take(STRING) ? "colon" : undefined;
    if (char !== (wanted === "colon" ? ":" : ",") || wanted === "nothing") return undefined;
    at++;
    return wanted === "colon" || closers.at(-1) === "]" ? "value" : "key";
  };

  for (;;) {
    take(SPACE);
    const following = next();
    if (!following) return { ...placeOf(text, at), ...diagnose(text, at, wanted) };
    wanted = following;
  }
}

function diagnose(text: string, at: number, wanted: Wanted): Pick<Slip, "key" | "found"> {
  const char = text[at] ?? "";
  WORD.lastIndex = at;
  const found = visible(WORD.exec(text)?.[0] ?? "");
  const before = text.slice(Math.max(0, at - 30), at);
  const whole = /(-?\d+),\s*$/.exec(before)?.[1];
  const decimals = /^\d+/.exec(found)?.[0];

  if (char === "") return { key: "slipEnd", found };
  if (/^(\/[/*]|#)/.test(text.slice(at, at + 2))) return { key: "slipComment", found };
  if (/['“”„‟‘’«»]/.test(char)) return { key: "slipQuote", found: char };
  if (wanted === "key" && whole && decimals) {
    return { key: "slipDecimalComma", found: `${whole}.${decimals}` };
  }
  if (/[}\]]/.test(char) && /,\s*$/.test(before)) return { key: "slipTrailingComma", found };
  const startsValue = /["{[\w-]/.test(char) && !/[\w.]$/.test(before);
  if (wanted === "comma" && startsValue) return { key: "slipMissingComma", found };
  if (char === '"' && /value|key/.test(wanted)) return { key: "slipOpenString", found };
  return { key: "slipOther", found };
}

/** A space or a control character by its code point. */
function visible(found: string) {
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return /^[\s\p{C}]/u.test(found) ? `U+${code}` : found.slice(0, 40);
}

function placeOf(text: string, at: number) {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
