/**
 * For the page around: gives each frame that shows `embed.html` the height of its chart,
 * and tells it the page's theme and language, and when they change.
 *
 * A message counts where it comes out of such a frame (source) and is from the site that
 * the frame was given (origin), not from one that it was led to since. The origin of a
 * frame with `sandbox` and without `allow-same-origin` is “null”, whoever is in it: there
 * the source alone counts. All that a message can do is set the height of its own frame.
 */
import { isLightText } from "../page-theme.js";
import { type AskMessage, isOfKind, type PageMessage, refuse } from "./messages.js";

const PAGE = /\/embed\.html$/;
/** Taller than any chart with its table open; past it a message is nonsense. */
const TALLEST = 50_000;
/** The time in which heights that come and go are a loop, in milliseconds. */
const LOOP = 1000;

interface Step {
  height: number;
  at: number;
}

/** The last heights of each frame, the newest first. */
const steps = new WeakMap<HTMLIFrameElement, Step[]>();

/** What each frame was told last. */
const told = new WeakMap<HTMLIFrameElement, string>();

addEventListener("message", ({ data, source, origin }) => {
  const asks = isOfKind(data, "district-charts:ask");
  if (!asks && !isOfKind(data, "district-charts:height")) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return refuse("source");
  if (origin !== originOf(frame)) return refuse("origin");
  if (asks) return tell(frame);
  if (!isHeight(data.height)) return refuse("height");
  setHeight(frame, data.height);
});

function frames() {
  return [...document.querySelectorAll("iframe")].filter((frame) =>
    PAGE.test(addressOf(frame).pathname),
  );
}

/** Taken apart by a link, which takes any text. */
function addressOf({ src }: HTMLIFrameElement) {
  return Object.assign(document.createElement("a"), { href: src });
}

function originOf(frame: HTMLIFrameElement) {
  const { sandbox } = frame;
  const isOpaque = frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : addressOf(frame).origin;
}

function isHeight(height: unknown): height is number {
  return typeof height === "number" && height >= 1 && height <= TALLEST;
}

function setHeight(frame: HTMLIFrameElement, height: number) {
  const last = steps.get(frame) ?? [];
  if (height === last[0]?.height || isLoop(last, height)) return;
  steps.set(frame, [{ height, at: performance.now() }, ...last.slice(0, 2)]);
  const isBorderInside = getComputedStyle(frame).boxSizing === "border-box";
  const border = isBorderInside ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
}

/**
 * Whether two heights call each other up, as with a scrollbar that comes with the one
 * and goes with the other: then the taller stays.
 */
function isLoop([now, before, earlier]: Step[], height: number) {
  if (!now || !before || !earlier) return false;
  const comesBack = height === before.height && now.height === earlier.height;
  return comesBack && height < now.height && performance.now() - earlier.at < LOOP;
}

/** How the page looks, and what it speaks, where a frame stands. */
function pageAt(frame: HTMLIFrameElement): PageMessage {
  const theme = isLightText(frame) ? "dark" : "light";
  const lang = frame.closest("[lang]")?.getAttribute("lang");
  return { type: "district-charts:page", theme, ...(lang ? { lang } : {}) };
}

function tell(frame: HTMLIFrameElement) {
  const message = pageAt(frame);
  told.set(frame, JSON.stringify(message));
  frame.contentWindow?.postMessage(message, "*");
}

/** Those that the page looks or speaks otherwise to than they were told. */
function tellNews() {
  for (const frame of frames()) {
    const last = told.get(frame);
    if (last !== undefined && last !== JSON.stringify(pageAt(frame))) tell(frame);
  }
}

function watchPage() {
  const observer = new MutationObserver(tellNews);
  observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  // Where pages say that they are dark now: in a class, a style or an attribute of these.
  for (const root of [document.documentElement, document.body]) {
    if (root) observer.observe(root, { attributes: true });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellNews);
  // A page may come to its new colours slowly.
  addEventListener("transitionend", tellNews);
}

// Frames that were there first have told their heights to nobody.
const question: AskMessage = { type: "district-charts:ask" };
for (const frame of frames()) {
  frame.contentWindow?.postMessage(question, "*");
  tell(frame);
}
if (document.body) watchPage();
else addEventListener("DOMContentLoaded", watchPage);
