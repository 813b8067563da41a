import { create, type Parts } from "./element-parts.js";
import type { Speak } from "./figure-view.js";

const SVG = "http://www.w3.org/2000/svg";
const TABLE_ICON = "M1.5 2.5h13v11h-13zM1.5 6.5h13M1.5 10h13M6 6.5v7";
const EMBED_ICON = "M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5";
const GUIDE_ICON = "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 7v4.5M8 4.2v.8";
const FIND_ICON = "M10 10 14.5 14.5M11.5 6.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0z";
const DOWNLOAD_ICON = "M8 1.5v9M4.5 7 8 10.5 11.5 7M1.5 14h13";

const FORMATS = ["PNG", "SVG", "CSV"] as const;
export type Format = (typeof FORMATS)[number];

export interface ToolbarActions {
  save(format: Format): void;
  openTable(isOpen: boolean): void;
  /** Also when it is shut: what nobody sees need not be said. */
  explain(): void;
  /** Of an opening alone. */
  find(): void;
  copyCode(): void;
}

/** The quiet buttons below a chart, and what the download opens. */
export class Toolbar {
  readonly #table: HTMLButtonElement;
  readonly #guide: HTMLButtonElement;
  readonly #find: HTMLButtonElement;
  readonly #download: HTMLButtonElement;
  readonly #formats: HTMLButtonElement[];
  readonly #hint = create("small", { "aria-live": "polite" });
  readonly #embed = iconButton(EMBED_ICON, { "aria-live": "polite" });

  constructor(
    { toolbar, tableBox, guide, find: finder }: Parts,
    { save, openTable, explain, find, copyCode }: ToolbarActions,
  ) {
    this.#table = disclosure(TABLE_ICON, tableBox.id, (open) => {
      tableBox.classList.toggle("unseen", !open);
      // A wide table is scrolled by keys.
      tableBox.tabIndex = open ? 0 : -1;
      openTable(open);
    });
    this.#guide = disclosure(GUIDE_ICON, guide.id, (open) => {
      guide.hidden = !open;
      explain();
    });
    this.#find = disclosure(FIND_ICON, finder.id, (open) => {
      finder.hidden = !open;
      if (open) find();
    });
    const formats = create("span", { id: "formats", hidden: "" });
    this.#formats = FORMATS.map((format) => {
      const button = create("button", { type: "button" }, format);
      button.addEventListener("click", () => save(format));
      return button;
    });
    formats.append(...this.#formats, this.#hint);
    this.#download = disclosure(DOWNLOAD_ICON, formats.id, (open) => {
      formats.hidden = !open;
    });
    this.#embed.addEventListener("click", copyCode);
    toolbar.append(this.#table, this.#guide, this.#find, this.#download, formats, this.#embed);
  }

  label(speak: Speak, isCrowded: boolean, hasCode: boolean): void {
    const download = speak("download");
    setLabel(this.#table, speak("table"));
    setLabel(this.#guide, speak("guide"));
    offer(this.#find, isCrowded ? speak("find") : "");
    setLabel(this.#download, download);
    this.labelEmbed(hasCode ? speak("embed") : "");
    for (const button of this.#formats)
      button.setAttribute("aria-label", `${download} ${button.textContent}`);
  }

  /** Says something of the files, beside their buttons. */
  hint(text: string): void {
    this.#hint.textContent = text;
  }

  labelEmbed(label = ""): void {
    offer(this.#embed, label);
  }
}

/** Without a label it has nothing to offer. */
function offer(button: HTMLElement, label: string) {
  button.toggleAttribute("hidden", !label);
  setLabel(button, label);
}

function iconButton(icon: string, attributes: { [name: string]: string }) {
  return create("button", { type: "button", ...attributes }, picture(icon), "");
}

/** A button that shows and hides what stands elsewhere. */
function disclosure(icon: string, controls: string, toggle: (open: boolean) => void) {
  const button = iconButton(icon, { "aria-expanded": "false", "aria-controls": controls });
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", `${open}`);
    toggle(open);
  });
  return button;
}

function setLabel(button: HTMLElement, label: string) {
  const text = button.lastChild as Text;
  if (text.data !== label) text.data = label;
}

function picture(path: string) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * Lets the reader keep a file. A frame's sandbox refuses that without telling the
 * frame, which knows no more than that it has no origin of its own.
 */
export function download(blob: Blob, name: string): void {
  const link = create("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  // The browser has taken hold of the blob by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
