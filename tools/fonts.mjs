// The demo's fonts: what Vietnamese and English need of each file, and the style
// rules that name them. The whole files would outweigh the charts.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeText } from "./files.mjs";
import { root } from "./steps.mjs";

// ASCII, the letters that Vietnamese shares with its neighbours, and the signs of figures and sentences.
const LATIN =
  "U+20-7E, U+A0, U+AB, U+B0-B1, U+B7, U+BB, U+C0-C3, U+C8-CA, U+CC-CD, U+D2-D5, U+D7, U+D9-DA, U+DD, U+E0-E3, U+E8-EA, U+EC-ED, U+F2-F5, U+F9-FA, U+FD, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+2212";
const VIETNAMESE =
  "U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+300-301, U+303, U+309, U+323, U+1EA0-1EF9, U+20AB";
const KHMER = "U+1780-17FF, U+19E0-19FF, U+200C-200D, U+25CC";

// Between them the browser takes the nearer.
const WEIGHTS = [400, 600];

const FONTS = [
  { family: "Be Vietnam Pro", script: "latin", range: LATIN },
  { family: "Be Vietnam Pro", script: "vietnamese", range: VIETNAMESE },
  { family: "Noto Sans Khmer", script: "khmer", range: KHMER },
];

/** Writes the files and `fonts.css`, whose rules look for them in `fonts/`; returns their paths. */
export async function writeFonts(folder) {
  const wanted = FONTS.flatMap((font) => WEIGHTS.map((weight) => ({ ...font, weight })));
  const made = await Promise.all(
    wanted.map(async (font) => {
      const name = `${idOf(font)}-${font.script}-${font.weight}.woff2`;
      writeText(`${folder}/${name}`, await partOf(font));
      return { name, rule: ruleOf(font, name) };
    }),
  );
  writeText(`${folder}/fonts.css`, made.map(({ rule }) => rule).join(""));
  return ["fonts.css", ...made.map(({ name }) => name)].map((name) => `${folder}/${name}`);
}

function idOf({ family }) {
  return family.toLowerCase().replaceAll(" ", "-");
}

async function partOf(font) {
  const { default: subset } = await import("subset-font");
  const { script, weight, range } = font;
  const id = idOf(font);
  const whole = `node_modules/@fontsource/${id}/files/${id}-${script}-${weight}-normal.woff2`;
  const bytes = readFileSync(resolve(root, whole));
  return subset(bytes, charactersOf(range), { targetFormat: "woff2" });
}

/** The characters of a `unicode-range`. */
function charactersOf(range) {
  return range
    .split(", ")
    .map((part) => part.slice(2).split("-"))
    .flatMap(([first, last = first]) => {
      const start = Number.parseInt(first, 16);
      const length = Number.parseInt(last, 16) - start + 1;
      return Array.from({ length }, (_, i) => String.fromCodePoint(start + i));
    })
    .join("");
}

function ruleOf({ family, weight, range }, name) {
  return `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-display: swap;
  src: url("fonts/${name}") format("woff2");
  unicode-range: ${range};
}
`;
}
