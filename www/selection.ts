import type { ChartKind, Dataset, Figure, Period, Tip } from "./types.js";

/** What a reader chose: the detail of `dc-select`. */
export interface Selection {
  /** The section of the document. */
  section: string;
  /** The row there: a sector, a series, a level. */
  id?: string;
  period?: Period;
  area?: string;
  criterion?: string;
  /** As it stands in the document. */
  figure?: Figure;
  /** The same as one sentence. */
  text: string;
}

interface RowOfFigures {
  id: string;
  figures: readonly (Figure | undefined)[];
}

/** Finds the figure of a tip in the document; its id counts the chart's rows and periods. */
export function selectionOf(tip: Tip, kind: ChartKind, document: Dataset): Selection {
  const [row = 0, at = 0] = tip.id.split(":").map(Number);
  const { id, figures } = rowsOf(kind, document)[row] ?? {};
  const section = document[kind as "growth" | "poverty" | "ntm"];
  const single = section && "period" in section ? section.period : undefined;
  return {
    section: kind,
    id,
    period: section?.periods?.[at] ?? single,
    figure: figures?.[at],
    text: tip.text,
  };
}

/** How many figures a chart has to show. */
export function figureCount(kind: ChartKind, document: Dataset): number {
  return rowsOf(kind, document).reduce((count, { figures }) => count + figures.length, 0);
}

function rowsOf(kind: ChartKind, { growth, poverty, ntm }: Dataset): RowOfFigures[] {
  if (kind === "poverty") return (poverty?.series ?? []).map(rowOf);
  if (kind === "ntm") {
    const levels = ntm?.levels ?? [];
    return levels.map(({ id, count, counts }) => ({ id, figures: counts ?? [count] }));
  }
  const sectors = (growth?.sectors ?? []).map(rowOf);
  // A total among the sectors stands below them, unless there is another one.
  const isTotal = ({ id }: RowOfFigures) => !growth?.total && id === "total";
  const totals = growth?.total
    ? [rowOf({ id: "total", ...growth.total })]
    : sectors.filter(isTotal);
  const targets = growth?.target ? [rowOf({ id: "target", ...growth.target })] : [];
  return [...sectors.filter((sector) => !isTotal(sector)), ...totals, ...targets];
}

function rowOf({ id, values }: { id: string; values: Figure[] }): RowOfFigures {
  return { id, figures: values };
}
