import type { Chart } from "./chart.js";
import { create, type Parts, textNodes } from "./element-parts.js";
import type { MessageKey, Values } from "./messages.js";
import { forPaper, isDark, readTheme } from "./page-theme.js";
import type { Heading, Theme } from "./types.js";

/** Narrower figures have their text set for a phone; the module has the same threshold. */
const NARROW_BELOW = 480;
const USUAL_FONT_SIZE = 14;
/** In less nothing can be read: a place that is closed for a moment, not one to draw for. */
const LEAST_WIDTH = 64;
/** Device pixels for one CSS pixel on paper. */
const PAPER_RATIO = 3;
/** Between the margins of A4 and of Letter. */
const PAPER_WIDTH = 700;
/** Heights to keep free before the data come, wide and narrow; charts vary with their data. */
const USUAL_HEIGHTS: { [chart: string]: readonly [number, number] } = {
  growth: [411, 488],
  structure: [497, 548],
  poverty: [509, 522],
  "living-standards": [319, 554],
  ntm: [371, 547],
  "ntm-criteria": [839, 1396],
  targets: [829, 1212],
};

export type Speak = (key: MessageKey, values?: Values) => string;

/** The text that the picture is about. */
export interface Told {
  heading: Heading;
  summary: string;
}

/** Puts a chart into the parts of the element: as text and as a picture. */
export class FigureView {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps room for a chart of which nothing is known but its kind. */
  reserve(chart: string | null, width: number): void {
    const [wide, narrow] = USUAL_HEIGHTS[chart ?? ""] ?? [0, 0];
    const height = width < NARROW_BELOW ? narrow : wide;
    this.#parts.frame.style.setProperty("min-height", `${height}px`);
  }

  unreserve(): void {
    this.#parts.frame.style.removeProperty("min-height");
  }

  describe({ heading, summary: told }: Told, speak: Speak): void {
    const { title, place, stop, subtitle, plot, canvas, help, notes, summary } = this.#parts;
    write(title, heading.title);
    write(place, heading.place);
    write(subtitle, heading.subtitle);
    stop.hidden = !heading.subtitle;
    canvas.setAttribute("aria-label", heading.title);
    plot.setAttribute("aria-label", heading.title);
    help.textContent = speak("explore");
    notes.replaceChildren(...footnotes(heading));
    summary.textContent = told;
  }

  /** Draws at the width of the whole figure, if there is one. */
  draw(chart: Chart, fullWidth: number, onPaper: boolean): void {
    const { frame, figure, canvas } = this.#parts;
    if (fullWidth < LEAST_WIDTH) return;
    const theme = this.theme();
    // Larger type needs more room, as in the picture.
    const scale = (theme.fontSize ?? USUAL_FONT_SIZE) / USUAL_FONT_SIZE;
    frame.classList.toggle("narrow", fullWidth < NARROW_BELOW * scale);
    const width = onPaper ? paperWidth(fullWidth) : fullWidth - insetOf(figure);
    chart.setTheme(onPaper ? forPaper(theme) : theme);
    chart.draw(canvas, { width, pixelRatio: onPaper ? PAPER_RATIO : devicePixelRatio });
  }

  /** Gives the picture's memory back. */
  clear(): void {
    this.#parts.canvas.width = 0;
    this.#parts.canvas.height = 0;
  }

  /** The page's colours and type as they are now. */
  theme(): Theme {
    const { frame, probe } = this.#parts;
    frame.classList.toggle("dark", isDark(probe));
    return readTheme(probe);
  }
}

/** What is the same is not laid out again. */
function write(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.replaceChildren(...textNodes(text));
}

function footnotes({ notes, source }: Heading) {
  return [...notes, source].filter(Boolean).map((note) => create("p", {}, ...textNodes(note)));
}

/**
 * What padding and border of the figure, as the page may style them, take from its
 * width. While it is hidden, as before the first picture, this needs no layout.
 */
function insetOf(figure: HTMLElement) {
  const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(figure);
  return [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth]
    .map(Number.parseFloat)
    .reduce((sum, side) => sum + side);
}

/**
 * The width to draw at for paper, whose own is not known yet. The picture is then
 * shown at the width of its place; it is drawn so that its type keeps its size.
 */
function paperWidth(width: number) {
  const view = document.documentElement.clientWidth;
  return Math.min(PAPER_WIDTH, Math.round((width * PAPER_WIDTH) / Math.min(view, PAPER_WIDTH)));
}
