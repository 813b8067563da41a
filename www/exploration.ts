// Reading the figures one by one, by pointer, touch or keys. The picture itself
// is never drawn again for it: ring, tooltip and spoken text stand beside it.
import type { Chart } from "./chart.js";
import type { Parts } from "./element-parts.js";
import { Tooltip } from "./tooltip.js";
import type { Direction, Tip } from "./types.js";

const DIRECTIONS: { [key: string]: Direction } = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/** Time to move the pointer from a mark to its tooltip. */
const GRACE = 250;
/** A figure is said at once, unless one was just said: then when the keys come to rest. */
const SPEECH_PAUSE = 80;

export class Exploration {
  readonly #parts: Parts;
  readonly #ask: (find: (chart: Chart) => Tip | null) => Tip | null;
  readonly #select: (tip: Tip) => void;
  readonly #tooltip: Tooltip;
  #tip: Tip | undefined;
  /** Where the keys go on from; Escape and a new picture leave it. */
  #place: string | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #away: AbortController | undefined;

  /** `ask` puts a question to the chart, if there is one now. */
  constructor(
    parts: Parts,
    ask: (find: (chart: Chart) => Tip | null) => Tip | null,
    select: (tip: Tip) => void,
  ) {
    this.#parts = parts;
    this.#ask = ask;
    this.#select = select;
    this.#tooltip = new Tooltip(parts.tooltip);
    const { plot } = parts;
    plot.addEventListener("pointermove", (event) => this.#pointed(event));
    plot.addEventListener("pointerleave", (event) => this.#pointerLeft(event));
    plot.addEventListener("click", (event) => this.#clicked(event));
    plot.addEventListener("keydown", (event) => this.#pressed(event));
    plot.addEventListener("focus", () => this.#focused());
    plot.addEventListener("blur", () => this.#forget());
  }

  /** Shows the figure of an id as if keys had led there; whether there is one. */
  point(id: string): boolean {
    const tip = this.#ask((chart) => figureAt(chart, id));
    if (tip?.id !== id) return false;
    this.#enter(tip, true);
    return true;
  }

  /** Shows no figure; also after a new picture, where the figure may be elsewhere. */
  leave(): void {
    clearTimeout(this.#leaving);
    clearTimeout(this.#speaking);
    this.#away?.abort();
    this.#away = undefined;
    this.#tip = undefined;
    this.#speaking = undefined;
    this.#tooltip.hide();
    this.#parts.ring.toggleAttribute("hidden", true);
    this.#parts.plot.classList.remove("explored", "by-keys");
    this.#parts.status.textContent = "";
  }

  #forget() {
    this.#place = null;
    this.leave();
  }

  /** Who comes by keys sees which keys there are. */
  #focused() {
    const { plot, help } = this.#parts;
    if (this.#tip || !plot.matches(":focus-visible")) return;
    this.#tooltip.show({ title: help.textContent ?? "", rows: [] }, plot);
    this.#watchForAway();
  }

  #pointed(event: PointerEvent) {
    // A finger that moves scrolls the page.
    if (event.pointerType === "touch") return;
    if (this.#isInTooltip(event)) return clearTimeout(this.#leaving);
    const tip = this.#tipAt(event);
    if (tip) this.#enter(tip);
    else this.#leaveSoon();
  }

  #pointerLeft(event: PointerEvent) {
    // A finger that is lifted leaves too; its tooltip goes with the next tap.
    if (event.pointerType !== "touch") this.#leaveSoon();
  }

  #clicked(event: MouseEvent) {
    if (this.#isInTooltip(event)) return;
    const tip = this.#tipAt(event);
    if (!tip) return this.#forget();
    this.#enter(tip);
    this.#select(tip);
  }

  #pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if ((event.key === "Enter" || event.key === " ") && this.#tip) this.#select(this.#tip);
    else if (DIRECTIONS[event.key]) this.#step(DIRECTIONS[event.key] as Direction);
    else return;
    event.preventDefault();
  }

  #step(direction: Direction) {
    const hasTip = this.#tip !== undefined;
    const tip = this.#ask(
      (chart) =>
        chart.step(this.#place, direction) ?? (hasTip ? null : figureAt(chart, this.#place)),
    );
    if (tip) this.#enter(tip, true);
  }

  #isInTooltip(event: Event) {
    return this.#parts.tooltip.contains(event.target as Node);
  }

  #tipAt({ clientX, clientY }: MouseEvent) {
    const { canvas } = this.#parts;
    const box = canvas.getBoundingClientRect();
    // A page may show the element scaled.
    const scale = canvas.offsetWidth / box.width;
    const [x, y] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
    return this.#ask((chart) => chart.hit(x, y));
  }

  #enter(tip: Tip, byKeys = false) {
    clearTimeout(this.#leaving);
    // The keys take over what the pointer found, but not the pointer what they did.
    if (this.#tip?.id === tip.id && !byKeys) return;
    this.#tip = tip;
    this.#place = tip.id;
    const { plot, ring } = this.#parts;
    plot.classList.add("explored");
    plot.classList.toggle("by-keys", byKeys);
    this.#surround(tip);
    if (byKeys) ring.scrollIntoView({ block: "nearest", inline: "nearest" });
    const { x, width } = tip.bounds;
    this.#tooltip.show(tip, ring, (tip.anchor.x - x) / (width || 1), byKeys);
    this.#speak();
    this.#watchForAway();
  }

  #leaveSoon() {
    clearTimeout(this.#leaving);
    // What the keys found stays while they have the focus.
    if (this.#parts.plot.classList.contains("by-keys")) return;
    this.#leaving = setTimeout(() => this.#forget(), GRACE);
  }

  #surround({ bounds }: Tip) {
    const { ring } = this.#parts;
    ring.hidden = false;
    const { x: left, y: top, width, height } = bounds;
    for (const [side, length] of Object.entries({ left, top, width, height })) {
      ring.style.setProperty(side, `${length}px`);
    }
  }

  #speak() {
    const { status } = this.#parts;
    const say = () => {
      const text = this.#tip?.text ?? "";
      // Set anew, the same would be said again.
      if (status.textContent !== text) status.textContent = text;
    };
    if (!this.#speaking) say();
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#speaking = undefined;
      say();
    }, SPEECH_PAUSE);
  }

  /** A pointer's tooltip goes without the pointer or the focus being moved, or by a tap elsewhere. */
  #watchForAway() {
    if (this.#away) return;
    this.#away = new AbortController();
    const options = { capture: true, signal: this.#away.signal };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing) return;
      // One Escape closes one thing: not the dialog around the chart as well.
      event.preventDefault();
      event.stopPropagation();
      this.leave();
    };
    const onPress = (event: PointerEvent) => {
      if (!event.composedPath().includes(this.#parts.plot)) this.#forget();
    };
    addEventListener("keydown", onKey, options);
    addEventListener("pointerdown", onPress, options);
  }
}

/** The figure of a place itself: it comes after the one before it. */
function figureAt(chart: Chart, place: string | null) {
  const before = chart.step(place, "previous");
  return chart.step(before?.id ?? null, "next");
}
