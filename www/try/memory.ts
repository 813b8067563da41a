// The work is kept in this browser alone, until it is forgotten.
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

/** Whether the browser kept it: it may have no storage to give, or too little. */
export function keep(work: Work): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where there is no storage nothing was kept.
  }
}
