import type { Chart } from "./chart.js";
import { create, type Parts, write } from "./element-parts.js";
import type { Values } from "./language.js";
import type { MessageKey } from "./messages.js";
import { forPaper, isDark, readTheme } from "./page-theme.js";
import type { Heading, Theme } from "./types.js";

/** Narrower figures have their text set for a phone; the module has the same threshold. */
const NARROW_BELOW = 480;
const USUAL_FONT_SIZE = 14;
/** In less nothing can be read: a place that is closed for a moment, not one to draw for. */
const LEAST_WIDTH = 64;
/** Device pixels for one CSS pixel on paper. */
const PAPER_RATIO = 3;
/** A picture taller than a page is made smaller there, to this share at most. */
const LEAST_SCALE = 0.5;
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

/** What the page makes of a figure. */
export interface Looks {
  theme: Theme;
  /** Of the picture. */
  width: number;
}

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
    write(help, speak("explore"));
    writeNotes(notes, [...heading.notes, heading.source].filter(Boolean));
    write(summary, told);
  }

  /** How a figure of this width is to look; undefined where there is hardly one. */
  looks(fullWidth: number): Looks | undefined {
    if (fullWidth < LEAST_WIDTH) return undefined;
    const theme = this.#type(fullWidth);
    return { theme, width: fullWidth - insetOf(this.#parts.figure) };
  }

  draw(chart: Chart, looks: Looks | undefined): void {
    if (!looks) return;
    chart.setTheme(looks.theme);
    this.#paint(chart, looks.width, devicePixelRatio);
  }

  /**
   * Draws for paper: first at a likely width. Browsers that lay the page out for its
   * paper before they print ask again then; they have counted the pages by that time,
   * so the picture keeps the height that it had.
   */
  print(chart: Chart, screenWidth: number): void {
    const { style } = this.#parts.canvas;
    const { height, minHeight } = style;
    const width = this.#widthOnPaper();
    const likely = paperWidth(screenWidth);
    chart.setTheme(forPaper(width ? this.theme() : this.#type(likely)));
    this.#paint(chart, width || likely, PAPER_RATIO);
    if (width) Object.assign(style, { height, minHeight });
  }

  /** Of the picture; 0 where the page is not laid out for paper now. */
  #widthOnPaper() {
    const isScreen = `(min-width: ${innerWidth - 1}px) and (max-width: ${innerWidth + 1}px)`;
    return matchMedia(isScreen).matches ? 0 : this.#parts.canvas.getBoundingClientRect().width;
  }

  /** The theme for a width, and the text of the figure set for it. */
  #type(fullWidth: number): Theme {
    const theme = this.theme();
    // Larger type needs more room, as in the picture.
    const scale = (theme.fontSize ?? USUAL_FONT_SIZE) / USUAL_FONT_SIZE;
    this.#parts.frame.classList.toggle("narrow", fullWidth < NARROW_BELOW * scale);
    return theme;
  }

  #paint(chart: Chart, width: number, pixelRatio: number) {
    const { canvas } = this.#parts;
    const { height } = chart.draw(canvas, { width, pixelRatio });
    canvas.style.minHeight = `${height * LEAST_SCALE}px`;
  }

  /** Gives the picture's memory back. */
  clear(): void {
    this.#parts.canvas.width = 0;
    this.#parts.canvas.height = 0;
  }

  /** The page's colours and type as they are now; on paper, or where a tool shows it so, paper's. */
  theme(): Theme {
    const { frame, probe } = this.#parts;
    const dark = frame.classList.toggle("dark", isDark(probe));
    const theme = readTheme(probe, dark);
    return matchMedia("print").matches ? forPaper(theme) : theme;
  }
}

/** A paragraph each. */
function writeNotes(element: Element, notes: string[]) {
  const paragraphs = element.children;
  while (paragraphs.length > notes.length) paragraphs[notes.length]?.remove();
  notes.forEach((note, index) => {
    write(paragraphs[index] ?? element.appendChild(create("p")), note);
  });
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

/** The width to draw at for paper whose own is not known. */
function paperWidth(screenWidth: number) {
  const view = document.documentElement.clientWidth;
  return Math.min(
    PAPER_WIDTH,
    Math.round((screenWidth * PAPER_WIDTH) / Math.min(view, PAPER_WIDTH)),
  );
}
