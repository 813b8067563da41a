// Finding names as people type them: without diacritics, in any case.

/** Of Latin letters alone: Khmer vowels and signs are marks too, and make its words. */
const DIACRITICS = /[\u0300-\u036f]/g;
/** Between Khmer words there may be spaces of no width, which nobody types. */
const UNSEEN = /[\u200b-\u200d]/g;

export interface Matches {
  /** All of them. */
  count: number;
  /** Indexes of those that come first. */
  first: number[];
}

/** “Nhị Trường” and “nhi truong” are the same; “đ” has no mark that could be taken off. */
export function fold(text: string): string {
  const plain = text.toLowerCase().normalize("NFD").replace(DIACRITICS, "");
  return plain.replace(/đ/g, "d").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

/** Of folded names: those that begin so, then those with a word that does, then the others. */
export function match(names: readonly string[], typed: string, most: number): Matches {
  const wanted = fold(typed);
  if (!wanted) return { count: 0, first: [] };
  const found: { index: number; rank: number; length: number }[] = [];
  names.forEach((name, index) => {
    const rank = rankOf(name, wanted);
    if (rank !== undefined) found.push({ index, rank, length: name.length });
  });
  // Of names alike, the shortest is nearest to what is typed.
  found.sort((a, b) => a.rank - b.rank || a.length - b.length || a.index - b.index);
  return { count: found.length, first: found.slice(0, most).map(({ index }) => index) };
}

function rankOf(name: string, wanted: string) {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : undefined;
}
