// What the tests read printed pages with: the programs of poppler.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram, run } from "./steps.mjs";

const PROGRAMS = ["pdftotext", "pdftoppm", "pdfimages"];
/** Dots to the inch of the pages as pixels. */
const RESOLUTION = 96;

export function hasPdfReader() {
  return PROGRAMS.every((program) => findProgram([program], []));
}

/**
 * The pages as `{ words, grey }`: the words with their boxes in pixels, the pixels as
 * `{ width, height, at(x, y) }` from 0, black, to 255; and how many bitmaps are in it.
 */
export async function readPdf(pdf) {
  const folder = await mkdtemp(join(tmpdir(), "district-charts-"));
  try {
    const path = join(folder, "page.pdf");
    await writeFile(path, pdf);
    const boxes = await run("pdftotext", ["-bbox", path, "-"]);
    await run("pdftoppm", ["-gray", "-r", `${RESOLUTION}`, path, join(folder, "page")]);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".pgm")).sort();
    const words = boxes.split("<page ").slice(1).map(wordsOf);
    const pages = names.map(async (name, index) => ({
      words: words[index],
      grey: greyOf(await readFile(join(folder, name))),
    }));
    const images = await run("pdfimages", ["-list", path]);
    return { pages: await Promise.all(pages), images: images.trim().split("\n").length - 2 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function wordsOf(page) {
  const words = page.matchAll(
    /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g,
  );
  return [...words].map(([, ...found]) => {
    const [left, top, right, bottom] = found
      .slice(0, 4)
      .map((points) => (points * RESOLUTION) / 72);
    return { text: found[4].normalize(), left, top, right, bottom };
  });
}

/** A binary PGM of a byte a pixel. */
function greyOf(file) {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 40));
  const at = (x, y) => file[head.length + Math.round(y) * width + Math.round(x)];
  return { width: Number(width), height: Number(height), at };
}
