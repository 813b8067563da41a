// PX-Web's own `json` answer, version 1 of its programming interface: a list of
// rows, each with a key of codes and its values as strings.
import {
  type Category,
  type Cell,
  type Cube,
  type Dimension,
  isObject,
  pointer,
  type Role,
  roleByName,
  textOf,
} from "./cube.js";
import type { Problems } from "./problems.js";

/** What PX-Web answers to a plain request (GET) of a table: the names behind the codes. */
export interface PxWebMetadata {
  title?: string;
  variables: {
    code: string;
    text?: string;
    values: string[];
    valueTexts?: string[];
    time?: boolean;
  }[];
}

interface Column {
  code: string;
  text?: unknown;
  type?: unknown;
  unit?: unknown;
  comment?: unknown;
}

interface Row {
  key: string[];
  values: string[];
}

type Variable = PxWebMetadata["variables"][number];

export function isPxWeb(json: Record<string, unknown>) {
  return Array.isArray(json.columns) && Array.isArray(json.data);
}

export function isPxWebMetadata(json: Record<string, unknown>) {
  return Array.isArray(json.variables);
}

export function cubeOfPxWeb(
  json: Record<string, unknown>,
  metadata: PxWebMetadata | undefined,
  isSymbol: (text: string) => boolean,
  problems: Problems,
): Cube {
  const columns = provedColumns(json.columns as unknown[], problems);
  const isMeasured = ({ type }: Column) => type === "c";
  const keyed = columns.filter((column) => !isMeasured(column));
  const measured = columns.filter(isMeasured);
  const rows = provedRows(json.data as unknown[], keyed.length, measured.length, problems);
  const variables = new Map((metadata?.variables ?? []).map((own) => [own.code, own]));
  const dimensions = keyed.map((column, i) => {
    const codes = [...new Set(rows.map(({ key }) => key[i] as string))];
    return dimensionOf(column, codes, variables.get(column.code), columns);
  });
  const places = placesByKey(rows, problems);
  return {
    label: textOf(metadata?.title),
    dimensions: [...dimensions, metricOf(measured)],
    statusNames: new Map(),
    wrongNumber: "notAPlainNumber",
    cell(positions) {
      const codes = dimensions.map(({ categories }, i) => categories[positions[i] ?? 0]?.id);
      const row = places.get(JSON.stringify(codes));
      if (row === undefined) return { value: null, status: null, path: "/data" };
      const column = positions.at(-1) ?? 0;
      return cellOf(rows[row]?.values[column], isSymbol, pointer("data", row, "values", column));
    },
  };
}

function provedColumns(columns: unknown[], problems: Problems): Column[] {
  for (const [i, column] of columns.entries()) {
    if (isObject(column) && typeof column.code === "string") continue;
    const values = { found: problems.describe(column), expected: '{ "code": "…", "text": "…" }' };
    problems.add(pointer("columns", i), "type", "wrongShape", values);
  }
  problems.stop();
  return columns as Column[];
}

function provedRows(data: unknown[], keys: number, values: number, problems: Problems): Row[] {
  const isList = (found: unknown, length: number) =>
    Array.isArray(found) &&
    found.length === length &&
    found.every((entry) => typeof entry === "string");
  for (const [i, row] of data.entries()) {
    if (isObject(row) && isList(row.key, keys) && isList(row.values, values)) continue;
    problems.add(pointer("data", i), "value", "rowShape", { keys, values });
  }
  if (data.length === 0) problems.add("/data", "value", "noRows");
  problems.stop();
  return data as Row[];
}

function placesByKey(rows: readonly Row[], problems: Problems) {
  const places = new Map<string, number>();
  for (const [i, { key }] of rows.entries()) {
    const name = JSON.stringify(key);
    if (places.has(name)) problems.add(pointer("data", i, "key"), "value", "rowTwice");
    places.set(name, i);
  }
  problems.stop();
  return places;
}

/** The codes of the answer with their names, where these were given. */
function dimensionOf(
  column: Column,
  codes: string[],
  variable: Variable | undefined,
  columns: Column[],
): Dimension {
  const label = textOf(column.text) ?? column.code;
  const isTime = column.type === "t" || variable?.time === true;
  const role: Role | undefined = isTime ? "time" : roleByName(column.code, label);
  const nameOf = (code: string) => variable?.valueTexts?.[variable.values.indexOf(code)];
  return {
    id: column.code,
    label,
    role,
    categories: codes.map((id) => ({ id, label: textOf(nameOf(id)) ?? id })),
    path: pointer("columns", columns.indexOf(column)),
  };
}

/** What was measured: one category a column of values. */
function metricOf(measured: readonly Column[]): Dimension {
  const categories: Category[] = measured.map(({ code, text, unit, comment }) => ({
    id: code,
    label: textOf(text) ?? code,
    unit: { text: textOf(unit) },
    note: textOf(comment),
  }));
  return {
    id: "ContentsCode",
    label: "ContentsCode",
    role: "metric",
    categories,
    path: "/columns",
  };
}

const NUMBER = /^-?\d+(?:\.(\d+))?$/;

function cellOf(text = "", isSymbol: (text: string) => boolean, path: string): Cell {
  const spelled = text.trim();
  const number = NUMBER.exec(spelled);
  if (number) {
    return { value: Number(spelled), decimals: number[1]?.length ?? 0, status: null, path };
  }
  const isGap = spelled === "" || isSymbol(spelled);
  return { value: isGap ? null : text, status: isGap && spelled ? spelled : null, path };
}
