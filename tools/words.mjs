// The words of src/locale as the tools need them.
import { readText } from "./files.mjs";

/** As the module numbers them; the first stands in for the others. */
export const LANGUAGES = ["vi", "en", "km"];

export function wordsOf(language) {
  return JSON.parse(readText(`src/locale/${language}.json`));
}

/**
 * The names that are built in, by id, in each language: of the rows of these kinds, such
 * as `Sector`, or of the criteria of a set, such as `Commune2021N`.
 */
export function builtInNames(...kinds) {
  const pattern = new RegExp(`^(?:${kinds.join("|")})([A-Z]\\w*|\\d+)$`);
  const names = {};
  for (const language of LANGUAGES) {
    for (const [word, name] of Object.entries(wordsOf(language))) {
      const id = pattern.exec(word)?.[1];
      // “SectorII” is of the row “II”, “LevelNtmModel” of “ntmModel”.
      const key = id && (/^(?:I+|\d+)$/.test(id) ? id : id[0].toLowerCase() + id.slice(1));
      if (key && name && !name.includes("{")) names[key] = [...(names[key] ?? []), name];
    }
  }
  return names;
}
