// The drawing module: how it comes to the page, and what is done when it breaks.
// Nothing else knows the bindings that wasm-bindgen wrote.
import init, {
  __wbg_reset_state,
  adoptWords as adoptWordsInModule,
  forgetWidths as forgetWidthsInModule,
  memoryBytes as memoryBytesInModule,
  setWords,
  validate as validateInModule,
  WasmChart,
} from "../target/pkg/district_charts.js";
import { DistrictChartError, Trouble } from "./error.js";
import { flatten } from "./flatten.js";
import type { Language } from "./language.js";
import { learn } from "./messages.js";
import type { Issue } from "./types.js";

export type { WasmChart } from "../target/pkg/district_charts.js";

/** The module's file beside this script; its name carries a hash. */
declare const __WASM_FILE__: string;
/** Its hash, as an `integrity` attribute has it. */
declare const __WASM_INTEGRITY__: string;

/** What the module says, by language: one word or sentence a line. It carries none itself. */
declare const __WORDS__: Readonly<Record<string, string>>;
/** Files beside this script with the words and messages of other languages. */
declare const __EN_FILE__: string;
declare const __KM_FILE__: string;
/** The keys of the words, for pages that replace some. */
declare const __KEYS_FILE__: string;

export type WasmSource = URL | Response | BufferSource | WebAssembly.Module;

let starting: Promise<void> | undefined;
let ready = false;
let currentRun = 0;
/** Calls into the module that have not ended. */
let calls = 0;
let isBroken = false;

const words = new Map(Object.entries(__WORDS__));
const fetchingWords = new Map<string, Promise<void>>();
/** What pages say in place of the module's words, as the module numbers it from 1. */
const adopted: string[] = [];
let keys: Promise<string[]> | undefined;
const wordsListeners = new Set<(language: string) => void>();

/** Starts the module once; later calls share it, and one that failed may be tried again. */
export function start(source?: WasmSource): Promise<void> {
  starting ??= instantiate(source).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/** Tells of words that come, until the signal ends it. */
export function onWords(listener: (language: string) => void, signal: AbortSignal): void {
  wordsListeners.add(listener);
  signal.addEventListener("abort", () => wordsListeners.delete(listener));
}

/** Never rejects: a chart in Vietnamese words is better than none. */
export function wordsOf(language: Language): Promise<void> {
  let fetching = fetchingWords.get(language);
  if (!fetching && !words.has(language)) {
    fetching = fetchWords(language).catch(() => {
      // The next chart asks again.
      fetchingWords.delete(language);
    });
    fetchingWords.set(language, fetching);
  }
  return fetching ?? Promise.resolve();
}

/**
 * Gives the module words of the page's own: those of charts have keys with a capital.
 * Returns the end of the tag by which a chart asks for them.
 */
export async function adoptWords(
  own: Readonly<Record<string, string>> | undefined,
): Promise<string> {
  if (!own || !Object.keys(own).some((key) => /^[A-Z]/.test(key))) return "";
  keys ??= fetchText(new URL(__KEYS_FILE__, import.meta.url)).then((text) => text.split("\n"));
  try {
    const lines = (await keys).map((key) => `${own[key] ?? ""}`.replace(/\s+/g, " ")).join("\n");
    if (!adopted.includes(lines)) {
      adopted.push(lines);
      if (ready) adoptWordsInModule(lines);
    }
    return `-x-${adopted.indexOf(lines) + 1}`;
  } catch {
    // Without the keys its own words stand; the next chart asks again.
    keys = undefined;
    return "";
  }
}

async function fetchText(address: URL) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}

async function fetchWords(language: Language) {
  // Each address written out: bundlers copy the files that they find named so.
  const address =
    language === "km"
      ? new URL(__KM_FILE__, import.meta.url)
      : new URL(__EN_FILE__, import.meta.url);
  const [lines, messages] = (await fetchText(address)).split("\f");
  learn(language, JSON.parse(messages));
  words.set(language, lines);
  if (ready) setWords(language, lines);
  for (const listener of wordsListeners) listener(language);
}

async function instantiate(source?: WasmSource) {
  if (typeof WebAssembly !== "object") throw new Trouble("wasm", "wasmUnsupported");
  const isAddress = !source || source instanceof URL;
  const content = isAddress ? await fetchModule(source) : source;
  try {
    const module = await compile(content);
    // The bindings would keep it, and take ours no more. Others that import fail to link.
    if (!WebAssembly.Module.imports(module)[0]) throw new Error();
    await init({ module_or_path: module });
  } catch (error) {
    throw refusal(error);
  }
  giveWords();
  ready = true;
}

function giveWords() {
  for (const [language, lines] of words) setWords(language, lines);
  for (const lines of adopted) adoptWordsInModule(lines);
}

async function fetchModule(given: URL | undefined): Promise<Response | BufferSource> {
  const address = given ?? new URL(__WASM_FILE__, import.meta.url);
  let response: Response;
  try {
    if (address.protocol === "file:") return readInNode(address);
    // What another address leads to is for the page to know.
    response = await fetch(address, given ? {} : { integrity: __WASM_INTEGRITY__ });
  } catch (error) {
    // Bytes that are others fail like a network that does. Asked without their hash, they come.
    const found = given ? undefined : await fetch(address).catch(() => undefined);
    if (found?.ok) throw refusal(error);
    throw missing(address, found ? `HTTP ${found.status}` : (error as Error).message, error);
  }
  if (!response.ok) throw missing(address, `HTTP ${response.status}`);
  return response;
}

/** There fetch() does not read files. An import would stop bundlers for browsers. */
function readInNode(address: URL) {
  return new Uint8Array(process.getBuiltinModule("node:fs").readFileSync(address));
}

function missing(address: URL, reason: string, cause?: unknown) {
  return new Trouble("wasm", "wasmMissing", { address: address.href, reason }, cause);
}

async function compile(source: Response | BufferSource | WebAssembly.Module) {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  // Streaming insists on this very type; many servers do not know it.
  const streams = source.headers.get("content-type") === "application/wasm";
  return streams
    ? WebAssembly.compileStreaming(source)
    : WebAssembly.compile(await source.arrayBuffer());
}

/** A policy's refusal and bytes that are not ours are the same type of error in every browser. */
function refusal(error: unknown) {
  const byPolicy = /CSP|content security policy|unsafe-eval/i.test((error as Error).message);
  return new Trouble("wasm", byPolicy ? "wasmRefused" : "wasmAltered", {}, error);
}

/** Counts the module's restarts: a chart of an earlier run is lost. */
export function run(): number {
  return currentRun;
}

export function newChart(
  dataset: unknown,
  chart: string | undefined,
  lang: string,
  fullFrame: boolean,
): WasmChart {
  const flat = flatten(dataset);
  return attempt(() => new WasmChart(flat, chart, lang, fullFrame));
}

export function validate(dataset: unknown, lang: string): Issue[] {
  const flat = flatten(dataset);
  return attempt(() => validateInModule(flat, lang));
}

/**
 * A call into the module. It throws a list of issues where it refuses; anything
 * else that comes out of it has unwound Rust's frames without cleaning up, and
 * every later call would find it locked: so it is started anew.
 */
export function attempt<T>(work: () => T): T {
  if (!ready) throw new Trouble("wasm", "wasmNotLoaded");
  restartIfBroken();
  calls++;
  try {
    return work();
  } catch (thrown) {
    if (isIssues(thrown)) throw new DistrictChartError(thrown);
    isBroken = true;
    throw new Trouble("wasm", "wasmTrapped", {}, thrown);
  } finally {
    calls--;
    restartIfBroken();
  }
}

/** Not under a call that a getter of the page came from; later, where the stack is used up. */
function restartIfBroken() {
  if (!isBroken || calls > 0) return;
  __wbg_reset_state();
  giveWords();
  currentRun++;
  isBroken = false;
}

function isIssues(thrown: unknown): thrown is [Issue, ...Issue[]] {
  return Array.isArray(thrown) && thrown.length > 0;
}

/** Texts are as wide as before no longer: fonts have come. */
export function forgetWidths(): void {
  if (ready) forgetWidthsInModule();
}

/** The module's memory; 0 before it is there. */
export function memoryBytes(): number {
  return ready ? memoryBytesInModule() : 0;
}
