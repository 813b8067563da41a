import { create } from "./element-parts.js";
import type { Tip } from "./types.js";

/** Least distance from the mark, which it does not cover, and from the edges of the view. */
const GAP = 8;

/** What it says: of a tip, or anything else. */
type Words = Pick<Tip, "title" | "rows">;

/** A text in a box beside its mark, above everything else on the page. */
export class Tooltip {
  readonly #box: HTMLElement;
  #mark: HTMLElement | undefined;
  #along = 0;
  #byKeys = false;
  #following: AbortController | undefined;
  #frame = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  /**
   * Points to `along` the mark, 0 its left end and 1 its right, wherever it is scrolled.
   * Who comes by keys sees both: where neither side has room, the page is scrolled for it.
   */
  show(words: Words, mark: HTMLElement, along = 0.5, byKeys = false): void {
    this.#mark = mark;
    this.#along = along;
    this.#byKeys = byKeys;
    this.#box.replaceChildren(create("strong", {}, words.title), rows(words));
    // From mark to mark it stays: to be shown anew costs more than all the rest.
    if (this.#box.hidden) this.#open();
    this.#placeInFrame();
  }

  hide(): void {
    if (this.#box.hidden) return;
    this.#following?.abort();
    this.#box.hidePopover?.();
    this.#box.hidden = true;
  }

  #open() {
    this.#box.hidden = false;
    this.#box.showPopover?.();
    this.#following = new AbortController();
    const options = { capture: true, passive: true, signal: this.#following.signal };
    const place = () => this.#placeInFrame();
    addEventListener("scroll", place, options);
    for (const type of ["scroll", "resize"]) visualViewport?.addEventListener(type, place, options);
  }

  /** With the frame that shows it: to measure it sooner would lay the page out once more. */
  #placeInFrame() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  /** Within what is seen of the page: pinched, that is a part of the window. */
  #place() {
    if (!visualViewport || !this.#mark) return;
    const { style } = this.#box;
    // Where a page zooms the element, lengths here are zoomed too.
    const zoom = this.#box.currentCSSZoom ?? 1;
    const set = (name: string, length: number) => style.setProperty(name, `${length / zoom}px`);
    const { offsetLeft, offsetTop, width, height } = visualViewport;
    const [left, right] = [offsetLeft + GAP, offsetLeft + width - GAP];
    const [top, bottom] = [offsetTop + GAP, offsetTop + height - GAP];
    set("--most-width", right - left);
    set("max-height", bottom - top);
    // Both at once: between them nothing is written that the page would lay out again.
    const mark = this.#mark.getBoundingClientRect();
    const box = this.#box.getBoundingClientRect();
    const below = mark.bottom + GAP;
    const above = mark.top - GAP - box.height;
    const isLow = below + box.height > bottom;
    if (this.#byKeys && isLow && above < top) {
      // Once: afterwards the page is scrolled as the person likes.
      this.#byKeys = false;
      this.#mark.style.scrollMarginBottom = `${(box.height + 2 * GAP) / zoom}px`;
      this.#mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      this.#mark.style.scrollMarginBottom = "";
      this.#place();
      return;
    }
    const y = isLow && above >= top ? above : below;
    const x = mark.left + mark.width * this.#along - box.width / 2;
    set("left", Math.max(left, Math.min(x, right - box.width)));
    set("top", Math.max(top, Math.min(y, bottom - box.height)));
    const isSeen = mark.bottom > top && mark.top < bottom && mark.right > left && mark.left < right;
    style.setProperty("visibility", isSeen ? "visible" : "hidden");
  }
}

function rows(words: Words) {
  const pairs = words.rows.map(({ label, text }) => [
    create("dt", {}, label),
    create("dd", {}, text),
  ]);
  return create("dl", {}, ...pairs.flat());
}
