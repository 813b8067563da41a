import { baseLanguage, type Values } from "./language.js";
import { type MessageKey, type Messages, say } from "./messages.js";
import type { Issue, IssueCode } from "./types.js";

/** What was wrong, every problem with its place and a sentence. */
export class DistrictChartError extends Error {
  override readonly name = "DistrictChartError";
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** Never empty. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly [Issue, ...Issue[]], cause?: unknown) {
    super(issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n"));
    this.code = issues[0].code;
    this.issues = issues;
    if (cause !== undefined) this.cause = cause;
  }
}

/**
 * A problem before it is said in a language: what meets it first (a request that
 * several elements share, the module) does not know who reads it.
 */
export class Trouble {
  constructor(
    readonly code: IssueCode,
    readonly key: MessageKey,
    readonly values: Values = {},
    readonly cause?: unknown,
  ) {}

  inWords(lang: string | undefined, own?: Messages): DistrictChartError {
    const message = say(this.key, baseLanguage(lang), this.values, own);
    const issue: Issue = { path: "", code: this.code, severity: "error", message };
    return new DistrictChartError([issue], this.cause);
  }
}

/** Any thrown value as the one error that pages see. */
export function asError(thrown: unknown, lang?: string, own?: Messages): DistrictChartError {
  if (thrown instanceof DistrictChartError) return thrown;
  if (thrown instanceof Trouble) return thrown.inWords(lang, own);
  return new Trouble("wasm", "wasmTrapped", {}, thrown).inWords(lang, own);
}
