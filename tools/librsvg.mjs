// A second renderer of SVG for the tests, beside the browser: librsvg.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPdf } from "./pdf.mjs";
import { findProgram, run } from "./steps.mjs";

const COMMAND = "rsvg-convert";

export function hasLibrsvg() {
  return findProgram([COMMAND], []) !== null;
}

/** The words that librsvg draws of a picture, in the order of the picture. */
export async function wordsDrawn(svg) {
  const folder = await mkdtemp(join(tmpdir(), "district-charts-"));
  try {
    const [from, to] = [join(folder, "chart.svg"), join(folder, "chart.pdf")];
    await writeFile(from, svg);
    await run(COMMAND, ["--format=pdf", `--output=${to}`, from]);
    const { pages } = await readPdf(await readFile(to));
    return pages.flatMap(({ words }) => words.map(({ text }) => text));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
