// The shadow tree of the element, in reading order.

type Attributes = { [name: string]: string };

/** An element of the tree; `part` is also its class, by which it is styled. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const { part } = attributes;
  const all = part ? { class: part, ...attributes } : attributes;
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Browsers would break a line after the dash of a range: “2021–2023”. */
const RANGE = /(\p{Nd}+–\p{Nd}+)/u;

/** A text, its ranges held together. */
export function textNodes(text: string): (Node | string)[] {
  const pieces = text.split(RANGE);
  return pieces.map((piece, index) =>
    index % 2 ? create("span", { class: "held" }, piece) : piece,
  );
}

/** What is the same stays; texts that take the place of others cost the page no style. */
export function write(element: Element, text: string): void {
  if (element.textContent === text) return;
  const pieces = text.split(RANGE);
  const nodes = [...element.childNodes];
  if (nodes.length !== pieces.length) element.replaceChildren(...textNodes(text));
  else {
    nodes.forEach((node, index) => {
      (node.firstChild ?? node).nodeValue = pieces[index] ?? "";
    });
  }
}

export function createParts() {
  const fallback = create("slot");
  const error = create("div", { part: "error", role: "alert", hidden: "" });

  const title = create("div", { part: "title", id: "title" });
  const place = create("span", { class: "place" });
  const stop = create("span", { class: "stop" }, ". ");
  const subtitle = create("span");
  const caption = create(
    "figcaption",
    {},
    title,
    create("div", { class: "subtitle" }, place, stop, subtitle),
  );

  const canvas = create("canvas", { part: "chart", role: "img", "aria-describedby": "summary" });
  const ring = create("div", { class: "ring", hidden: "" });
  const tooltip = create("div", { part: "tooltip", popover: "manual", hidden: "" });
  const help = create("span", { id: "help", hidden: "" });
  const plot = create(
    "div",
    { class: "plot", role: "group", tabindex: "0", "aria-describedby": "help" },
    canvas,
    ring,
    tooltip,
    help,
  );
  // Screen readers keep arrow keys to themselves but in an application. Their browse
  // mode does not go into one: it reads the summary and the table, which stand in the
  // tree for it, and not a proxy for each mark, which would say the table twice. No
  // role has another name here: “figure” and “table” are what each of them knows.
  // The focus is not on the application itself: Orca takes one for a document of its
  // own, and says nothing of it when it gets the focus. In it, the status is said when a
  // key changes it, and nobody who reads on lands on an empty one.
  const status = create("div", { part: "status", role: "status" });
  status.classList.add("unseen");
  const application = create(
    "div",
    { role: "application", "aria-labelledby": "title" },
    plot,
    status,
  );

  const notes = create("div", { class: "notes" });
  const toolbar = create("div", { part: "toolbar" });
  const foot = create("div", { class: "foot" }, notes, toolbar);
  const guide = create("div", { class: "guide", id: "guide", hidden: "" });
  const find = create("div", { class: "find", id: "find", hidden: "" });

  const summary = create("p", { part: "summary", id: "summary" });
  summary.classList.add("unseen");
  const table = create("table", { part: "table" });
  const tableBox = create("div", { class: "table-box unseen", id: "table" }, table);

  const figure = create(
    "figure",
    { part: "figure", "aria-labelledby": "title", hidden: "" },
    caption,
    application,
    foot,
    guide,
    find,
    summary,
    tableBox,
  );

  const probe = create("span", { class: "probe" });
  // Its width is the element's, whatever stands below it.
  const ruler = create("div");
  const frame = create("div", {}, ruler, probe, fallback, error, figure);

  return {
    frame,
    ruler,
    probe,
    fallback,
    error,
    figure,
    title,
    place,
    stop,
    subtitle,
    plot,
    canvas,
    ring,
    tooltip,
    help,
    notes,
    toolbar,
    guide,
    find,
    summary,
    table,
    tableBox,
    status,
  };
}

export type Parts = ReturnType<typeof createParts>;
