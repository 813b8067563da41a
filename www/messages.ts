// The widget's own words. Figures, names and problems of the data are said by the
// module; here are its tools and what keeps data or module from coming. The sentences
// stand with the words of the charts, in src/locale.
import { DEFAULT_LANGUAGE, fill, type Language, type Values } from "./language.js";

export type MessageKey =
  | "explore"
  | "table"
  | "guide"
  | "find"
  | "names"
  | "moreRows"
  | "download"
  | "embed"
  | "embedCopied"
  | "notDrawn"
  | "dataErrors"
  | "noData"
  | "sandbox"
  | "noPicture"
  | "loadNetwork"
  | "loadOrigin"
  | "loadStatus"
  | "loadHtml"
  | "loadType"
  | "inlineScript"
  | "notUtf8"
  | "empty"
  | "syntax"
  | "slipTrailingComma"
  | "slipMissingComma"
  | "slipDecimalComma"
  | "slipQuote"
  | "slipComment"
  | "slipOpenString"
  | "slipEnd"
  | "slipOther"
  | "wasmUnsupported"
  | "wasmRefused"
  | "wasmMissing"
  | "wasmAltered"
  | "wasmTrapped"
  | "wasmNotLoaded"
  | "noCanvas"
  | "chartFreed"
  | "chartLost";

type Sentences = { readonly [key in MessageKey]: string };

/** The sentences of the languages that the script carries. */
declare const __MESSAGES__: { vi: Sentences } & { [language in Language]?: Sentences };

/**
 * Others come with their words. Not even what tells of a failed load stands in the
 * script for them, 1 kB of every first fetch: where their file is not to be had, the
 * whole element speaks Vietnamese, and is marked so for screen readers.
 */
const sentences = __MESSAGES__;

/** Words of the widget to replace, by language and key; those of charts have a capital. */
export type Messages = {
  [language: string]: { [key in MessageKey]?: string } & {
    [word: Capitalize<string> | `${"guide" | "find"}${Capitalize<string>}`]: string;
  };
};

/** Takes the sentences of a language that the script does not carry. */
export function learn(language: Language, all: Sentences): void {
  sentences[language] = all;
}

/** The language itself where its sentences have come; until then Vietnamese stands in. */
export function spokenFor(language: Language): Language {
  return sentences[language] ? language : DEFAULT_LANGUAGE;
}

/** A sentence with its `{values}` filled in. */
export function say(
  key: MessageKey,
  language: Language,
  values: Values = {},
  own?: Messages,
): string {
  const sentence = own?.[language]?.[key] ?? (sentences[language] ?? sentences.vi)[key];
  // A page's own may be anything.
  return fill(`${sentence}`, values, (other) => say(other, language, values, own));
}
