// Which dimension is time, which one makes the rows, and what is taken of the
// others. What the answer leaves open is asked back, with the choices.
import { type Cube, comparable, type Dimension } from "./cube.js";
import type { Problems } from "./problems.js";

/** A dimension with the categories taken of it: their positions, in the order wanted. */
export interface Chosen {
  dimension: Dimension;
  positions: readonly number[];
}

export interface Choices {
  time: Chosen;
  /** None where the table has no dimension but time. */
  rows?: Chosen;
  /** The position in every dimension; those of time and rows change from cell to cell. */
  at: number[];
  /** What is one category in every cell. */
  fixed: readonly Chosen[];
}

export interface Wishes {
  series?: string;
  time?: string;
  select?: Readonly<Record<string, string | readonly string[]>>;
}

export function choose(cube: Cube, wishes: Wishes, problems: Problems): Choices {
  const { dimensions } = cube;
  const find = (option: string, name: string) => findDimension(cube, option, name, problems);
  const selected = new Map<Dimension, readonly number[]>();
  for (const [name, wanted] of Object.entries(wishes.select ?? {})) {
    const dimension = find("select", name);
    if (dimension) selected.set(dimension, positionsOf(dimension, wanted, problems));
  }
  const time = wishes.time === undefined ? timeOf(cube, problems) : find("time", wishes.time);
  const series = wishes.series === undefined ? undefined : find("series", wishes.series);
  if (series && series === time) {
    problems.add(series.path, "value", "seriesIsTime", { dimension: series.id });
  }
  problems.stop();

  const chosen = dimensions.map((dimension): Chosen => {
    const all = dimension.categories.map((_, position) => position);
    return { dimension, positions: selected.get(dimension) ?? all };
  });
  const others = chosen.filter(({ dimension }) => dimension !== time);
  const rows = others.find(({ dimension }) => dimension === series) ?? rowsAmong(others, problems);
  const fixed = others.filter((other) => other !== rows);
  for (const one of fixed.filter(({ positions }) => positions.length > 1)) askForOne(one, problems);
  problems.stop();
  return {
    time: chosen.find(({ dimension }) => dimension === time) as Chosen,
    rows,
    at: chosen.map(({ positions }) => positions[0] ?? 0),
    fixed,
  };
}

/** Asks to select one category of a dimension. */
export function askForOne({ dimension, positions }: Chosen, problems: Problems) {
  problems.add(dimension.path, "value", "selectOne", {
    dimension: dimension.id,
    count: positions.length,
    choices: problems.list(categoryNames(dimension, positions)),
  });
}

export function categoryNames({ categories }: Dimension, positions: readonly number[]) {
  return positions.map((position) => named(categories[position]));
}

function named({ id, label }: { id: string; label: string } = { id: "", label: "" }) {
  return id === label ? `“${id}”` : `“${id}” (${label})`;
}

/** By id, or else by label. */
function byName<T extends { id: string; label: string }>(items: readonly T[], name: unknown) {
  const wanted = comparable(`${name}`);
  return (
    items.find(({ id }) => id === name) ??
    items.find(({ id, label }) => comparable(id) === wanted || comparable(label) === wanted)
  );
}

function findDimension({ dimensions }: Cube, option: string, name: unknown, problems: Problems) {
  const found = byName(dimensions, name);
  if (!found) {
    const choices = problems.list(dimensions.map(named));
    const values = { option, found: problems.describe(name), choices };
    problems.add("", "value", "unknownDimension", values);
  }
  return found;
}

function positionsOf(dimension: Dimension, wanted: unknown, problems: Problems) {
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const { id, categories, path } = dimension;
  const choices = () => problems.list(categories.map(named));
  if (names.length === 0) {
    problems.add(path, "value", "emptySelection", { dimension: id, choices: choices() });
  }
  const positions = names.map((name) => {
    const found = byName(categories, name);
    if (!found) {
      const values = { dimension: id, found: problems.describe(name), choices: choices() };
      problems.add(path, "value", "unknownCategory", values);
    }
    return found ? categories.indexOf(found) : 0;
  });
  return [...new Set(positions)];
}

/** The one with that role; of several, the one that has several periods. */
function timeOf({ dimensions }: Cube, problems: Problems) {
  const times = dimensions.filter(({ role }) => role === "time");
  const long = times.filter(({ categories }) => categories.length > 1);
  const only = [times, long].find((found) => found.length === 1)?.[0];
  if (!only) {
    const choices = problems.list((times.length > 0 ? times : dimensions).map(named));
    problems.add("", "missing", "timeUnclear", { choices });
  }
  return only;
}

/**
 * The one dimension that has several categories; areas only where there is no other,
 * since one document describes one place. Where all have one, what was measured.
 */
function rowsAmong(others: readonly Chosen[], problems: Problems): Chosen | undefined {
  const hasRole =
    (...roles: string[]) =>
    (one: Chosen) =>
      roles.includes(one.dimension.role ?? "");
  const long = others.filter(({ positions }) => positions.length > 1);
  const candidates = [
    long,
    long.filter((one) => !hasRole("geo")(one)),
    others.filter(hasRole("metric")),
    others.filter((one) => !hasRole("geo", "unit")(one)),
    others,
  ];
  const sure = long.length > 0 ? candidates.slice(0, 2) : candidates.slice(2);
  const only = sure.find((found) => found.length === 1)?.[0];
  if (!only && others.length > 0) {
    const choices = (long.length > 0 ? long : others).map(({ dimension }) => named(dimension));
    problems.fail("", "missing", "seriesUnclear", { choices: problems.list(choices) });
  }
  return only;
}
