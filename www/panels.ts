// What opens between toolbar and chart, by scripts that come when they are first asked for.
import { create, type Parts } from "./element-parts.js";
import type { Speak } from "./figure-view.js";
import type { Finder, Host } from "./find/finder.js";
import type { Language } from "./language.js";
import type { Messages } from "./messages.js";

export class Panels {
  readonly #parts: Parts;
  readonly #host: Host;
  #finder: Finder | undefined;

  constructor(parts: Parts, host: Host) {
    this.#parts = parts;
    this.#host = host;
  }

  /** How the chart is read, in words of the page's language; without them the keys alone. */
  async explain(own: Messages | undefined): Promise<void> {
    const { guide, help, frame } = this.#parts;
    if (guide.hidden) return;
    const read = async () => {
      const { guide } = await import("./guide/read.js");
      const kind = this.#host.ask((chart) => chart.kind());
      return kind && guide(kind, this.#host.document(), frame.lang as Language, own);
    };
    // Where the file is missing, or the page's object throws.
    const sentences = await read().catch(() => undefined);
    const all = [...(sentences ?? []), help.textContent ?? ""];
    guide.replaceChildren(...all.map((text) => create("p", {}, text)));
  }

  /** The search by name; nothing where it cannot be had. */
  async find(speak: Speak, own: Messages | undefined): Promise<Finder | undefined> {
    const { find, frame } = this.#parts;
    if (find.hidden) return undefined;
    const script = await import("./find/finder.js").catch(() => undefined);
    this.#finder ??= script && new script.Finder(this.#parts, this.#host);
    this.#finder?.label(speak("names"), frame.lang as Language, own);
    return this.#finder;
  }
}
