// What can be wrong with an answer of a statistics office, or with what is asked
// of it, as sentences: what was found, and what to pass instead.
import { DistrictChartError } from "../error.js";
import { baseLanguage, fill, type Language, type Values } from "../language.js";
import type { Issue, IssueCode } from "../types.js";
import { km } from "./khmer.js";

const vi = {
  notAnObject:
    "Ở đây là {found}. Hãy đưa vào một đối tượng JSON: bảng JSON-stat 2.0, hoặc câu trả lời “json” của PX-Web v1.",
  notStatistics:
    "Đây không phải bảng JSON-stat 2.0, cũng không phải câu trả lời “json” của PX-Web v1; ở đây có các khóa: {keys}. Hãy đưa vào một trong hai dạng ấy.",
  collection:
    "Đây là một tập hợp JSON-stat (collection) có {count} mục: {choices}. Hãy đưa vào một bảng: link.item[n] nếu mục ấy có đủ số liệu, nếu không thì tải href của nó.",
  bundle:
    "Đây là JSON-stat trước phiên bản 2.0, có các bảng: {choices}. Hãy xin máy chủ phiên bản 2.0 (json-stat2).",
  otherClass: "Đây là JSON-stat thuộc lớp “{found}”. Hãy đưa vào một bảng (dataset).",
  metadata:
    "Đây là phần mô tả bảng của PX-Web, chưa có số liệu. Hãy gửi truy vấn (POST) và xin “json”.",
  wrongShape: "Ở đây là {found}. Chỗ này phải là {expected}.",
  valueCount: "Có {found} giá trị, nhưng theo “size” phải có {expected}. Hãy tải lại bảng.",
  valuePlace: "Không có ô số {found}: theo “size” chỉ có {expected} ô. Hãy tải lại bảng.",
  categoryCount:
    "Chiều “{dimension}” có {found} mục, nhưng “size” ghi {expected}. Hãy tải lại bảng.",
  noOrder:
    "Chiều “{dimension}” có {found} mục mà không có “category.index”, nên không rõ thứ tự. Hãy thêm “index”.",
  tooMany: "Bảng có {found} ô, nhiều nhất chỉ được {limit}. Hãy xin máy chủ ít mục hơn.",
  rowShape:
    "Dòng này không khớp với “columns”: cần {keys} mã và {values} giá trị. Hãy tải lại bảng.",
  rowTwice: "Mã của dòng này đã có ở trên. Hãy tải lại bảng.",
  noRows: "Câu trả lời này không có dòng số liệu nào. Hãy xem lại truy vấn.",
  notANumber: "Ở đây là {found}. Số liệu phải là một số, hoặc null nếu chưa có số.",
  notAPlainNumber:
    "Ở đây là {found}. PX-Web viết số với dấu chấm thập phân, không có dấu ngăn; ký hiệu khác thì khai trong “status”.",

  unknownOption: "Không có lựa chọn “{found}”. Hãy viết một trong: {choices}.",
  wrongOption: "“{option}”: ở đây là {found}. Hãy viết: {expected}.",
  unknownDimension: "“{option}”: không có chiều {found}. Hãy viết một trong: {choices}.",
  unknownCategory: "Chiều “{dimension}” không có mục {found}. Hãy chọn một trong: {choices}.",
  emptySelection: "“select” không chọn mục nào của chiều “{dimension}”. Hãy chọn trong: {choices}.",
  timeUnclear: "Không rõ chiều nào là thời gian. Hãy cho “time” một trong: {choices}.",
  seriesUnclear: "Không rõ chiều nào làm các dòng. Hãy cho “series” một trong: {choices}.",
  seriesIsTime: "“series” và “time” cùng là chiều “{dimension}”. Hãy chọn hai chiều khác nhau.",
  selectOne: "Chiều “{dimension}” có {count} mục. Hãy chọn một mục trong “select”: {choices}.",
  notPercent:
    "Phần “{section}” vẽ tỷ lệ phần trăm, mà đơn vị ở đây là “{unit}”. Hãy chọn chỉ tiêu tính bằng %.",
  unitsDiffer:
    "Các dòng có đơn vị khác nhau: {choices}. Phần “{section}” chỉ có một đơn vị; hãy chọn bớt trong “select”.",
  wholeNeeded:
    "Phần “ntm” cần tổng số để vẽ số đã đạt trên tổng số. Hãy cho “of” một số, hoặc mã của mục chứa tổng số: {choices}.",
  wholeMissing:
    "Tổng số lấy từ “{category}” không có ở kỳ {period}. Hãy cho “of” một số, hoặc bỏ kỳ này.",
  nothingLeft: "Ngoài tổng số không còn dòng nào. Hãy chọn thêm mục trong “select”.",
};

export type ProblemKey = keyof typeof vi;

const en: Record<ProblemKey, string> = {
  notAnObject:
    "Here stands {found}. Pass a JSON object: a JSON-stat 2.0 dataset, or the “json” answer of PX-Web v1.",
  notStatistics:
    "This is neither a JSON-stat 2.0 dataset nor the “json” answer of PX-Web v1; it has the keys: {keys}. Pass one of the two.",
  collection:
    "This is a JSON-stat collection of {count} items: {choices}. Pass one dataset: link.item[n] where the item holds its data, or else what its href answers.",
  bundle:
    "This is JSON-stat before version 2.0, with the datasets: {choices}. Ask the server for version 2.0 (json-stat2).",
  otherClass: "This is JSON-stat of the class “{found}”. Pass a dataset.",
  metadata:
    "This is PX-Web's description of a table, without its figures. Send a query (POST) and ask for “json”.",
  wrongShape: "Here stands {found}. There should be {expected}.",
  valueCount:
    "There are {found} values, and by “size” there must be {expected}. Fetch the table again.",
  valuePlace: "There is no cell {found}: by “size” there are {expected}. Fetch the table again.",
  categoryCount:
    "The dimension “{dimension}” has {found} categories, and “size” says {expected}. Fetch the table again.",
  noOrder:
    "The dimension “{dimension}” has {found} categories and no “category.index”, so that their order is not known. Add “index”.",
  tooMany:
    "The table has {found} cells, and at most {limit} can be taken. Ask the server for less.",
  rowShape:
    "This row does not fit “columns”: {keys} keys and {values} values are needed. Fetch the table again.",
  rowTwice: "The key of this row stands above already. Fetch the table again.",
  noRows: "This answer has no row of figures. Check the query.",
  notANumber: "Here stands {found}. A figure is a number, or null where there is none.",
  notAPlainNumber:
    "Here stands {found}. PX-Web writes numbers with a decimal dot and nothing between thousands; declare other symbols in “status”.",

  unknownOption: "There is no option “{found}”. Write one of: {choices}.",
  wrongOption: "“{option}”: here stands {found}. Write: {expected}.",
  unknownDimension: "“{option}”: there is no dimension {found}. Write one of: {choices}.",
  unknownCategory: "The dimension “{dimension}” has no category {found}. Choose one of: {choices}.",
  emptySelection:
    "“select” chooses no category of the dimension “{dimension}”. Choose from: {choices}.",
  timeUnclear: "It is not clear which dimension is time. Give “time” one of: {choices}.",
  seriesUnclear: "It is not clear which dimension makes the rows. Give “series” one of: {choices}.",
  seriesIsTime: "“series” and “time” are both the dimension “{dimension}”. Choose two.",
  selectOne:
    "The dimension “{dimension}” has {count} categories. Choose one in “select”: {choices}.",
  notPercent:
    "The section “{section}” draws shares in per cent, and the unit here is “{unit}”. Choose a measure in %.",
  unitsDiffer:
    "The rows have different units: {choices}. The section “{section}” has one unit; choose fewer in “select”.",
  wholeNeeded:
    "The section “ntm” draws how many of how many. Give “of” a number, or the category that holds the whole: {choices}.",
  wholeMissing:
    "The whole, taken from “{category}”, is not there for {period}. Give “of” a number, or leave that period out.",
  nothingLeft: "Beside the whole no row is left. Choose more categories in “select”.",
};

const SENTENCES: Record<Language, Record<ProblemKey, string>> = { vi, en, km };

/** What sentences name. */
const NAMES: Record<Language, Record<"none" | "more" | "list" | "object" | "nothing", string>> = {
  vi: {
    none: "không có mục nào",
    more: "{shown} và {rest} mục khác",
    list: "một danh sách [ ]",
    object: "một đối tượng { }",
    nothing: "chưa có gì",
  },
  en: {
    none: "none",
    more: "{shown} and {rest} more",
    list: "a list [ ]",
    object: "an object { }",
    nothing: "nothing",
  },
  km: {
    none: "គ្មាន",
    more: "{shown} និង {rest} ទៀត",
    list: "បញ្ជី [ ]",
    object: "វត្ថុ { }",
    nothing: "ទទេ",
  },
};

/** Choices listed in a sentence; the rest is counted. */
const MAX_CHOICES = 12;
/** As in the validator. */
const MAX_ISSUES = 100;

/** Collects problems, so that all of them are told at once. */
export class Problems {
  readonly #issues: Issue[] = [];
  readonly #language: Language;

  constructor(lang: string | undefined) {
    this.#language = baseLanguage(lang);
  }

  add(path: string, code: IssueCode, key: ProblemKey, values: Values = {}) {
    if (this.#issues.length === MAX_ISSUES) return;
    const message = fill(SENTENCES[this.#language][key], values);
    this.#issues.push({ path, code, severity: "error", message });
  }

  /** Throws what was collected, if anything was. */
  stop() {
    const error = this.#error();
    if (error) throw error;
  }

  fail(path: string, code: IssueCode, key: ProblemKey, values?: Values): never {
    this.add(path, code, key, values);
    throw this.#error();
  }

  #error() {
    const [first, ...others] = this.#issues;
    return first && new DistrictChartError([first, ...others]);
  }

  /** Choices as a sentence lists them. */
  list(choices: readonly string[]): string {
    if (choices.length === 0) return NAMES[this.#language].none;
    const shown = choices.slice(0, MAX_CHOICES).join(", ");
    const rest = choices.length - MAX_CHOICES;
    if (rest <= 0) return shown;
    return fill(NAMES[this.#language].more, { shown, rest });
  }

  /** A value of the answer or of an option, as a sentence names it. */
  describe(found: unknown): string {
    const names = NAMES[this.#language];
    if (typeof found === "string") return `“${found.slice(0, 40)}”`;
    if (Array.isArray(found)) return names.list;
    if (typeof found === "object" && found) return names.object;
    if (found === undefined) return names.nothing;
    return String(found);
  }
}
