import type {
  ChartKind,
  CriteriaSet,
  CriterionState,
  Dataset,
  Figure,
  Ntm,
  NtmArea,
  Period,
  TargetItem,
  Tip,
} from "./types.js";

/** What a reader chose: the detail of `dc-select`. */
export interface Selection {
  /** The section of the document. */
  section: string;
  /** The row there: a sector, a series, a level, an item. */
  id?: string;
  period?: Period;
  /** The code of an area, and the id of one of its criteria. */
  area?: string;
  criterion?: string;
  /** As it stands in the document; of a criterion what the area is by it. */
  figure?: Figure | CriterionState;
  /** The same as one sentence. */
  text: string;
}

export interface RowOfFigures {
  id: string;
  figures: readonly (Figure | undefined)[];
}

/** A bin, an area, or one of its criteria. */
type Chosen = Pick<Selection, "area" | "criterion" | "figure">;

/** Finds the figure of a tip in the document; its id counts the chart's rows and periods. */
export function selectionOf(tip: Tip, kind: ChartKind, document: Dataset): Selection {
  return asItIsNow(() => find(tip, kind, document), { section: sectionOf(kind), text: tip.text });
}

/** The page's own object may be another since it was read, or throw. */
export function asItIsNow<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function sectionOf(kind: ChartKind) {
  if (kind === "ntm-criteria") return "ntm";
  return kind === "living-standards" ? "livingStandards" : kind;
}

function find(tip: Tip, kind: ChartKind, document: Dataset): Selection {
  const [row = 0, at = 0] = tip.id.split(":").map(Number);
  if (kind === "ntm-criteria") {
    const { ntm } = document;
    const period = ntm?.period ?? ntm?.periods?.at(-1);
    return { section: "ntm", period, ...chosenOf(ntm, row, at), text: tip.text };
  }
  const { id, figures } = rowsOf(kind, document)[row] ?? {};
  const name = sectionOf(kind);
  const section: { period?: Period; periods?: Period[] } | undefined = document[name];
  return {
    section: name,
    id,
    period: section?.periods?.[at] ?? section?.period,
    figure: figures?.[at],
    text: tip.text,
  };
}

/** Rows are the bins, then the areas; of an area 0 is the whole, then come its criteria. */
function chosenOf(ntm: Ntm | undefined, row: number, at: number): Chosen {
  const bins = ntm?.bins ?? [];
  const area = ntm?.areas?.[row - bins.length];
  if (!area) return { figure: bins[row]?.count };
  if (at === 0) return { area: area.code, figure: isFigure(area.met) ? area.met : undefined };
  const set = area.criteria ?? ntm?.criteria;
  const criterion = (typeof set === "object" ? set[at - 1]?.id : undefined) ?? `${at}`;
  return { area: area.code, criterion, figure: stateOf(area.met, criterion) };
}

function isFigure(met: NtmArea["met"]): met is Figure {
  return typeof met === "object" ? met === null || "value" in met : typeof met === "number";
}

function stateOf(met: NtmArea["met"], criterion: string): CriterionState {
  if (met === "all") return true;
  if (Array.isArray(met)) return met.includes(criterion);
  return (met as { [criterion: string]: CriterionState })[criterion] ?? null;
}

/** How many figures a chart has to show. */
export function figureCount(kind: ChartKind, document: Dataset): number {
  return asItIsNow(() => {
    if (kind === "ntm-criteria") return gridSize(document.ntm);
    return rowsOf(kind, document).reduce((count, { figures }) => count + figures.length, 0);
  }, Number.POSITIVE_INFINITY);
}

/** By the largest set; an area has a count, a level and a year too. */
function gridSize(ntm: Ntm | undefined): number {
  const areas = ntm?.areas ?? [];
  const criteria = (set: CriteriaSet | undefined) => (Array.isArray(set) ? set.length : 19);
  const widest = areas.reduce((most, own) => Math.max(most, criteria(own.criteria)), 0);
  return areas.length * (3 + Math.max(widest, criteria(ntm?.criteria)));
}

/** In the order of the chart; those of `ntm-criteria` are others. */
export function rowsOf(kind: ChartKind, document: Dataset): RowOfFigures[] {
  const { growth, structure, poverty, livingStandards, ntm, targets } = document;
  if (kind === "poverty") return (poverty?.series ?? []).map(rowOf);
  if (kind === "structure") return totalLast((structure?.sectors ?? []).map(rowOf));
  if (kind === "living-standards") {
    const groups = livingStandards?.groups ?? [];
    return groups.map(({ id, share }) => ({ id, figures: [share] }));
  }
  if (kind === "ntm") {
    const levels = ntm?.levels ?? [];
    return levels.map(({ id, count, counts }) => ({ id, figures: counts ?? [count] }));
  }
  if (kind === "targets") return (targets?.items ?? []).map(itemOf);
  const sectors = (growth?.sectors ?? []).map(rowOf);
  const target = growth?.target ? [rowOf({ id: "target", ...growth.target })] : [];
  if (!growth?.total) return [...totalLast(sectors), ...target];
  return [...sectors, rowOf({ id: "total", ...growth.total }), ...target];
}

/** A total among its parts stands below them. */
function totalLast(rows: RowOfFigures[]): RowOfFigures[] {
  const isTotal = ({ id }: RowOfFigures) => id === "total";
  return [...rows.filter((row) => !isTotal(row)), ...rows.filter(isTotal)];
}

function rowOf({ id, values }: { id: string; values: Figure[] }): RowOfFigures {
  return { id, figures: values };
}

/** An item without an id is known by its place, from 1. */
function itemOf({ id, actual, achieved }: TargetItem, index: number): RowOfFigures {
  return { id: id ?? String(index + 1), figures: [actual ?? achieved] };
}
