// Web fonts come when they come: a chart waits for its own a little, and is drawn
// again when they are late.
import { fontsLoaded } from "./environment.js";
import type { Theme } from "./types.js";

/** The first picture is not held back longer than this. */
const PATIENCE = 100;
const WEIGHTS = [400, 500, 600];

/** Faces that a chart had before it was drawn: their coming is no news to it. */
const inTime = new WeakSet<FontFace>();

let isPrepared = false;

/**
 * Has the browser find the page's faces while it waits for the module: that takes it as long
 * as a chart takes to be drawn. Digits are in every chart.
 */
export function prepareFonts(themeOf: () => Theme): void {
  if (isPrepared) return;
  isPrepared = true;
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return;
  for (const font of fontsOf(themeOf())) {
    context.font = font;
    context.measureText("0");
  }
}

function fontsOf({ fontSize, fontFamily }: Theme) {
  return WEIGHTS.map((weight) => `${weight} ${fontSize}px ${fontFamily}`);
}

/** Whether the faces that a text needs are there, after a little waiting. */
export async function fontsFor(text: string, themeOf: () => Theme): Promise<boolean> {
  if (document.fonts.size === 0) return true;
  const characters = [...new Set(text)].join("");
  const missing = fontsOf(themeOf()).filter((font) => !document.fonts.check(font, characters));
  if (missing.length === 0) return true;
  // A face that cannot be had is no reason not to draw.
  const loads = missing.map((font) => document.fonts.load(font, characters).catch(() => []));
  const loaded = Promise.all(loads).then((faces) => faces.flat());
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const faces = await Promise.race([loaded, late]);
  for (const face of faces ?? []) inTime.add(face);
  // Safari, up to 26.2 at least, has no event for it.
  if (!faces) loaded.then(fontsLoaded);
  return faces !== undefined;
}

export function areNews(faces: readonly FontFace[]): boolean {
  return faces.some((face) => !inTime.has(face));
}
