/** Half a window around the view. */
const MARGIN = "50%";

/** Tells when an element first comes near the view. */
export class Nearness {
  readonly #element: Element;
  readonly #came: () => void;
  #observer: IntersectionObserver | undefined;
  #isNear = false;

  constructor(element: Element, came: () => void) {
    this.#element = element;
    this.#came = came;
  }

  /** Also after it has gone away again. */
  get isNear(): boolean {
    return this.#isNear;
  }

  watch(): void {
    this.stop();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.stop();
        this.#isNear = true;
        this.#came();
      },
      { rootMargin: MARGIN },
    );
    this.#observer.observe(this.#element);
  }

  stop(): void {
    this.#observer?.disconnect();
  }
}
