// How the parts of the element look; the canvas is drawn by the module. Sizes are
// in em of --dc-font-size, so that everything grows with it.
import { PROBE_STYLE } from "./page-theme.js";

const STYLE = `
:host { display: block; min-width: 0; }
:host([hidden]), [hidden] { display: none !important; }

/* The defaults, and what the page makes of them. */
.figure, .error, .probe {
  --own-text: #241d17;
  --own-muted: #6b6056;
  --own-grid: #e6dfd4;
  --own-rule: #cfc5b6;
  --own-surface: #fffdf9;
  --own-raised: var(--own-surface);
  --own-alarm: #801719;
  --alarm-ground: #fbeeea;
  --text: var(--dc-text, var(--own-text));
  --muted: var(--dc-muted, var(--own-muted));
  --grid: var(--dc-grid, var(--own-grid));
  --rule: var(--dc-grid, var(--own-rule));
  --surface: var(--dc-surface, var(--own-surface));
  --raised: var(--dc-surface, var(--own-raised));
  --alarm: var(--dc-color-7, var(--own-alarm));
  --focus: var(--text);
  box-sizing: border-box;
  margin: 0;
  color: var(--text);
  background: var(--surface);
  font: 400 1em/1.5 var(--dc-font-family, "Be Vietnam Pro", "Noto Sans Khmer", system-ui, sans-serif);
  font-size: var(--dc-font-size, max(14px, .875rem));
  text-align: start;
  overflow-wrap: break-word;
}
.dark > :is(.figure, .error, .probe) {
  --own-text: #f4eee4;
  --own-muted: #b5aa9b;
  --own-grid: #38322b;
  --own-rule: #544c42;
  --own-surface: #1b1815;
  --own-raised: #26221d;
  --own-alarm: #d75a53;
  --alarm-ground: #33201c;
}
:lang(km) { line-height: 1.6; }

.figure { position: relative; padding: 20px 24px 12px; }
.narrow > .figure { padding: 20px 16px 12px; }
figcaption { margin-bottom: 20px; }
.narrow figcaption { margin-bottom: 16px; }
.title { margin: 0 0 2px; font-size: 1.4286em; line-height: 1.42; font-weight: 600; }
.narrow .title { font-size: 1.2857em; }
.subtitle { margin: 0; color: var(--muted); }
.narrow .subtitle { font-size: .9286em; }
.held { white-space: nowrap; }
.narrow .place { display: block; }
.narrow .stop { display: none; }

.plot { position: relative; outline: none; }
.plot:focus-visible:not(.explored) { outline: 2px solid var(--focus); outline-offset: 4px; }
canvas { display: block; }
.ring {
  position: absolute;
  pointer-events: none;
  border-radius: 4px;
  scroll-margin: 12px;
  /* A line between two of the ground: one of them stands out from any mark. */
  --line: 2px;
  box-shadow:
    0 0 0 1px var(--surface),
    0 0 0 calc(1px + var(--line)) var(--focus),
    0 0 0 calc(3px + var(--line)) var(--surface);
  forced-color-adjust: none;
}
.by-keys .ring { --line: 3px; }

.tooltip {
  position: fixed;
  inset: 0 auto auto 0;
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  width: max-content;
  max-width: min(31.5em, var(--most-width));
  margin: 0;
  padding: .7em 1.1em .8em;
  border: 1px solid var(--rule);
  border-radius: 6px;
  overflow: visible;
  color: var(--text);
  background: var(--raised);
  box-shadow: 0 4px 16px rgb(0 0 0 / .14);
  font: inherit;
}
.tooltip strong { font-weight: 600; }
/* A bridge for the pointer: no other mark takes it on its way here. */
.tooltip::before { content: ""; position: absolute; inset: -11px 0; z-index: -1; }
.tooltip dl { overflow: auto; overflow-wrap: anywhere; display: grid; grid-template-columns: fit-content(33vw) 1fr; gap: .2em 1.2em; margin: .4em 0 0; }
.tooltip dl:empty { display: none; }
.tooltip dt { color: var(--muted); font-size: .9286em; }
.tooltip dd { margin: 0; font-size: .9286em; }
.tooltip dd:first-of-type { font-size: 1.0714em; font-weight: 600; line-height: 1.3; }

.foot { display: flex; flex-wrap: wrap; gap: 4px 20px; justify-content: space-between; margin-top: 9px; }
.notes { flex: 1 22em; margin-top: 7px; color: var(--muted); font-size: .8572em; max-width: 44em; overflow-wrap: anywhere; }
.notes p { margin: 0 0 .35em; }
.guide, .find { max-width: 44em; font-size: .9286em; }
:is(.guide, .find) p { margin: .6em 0 0; }
.toolbar { display: flex; flex-wrap: wrap; align-items: start; gap: 0 20px; }
:host([toolbar="none"]) :is(.toolbar, .find) { display: none; }
.toolbar span { display: contents; }
button, input {
  display: inline-flex;
  align-items: center;
  gap: 7px;
  min-width: 24px;
  min-height: 32px;
  padding: 0;
  border: 0;
  border-radius: 2px;
  color: var(--text);
  background: none;
  font: inherit;
  letter-spacing: inherit;
  word-spacing: inherit;
  font-size: .9286em;
  font-weight: 500;
  cursor: pointer;
}
/* Smaller type has phones zoom the page. */
input { box-sizing: border-box; width: 100%; margin: 5px 0; padding: 0 8px; border: 1px solid; font-size: max(1em, 16px); cursor: text; }
[role="option"] { padding: 6px 9px; cursor: pointer; }
[aria-selected="true"] { outline: 2px solid var(--focus); outline-offset: -2px; }
button:hover, button[aria-expanded="true"] { text-decoration: underline; text-underline-offset: 4px; }
:is(button, input, th):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
svg { width: 1.23em; height: 1.23em; fill: none; stroke: var(--muted); stroke-width: 1.5; }

.table-box { margin: 12px 0 8px; overflow-x: auto; }
.table-box:focus-visible { outline: 2px solid var(--focus); }
table { border-collapse: collapse; font-size: .9286em; }
caption { padding-bottom: 8px; text-align: start; color: var(--muted); }
th, td { padding: 6px 16px 6px 0; border-bottom: 1px solid var(--rule); text-align: end; vertical-align: top; }
th { font-weight: 500; }
.apart { border-top: 3px double var(--rule); }
tr > :first-child { text-align: start; }
td.missing { color: var(--muted); }
th button, tfoot button { min-height: 24px; font-size: inherit; text-align: inherit; }
/* The arrow is for the eye: the order is said by aria-sort. */
th button::after { content: "↕"; content: "↕" / ""; color: var(--muted); }
[aria-sort="ascending"] button::after { content: "↑"; content: "↑" / ""; }
[aria-sort="descending"] button::after { content: "↓"; content: "↓" / ""; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.error {
  padding: 16px 20px 18px;
  border-inline-start: 4px solid var(--alarm);
  background: var(--alarm-ground);
}
.error strong { display: flex; gap: 10px; font-size: 1.2143em; font-weight: 600; }
.error strong::before {
  content: "!";
  flex: none;
  box-sizing: border-box;
  width: 1.2em;
  height: 1.2em;
  margin-top: .15em;
  border: 2px solid var(--alarm);
  border-radius: 50%;
  color: var(--alarm);
  font-size: .94em;
  line-height: 1.02;
  text-align: center;
  forced-color-adjust: none;
}
:is(.error, .find) ul { margin: 8px 0 0; padding: 0; list-style: none; }
.error li + li { margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--rule); }
.error code { display: block; font: .9286em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }

/* A phone's width and a phone's height, as at a zoom of 400%: keys cannot scroll what would be cut. */
@media (max-height: 300px) { .tooltip { padding: .3em .8em; line-height: 1.3; } }
@media (prefers-contrast: more) {
  .figure, .error, .probe {
    --muted: var(--text);
    --grid: var(--dc-muted, var(--own-muted));
    --rule: var(--text);
  }
}
@media (forced-colors: active) {
  .figure, .error, .probe {
    --text: CanvasText;
    --muted: CanvasText;
    --grid: CanvasText;
    --rule: CanvasText;
    --surface: Canvas;
    --raised: Canvas;
    --alarm: CanvasText;
    --alarm-ground: Canvas;
    --focus: Highlight;
  }
  button { color: LinkText; }
  .error { border: 1px solid; border-inline-start-width: 4px; }
}
@media print {
  .figure, .error {
    --text: #000;
    --muted: #444;
    --rule: #999;
    --surface: #fff;
    --alarm: #000;
    --alarm-ground: #fff;
  }
  .figure, .narrow > .figure { padding: 0 0 20px; }
  figcaption { break-inside: avoid; break-after: avoid; }
  .error, .plot, .foot, tr { break-inside: avoid; }
  /* Notes may stand on the next page: a picture that had to take them along would leave
     a page that only begins, with a heading or a margin, as good as empty. */
  .notes p:last-child { break-before: avoid; }
  /* With its title on one page, unless it would be too small to read there. */
  canvas {
    width: 100% !important;
    max-height: 80vh;
    object-fit: contain;
    object-position: left top;
  }
  .toolbar, .guide, .find, .tooltip, .ring { display: none; }
  .table-box { overflow: visible; }
  /* Out of sight, its rows would still take pages, which stay empty. */
  .table-box.unseen { display: none; }
  :host([print="table"]) .table-box {
    display: block;
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    white-space: normal;
  }
  /* Of many columns, as those of criteria: narrow ones. */
  .many { font-size: .75em; }
  .many :is(th, td) { padding-inline: 0 4px; }
  .many:not(.turned) [scope="col"], .many.turned [scope="row"] { writing-mode: vertical-rl; padding: 0 2px 4px; }
  /* Of periods beside each other: below each other, a row of the table as a column. */
  .turned {
    display: grid;
    grid: auto repeat(var(--lines), auto) / auto-flow;
    justify-content: start;
  }
  .turned :is(thead, tbody, tr) { display: contents; }
  .turned tfoot { display: none; }
  .turned :is(th, td) { display: block; break-inside: avoid; }
  .turned caption { display: block; grid-area: 1 / 1 / 2 / span var(--rows); }
  .turned [scope="col"] { min-width: 12em; text-align: start; }
}
${PROBE_STYLE}`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Gives a shadow root the one style sheet that all elements of its document share. */
export function adoptStyle(root: ShadowRoot): void {
  if ("adoptedStyleSheets" in root) root.adoptedStyleSheets = [sheetOf(root.ownerDocument)];
  else addStyleElement(root);
}

function sheetOf(document: Document) {
  const known = sheets.get(document);
  if (known) return known;
  const { CSSStyleSheet: Sheet } = document.defaultView ?? window;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  sheets.set(document, sheet);
  return sheet;
}

/** For browsers of 2021 and 2022, which have no style sheets to share. */
function addStyleElement(root: ShadowRoot) {
  const style = document.createElement("style");
  style.textContent = STYLE;
  root.prepend(style);
}
