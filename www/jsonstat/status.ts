// What an office's status codes say of a figure.
import type { Status, Text } from "../types.js";

/** What one code says: a status that the chart shows, a note, both, or nothing. */
export interface StatusMeaning {
  status?: Status;
  note?: Text;
}

/** By code as it stands in the answer; a capital that is not listed is read as its small letter. */
export type StatusCodes = Readonly<Record<string, StatusMeaning>>;

/**
 * Eurostat's flags, which are those of SDMX (CL_OBS_STATUS) in small letters but for
 * “s”. The dots and dashes of printed tables mean another thing in each office
 * (“…” is confidential in one and not collected in the next), so that they only say
 * here that there is no figure.
 */
export const STATUS_CODES: StatusCodes = {
  a: {},
  b: { note: { vi: "Gián đoạn chuỗi số liệu", en: "Break in series" } },
  c: { status: "suppressed" },
  d: { note: { vi: "Định nghĩa khác", en: "Definition differs" } },
  e: { status: "estimated" },
  f: { status: "estimated", note: { vi: "Dự báo", en: "Forecast" } },
  g: { note: { vi: "Số liệu thử nghiệm", en: "Experimental" } },
  i: { status: "estimated", note: { vi: "Số gán", en: "Imputed" } },
  k: { note: { vi: "Tính chung vào mục khác", en: "Included in another category" } },
  l: { status: "notCollected" },
  m: { status: "notApplicable" },
  n: { note: { vi: "Không đáng kể", en: "Not significant" } },
  o: {},
  p: { status: "provisional" },
  q: { status: "suppressed" },
  r: { status: "revised" },
  s: { status: "estimated" },
  S: { note: { vi: "Có sự kiện đặc biệt", en: "Special event" } },
  u: { note: { vi: "Độ tin cậy thấp", en: "Low reliability" } },
  v: { note: { vi: "Chưa được kiểm tra", en: "Not validated" } },
  w: { note: { vi: "Gồm cả mục khác", en: "Includes another category" } },
  z: { status: "notApplicable" },
  "-": {},
  ".": {},
  "..": {},
  "...": {},
  "…": {},
  ":": {},
};

const REASONS: readonly Status[] = ["suppressed", "notCollected", "notApplicable"];

/** What a figure says beside its number. */
export interface Remark {
  /** The figure was not to be published. */
  isWithheld: boolean;
  status?: Status;
  note?: Text;
}

export class StatusReader {
  readonly #codes: ReadonlyMap<string, StatusMeaning>;
  readonly #names: ReadonlyMap<string, string>;

  /** `own` codes win over the table; `names` are what the answer calls its codes. */
  constructor(own: StatusCodes = {}, names: ReadonlyMap<string, string> = new Map()) {
    this.#codes = new Map(Object.entries({ ...STATUS_CODES, ...own }));
    this.#names = names;
  }

  knows(code: string) {
    return this.#meaningOf(code) !== undefined;
  }

  /** Nothing that an office says is left out: what has no status here becomes a note. */
  read(codes: string | null, hasNumber: boolean): Remark {
    const notes: Text[] = [];
    const statuses: Status[] = [];
    for (const code of codes === null ? [] : this.#split(codes)) {
      const { status, note } = this.#meaningOf(code) ?? { note: this.#nameOf(code) };
      if (note) notes.push(note);
      if (!status) continue;
      const isShown = statuses.length === 0 && (!hasNumber || !isReasonWithNumber(status));
      if (isShown) statuses.push(status);
      else notes.push(this.#nameOf(code));
    }
    const [status] = statuses;
    const isWithheld = hasNumber && status === "suppressed";
    const fits = status && (REASONS.includes(status) ? !hasNumber || isWithheld : hasNumber);
    return { isWithheld, status: fits ? status : undefined, note: joined(notes) };
  }

  #meaningOf(code: string) {
    return this.#codes.get(code) ?? this.#codes.get(code.toLowerCase());
  }

  /** “bep” and “b, e” are several codes, unless one is so named. */
  #split(codes: string): string[] {
    if (this.knows(codes) || this.#names.has(codes)) return [codes];
    const letters = [...codes];
    if (/^[a-z]+$/i.test(codes) && letters.every((letter) => this.knows(letter))) return letters;
    return codes.split(/[,;\s]+/).filter(Boolean);
  }

  #nameOf(code: string): Text {
    return (
      this.#names.get(code) ?? {
        vi: `Ký hiệu ở nguồn: “${code}”`,
        en: `Marked “${code}” by the source`,
      }
    );
  }
}

/** “Not applicable” beside a number: the number stands. */
function isReasonWithNumber(status: Status) {
  return REASONS.includes(status) && status !== "suppressed";
}

function joined(notes: readonly Text[]): Text | undefined {
  const [first] = notes;
  if (notes.length < 2) return first;
  const all = (language: "vi" | "en") =>
    notes.map((note) => (typeof note === "string" ? note : note[language])).join("; ");
  return { vi: all("vi"), en: all("en") };
}
