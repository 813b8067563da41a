// Which built-in row a name means. Only names of just that: “Công nghiệp” alone is
// not “Công nghiệp và xây dựng”, and “hộ nghèo đa chiều” counts the near-poor too.
import { fold } from "./text.js";

export const SECTIONS = [
  "growth",
  "structure",
  "poverty",
  "livingStandards",
  "ntm",
  "targets",
] as const;

export type SectionKey = (typeof SECTIONS)[number];

type Names = [RegExp, string][];

const SECTORS: Names = [
  [/^(khu vuc|kv|sector) ?(i|1)(?!\w)|^i$/, "I"],
  [/^(khu vuc|kv|sector) ?(ii|2)(?!\w)|^ii$/, "II"],
  [/^(khu vuc|kv|sector) ?(iii|3)(?!\w)|^iii$/, "III"],
  [/^nong( nghiep)?,? ?-? ?lam( nghiep)?( ?[-,]| va)? ?(thuy san|ngu( nghiep)?)$/, "I"],
  [/^agriculture, forestry and (fishery|fishing|fisheries)$/, "I"],
  [/^cong nghiep( ?[-–,]| va)? xay dung$|^industry and construction$/, "II"],
  [/^((thuong mai|tm)( ?[-–,]| va) ?)?(dich vu|dv)$|^services?$/, "III"],
  [
    /^thue( san pham)?( tru| \(tru)? tro cap( san pham)?\)?$|^product taxes less subsidies/,
    "taxes",
  ],
  [/^(tong|toan|chung|total|all sectors)( |$)|^(grdp|gdp)$/, "total"],
];
const TARGET: Names = [[/^(muc tieu|nghi quyet|ke hoach|target|plan)( |$)/, "target"]];

const POVERTY: Names = [
  [/^ho ngheo$|^poor( households)?$|^poverty$/, "poor"],
  [/^ho can ngheo$|^near-?poor( households)?$/, "nearPoor"],
];

const LIVING = "^(ho )?(co )?(muc song |thu nhap )?";
const GROUPS: Names = [
  ...POVERTY,
  [/^ngheo$/, "poor"],
  [/^can ngheo$/, "nearPoor"],
  [new RegExp(`${LIVING}trung binh$|^average$`), "average"],
  [new RegExp(`${LIVING}kha$|^(fairly )?well-off$|^fair$`), "fair"],
  [new RegExp(`${LIVING}giau$|^rich$`), "rich"],
];

const LEVELS: Names = [
  [/kieu mau|model/, "ntmModel"],
  [/nang cao|advanced/, "ntmAdvanced"],
  [/hien dai|modern/, "ntmModern"],
  [/do thi van minh|civili[sz]ed/, "urban"],
  [/tieu chi huyen|huyen (ntm|nong thon moi)|district/, "districtNtm"],
  [/nong thon moi|(^|\W)ntm($|\W)|new rural/, "ntm"],
];

const NAMES: Record<SectionKey, Names> = {
  growth: [...SECTORS, ...TARGET],
  structure: SECTORS,
  poverty: POVERTY,
  livingStandards: GROUPS,
  ntm: LEVELS,
  targets: [],
};

/** The built-in id of a name in a section, null where it is a name of its own. */
export function builtInId(section: SectionKey, name: string): string | null {
  const folded = fold(name);
  return NAMES[section].find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** An id of its own, from its name. */
export function idOf(name: string): string {
  return (
    fold(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "row"
  );
}

export interface Label {
  /** Without number, unit and kind. */
  name: string;
  kind?: Kind;
  unit?: string;
}

/** What the figures of a row or a column are. */
export type Kind = "rate" | "count" | "of" | "contribution";

const NUMBERING = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[ivx]{1,4}[.)]|[a-zđ][.)]|[-–+•*])\s+/iu;
const UNIT_AT_END = /\s*(?:\((?:ĐVT:? ?)?([^()\d]{1,30}|%)\)|[,:]\s*(%))$/iu;

const ROW_KINDS: [RegExp, Kind][] = [
  [/^(tỷ|tỉ) lệ\s+/iu, "rate"],
  [/^(cơ cấu|tỷ trọng|tỉ trọng|tốc độ tăng( trưởng)?)\s+/iu, "rate"],
  [/^tổng số(?= (hộ|xã)$)/iu, "of"],
  [/^tổng số (?=hộ )/iu, "count"],
  [/^total number of\s+/i, "of"],
  [/^(số lượng|số|number of)\s+/iu, "count"],
];

const UNITS =
  /^(%|‰|điểm (%|phần trăm)|((nghìn|triệu|tỷ|tỉ) )?đồng(\/.+)?|hộ|xã|phường|thị trấn|người|lao động|công trình|sản phẩm|trường|ha|tấn|per ?cent|households?|communes?|people)$/iu;

const COUNTED = /^(hộ|xã|thị trấn|phường|người|households?|communes?)$/iu;

/** The name of a row: “1. Tỷ lệ hộ nghèo (%)” is the rate of “hộ nghèo”. */
export function readLabel(text: string): Label {
  const numbered = text.replace(NUMBERING, "");
  const unit = UNIT_AT_END.exec(numbered);
  let name = unit ? numbered.slice(0, unit.index) : numbered;
  const label: Label = { name };
  const unitText = (unit?.[1] ?? unit?.[2])?.trim();
  if (unitText && UNITS.test(unitText)) label.unit = unitText;
  else name = numbered;
  const found = ROW_KINDS.find(([pattern]) => pattern.test(name));
  label.kind = found?.[1] ?? (label.unit ? kindOfUnit(label.unit) : undefined);
  const rest = found ? name.replace(found[0], "").trim() : name;
  // “Số hộ nghèo” counts households.
  if (label.kind === "count")
    label.unit ??= /^(hộ|xã|người)(?!\p{L})/iu.exec(rest)?.[0].toLowerCase();
  // Where nothing else would be left, the word was the name.
  label.name = rest === "" ? name : rest.charAt(0).toUpperCase() + rest.slice(1);
  return label;
}

export function kindOfUnit(unit: string): Kind | undefined {
  if (/^(%|per ?cent)$/i.test(unit)) return "rate";
  return COUNTED.test(unit) ? "count" : undefined;
}
