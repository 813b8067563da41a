// The document behind a static form as `data-` attributes of its table: pasted inside the
// element, the table is read back (table-data/) as the same figures.
import { baseLanguage } from "./language.js";
import type {
  Annotated,
  ChartKind,
  Dataset,
  Figure,
  NtmLevel,
  Period,
  Poverty,
  QualifiedFigure,
  Row,
  Section,
  Source,
  Text,
} from "./types.js";

/** By their names without `data-`; what is undefined is left out. */
export type Attributes = Record<string, string | number | undefined>;

export interface TableData {
  table: Attributes;
  heads: Attributes[];
  /** The rows of the document; those that the chart works out follow them. */
  rows: { head: Attributes; cells: Attributes[] }[];
}

type AnyRow = Annotated & { id: string; name?: Text; unit?: Text };

/** A section as its table has it: the figures of each row stand under the columns. */
interface Shape {
  key: keyof Dataset & string;
  section: Section & { measure?: Text; unit?: Text; breaks?: Poverty["breaks"] };
  columns: { period: Period; head?: string }[];
  rows: { row: AnyRow; figures: Said[] }[];
}

/** Undefined where the chart works the cell out. */
type Said = (Partial<QualifiedFigure> & { value: number | null }) | undefined;

/** Without the plans, groups and changes of targets and without areas: no table says those. */
const SHAPES: Partial<Record<ChartKind, (dataset: Dataset) => Shape | undefined>> = {
  growth: ({ growth }) => {
    if (!growth) return undefined;
    const { sectors = [], total, target } = growth;
    const apart = Object.entries({ total, target }).flatMap(([id, row]) =>
      row ? [{ ...row, id }] : [],
    );
    return shapeOf("growth", growth, growth.periods, [...sectors, ...apart]);
  },
  structure: ({ structure: section }) =>
    section && shapeOf("structure", section, section.periods, section.sectors),
  poverty: ({ poverty: section }) =>
    section && shapeOf("poverty", section, section.periods, section.series),
  "living-standards": ({ livingStandards: section }) =>
    section &&
    shapeOf(
      "livingStandards",
      section,
      [section.period],
      section.groups.map((group) => ({ ...group, values: [group.share] })),
    ),
  ntm: ({ ntm }) => {
    if (!ntm?.levels) return undefined;
    const periods = ntm.periods ?? (ntm.period === undefined ? [] : [ntm.period]);
    const columns = periods.flatMap((period) => [
      { period, head: "count" },
      { period, head: "rate" },
    ]);
    const rows = ntm.levels.map((level) => ({
      row: level,
      figures: periods.flatMap((_, i) => progressOf(level, i)),
    }));
    return { key: "ntm", section: ntm, columns, rows };
  },
};

function shapeOf(
  key: Shape["key"],
  section: Shape["section"],
  periods: Period[],
  rows: (Row & { contributions?: Figure[] })[],
): Shape {
  const isRate = section.unit === undefined || section.unit === "%";
  const contributed = periods.flatMap((period, i) =>
    rows.some(({ contributions }) => isPublished(saidOf(contributions?.[i])))
      ? [{ period, i }]
      : [],
  );
  return {
    key,
    section,
    columns: [
      ...periods.map((period) => ({ period, ...(isRate ? { head: "rate" } : {}) })),
      ...contributed.map(({ period }) => ({ period, head: "contribution" })),
    ],
    rows: rows.map((row) => ({
      row,
      figures: [
        ...row.values.map((figure) => saidOf(figure)),
        ...contributed.map(({ i }) => saidOf(row.contributions?.[i])),
      ],
    })),
  };
}

const isPublished = (said: Said) =>
  said !== undefined && (said.value !== null || said.status !== undefined);

function saidOf(figure: Figure | undefined): Said {
  return typeof figure === "number" || figure == null ? { value: figure ?? null } : figure;
}

/** The count of a level and its published share. */
function progressOf({ count, counts, of, share }: NtmLevel, period: number): Said[] {
  const counted = saidOf(counts ? counts[period] : count) ?? { value: null };
  const published = Array.isArray(share) ? share[period] : share;
  return [
    { ...counted, of: Array.isArray(of) ? of[period] : of },
    published == null ? undefined : saidOf(published),
  ];
}

/** Undefined where the table cannot say all that the document does. */
export function dataOf(dataset: Dataset, kind: ChartKind, lang: string): TableData | undefined {
  const shape = SHAPES[kind]?.(dataset);
  if (!shape) return undefined;
  const { key, section, columns, rows } = shape;
  const say = (text: Text | undefined) => textIn(text, lang);
  const { sources = [] } = dataset;
  const find = (id: string | undefined) => sources.find((source) => source.id === id);
  const own = find(section.source) ?? (sources.length === 1 ? sources[0] : undefined);
  const isOther = (source: Source | undefined) => (source === own ? undefined : source);
  const sourceOf = (one: Annotated, row: Annotated) => isOther(find(one.source ?? row.source));
  // The only source of a document would be that of all its figures.
  const isTold =
    own ?? !rows.some(({ row, figures }) => figures.some((one) => one && sourceOf(one, row)));
  if (!isTold) return undefined;
  const breaks = new Map(section.breaks?.map(({ before, note }) => [before, say(note) ?? ""]));
  return {
    table: {
      section: key,
      place: say(dataset.place),
      title: say(section.title) ?? "",
      measure: say(section.measure),
      unit: say(section.unit),
      note: say(section.note),
      "as-of": dataset.asOf,
      ...sourceData(own, say),
      numbers: baseLanguage(lang) === "vi" ? "vi" : "en",
    },
    heads: columns.map(({ period, head }) => {
      const { label, at } = partsOf(period);
      return {
        head,
        period: say(label),
        at,
        break: head === "contribution" ? undefined : breakAt(breaks, label, lang),
      };
    }),
    rows: rows.map(({ row, figures }) => ({
      head: { id: row.id, name: say(row.name) ?? "", unit: say(row.unit), note: say(row.note) },
      cells: figures.map((said) =>
        said
          ? { ...figureData(said, say), ...sourceData(sourceOf(said, row), say) }
          : { computed: "" },
      ),
    })),
  };
}

type Say = (text: Text | undefined) => string | undefined;

function figureData(said: NonNullable<Said>, say: Say): Attributes {
  const { value, qualifier, status, direction, decimals, count, of, note } = said;
  return {
    value: `${value}`,
    qualifier,
    status,
    direction,
    decimals,
    count,
    of,
    note: say(note),
  };
}

function sourceData(source: Source | undefined, say: Say): Attributes {
  return {
    source: say(source?.name),
    "source-url": source?.url,
    "source-date": source?.date,
    "source-publisher": say(source?.publisher),
    "source-license": say(source?.license),
  };
}

function partsOf(period: Period): { label: Text; at?: string } {
  const isPlaced = typeof period === "object" && typeof period.label !== "undefined";
  return isPlaced ? (period as { label: Text; at?: string }) : { label: period as Text };
}

/** A break may name its period in any language. */
function breakAt(breaks: Map<string, string>, label: Text, lang: string): string | undefined {
  const names =
    typeof label === "string" ? [label] : [textIn(label, lang), ...Object.values(label)];
  return names.map((name) => breaks.get(name ?? "")).find((note) => note !== undefined);
}

/** As the module chooses it. */
function textIn(text: Text | undefined, lang: string): string | undefined {
  if (text === undefined || typeof text === "string") return text;
  return text[lang] ?? text[baseLanguage(lang)] ?? text.vi ?? text.en ?? Object.values(text)[0];
}
