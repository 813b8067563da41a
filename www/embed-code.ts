// The lines that show a chart on another page.
import { escaped } from "./markup.js";

interface Embedded {
  /** The address of `embed.html`, as the page names it, and what that is relative to. */
  page: string;
  base: string;
  /** What stands in its address beside `src`. */
  parameters: { [name: string]: string };
  src: string;
  title: string;
  height: number;
}

/** An `<iframe>` with `embed.html`; undefined where an address is none. */
export function embedCode(embedded: Embedded): string | undefined {
  const { page, base, parameters, src, title, height } = embedded;
  try {
    const address = new URL(page, base);
    const data = new URL(src, base);
    const isBeside = data.origin === address.origin;
    const own = { src: isBeside ? data.pathname + data.search : data.href };
    address.search = `${new URLSearchParams({ ...own, ...parameters })}`;
    return `<iframe src="${escaped(address.href)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`;
  } catch {
    return undefined;
  }
}
