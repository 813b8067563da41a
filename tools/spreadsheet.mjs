// The spreadsheet program that the tests have write tables: where it is, how it converts.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram, run } from "./steps.mjs";

const PLACES = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  ...[process.env.PROGRAMFILES]
    .filter(Boolean)
    .map((folder) => join(folder, "LibreOffice", "program", "soffice.exe")),
];

/** The path of LibreOffice, null where it is not installed. */
export function findSpreadsheet() {
  return findProgram(["soffice", "libreoffice"], PLACES);
}

/** As LibreOffice names them; tab, quotes, UTF-8, cells as they are shown. */
const FILTERS = { tsv: "csv:Text - txt - csv (StarCalc):9,34,76,1", html: "html" };

/** Has LibreOffice write a workbook (flat XML) in each of its ways: { tsv, html }. */
export async function convert(workbook) {
  const folder = await mkdtemp(join(tmpdir(), "district-charts-"));
  try {
    const profile = pathToFileURL(join(folder, "profile"));
    await writeFile(join(folder, "table.fods"), workbook);
    const written = {};
    for (const [kind, filter] of Object.entries(FILTERS)) {
      await run(findSpreadsheet(), [
        `-env:UserInstallation=${profile}`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        folder,
        join(folder, "table.fods"),
      ]);
      written[kind] = await readFile(join(folder, `table.${filter.split(":")[0]}`), "utf8");
    }
    return written;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
