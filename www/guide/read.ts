// How a chart is read: what its marks are, what its signs mean, and how a figure is
// found. Fetched only when somebody asks; the sentences stand in src/locale.
import type { Language } from "../language.js";
import type { Messages } from "../messages.js";
import type { ChartKind, Dataset, Ntm, Poverty, Targets } from "../types.js";

export type GuideKey =
  | "guideGrowth"
  | "guideStructure"
  | "guideLines"
  | "guideRates"
  | "guideLivingStandards"
  | "guideLevels"
  | "guideCriteria"
  | "guideCounts"
  | "guidePlans"
  | "guideParts"
  | "guideKeyFigures"
  | "guideSigns"
  | "guideTools";

declare const __GUIDE__: {
  readonly [language in Language]: { readonly [key in GuideKey]: string };
};

/** As the layout has it: more areas are counted, not drawn row by row. */
const MOST_AREAS_IN_ROWS = 200;

/** A paragraph for each form of mark in the picture, then what holds of all charts. */
export function guide(
  kind: ChartKind,
  document: Dataset,
  language: Language,
  own: Messages | undefined,
): string[] {
  const keys: GuideKey[] = [...formsOf(kind, document), "guideSigns", "guideTools"];
  return keys.map((key) => `${own?.[language]?.[key] ?? __GUIDE__[language][key]}`);
}

function formsOf(kind: ChartKind, { poverty, ntm, targets }: Dataset): GuideKey[] {
  if (kind === "growth") return ["guideGrowth"];
  if (kind === "structure") return ["guideStructure"];
  if (kind === "living-standards") return ["guideLivingStandards"];
  if (kind === "ntm") return ["guideLevels"];
  if (kind === "poverty") return [formOfPoverty(poverty)];
  if (kind === "ntm-criteria") return formsOfCriteria(ntm);
  return formsOfTargets(targets);
}

function formOfPoverty(poverty: Poverty | undefined): GuideKey {
  return poverty?.periods.length === 1 ? "guideRates" : "guideLines";
}

function formsOfCriteria({ areas = [], bins }: Ntm = {}): GuideKey[] {
  const isInRows = areas.length > 0 && areas.length <= MOST_AREAS_IN_ROWS;
  const hasCounts = bins !== undefined || areas.length > MOST_AREAS_IN_ROWS;
  return [
    ...(hasCounts ? ["guideCounts" as const] : []),
    ...(isInRows ? ["guideCriteria" as const] : []),
  ];
}

function formsOfTargets(targets: Targets | undefined): GuideKey[] {
  const items = targets?.items ?? [];
  const forms = items.map(({ plan, achieved, outcome, of }): GuideKey => {
    if (plan !== undefined || achieved !== undefined || outcome !== undefined) return "guidePlans";
    return of === undefined ? "guideKeyFigures" : "guideParts";
  });
  // In the order in which the chart has them.
  const order: GuideKey[] = ["guidePlans", "guideParts", "guideKeyFigures"];
  return order.filter((form) => forms.includes(form));
}
