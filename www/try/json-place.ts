// Where in a JSON text the value at a JSON Pointer stands.
import { jsonLanguage } from "@codemirror/lang-json";
import type { SyntaxNode } from "@lezer/common";

export interface Range {
  from: number;
  to: number;
}

/** The value, or as much of the way to it as there is; of what has parts, its name. */
export function placeInJson(text: string, pointer: string): Range {
  const root = jsonLanguage.parser.parse(text).topNode;
  let name: SyntaxNode | null = null;
  let value = root.firstChild;
  for (const token of tokensOf(pointer)) {
    const next: Step | null = value && step(text, value, token);
    if (!next) break;
    ({ name, value } = next);
  }
  if (!value) return { from: 0, to: 0 };
  const hasParts = value.name === "Object" || value.name === "Array";
  if (!hasParts) return rangeOf(value);
  return name ? rangeOf(name) : { from: value.from, to: value.from + 1 };
}

interface Step {
  name: SyntaxNode | null;
  value: SyntaxNode | null;
}

const rangeOf = ({ from, to }: SyntaxNode): Range => ({ from, to });

/** RFC 6901. */
function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function step(text: string, value: SyntaxNode, token: string): Step | null {
  if (value.name === "Object") {
    const property = value
      .getChildren("Property")
      .reverse()
      .find(({ firstChild }) => firstChild && keyOf(text, firstChild) === token);
    return property ? { name: property.firstChild, value: property.lastChild } : null;
  }
  if (value.name !== "Array") return null;
  const items: SyntaxNode[] = [];
  for (let item = value.firstChild; item; item = item.nextSibling) {
    if (/^(Object|Array|String|Number|True|False|Null)$/.test(item.name)) items.push(item);
  }
  const item = items[Number(token)];
  return item ? { name: null, value: item } : null;
}

function keyOf(text: string, name: SyntaxNode): unknown {
  try {
    return JSON.parse(text.slice(name.from, name.to));
  } catch {
    return undefined;
  }
}
