// A part of a document that tests draw, as an example: its JSON, and beside it the chart
// that the widget draws of it; inside, for who has no script, the same chart as plain HTML.
import { LANGUAGES } from "../words.mjs";
import { code, codeBlock, escaped } from "./html.mjs";

/** Characters of a line of JSON. */
const WIDTH = 50;

const KINDS = { livingStandards: "living-standards" };

const LINK = { vi: "Tệp này", en: "This file" };

/**
 * The document with one of its sections, and of that what is chosen: without the keys
 * `without`, and of the lists `taken` only these entries.
 */
export function partOf(document, section, { without, taken }) {
  const part = { ...document[section] };
  for (const key of without) delete part[key];
  for (const [key, places] of taken) part[key] = places.map((place) => part[key][place]);
  const { version, place, asOf, sources } = document;
  const used = sources?.filter(
    ({ id }) => sources.length === 1 || JSON.stringify(part).includes(`"source":"${id}"`),
  );
  const all = { version, place, asOf, sources: used?.length ? used : undefined, [section]: part };
  // Without the keys that have nothing.
  return JSON.parse(JSON.stringify(all));
}

/** The same with each text that is given by language in one. */
export function inLanguage(value, lang) {
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, lang));
  const entries = Object.entries(value);
  if (entries.length > 1 && entries.every(([key]) => LANGUAGES.includes(key))) return value[lang];
  return Object.fromEntries(entries.map(([key, item]) => [key, inLanguage(item, lang)]));
}

/** JSON as a person writes it: what fits into the rest of a line stands in it. */
export function written(value, indent = "", key = "") {
  const flat = key + flatOf(value);
  // A row of numbers or ids is a row, however long.
  const isRow = isPlain(value) || (Array.isArray(value) && value.every(isPlain));
  if (isRow || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ["[", "]", value.map((item) => written(item, inner))]
    : ["{", "}", Object.entries(value).map(([name, item]) => written(item, inner, `"${name}": `))];
  return `${key}${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

function isPlain(value) {
  return value === null || typeof value !== "object";
}

function flatOf(value) {
  if (isPlain(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flatOf).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => `"${key}": ${flatOf(item)}`);
  return `{ ${entries.join(", ")} }`;
}

export function kindOf(section) {
  return KINDS[section] ?? section;
}

/** JSON and chart beside each other; `address` is where the JSON stands as a file. */
export function exampleBlock({ document, kind, address, lang, fallback, shown = document }) {
  return `<div class="example">
<div>
${codeBlock(written(shown), "json")}<p class="file"><a href="${escaped(address)}">${LINK[lang]}: ${code(address)}</a></p>
</div>
<district-chart chart="${kind}" src="${escaped(address)}">
${fallback}</district-chart>
</div>
`;
}
