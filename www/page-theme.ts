// The colours and type of the page as the chart needs them: final values, not
// CSS. One hidden element in each chart takes the custom properties as ordinary
// colours, so the browser resolves them; its transitions tell of any change.
import type { Theme } from "./types.js";

/** Properties that hold a colour and nothing else: each carries one slot. */
const SLOTS = [
  "border-top-color",
  "border-right-color",
  "border-bottom-color",
  "border-left-color",
  "outline-color",
  "text-decoration-color",
  "column-rule-color",
  "flood-color",
];

/**
 * Styles of the hidden element; the figure's own variables have their defaults already. Its
 * transition is a step at the start: what is read is always the new value.
 */
export const PROBE_STYLE = `
.probe {
  position: absolute;
  visibility: hidden;
  forced-color-adjust: none;
  transition: all 1ms step-start;
  color: CanvasText;
  background-color: var(--surface);
  caret-color: var(--text);
  stop-color: var(--muted);
  lighting-color: var(--grid);
  text-emphasis-color: var(--focus);
  fill: HighlightText;
${SLOTS.map((property, slot) => `  ${property}: var(--dc-color-${slot + 1}, transparent);`).join("\n")}
}`;

/** Whether the page is dark: its text is light then. */
export function isDark(probe: Element): boolean {
  const [red = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  return red > 127;
}

/** Whether the text at an element of any page is light, so that what is behind it is dark. */
export function isLightText(element: Element): boolean {
  const color = inRgb(getComputedStyle(element).color);
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue > 127;
}

export function readTheme(probe: Element, dark: boolean): Theme {
  const style = getComputedStyle(probe);
  const forced = matchMedia("(forced-colors: active)").matches;
  // A slot that the page does not set is transparent, which the module takes for none.
  const slot = (property: string) => inRgb(style.getPropertyValue(property));
  const text = inRgb(style.caretColor);
  return {
    dark,
    colors: SLOTS.map(forced ? () => text : slot),
    text,
    muted: inRgb(style.stopColor),
    grid: inRgb(style.lightingColor),
    highlight: forced ? inRgb(style.textEmphasisColor) : undefined,
    highlightText: forced ? inRgb(style.fill) : undefined,
    surface: inRgb(style.backgroundColor),
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    letterSpacing: lengthOf(style.letterSpacing),
    wordSpacing: lengthOf(style.wordSpacing),
  };
}

/** A canvas takes no word for none. */
function lengthOf(spacing: string) {
  return spacing === "normal" ? "0px" : spacing;
}

/** Black on white; a dark page's colours would be pale on paper. */
export function forPaper(theme: Theme): Theme {
  return {
    ...theme,
    dark: false,
    colors: theme.dark ? undefined : theme.colors,
    grid: undefined,
    highlight: undefined,
    highlightText: undefined,
    text: "rgb(0, 0, 0)",
    muted: "rgb(68, 68, 68)",
    surface: "rgb(255, 255, 255)",
    patterns: true,
  };
}

let pixel: CanvasRenderingContext2D | null | undefined;

/** Wide-gamut notations stay what they are in computed styles; a pixel knows them in sRGB. */
function inRgb(color: string): string {
  if (color.startsWith("rgb")) return color;
  pixel ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!pixel) return color;
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  return `rgb(${pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).join(", ")})`;
}
