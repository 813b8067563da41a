import { create } from "./element-parts.js";
import type { Tip } from "./types.js";

/** Least distance from the mark, which it never covers, and from the edges of the view. */
const GAP = 8;

/** The text of a tip in a box beside its mark, above everything else on the page. */
export class Tooltip {
  readonly #box: HTMLElement;
  #following: AbortController | undefined;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  /** `ring` surrounds the mark, wherever the page scrolls it. */
  show(tip: Tip, ring: HTMLElement): void {
    this.hide();
    this.#box.replaceChildren(create("strong", {}, tip.title), rows(tip));
    this.#box.hidden = false;
    this.#box.showPopover?.();
    const along = (tip.anchor.x - tip.bounds.x) / (tip.bounds.width || 1);
    const place = () => this.#place(ring.getBoundingClientRect(), along);
    place();
    this.#following = new AbortController();
    const { signal } = this.#following;
    addEventListener("scroll", place, { capture: true, passive: true, signal });
  }

  hide(): void {
    if (this.#box.hidden) return;
    this.#following?.abort();
    this.#box.hidePopover?.();
    this.#box.hidden = true;
  }

  /** `along`: how far from the mark's left to its right it points, 0 to 1. */
  #place(mark: DOMRect, along: number) {
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const below = mark.bottom + GAP;
    const above = mark.top - GAP - height;
    const top = below + height <= clientHeight || above < 0 ? below : above;
    const left = mark.left + mark.width * along - width / 2;
    const farthest = clientWidth - width - GAP;
    this.#box.style.setProperty("top", `${Math.min(top, clientHeight - height)}px`);
    this.#box.style.setProperty("left", `${Math.max(GAP, Math.min(left, farthest))}px`);
  }
}

function rows(tip: Tip) {
  const pairs = tip.rows.map(({ label, text }) => [
    create("dt", {}, label),
    create("dd", {}, text),
  ]);
  return create("dl", {}, ...pairs.flat());
}
