import { Chart } from "./chart.js";
import { type Arrived, DocumentSource } from "./document-source.js";
import { createParts } from "./element-parts.js";
import { adoptStyle } from "./element-style.js";
import { embedCode } from "./embed-code.js";
import { adoptWords, start, wordsOf } from "./engine.js";
import { type Follower, follow, languageOf, unfollow } from "./environment.js";
import { asError, Trouble } from "./error.js";
import { showError } from "./error-view.js";
import { Exploration } from "./exploration.js";
import { FigureView, type Looks, type Speak, type Told } from "./figure-view.js";
import { areNews, fontsFor, prepareFonts } from "./fonts.js";
import { baseLanguage, DEFAULT_LANGUAGE, type Language } from "./language.js";
import { type Messages, say, spokenFor } from "./messages.js";
import { Nearness } from "./nearness.js";
import { Panels } from "./panels.js";
import { drawPng } from "./png.js";
import { figureCount, selectionOf } from "./selection.js";
import { TableView } from "./table-view.js";
import { download, type Format, Toolbar } from "./toolbar.js";
import type { ChartKind, ChartOptions, Dataset, Issue, Tip } from "./types.js";
import { WidthWatcher } from "./width-watcher.js";

/** More rows are searched by name: lines this many go without theirs, and rows fill two views of a phone. */
const MOST_READ = 24;
const EXPORT_WIDTH = 720;
const EXPORT_RATIO = 2;

export interface PngOptions {
  /** CSS pixels; left out, as wide as it is shown. */
  width?: number;
  pixelRatio?: number;
}

// Without a DOM the class can be imported, not used.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * `<district-chart>`: one chart of a document of published figures.
 *
 * The document is asked for while the module starts; then it is accepted (a chart
 * is made of it) and shown as text, picture and table, or refused.
 */
export class DistrictChartElement extends Base implements Follower {
  static readonly observedAttributes = ["chart", "src", "lang", "highlight", "loading", "embed"];

  readonly #parts = createParts();
  readonly #view = new FigureView(this.#parts);
  readonly #table = new TableView(this.#parts.table);
  readonly #source = new DocumentSource(this);
  readonly #toolbar = new Toolbar(this.#parts, {
    save: (format) => this.#save(format),
    openTable: (isOpen) => this.#table.open(isOpen),
    explain: () => this.#panels.explain(this.#messages),
    find: async () => (await this.#panels.find(this.#speak, this.#messages))?.focus(),
    copyCode: () => this.#copyCode(),
  });
  readonly #exploration = new Exploration(
    this.#parts,
    (find) => this.#ask(find) ?? null,
    (tip) => this.#select(tip),
  );
  readonly #panels = new Panels(this.#parts, {
    ask: (find) => this.#ask(find),
    document: () => this.#document as Dataset,
    bring: (id) => this.#bring(id),
    exploration: this.#exploration,
    table: this.#table,
  });
  readonly #widths = new WidthWatcher(this.#parts.ruler, () => {
    this.#reserve();
    this.#redraw();
  });
  readonly #children = new MutationObserver((records) => this.#childrenChanged(records));
  readonly #nearness = new Nearness(this, () => this.#changed());

  #messages: Messages | undefined;
  #language = DEFAULT_LANGUAGE as string;
  /** The language with the page's own words: the tag for the module. */
  #tag = DEFAULT_LANGUAGE as string;

  /** What came, before it is accepted or refused. */
  #arrived: Arrived | undefined;
  /** The last accepted document, its chart, and the language that is set there. */
  #document: unknown;
  #chart: Chart | undefined;
  #chartLanguage = "";
  /** Another document or kind of chart is wanted than the chart's. */
  #isOutdated = true;
  /** The id of the row that a reader found by its name. */
  #found: string | undefined;
  #isUnannounced = false;
  #isShown = false;
  #lacksFonts = false;

  #isAttached = false;
  #isScheduled = false;
  /** Counts the updates: a later one takes the place of one that still waits. */
  #turn = 0;
  #frame = 0;
  #complete = Promise.resolve(false);
  #settle: ((drawn: boolean) => void) | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.append(this.#parts.frame);
    adoptStyle(root);
    this.#parts.probe.addEventListener("transitionrun", () => this.looksChanged());
    // What was on it went with the graphics driver.
    this.#parts.canvas.addEventListener("contextrestored", () => this.looksChanged());
  }

  /** The document itself; wins over `src` and over JSON inside the element. */
  get data(): Dataset | undefined {
    return this.#source.data;
  }

  set data(data: Dataset | undefined) {
    this.#source.data = data;
    this.#documentChanged();
  }

  /** Words of the widget to replace, by language and key. */
  get messages(): Messages | undefined {
    return this.#messages;
  }

  set messages(messages: Messages | undefined) {
    this.#messages = messages;
    this.#changed();
  }

  get chart(): string | null {
    return this.getAttribute("chart");
  }

  set chart(chart: string | null) {
    this.#reflect("chart", chart);
  }

  get src(): string | null {
    return this.getAttribute("src");
  }

  set src(src: string | null) {
    this.#reflect("src", src);
  }

  get highlight(): string | null {
    return this.getAttribute("highlight");
  }

  set highlight(highlight: string | null) {
    this.#reflect("highlight", highlight);
  }

  /** For what was last set: `true` when drawn, `false` when refused; never rejects. */
  get updateComplete(): Promise<boolean> {
    // What was set just now and no observer has told of yet.
    this.languageChanged();
    this.#childrenChanged(this.#children.takeRecords());
    return this.#complete;
  }

  /** What the editor should look at, although the document is drawn. */
  get notices(): Issue[] {
    const ofDocument = this.#living()?.notices();
    return ofDocument ? [...(this.#arrived?.notices ?? []), ...ofDocument] : [];
  }

  /** The whole figure, title and source included. */
  toSVG(): Promise<string> {
    return this.#export((chart) => chart.svg({ width: this.#exportWidth() }));
  }

  toPNG({ width, pixelRatio = EXPORT_RATIO }: PngOptions = {}): Promise<Blob> {
    return this.#export((chart) =>
      drawPng(chart, width && width > 0 ? width : this.#exportWidth(), pixelRatio),
    );
  }

  toCSV(): Promise<string> {
    return this.#export((chart) => chart.csv());
  }

  summary(): Promise<string> {
    return this.#export((chart) => chart.summary());
  }

  connectedCallback(): void {
    this.#takeUp("data");
    this.#takeUp("messages");
    follow(this);
    this.#widths.start();
    this.#children.observe(this, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    if (this.#isAttached) {
      // Moved: language and colours may be others here.
      this.languageChanged();
      this.looksChanged();
      return;
    }
    this.#isAttached = true;
    // Before any element of the page measures.
    this.#mark(baseLanguage(this.#currentLanguage()));
    this.#watchNearness();
    this.#changed();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#detach();
    });
  }

  /** Style sheets belong to a document. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyle(this.shadowRoot);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // An address that is set again is asked again, as with an image.
    if (name === "src") {
      if (this.data === undefined) this.#documentChanged();
    } else if (before === now) return;
    else if (name === "chart") this.#documentChanged("kept");
    else if (name === "lang") this.languageChanged();
    else if (name === "loading") this.#watchNearness();
    // A chart that is still to be made takes the rest then.
    else if (!this.#isOutdated) this.#changed();
  }

  looksChanged(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#redraw());
  }

  languageChanged(): void {
    if (this.#isAttached && this.#currentLanguage() !== this.#language) this.#changed();
  }

  fontsLoaded(faces: readonly FontFace[]): void {
    if (!this.#lacksFonts && !areNews(faces)) return;
    this.#lacksFonts = false;
    this.looksChanged();
  }

  wordsCame(language: string): void {
    if (language !== baseLanguage(this.#language) || language === this.#parts.frame.lang) return;
    this.#attempt(() => this.#living()?.setLang(this.#tag));
    this.#changed();
  }

  printing(onPaper: boolean): void {
    if (this.#isShown) this.#redraw(onPaper);
    else if (onPaper && this.#arrived) this.#attempt(() => this.#present());
  }

  #reflect(name: string, value: string | null) {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** A property set before the element was defined hides ours. */
  #takeUp(property: "data" | "messages") {
    const own = Object.getOwnPropertyDescriptor(this, property);
    if (!own) return;
    delete this[property];
    this[property] = own.value;
  }

  #currentLanguage() {
    return languageOf(this) ?? DEFAULT_LANGUAGE;
  }

  #childrenChanged(records: MutationRecord[]) {
    // The observer hears of the element's own attributes too, as a page sets its class.
    const isInside = records.some(({ type, target }) => type === "childList" || target !== this);
    if (isInside && this.#source.hasNewContent()) this.#documentChanged();
  }

  #documentChanged(document?: "kept") {
    if (!document) this.#source.close();
    this.#isOutdated = true;
    this.#changed();
  }

  #watchNearness() {
    this.#nearness.stop();
    if (!this.#isAttached) return;
    if (this.#waitsForView()) this.#nearness.watch();
    else this.#changed();
  }

  #waitsForView() {
    return this.getAttribute("loading") === "lazy" && !this.#nearness.isNear;
  }

  #reserve() {
    if (this.#settle && !this.#isShown) this.#view.reserve(this.chart, this.#widths.width);
  }

  /** However much changes at once, it is one update. */
  #changed() {
    if (!this.#settle) {
      this.#complete = new Promise((resolve) => {
        this.#settle = resolve;
      });
    }
    if (!this.#isAttached || this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.#isAttached) this.#update();
    });
  }

  async #update() {
    const turn = ++this.#turn;
    this.#language = this.#currentLanguage();
    const language = baseLanguage(this.#language);
    this.#mark(language);
    try {
      // Before anything is written: many elements then cost the page one layout.
      this.#widths.measure();
      const arriving = this.#source.open();
      if (!arriving) return this.#empty();
      // When all have measured, and before anything is painted.
      queueMicrotask(() => this.#reserve());
      const starting = this.#start();
      prepareFonts(() => this.#view.theme());
      const [arrived, tag] = await Promise.all([arriving, starting]);
      if (turn !== this.#turn) return;
      this.#mark(spokenFor(language));
      this.#tag = tag;
      this.#arrived = arrived;
      if (this.#waitsForView()) return;
      const chart = this.#accept(arrived.document);
      const told = tell(chart);
      const { heading, summary } = told;
      const text = `${heading.title} ${heading.place} ${summary}`;
      const hasFonts = await fontsFor(text, () => this.#view.theme());
      if (turn !== this.#turn) return;
      this.#lacksFonts = !hasFonts;
      const looks = this.#looks();
      await othersToo();
      if (turn !== this.#turn) return;
      this.#draw(chart, looks);
      await othersToo();
      if (turn === this.#turn) this.#show(chart, told);
    } catch (error) {
      // What failed may have been sooner than the words to say it in.
      await wordsOf(language);
      if (turn === this.#turn) this.#refuse(error);
    }
  }

  /** The tag by which the module knows the language's words and the page's own. */
  async #start(): Promise<string> {
    const language = baseLanguage(this.#language);
    const tag = this.#language;
    const own = this.#messages?.[language];
    const [ending] = await Promise.all([adoptWords(own), start(), wordsOf(language)]);
    return tag + ending;
  }

  /** Says to browser and screen reader what the element speaks. */
  #mark(language: Language) {
    const { frame } = this.#parts;
    // Set again, it has the browser style everything anew.
    if (frame.lang !== language) frame.lang = language;
  }

  /** Everything at once, for paper, which does not wait. */
  #present() {
    const chart = this.#accept(this.#arrived?.document);
    const told = tell(chart);
    this.#print(chart);
    this.#show(chart, told);
  }

  /** Throws where the document is refused, and keeps the chart there was. */
  #accept(document: unknown): Chart {
    const isInOtherWords = this.#chartLanguage !== this.#tag;
    const isNews = this.#isOutdated || isInOtherWords;
    let chart = this.#chart;
    if (!chart || chart.lost || this.#isOutdated) {
      const last = chart;
      chart = this.#make(document);
      last?.free();
      this.#document = document;
      this.#isOutdated = false;
    } else {
      if (isInOtherWords) chart.setLang(this.#tag);
      this.#chartLanguage = this.#tag;
      chart.setHighlight(this.#front());
    }
    this.#isUnannounced ||= isNews;
    return chart;
  }

  #make(document: unknown): Chart {
    this.#chart = new Chart(document as Dataset, { ...this.#options(), frame: "plot" });
    this.#chartLanguage = this.#tag;
    return this.#chart;
  }

  #options(): ChartOptions {
    return {
      chart: (this.chart as ChartKind) || undefined,
      lang: this.#tag,
      highlight: this.#front(),
    };
  }

  /** The id of the row to bring forward: what the reader found comes before what the page chose. */
  #front() {
    return this.#found ?? this.highlight ?? undefined;
  }

  /** The table stays as the reader has it. */
  #bring(id: string | undefined) {
    this.#found = id;
    this.#ask((chart) => {
      chart.setHighlight(this.#front());
      this.#draw(chart, this.#looks());
      this.#view.describe(tell(chart), this.#speak);
    });
  }

  /** The chart; made and drawn again where another one broke the module since. */
  #living(): Chart | undefined {
    if (!this.#chart?.lost) return this.#chart;
    const chart = this.#make(this.#document);
    if (this.#isShown) this.#view.draw(chart, this.#looks());
    return chart;
  }

  #ask<T>(find: (chart: Chart) => T): T | undefined {
    return this.#attempt(() => {
      const chart = this.#living();
      return chart && find(chart);
    });
  }

  #select(tip: Tip) {
    const chart = this.#chart;
    if (!chart) return;
    this.#announce("dc-select", selectionOf(tip, chart.kind(), this.#document as Dataset));
  }

  /** Once it is drawn: what that reads of the page's style, writing would have worked out anew. */
  #show(chart: Chart, told: Told) {
    const { fallback, figure, error } = this.#parts;
    this.#view.describe(told, this.#speak);
    const isCrowded = chart.rowCount() > MOST_READ;
    this.#toolbar.label(this.#speak, isCrowded, this.#embedCode(0) !== undefined);
    this.#panels.explain(this.#messages);
    this.#panels.find(this.#speak, this.#messages);
    // Toggled: where it is hidden already, setting it would have the browser style it anew.
    fallback.toggleAttribute("hidden", true);
    error.toggleAttribute("hidden", true);
    figure.hidden = false;
    this.#isShown = true;
    const count = figureCount(chart.kind(), this.#document as Dataset);
    this.#table.show(count, this.#speak, (find) => this.#ask(find));
    this.#finish(true);
    if (!this.#isUnannounced) return;
    this.#isUnannounced = false;
    this.#announce("dc-ready");
  }

  #redraw(onPaper = false) {
    if (!this.#isShown) return;
    this.#attempt(() => {
      const chart = this.#living();
      if (!chart) return;
      if (onPaper) this.#print(chart);
      else this.#draw(chart, this.#looks());
    });
  }

  #looks() {
    return this.#view.looks(this.#widths.width);
  }

  #draw(chart: Chart, looks: Looks | undefined) {
    this.#exploration.leave();
    this.#view.draw(chart, looks);
  }

  #print(chart: Chart) {
    this.#exploration.leave();
    this.#view.print(chart, this.#widths.width);
  }

  #refuse(thrown: unknown) {
    const error = asError(thrown, this.#language, this.#messages);
    const count = error.issues.filter(({ severity }) => severity === "error").length;
    const heading = error.code === "load" ? "notDrawn" : "dataErrors";
    this.#mark(spokenFor(baseLanguage(this.#language)));
    this.#view.theme();
    if (error.code !== "wasm") {
      showError(this.#parts.error, this.#speak(heading, { count }), error);
    } else {
      this.#empty();
      if (!this.#hasFallback()) showError(this.#parts.error, this.#speak("notDrawn"), error);
    }
    this.#finish(false);
    this.#announce("dc-error", error);
  }

  /** Back to what the page has for a reader without charts. */
  #empty() {
    const { fallback, figure, error } = this.#parts;
    this.#dropChart();
    fallback.hidden = false;
    figure.hidden = true;
    error.hidden = true;
    this.#isShown = false;
    this.#finish(false);
  }

  #hasFallback() {
    const isContent = (node: Node) =>
      node instanceof Element ? node.localName !== "script" : node.textContent?.trim();
    return this.#parts.fallback.assignedNodes().some(isContent);
  }

  #dropChart() {
    this.#exploration.leave();
    this.#table.stop();
    this.#chart?.free();
    this.#chart = undefined;
    this.#document = undefined;
    this.#isOutdated = true;
    this.#view.clear();
  }

  #detach() {
    this.#isAttached = false;
    this.#turn++;
    unfollow(this);
    this.#widths.stop();
    this.#children.disconnect();
    this.#nearness.stop();
    cancelAnimationFrame(this.#frame);
    this.#source.close();
    this.#arrived = undefined;
    this.#dropChart();
    this.#finish(false);
  }

  #finish(drawn: boolean) {
    this.#view.unreserve();
    this.#settle?.(drawn);
    this.#settle = undefined;
  }

  readonly #speak: Speak = (key, values) =>
    say(key, baseLanguage(this.#language), values, this.#messages);

  #announce(type: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Work on an accepted document; what fails there is a refusal. */
  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#refuse(error);
      return undefined;
    }
  }

  #exportWidth() {
    return this.#widths.width || EXPORT_WIDTH;
  }

  /** A chart of its own, whole: in any state of the element, also where none is shown. */
  async #export<T>(use: (chart: Chart) => T | Promise<T>): Promise<T> {
    try {
      const arriving = this.#source.open();
      if (!arriving) throw new Trouble("missing", "noData");
      const [{ document }, lang] = await Promise.all([arriving, this.#start()]);
      const theme = this.isConnected ? this.#view.theme() : undefined;
      const chart = new Chart(document as Dataset, { ...this.#options(), lang, theme });
      try {
        return await use(chart);
      } finally {
        chart.free();
      }
    } catch (error) {
      await wordsOf(baseLanguage(this.#language));
      throw asError(error, this.#language, this.#messages);
    } finally {
      if (!this.#isAttached) this.#source.close();
    }
  }

  async #save(format: Format) {
    const name = `${this.#parts.title.textContent}.${format.toLowerCase()}`;
    try {
      download(await this.#file(format), name);
      if (origin === "null") this.#toolbar.hint(this.#speak("sandbox"));
    } catch (error) {
      this.#announce("dc-error", error);
    }
  }

  /** Only of what another page can have: data at an address, and a place for the code. */
  #embedCode(height: number): string | undefined {
    const { src } = this;
    const highlight = this.#front();
    const page = this.getAttribute("embed");
    if (!page || !src || this.data || !navigator.clipboard || !this.#chart) return undefined;
    const { title, place } = this.#parts;
    return embedCode({
      page,
      base: this.baseURI,
      src,
      parameters: {
        chart: this.#chart.kind(),
        lang: this.#language,
        ...(highlight && { highlight }),
      },
      title: `${title.textContent} – ${place.textContent}`,
      height,
    });
  }

  async #copyCode() {
    try {
      const code = this.#embedCode(this.#parts.figure.offsetHeight) ?? "";
      await navigator.clipboard.writeText(code);
      this.#toolbar.labelEmbed(this.#speak("embedCopied"));
    } catch {
      // A frame without the permission: it has nothing to offer.
      this.#toolbar.labelEmbed();
    }
  }

  async #file(format: Format): Promise<Blob> {
    if (format === "PNG") return this.toPNG();
    if (format === "SVG") return new Blob([await this.toSVG()], { type: "image/svg+xml" });
    return new Blob([await this.toCSV()], { type: "text/csv;charset=utf-8" });
  }
}

/**
 * Lets all elements of the page come as far as this: they all read its style, then all
 * draw, then all write. What one writes has the style worked out anew for the next reader.
 */
function othersToo() {
  return Promise.resolve();
}

function tell(chart: Chart): Told {
  return { heading: chart.heading(), summary: chart.summary() };
}
