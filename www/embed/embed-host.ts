/**
 * For the page around: gives each frame that shows `embed.html` the height of its chart.
 *
 * A message counts where it comes out of such a frame (source) and is from the site that
 * the frame was given (origin), not from one that it was led to since. The origin of a
 * frame with `sandbox` and without `allow-same-origin` is “null”, whoever is in it: there
 * the source alone counts. All that a message can do is set the height of its own frame.
 */
import { type AskMessage, isOfKind } from "./messages.js";

const PAGE = /\/embed\.html$/;
/** Taller than any chart with its table open; past it a message is nonsense. */
const TALLEST = 50_000;
/** The time in which heights that come and go are a loop, in milliseconds. */
const LOOP = 1000;

type Refusal = "source" | "origin" | "height";

interface Step {
  height: number;
  at: number;
}

/** The last heights of each frame, the newest first. */
const steps = new WeakMap<HTMLIFrameElement, Step[]>();

addEventListener("message", ({ data, source, origin }) => {
  if (!isOfKind(data, "district-charts:height")) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  const height: unknown = "height" in data ? data.height : undefined;
  if (!frame) refuse("source");
  else if (origin !== originOf(frame)) refuse("origin");
  else if (!isHeight(height)) refuse("height");
  else setHeight(frame, height);
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

/** For whoever looks into why a frame keeps its height. */
function refuse(reason: Refusal) {
  dispatchEvent(new CustomEvent("dc-embed-refused", { detail: reason }));
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

// Frames that were there first have told their heights to nobody.
const question: AskMessage = { type: "district-charts:ask" };
for (const frame of frames()) frame.contentWindow?.postMessage(question, "*");
