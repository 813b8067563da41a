// One cell of a table as a figure of a chart's document.
import type { Figure, QualifiedFigure, Status } from "../types.js";
import type { Cell, Cube } from "./cube.js";
import type { Problems } from "./problems.js";
import type { StatusReader } from "./status.js";

/** Decimals that a figure may have. */
const MAX_DECIMALS = 6;

export class FigureReader {
  constructor(
    private readonly cube: Cube,
    private readonly statuses: StatusReader,
    private readonly problems: Problems,
  ) {}

  /** `ofPeriod` is the status of all figures that have none of their own. */
  read(positions: readonly number[], decimals?: number, ofPeriod?: Status): Figure {
    const cell = this.cube.cell(positions);
    if (cell.value !== null && !Number.isFinite(cell.value)) {
      const found = this.problems.describe(cell.value);
      this.problems.add(cell.path, "type", this.cube.wrongNumber, { found });
      return null;
    }
    const value = cell.value as number | null;
    const { isWithheld, status, note } = this.statuses.read(cell.status, value !== null);
    const figure: QualifiedFigure = { value: isWithheld ? null : value };
    const shown = status ?? (figure.value === null ? undefined : ofPeriod);
    if (shown) figure.status = shown;
    if (note) figure.note = note;
    if (figure.value !== null) Object.assign(figure, decimalsOf(cell, decimals));
    return Object.keys(figure).length > 1 ? figure : figure.value;
  }
}

/** The digits published, where the number alone does not show them. */
function decimalsOf({ value, decimals }: Cell, ofUnit: number | undefined) {
  const published = decimals ?? ofUnit;
  if (published === undefined) return {};
  const kept = Math.min(published, MAX_DECIMALS);
  const own = `${value}`.split(".")[1]?.length ?? 0;
  return kept === Math.min(own, MAX_DECIMALS) ? {} : { decimals: kept };
}
