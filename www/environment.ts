// The page around the elements: what can change there without anybody telling
// them. One set of listeners for all, none while there is no element.
import { forgetWidths, onWords } from "./engine.js";

export interface Follower extends Element {
  /** Colours, contrast, fonts or the size of a pixel are different now. */
  looksChanged(): void;
  /** A `lang` attribute somewhere on the page is different now. */
  languageChanged(): void;
  fontsLoaded(faces: readonly FontFace[]): void;
  /** The module has the words of another language now. */
  wordsCame(language: string): void;
  /** The page is to be drawn for paper at once: what waits is not printed. */
  printing(onPaper: boolean): void;
}

const LOOKS = [
  "(prefers-color-scheme: dark)",
  "(prefers-contrast: more)",
  "(forced-colors: active)",
];

const followers = new Set<Follower>();
let listening: { abort: AbortController; languages: MutationObserver } | undefined;

export function follow(follower: Follower): void {
  // A frame that is removed tells nothing to what is in it.
  for (const other of followers) if (!other.ownerDocument.defaultView) unfollow(other);
  followers.add(follower);
  listening ??= listen();
  for (const root of rootsOf(follower)) {
    listening.languages.observe(root, {
      attributes: true,
      attributeFilter: ["lang"],
      subtree: true,
    });
  }
}

export function unfollow(follower: Follower): void {
  followers.delete(follower);
  if (followers.size > 0 || !listening) return;
  listening.abort.abort();
  listening.languages.disconnect();
  listening = undefined;
}

function listen() {
  const abort = new AbortController();
  const { signal } = abort;
  const looksChanged = () => tell((follower) => follower.looksChanged());
  for (const query of LOOKS) matchMedia(query).addEventListener("change", looksChanged, { signal });
  watchPixelRatio(looksChanged, signal);
  onWords((language) => tell((follower) => follower.wordsCame(language)), signal);
  const facesLoaded = ({ fontfaces }: FontFaceSetLoadEvent) => fontsLoaded(fontfaces);
  document.fonts.addEventListener("loadingdone", facesLoaded, { signal });
  // Between the event and the query's Chromium lays the page out for its paper.
  const printing = (onPaper: boolean) => tell((follower) => follower.printing(onPaper));
  addEventListener("beforeprint", () => printing(true), { signal });
  addEventListener("afterprint", () => printing(false), { signal });
  const onPaper = ({ matches }: MediaQueryListEvent) => printing(matches);
  matchMedia("print").addEventListener("change", onPaper, { signal });
  const languages = new MutationObserver(() => tell((follower) => follower.languageChanged()));
  return { abort, languages };
}

/** Texts are as wide as before no longer. */
export function fontsLoaded(faces: readonly FontFace[]): void {
  forgetWidths();
  tell((follower) => follower.fontsLoaded(faces));
}

function tell(news: (follower: Follower) => void) {
  for (const follower of followers) news(follower);
}

/** A query only knows whether the ratio is what it was: after a change, a new one is asked. */
function watchPixelRatio(changed: () => void, signal: AbortSignal) {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const askAgain = () => {
    changed();
    watchPixelRatio(changed, signal);
  };
  query.addEventListener("change", askAgain, { once: true, signal });
}

/** The document and every shadow root that an element is in. */
function* rootsOf(element: Element): Generator<Node> {
  for (let node: Node | undefined = element; node; node = hostOf(node)) yield node.getRootNode();
}

function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The element's own `lang`, or the nearest ancestor's, across shadow roots. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}
