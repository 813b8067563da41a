// Languages by their tags, and sentences with values to fill in.
import type { MessageKey } from "./messages.js";

export type Language = "vi" | "en" | "km";
export const DEFAULT_LANGUAGE = "vi";

/** A tag as a script gave it, as the string that it should be. */
export function languageTag(lang: unknown): string {
  return lang == null ? DEFAULT_LANGUAGE : String(lang);
}

/** The language of the words for a BCP 47 tag: Vietnamese without one, English for others. */
export function baseLanguage(tag: string | null | undefined): Language {
  const primary = (tag || DEFAULT_LANGUAGE).toLowerCase().split(/[-_]/)[0];
  return primary === "vi" || primary === "km" ? primary : "en";
}

/** What a sentence is about; `say` puts another sentence in, about the same. */
export type Values = { [name: string]: string | number | { say: MessageKey } };

/** Fills the `{values}` of any sentence; `sayOther` gives those that are sentences too. */
export function fill(
  sentence: string,
  values: Values,
  sayOther: (key: MessageKey) => string = String,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "object" ? sayOther(value.say) : `${value}`;
  });
}
