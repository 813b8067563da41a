// What a page gives and what it gets. Types only: nothing here runs.

/**
 * A string, or one string by language (`{ "vi": "…", "en": "…" }`).
 * The language asked for wins, then `vi`, then `en`, then the first.
 */
export type Text = string | { [language: string]: string };

/** The lower-case names of the charts, as in the `chart` attribute. */
export type ChartKind =
  | "growth"
  | "structure"
  | "poverty"
  | "living-standards"
  | "ntm"
  | "ntm-criteria"
  | "targets";

/** A period's label, or a label with its place in time. */
export type Period =
  | Text
  | {
      label: Text;
      /** A year (`2015`), a month (`2015-06`) or an interval (`2010/2011`, drawn at its middle). */
      at?: string;
    };

/** Keys that stand on a section, a row or a figure; the nearest wins. */
export interface Annotated {
  note?: Text;
  /** The `id` of an entry of `sources`. */
  source?: string;
}

/** How a published number differs from the exact one: “trên 36” is `over`. */
export type Qualifier = "over" | "under" | "about" | "nearly" | "atLeast" | "atMost";

export type Status =
  | "provisional"
  | "estimated"
  | "revised"
  /** Worked out by the editor from published figures. */
  | "derived"
  | "suppressed"
  | "notCollected"
  | "notApplicable";

/** A figure that says more than its number. */
export interface QualifiedFigure extends Annotated {
  /** `null` where no number was published. */
  value: number | null;
  /** Needs a value. */
  qualifier?: Qualifier;
  /** `suppressed`, `notCollected` and `notApplicable` go with a null value. */
  status?: Status;
  /** It rose or fell, by how much was not said: goes with a null value. */
  direction?: "up" | "down";
  /** Digits after the decimal mark as published (0–6): keeps 7.50. */
  decimals?: number;
  /** The count behind a rate (1011 of 43369 households). */
  count?: number;
  of?: number;
}

/** Every number that is data. Never a string: `"2,33"` is refused. */
export type Figure = number | null | QualifiedFigure;

export interface Source {
  id: string;
  name: Text;
  url?: string;
  /** ISO 8601: `2024-01-05`. */
  date?: string;
  publisher?: Text;
  license?: Text;
}

/** What every section may have. */
export interface Section extends Annotated {
  /** Has a default in each language. */
  title?: Text;
}

/** One row of figures, one figure a period. */
export interface Row extends Annotated {
  /** A built-in id brings its name; any other needs `name`. */
  id: string;
  name?: Text;
  values: Figure[];
}

/** Growth by sector: chart `growth`. */
export interface Growth extends Section {
  measure?: Text;
  unit?: Text;
  periods: Period[];
  /** Built-in ids: `I`, `II`, `III`, `taxes`. `contributions` in percentage points. */
  sectors?: (Row & { contributions?: Figure[] })[];
  total?: Omit<Row, "id">;
  target?: Omit<Row, "id">;
}

/** Shares of output: chart `structure`. */
export interface Structure extends Section {
  measure?: Text;
  /** Per cent, and nothing else. */
  unit?: Text;
  periods: Period[];
  /** Built-in ids: `I`, `II`, `III`, `taxes`; `total` is the whole, told apart from its parts. */
  sectors: Row[];
}

/** Poverty over time: chart `poverty`. */
export interface Poverty extends Section {
  measure?: Text;
  unit?: Text;
  periods: Period[];
  /** Built-in ids: `poor`, `nearPoor`. */
  series: Row[];
  /** Where another standard begins; no line crosses it. `before` names the second or a later period. */
  breaks?: { before: string; note?: Text }[];
}

/** Households by standard of living: chart `living-standards`. */
export interface LivingStandards extends Section {
  measure?: Text;
  /** Per cent, and nothing else. */
  unit?: Text;
  period: Period;
  /** Built-in ids: `poor`, `nearPoor`, `average`, `fair`, `rich`. */
  groups: (Annotated & { id: string; name?: Text; share: Figure })[];
}

/** Progress of the New Rural programme: charts `ntm` and `ntm-criteria`. */
export interface Ntm extends Section {
  measure?: Text;
  /** Either this or `periods`. */
  period?: Period;
  periods?: Period[];
  levels?: NtmLevel[];
  /** Areas by number of criteria met; without `from` all below, without `to` all above. */
  bins?: (Annotated & {
    from?: number;
    to?: number;
    count: Figure;
    /** A published share that differs from count ÷ of: it stands. */
    share?: Figure;
  })[];
  criteria?: CriteriaSet;
  areas?: NtmArea[];
}

export interface NtmLevel extends Annotated {
  /** Built-in ids: `ntm`, `ntmAdvanced`, `ntmModel`, `ntmModern`, `urban`, `districtNtm`. */
  id: string;
  name?: Text;
  /** What is counted: “xã”, “thị trấn”. */
  unit?: Text;
  count?: Figure;
  /** Over time: one count a period. */
  counts?: Figure[];
  of: number | number[];
  /** A published share that differs from count ÷ of: it stands. */
  share?: Figure | Figure[];
}

/** The name of a built-in set, or a set of its own. */
export type CriteriaSet =
  | "commune-2021-2025"
  | "commune-2026-2030"
  | "urban-2022"
  | "district-2021-2025"
  | { id: string; name: Text; group?: Text }[];

/** Met, not met, no figure, or not applicable. */
export type CriterionState = boolean | null | "notApplicable";

export interface NtmArea extends Annotated {
  code: string;
  name: Text;
  /** All, the ids that are met (others are not), a state by id, or only how many. */
  met?: "all" | string[] | { [criterion: string]: CriterionState } | Figure;
  /** A built-in id of a level, or one that `levels` names. */
  level?: string;
  /** When it was recognised, ISO 8601: `2022`, `2022-04` or `2022-04-08`. */
  since?: string;
  /** A set of its own. */
  criteria?: CriteriaSet;
}

/** Plan against result, and key figures: chart `targets`. */
export interface Targets extends Section {
  period: Period;
  /** Nghị quyết, kế hoạch tỉnh giao … */
  basis?: Text;
  items: TargetItem[];
}

export interface TargetItem extends Annotated {
  /** Without one an item is known by its place, from 1. */
  id?: string;
  /** Items of a group stand together, under its name. */
  group?: Text;
  name: Text;
  unit?: Text;
  basis?: Text;
  actual?: Figure;
  plan?: Figure;
  /** actual ÷ plan in per cent, as published: it stands. */
  achieved?: Figure;
  /** A part of a whole: progress without a verdict; goes with neither plan, achieved nor outcome. */
  of?: number;
  /** How it changed, as published: negative where it fell. */
  change?: number | null | ReportedChange;
  better?: "higher" | "lower";
  /** A published verdict; it stands. Else one is worked out where no qualifier can turn it. */
  outcome?: "met" | "notMet" | "exceeded";
}

/** A change: “tăng 16,6% so với 2022”. */
export interface ReportedChange extends QualifiedFigure {
  unit?: Text;
  /** The period that it is held against. */
  since?: Text;
}

/**
 * One document: what was published of one place. Each section is optional and
 * feeds one or two charts. Keys that start with `$` or `x-` are left alone.
 */
export interface Dataset {
  version: 1;
  place: Text;
  /** ISO 8601: `2023-12-31`. */
  asOf?: string;
  sources?: Source[];
  growth?: Growth;
  structure?: Structure;
  poverty?: Poverty;
  livingStandards?: LivingStandards;
  ntm?: Ntm;
  targets?: Targets;
  [ignored: `$${string}` | `x-${string}`]: unknown;
}

/** What kind of problem it is. `load`: the data did not come. `wasm`: the module. */
export type IssueCode =
  | "syntax"
  | "type"
  | "value"
  | "missing"
  | "unknown"
  | "limit"
  | "load"
  | "wasm";

/** One problem and its place. */
export interface Issue {
  /** RFC 6901 JSON Pointer; `""` for the whole document. */
  path: string;
  code: IssueCode;
  /** A notice does not keep the chart from being drawn. */
  severity: "error" | "notice";
  /** A full sentence: what was found, what to write instead. */
  message: string;
}

/** What is left out has its default. */
export interface Theme {
  /** Whether the defaults are those for a dark page. */
  dark?: boolean;
  /** Up to eight, by slot. */
  colors?: string[];
  text?: string;
  muted?: string;
  grid?: string;
  /** Of the highlighted row, where colours do not tell rows apart. */
  highlight?: string;
  /** What is written on it. */
  highlightText?: string;
  surface?: string;
  fontFamily?: string;
  /** CSS pixels. */
  fontSize?: number;
  /** CSS lengths, for who reads better with more room between letters and words. */
  letterSpacing?: string;
  wordSpacing?: string;
  /** White lines in every second colour, so that grey paper tells neighbours apart. */
  patterns?: boolean;
}

/** What is known of the figure under the pointer or the keys. */
export interface Tip {
  id: string;
  title: string;
  rows: { label: string; text: string }[];
  /** The tip as one spoken sentence. */
  text: string;
  /** Where a tooltip points to, in CSS pixels of the canvas. */
  anchor: { x: number; y: number };
  /** Mark and label together, in CSS pixels of the canvas. */
  bounds: { x: number; y: number; width: number; height: number };
}

/** What stands above and below a chart. */
export interface Heading {
  title: string;
  place: string;
  subtitle: string;
  notes: string[];
  source: string;
}

/** The figures as a person reads them, in document order. */
export interface Table {
  caption: string;
  columns: string[];
  rows: { header: string; cells: Cell[] }[];
}

export interface Cell {
  text: string;
  missing?: true;
  /** Of a date, whose text may begin with its day: a number that grows with time. */
  order?: number;
}

export type Direction = "next" | "previous" | "up" | "down" | "first" | "last";

export interface ChartOptions {
  /** May be left out when the document feeds one chart. */
  chart?: ChartKind;
  /** A BCP 47 tag: `vi` (default), `en`, `km`, `km-u-nu-khmr`; others are `en`. */
  lang?: string;
  theme?: Theme;
  /** An area's code or a series' id to bring forward. */
  highlight?: string;
  /** `full` draws title, subtitle, note and source too; `plot` leaves them to the page. */
  frame?: "full" | "plot";
}

export interface Size {
  width: number;
  height: number;
}
