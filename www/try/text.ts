// Text as spreadsheets and people write it, made comparable.

/** Composed letters, plain single spaces, nothing invisible at the ends. */
export function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** For recognising names only: without marks, so that “hòa” and “hoà” are one word. */
export function fold(text: string): string {
  return clean(text).toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}
