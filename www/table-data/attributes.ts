// What a cell says by its `data-` attributes, which need no guess.
import { FORMATS, NUMBER, readNumber, type WrittenNumber } from "../try/number.js";
import { error, type Place, type Problem } from "../try/problem.js";
import type { Given, Said } from "../try/reading.js";

const MISSING = /^(?:suppressed|notCollected|notApplicable)$/;

/** The figure that the attributes give, a problem of theirs, or null where they give none. */
export function givenBy(data: DOMStringMap, text: string, place: Place): Given | Problem | null {
  const { value, qualifier, status, direction, note, source } = data;
  const isWithout = direction !== undefined || MISSING.test(status ?? "");
  if (value === undefined && !isWithout) return null;
  const number = value === undefined || value === "null" ? null : numberOf(value);
  if (number === undefined) return noNumber("data-value", value, place);
  if (number && data.decimals) number.decimals = Number(data.decimals);
  if (number && !says(text, number.value)) {
    return error("cellDisagrees", place, { text, value: number.value });
  }
  const more = withoutGaps({ qualifier, status, direction, note, source }) as Said["more"];
  const given: Given = { main: { number, more, unit: "", place } };
  for (const key of ["count", "of"] as const) {
    const written = data[key];
    if (written === undefined) continue;
    const behind = numberOf(written);
    if (!behind) return noNumber(`data-${key}`, written, place);
    given[key] = { number: behind, more: {}, unit: "", place };
  }
  return given;
}

function noNumber(name: string, text: string | undefined, place: Place) {
  return error("cellNumber", place, { name, text: text ?? "" });
}

/** As JSON writes a number; undefined where it is none. */
function numberOf(text: string): WrittenNumber | undefined {
  const match = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  return match ? { value: Number(text), decimals: match[1]?.length ?? 0 } : undefined;
}

/** Whether the text has the number in some format, or says it in words alone. */
function says(text: string, value: number): boolean {
  const written = text.match(new RegExp(NUMBER, "g"));
  if (!written) return text !== "";
  return written.some((number) =>
    FORMATS.some((format) => {
      const read = readNumber(number.trim(), format);
      // “Giảm 2,5%” is negative by its word.
      return read !== null && Math.abs(read.value) === Math.abs(value);
    }),
  );
}

export function withoutGaps(object: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
