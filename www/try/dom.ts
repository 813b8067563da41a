import { create } from "../element-parts.js";
import { type SentenceKey, speak } from "./sentences.js";

/** An element that the page's own HTML has. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
}

/** Fills a field with choices, named in the language of the page. */
export function offer(
  field: HTMLSelectElement,
  names: readonly SentenceKey[],
  values: readonly string[] = names,
): void {
  const options = names.map((name, i) => create("option", { value: values[i] ?? "" }, speak(name)));
  field.replaceChildren(...options);
}
