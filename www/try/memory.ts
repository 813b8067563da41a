// The work is kept in this browser alone, as long as there is a text.
import type { SectionKey } from "./names.js";
import type { NumberFormat } from "./number.js";
import type { Witness } from "./rows.js";

/** All that a person gave the page. */
export interface Work {
  text: string;
  section: SectionKey | "auto";
  format: NumberFormat | "auto";
  /** What a spreadsheet said of its format when the text came. */
  witness?: Witness;
  place: string;
  source: string;
  period: string;
  /** The chart to show, where the document feeds several. */
  chart: string;
}

export const NO_WORK: Work = {
  text: "",
  section: "auto",
  format: "auto",
  place: "",
  source: "",
  period: "",
  chart: "",
};

const KEY = "district-charts/try";

export function recall(): Work {
  try {
    return { ...NO_WORK, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return NO_WORK;
  }
}

/** Whether the browser keeps it: it may have no storage to give, or too little. */
export function keep(work: Work): boolean {
  try {
    if (work.text === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(work));
    return true;
  } catch {
    return work.text === "";
  }
}
