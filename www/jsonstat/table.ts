// The chosen part of a cube as rows of figures, one a period.
import type { Figure, Period } from "../types.js";
import type { Choices, Chosen } from "./choices.js";
import { type Category, type Cube, comparable, isTotal, type Unit } from "./cube.js";
import type { FigureReader } from "./figure.js";
import { periodColumns } from "./periods.js";

/** The names that the widget gives the rows it knows, by id, in each language. */
declare const __ROW_NAMES__: Readonly<Record<string, readonly string[]>>;

export interface TableRow {
  id: string;
  name?: string;
  note?: string;
  values: Figure[];
  unit?: string;
  /** None in a table that has no dimension but time. */
  category?: Category;
}

export interface Table {
  periods: Period[];
  rows: TableRow[];
}

interface TableOptions {
  /** Ids that bring a name; a category that has one of them, or its name, takes it. */
  builtIn: readonly string[];
  figures: FigureReader;
  /** Where the cube tells none. */
  unit: string | undefined;
}

export function readTable(
  cube: Cube,
  { time, rows, at, fixed }: Choices,
  { builtIn, figures, unit: ownUnit }: TableOptions,
): Table {
  const columns = periodColumns(time.dimension.categories, time.positions);
  const axisOf = (one: Chosen | undefined) => (one ? cube.dimensions.indexOf(one.dimension) : -1);
  const [timeAxis, rowAxis] = [axisOf(time), axisOf(rows)];
  const taken = new Set<string>();
  const readRow = (category: Category | undefined, position: number): TableRow => {
    const unit = unitOf(category, rows, fixed);
    const values = columns.map((column) => {
      const places = at.map((place, axis) => {
        if (axis === timeAxis) return column.position;
        return axis === rowAxis ? position : place;
      });
      return figures.read(places, unit.decimals, column.status);
    });
    const naming = category
      ? namingOf(category, builtIn, taken)
      : { id: "value", name: cube.label };
    return { ...naming, note: category?.note, values, unit: unit.text ?? ownUnit, category };
  };
  return {
    periods: columns.map(({ period }) => period),
    rows: rows
      ? rows.positions.map((position) => readRow(rows.dimension.categories[position], position))
      : [readRow(undefined, 0)],
  };
}

function namingOf(category: Category, builtIn: readonly string[], taken: Set<string>) {
  const { id, label } = category;
  const names = [id, label].map(comparable);
  const isOf = (own: string) =>
    [own, ...(__ROW_NAMES__[own] ?? [])].some((name) => names.includes(comparable(name)));
  const known = builtIn.find((own) => (own === "total" ? isTotal(category) : isOf(own)));
  const ownId = known !== undefined && !taken.has(known) ? known : id;
  taken.add(ownId);
  return { id: ownId, name: label === ownId && known ? undefined : label };
}

/** Of the row itself, of what was measured, or of a dimension of units. */
function unitOf(
  category: Category | undefined,
  rows: Chosen | undefined,
  fixed: readonly Chosen[],
): Unit {
  const single = fixed.map(({ dimension, positions }) => ({
    role: dimension.role,
    category: dimension.categories[positions[0] ?? 0],
  }));
  const own = rows?.dimension.role === "unit" ? category?.label : category?.unit?.text;
  const units = [category, ...single.map((one) => one.category)].map((one) => one?.unit);
  const text = [
    own,
    ...units.map((unit) => unit?.text),
    single.find(({ role }) => role === "unit")?.category?.label,
  ].find((text) => text !== undefined);
  const decimals = units.find((unit) => unit?.decimals !== undefined)?.decimals;
  return { text: text && isPercent(text) ? "%" : text, decimals };
}

const PERCENT = ["%", "percent", "per cent", "percentage", "phần trăm"];

function isPercent(text: string) {
  return PERCENT.includes(comparable(text));
}
