// The text of a file that was dropped or chosen.

export type FileText = { text: string } | { problem: "fileIsWorkbook" | "fileNotText" };

const starts = (bytes: Uint8Array, ...magic: number[]) =>
  magic.every((byte, i) => bytes[i] === byte);

/** UTF-8, or UTF-16 as spreadsheets write “Unicode text”. */
export function textOfFile(bytes: Uint8Array): FileText {
  // A zip or an old compound file: xlsx, ods, xls.
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { problem: "fileIsWorkbook" };
  }
  const encoding = starts(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : starts(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "fileNotText" };
  }
}
