import { attempt, newChart, run, type WasmChart } from "./engine.js";
import { asError, Trouble } from "./error.js";
import { flatten } from "./flatten.js";
import { languageTag } from "./language.js";
import type {
  ChartKind,
  ChartOptions,
  Dataset,
  Direction,
  Heading,
  Issue,
  Size,
  Table,
  Theme,
  Tip,
} from "./types.js";

/** More than any table has. */
const MOST_ROWS = 0xffff_ffff;

/** One chart of one document; needs the module that `load()` brings. */
export class Chart {
  #inner: WasmChart | undefined;
  #lang: string;
  readonly #run = run();

  /** Throws a DistrictChartError; does not keep or change the dataset. */
  constructor(dataset: Dataset, options?: ChartOptions) {
    const { chart, lang, theme, highlight, frame } = options ?? {};
    this.#lang = languageTag(lang);
    try {
      this.#inner = newChart(dataset, stringOf(chart), this.#lang, frame !== "plot");
      if (theme) this.setTheme(theme);
      if (highlight !== undefined) this.setHighlight(highlight);
    } catch (error) {
      this.free();
      throw asError(error, this.#lang);
    }
  }

  /** Throws and keeps the old picture when refused. */
  update(dataset: Dataset): void {
    const flat = flatten(dataset);
    this.#call((inner) => inner.update(flat));
  }

  /** A BCP 47 tag. */
  setLang(lang: string): void {
    const tag = languageTag(lang);
    this.#lang = tag;
    this.#call((inner) => inner.setLang(tag));
  }

  setTheme(theme: Theme | undefined): void {
    this.#call((inner) => inner.setTheme(theme));
  }

  setHighlight(id: string | undefined): void {
    this.#call((inner) => inner.setHighlight(stringOf(id)));
  }

  /** The height that the chart takes at a width; draws nothing. */
  measure(size: { width: number; height?: number }): number {
    const { width = Number.NaN, height }: Partial<typeof size> = size ?? {};
    return this.#call((inner) => inner.measure(width, height));
  }

  /** Sizes the canvas and draws, in CSS pixels; a width that cannot be drawn draws nothing. */
  draw(
    canvas: HTMLCanvasElement,
    size: { width: number; height?: number; pixelRatio?: number },
  ): Size {
    // plotters-canvas draws on an element: one off screen would stay empty, and has no style.
    if (!canvas?.getContext || !canvas.style)
      throw asError(new Trouble("type", "noCanvas"), this.#lang);
    const { width = Number.NaN, height, pixelRatio = 1 }: Partial<typeof size> = size ?? {};
    const drawn: Size = this.#call((inner) => inner.draw(canvas, width, height, pixelRatio));
    if (drawn.width > 0) {
      canvas.style.setProperty("width", `${drawn.width}px`);
      canvas.style.setProperty("height", `${drawn.height}px`);
    }
    return drawn;
  }

  /** The figure at a point of the drawn picture. */
  hit(x: number, y: number): Tip | null {
    return this.#call((inner) => inner.hit(x, y));
  }

  /** The figure beside another, by its tip's `id`; `null` starts. */
  step(from: string | null, direction: Direction): Tip | null {
    return this.#call((inner) => inner.step(stringOf(from), `${direction}`));
  }

  kind(): ChartKind {
    return this.#call((inner) => inner.kind() as ChartKind);
  }

  heading(): Heading {
    return this.#call((inner) => inner.heading());
  }

  summary(): string {
    return this.#call((inner) => inner.summary());
  }

  /** Of thousands of rows, those from one on and before another; else all. */
  table(from = 0, to = MOST_ROWS): Table {
    return this.#call((inner) => inner.table(from, to));
  }

  /** How many rows the table has. */
  rowCount(): number {
    return this.#call((inner) => inner.rowCount());
  }

  /** For machines: RFC 4180, numbers with a dot, one row a figure. */
  csv(): string {
    return this.#call((inner) => inner.csv());
  }

  /** The whole chart, title and source included; as wide as usual where no width is given. */
  svg(size?: { width?: number; height?: number }): string {
    const { width = Number.NaN, height } = size ?? {};
    return this.#call((inner) => inner.svg(width, height));
  }

  /** What the editor should look at, although the document is drawn. */
  notices(): Issue[] {
    return this.#call((inner) => inner.notices());
  }

  /** Whether the module broke and was started anew since: then only a new Chart draws. */
  get lost(): boolean {
    return this.#run !== run();
  }

  /** Gives its memory back; again has no effect, other calls then throw. */
  free(): void {
    // The memory of a chart from an earlier run went with that run.
    if (!this.lost) this.#inner?.free();
    this.#inner = undefined;
  }

  #call<T>(work: (inner: WasmChart) => T): T {
    try {
      const inner = this.#inner;
      if (!inner) throw new Trouble("wasm", "chartFreed");
      if (this.lost) throw new Trouble("wasm", "chartLost");
      return attempt(() => work(inner));
    } catch (error) {
      throw asError(error, this.#lang);
    }
  }
}

/** A string for the module: its bindings take nothing else, and would trap. */
function stringOf(value: unknown): string | undefined {
  return value == null ? undefined : String(value);
}
