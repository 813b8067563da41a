/** A scrollbar's width at most, and the time in which its comings and goings are one flicker. */
const SCROLLBAR = 32;
const FLICKER = 500;

/**
 * Tells of new widths of an element, one a frame.
 *
 * Only widths: a chart's height follows its width, and nothing may follow from that.
 * A scrollbar that a chart calls up by its height, and lets go by the height it has
 * beside the scrollbar, would go on for ever: then the narrower width stays.
 */
export class WidthWatcher {
  readonly #element: HTMLElement;
  readonly #observer: ResizeObserver;
  #width: number | undefined;
  #before = 0;
  #since = 0;
  #frame = 0;

  /** `changed` may change heights. */
  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width || this.#flickers(width)) return;
      this.#before = this.#width ?? 0;
      this.#width = width;
      this.#since = performance.now();
      // A height that changes within the observer may call up a scrollbar, and take width
      // from what was just observed: browsers report that as a loop.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(changed);
    });
  }

  start(): void {
    this.#observer.observe(this.#element);
  }

  stop(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#width = undefined;
  }

  /** In whole CSS pixels. */
  get width(): number {
    this.measure();
    return this.#width ?? 0;
  }

  /** Asks the page for a layout, where nothing was observed yet. */
  measure(): void {
    // Not clientWidth, which rounds up.
    this.#width ??= Math.floor(Number.parseFloat(getComputedStyle(this.#element).width)) || 0;
  }

  #flickers(width: number) {
    const wider = width - (this.#width ?? width);
    const recent = performance.now() - this.#since < FLICKER;
    return width === this.#before && wider > 0 && wider < SCROLLBAR && recent;
  }
}
