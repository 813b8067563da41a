// JSON-stat 2.0. The toolkit reads it and trusts it, and changes what it reads; so
// it is given a copy, of which the shape was proved.
import JSONstat, {
  type Category as ToolkitCategory,
  type Dimension as ToolkitDimension,
} from "jsonstat-toolkit";
import {
  type Category,
  type Cube,
  type Dimension,
  isObject,
  MAX_CELLS,
  pointer,
  roleByName,
  textOf,
  type Unit,
} from "./cube.js";
import type { Problems } from "./problems.js";

interface Answer {
  id: string[];
  size: number[];
  dimension: Record<string, { label?: unknown; category: RawCategories }>;
  value: unknown[] | Record<string, unknown>;
  status?: unknown;
  role?: Record<string, string[] | null>;
  extension?: unknown;
}

interface RawCategories {
  index?: unknown;
  label?: unknown;
  unit?: unknown;
  note?: unknown;
}

/** Whether an answer is JSON-stat of any kind, so that the sentences here are for it. */
export function isJsonStat(json: Record<string, unknown>) {
  const classes = ["dataset", "collection", "dimension"];
  return classes.includes(json.class as string) || Object.values(json).some(isOldDataset);
}

/** A dataset as it stood in a bundle of JSON-stat 1. */
function isOldDataset(found: unknown) {
  return isObject(found) && isObject(found.dimension);
}

export function cubeOfJsonStat(json: Record<string, unknown>, problems: Problems): Cube {
  refuseOtherClasses(json, problems);
  const answer = proved(json, problems);
  const dataset = JSONstat(copyOf(answer));
  return {
    label: textOf(json.label),
    source: textOf(json.source),
    href: textOf(json.href),
    updated: textOf(json.updated),
    note: textOf(json.note),
    dimensions: answer.id.map((id, i) => dimensionOf(dataset.Dimension(i), id)),
    statusNames: statusNamesOf(answer),
    wrongNumber: "notANumber",
    cell(positions) {
      const { value, status } = dataset.Data([...positions]);
      return {
        value,
        status: typeof status === "string" && status !== "" ? status : null,
        path: pointer("value", indexOf(positions, answer.size)),
      };
    },
  };
}

/** What does not change, first. */
function indexOf(positions: readonly number[], size: readonly number[]) {
  return positions.reduce((index, position, i) => index * (size[i] ?? 1) + position, 0);
}

function refuseOtherClasses(json: Record<string, unknown>, problems: Problems) {
  if (json.class === "dataset") return;
  if (json.class === "collection") {
    const items = isObject(json.link) && Array.isArray(json.link.item) ? json.link.item : [];
    const choices = items.map((item, i) => `${i}: ${nameOfItem(item)}`);
    const values = { count: items.length, choices: problems.list(choices) };
    problems.fail("", "value", "collection", values);
  }
  if (typeof json.class === "string") {
    problems.fail("/class", "value", "otherClass", { found: json.class });
  }
  const datasets = Object.keys(json).filter((key) => isOldDataset(json[key]));
  problems.fail("", "value", "bundle", { choices: problems.list(datasets) });
}

function nameOfItem(item: unknown) {
  if (!isObject(item)) return "?";
  const name = textOf(item.label) ?? textOf(item.href) ?? "?";
  return textOf(item.class) ? `${name} (${item.class})` : name;
}

const isString = (found: unknown) => typeof found === "string";
const isSize = (found: unknown) => Number.isInteger(found) && (found as number) > 0;

/** What may stand in a place, by the way it is written. */
const SHAPES = {
  "{ … }": isObject,
  "[ … ] / { … }": (found: unknown) => Array.isArray(found) || isObject(found),
  '[ "…", … ]': (found: unknown) => Array.isArray(found) && found.every(isString),
  "[ 1, 2, … ]": (found: unknown) => Array.isArray(found) && found.every(isSize),
};

/** The answer itself, of which the toolkit can read every part. */
function proved(json: Record<string, unknown>, problems: Problems): Answer {
  const prove = (found: unknown, shape: keyof typeof SHAPES, ...path: string[]) => {
    if (SHAPES[shape](found)) return;
    const values = { found: problems.describe(found), expected: shape };
    problems.add(pointer(...path), found === undefined ? "missing" : "type", "wrongShape", values);
  };
  prove(json.id, '[ "…", … ]', "id");
  prove(json.size, "[ 1, 2, … ]", "size");
  prove(json.dimension, "{ … }", "dimension");
  prove(json.value, "[ … ] / { … }", "value");
  for (const [name, ids] of Object.entries(isObject(json.role) ? json.role : {})) {
    if (ids !== null) prove(ids, '[ "…", … ]', "role", name);
  }
  problems.stop();

  const answer = json as unknown as Answer;
  for (const id of answer.id) {
    const dimension: unknown = answer.dimension[id];
    prove(dimension, "{ … }", "dimension", id);
    const category = isObject(dimension) ? dimension.category : {};
    prove(category, "{ … }", "dimension", id, "category");
    if (!isObject(category)) continue;
    for (const key of ["label", "unit", "note"].filter((key) => category[key] != null)) {
      prove(category[key], "{ … }", "dimension", id, "category", key);
    }
  }
  problems.stop();
  proveCounts(answer, problems);
  return answer;
}

function proveCounts(answer: Answer, problems: Problems) {
  const { id, size } = answer;
  if (size.length !== id.length) {
    const expected = `[ … ] × ${id.length}`;
    problems.fail("/size", "value", "wrongShape", { found: `[ ${size.join(", ")} ]`, expected });
  }
  for (const [i, dimension] of id.entries()) {
    proveCategories(answer, dimension, size[i] ?? 0, problems);
  }
  proveValues(answer, problems);
  problems.stop();
}

function proveCategories({ dimension }: Answer, id: string, size: number, problems: Problems) {
  const path = pointer("dimension", id, "category");
  const { index, label } = dimension[id]?.category ?? {};
  const labels = isObject(label) ? Object.keys(label) : [];
  if (index === undefined && labels.length > 1) {
    problems.add(path, "missing", "noOrder", { dimension: id, found: labels.length });
    return;
  }
  const found = index === undefined ? labels.length : countOfPlaces(index, size);
  if (found !== size) {
    problems.add(path, "value", "categoryCount", { dimension: id, found, expected: size });
  }
}

/** How many categories an index puts in a place of their own. */
function countOfPlaces(index: unknown, size: number) {
  if (Array.isArray(index)) return new Set(index.filter(isString)).size;
  const places = isObject(index) ? Object.values(index) : [];
  const isPlace = (place: unknown) => Number.isInteger(place) && 0 <= Number(place);
  return new Set(places.filter((place) => isPlace(place) && Number(place) < size)).size;
}

function proveValues({ size, value }: Answer, problems: Problems) {
  const expected = size.reduce((product, count) => product * count, 1);
  if (expected > MAX_CELLS) {
    problems.add("/size", "limit", "tooMany", { found: expected, limit: MAX_CELLS });
    return;
  }
  if (Array.isArray(value)) {
    const values = { found: value.length, expected };
    if (value.length !== expected) problems.add("/value", "value", "valueCount", values);
    return;
  }
  const isPlace = (key: string) => /^(0|[1-9]\d*)$/.test(key) && Number(key) < expected;
  for (const key of Object.keys(value).filter((key) => !isPlace(key))) {
    problems.add(pointer("value", key), "value", "valuePlace", { found: `“${key}”`, expected });
  }
}

function copyOf({ id, size, value, status, role, dimension }: Answer) {
  const dimensions = id.map((name) => {
    const { label, category } = dimension[name] as Answer["dimension"][string];
    // A key that says nothing would be read as one that says something.
    const said = Object.entries(category).filter(([, part]) => part != null);
    return [name, { label, category: Object.fromEntries(said) }];
  });
  return {
    version: "2.0",
    class: "dataset",
    id,
    size,
    // No entry at all would be read as no table at all.
    value: Object.keys(value).length > 0 ? value : { 0: null },
    status: status ?? null,
    role: role ? { ...role } : undefined,
    dimension: Object.fromEntries(dimensions),
  };
}

function dimensionOf(read: ToolkitDimension, id: string): Dimension {
  const label = textOf(read.label) ?? id;
  const role = read.role === "classification" ? null : read.role;
  return {
    id,
    label,
    role: role ?? roleByName(id, label),
    categories: read.id.map((categoryId, i) => categoryOf(read.Category(i), categoryId)),
    path: pointer("dimension", id),
  };
}

function categoryOf({ label, unit, note }: ToolkitCategory, id: string): Category {
  return {
    id,
    label: textOf(label) ?? id,
    unit: isObject(unit) ? unitOf(unit) : undefined,
    note: textOf(note),
  };
}

/** The sign of per cent, or what is counted, with its power of ten. */
function unitOf({ label, symbol, base, multiplier, decimals }: Record<string, unknown>): Unit {
  const ownName = textOf(symbol) === "%" ? "%" : textOf(label);
  const counted = textOf(symbol) ?? textOf(base);
  const isPower = Number.isInteger(multiplier) && multiplier !== 0;
  return {
    text: ownName ?? (counted && isPower ? `10^${multiplier} ${counted}` : counted),
    // Of less than none the figures would lose their digits.
    decimals: Number.isInteger(decimals) && Number(decimals) >= 0 ? Number(decimals) : undefined,
  };
}

/** Eurostat, among others, tells what its codes mean. */
function statusNamesOf({ extension }: Answer): Map<string, string> {
  const status = isObject(extension) && isObject(extension.status) ? extension.status : {};
  const names = isObject(status.label) ? Object.entries(status.label) : [];
  return new Map(names.filter((entry): entry is [string, string] => isString(entry[1])));
}
