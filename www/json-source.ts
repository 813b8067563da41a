// JSON from an address or from the page: one request for one address, and each
// way in which it can fail told apart.
import { Trouble } from "./error.js";
import { findSlip } from "./json-syntax.js";
import type { Values } from "./language.js";

/** How a sentence names the text: its address, or a word. */
type SourceName = Values[string];

/** A document by its address, shared by all who hold it. */
export interface Loan {
  readonly document: Promise<unknown>;
  /** The last one to let go ends the request. */
  release(): void;
}

interface Shared {
  document: Promise<unknown>;
  abort: AbortController;
  holders: number;
}

const sharedByAddress = new Map<string, Shared>();

export function borrow(address: string): Loan {
  const shared = sharedByAddress.get(address) ?? request(address);
  shared.holders++;
  let held = true;
  return {
    document: shared.document,
    release() {
      if (!held) return;
      held = false;
      if (--shared.holders > 0) return;
      shared.abort.abort();
      forget(address, shared);
    },
  };
}

function request(address: string): Shared {
  const abort = new AbortController();
  const shared = { document: fetchJson(address, abort.signal), abort, holders: 0 };
  sharedByAddress.set(address, shared);
  // Asked again after a failure, it is tried again.
  shared.document.catch(() => forget(address, shared));
  return shared;
}

function forget(address: string, shared: Shared) {
  if (sharedByAddress.get(address) === shared) sharedByAddress.delete(address);
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const isOwn = address.startsWith(`${location.origin}/`);
  const source = isOwn ? address.slice(location.origin.length) : address;
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await fetch(address, { signal });
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new Trouble("load", isOwn ? "loadNetwork" : "loadOrigin", { source }, error);
  }
  if (!response.ok) throw new Trouble("load", "loadStatus", { source, status: response.status });
  return readBody(bytes, response.headers.get("content-type") ?? "", source);
}

/** Text that parses is taken whatever its type says, but for a page of HTML. */
function readBody(bytes: ArrayBuffer, contentType: string, source: string): unknown {
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (/html/.test(type)) throw new Trouble("load", "loadHtml", { source });
  try {
    return parseJson(decode(bytes, source), source);
  } catch (trouble) {
    const mayBeJson = type === "" || /json|^text\/|octet-stream/.test(type);
    throw mayBeJson ? trouble : new Trouble("load", "loadType", { source, type }, trouble);
  }
}

function decode(bytes: ArrayBuffer, source: string) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Trouble("syntax", "notUtf8", { source }, error);
  }
}

/** Parses JSON; a failure says where the slip is. */
export function parseJson(text: string, source: SourceName): unknown {
  // A text editor's byte order mark is no slip; decoding UTF-8 drops it, a page does not.
  const json = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    if (json.trim() === "") throw new Trouble("syntax", "empty", { source }, error);
    if (/^\s*</.test(json)) throw new Trouble("load", "loadHtml", { source }, error);
    const { key, ...place } = findSlip(json);
    throw new Trouble("syntax", "syntax", { source, slip: { say: key }, ...place }, error);
  }
}
