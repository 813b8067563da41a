// What the page says, in the languages of its interface; the Khmer stands in khmer.ts.
import { baseLanguage, fill, type Language } from "../language.js";
import { KHMER } from "./khmer.js";

export function languageOfPage(): Language {
  return baseLanguage(document.documentElement.lang);
}

/** By key: Vietnamese, English. */
const SENTENCES = {
  editorLabel: ["Bảng hoặc JSON", "Table or JSON"],
  editorPlaceholder: [
    "Dán bảng từ Excel, LibreOffice, Word, hoặc JSON…",
    "Paste a table from Excel, LibreOffice, Word, or JSON…",
  ],

  stateEmpty: ["Chưa có gì. Hãy dán bảng hoặc JSON.", "Nothing yet. Paste a table or JSON."],
  stateDrawn: ["Đã vẽ. Không có vấn đề nào.", "Drawn. No problems."],
  stateDrawnNotices: ["Đã vẽ. Có {count} điều cần xem.", "Drawn. Things to look at: {count}."],
  stateRefused: [
    "Chưa vẽ được: có {count} vấn đề. Bấm vào từng câu để đến chỗ đó.",
    "Not drawn. Problems: {count}. Choose a sentence to go to its place.",
  ],
  stateAsks: [
    "Chưa vẽ: hãy trả lời câu hỏi về cách viết số, bên cạnh bảng.",
    "Not drawn: answer the question about the number format, beside the table.",
  ],
  forgotten: ["Đã quên: trình duyệt không còn giữ gì.", "Forgotten: the browser keeps nothing."],
  copied: ["Đã chép.", "Copied."],
  notCopied: [
    "Trình duyệt không cho chép. Đoạn ấy đã được chọn: hãy nhấn Ctrl+C.",
    "The browser does not allow copying. It is selected: press Ctrl+C.",
  ],

  atCell: ["Ô {cell} (hàng {row}, cột {column})", "Cell {cell} (row {row}, column {column})"],
  atLine: ["Dòng {line}", "Line {line}"],
  wholeTable: ["Cả bảng", "Whole table"],
  inSettings: ["Mục “{field}”", "Field “{field}”"],
  cellLabel: ["Hàng {row}, cột {column}", "Row {row}, column {column}"],
  gridCut: [
    "Chỉ hiện {rows} hàng và {columns} cột đầu; cả bảng vẫn được đọc.",
    "Only the first {rows} rows and {columns} columns are shown; the whole table is read.",
  ],

  askFormat: [
    "Ô {cell} ghi {text}. Cả bảng không có ô nào cho biết đó là số nào. Hãy chọn:",
    "Cell {cell} says {text}. No other cell tells which number that is. Choose:",
  ],
  askMixed: [
    "Ô {cell} ghi {text}, ô {otherCell} ghi {otherText}: hai cách viết số khác nhau. Bảng theo cách nào?",
    "Cell {cell} says {text}, cell {otherCell} says {otherText}: two number formats. Which one is the table's?",
  ],
  formatVi: ["Việt Nam: 14.120,5", "Vietnamese: 14.120,5"],
  formatEn: ["Anh: 14,120.5", "English: 14,120.5"],
  readingGrouped: ["{text} là {number} (dấu ngăn hàng nghìn)", "{text} is {number} (thousands)"],
  readingDecimal: ["{text} là {number} (dấu thập phân)", "{text} is {number} (decimal mark)"],
  readingNone: ["{text} sẽ phải viết lại", "{text} would have to be rewritten"],
  foundFormat: [
    "Nhận ra cách viết số của {format}: ô {cell} ghi {text}.",
    "Recognised the number format, {format}: cell {cell} says {text}.",
  ],
  foundWitness: [
    "Bảng tính cho biết cách viết số của {format}: ô {cell} hiện {text} và giữ đúng số ấy.",
    "The spreadsheet tells the number format, {format}: cell {cell} shows {text} and holds just that number.",
  ],
  foundEither: [
    "Mọi số trong bảng đọc theo cách nào cũng như nhau.",
    "Every number of the table reads the same either way.",
  ],
  vi: ["Việt Nam", "Vietnamese"],
  en: ["Anh", "English"],
  foundSection: ["Nhận ra: {section}.", "Recognised: {section}."],
  sectionUnknown: [
    "Tên các hàng không cho biết bảng này thuộc biểu đồ nào. Hãy chọn ở mục “Bảng này là”.",
    "The names of the rows do not tell which chart this table feeds. Choose it in “This table is”.",
  ],

  auto: ["Tự nhận ra", "Recognised from it"],
  growth: ["Tăng trưởng theo khu vực", "Growth by sector"],
  structure: ["Cơ cấu kinh tế", "Structure of output"],
  poverty: ["Tình hình nghèo", "Poverty"],
  livingStandards: ["Mức sống hộ dân", "Living standards"],
  "living-standards": ["Mức sống hộ dân", "Living standards"],
  ntm: ["Nông thôn mới: cấp độ", "New Rural: levels"],
  "ntm-criteria": ["Nông thôn mới: tiêu chí", "New Rural: criteria"],
  targets: ["Chỉ tiêu và kết quả", "Targets and results"],

  moreProblems: ["Và {count} vấn đề khác.", "And {count} more."],
  tableLong: [
    "Bảng có {count} hàng, nhiều nhất chỉ được {limit}. Hãy chép riêng phần cần vẽ.",
    "The table has {count} rows, at most {limit} are read. Copy the part to be drawn.",
  ],
  cellUnreadable: [
    "Không đọc được “{text}” như một con số. Hãy viết một số (36%, trên 36%, 1.011 hộ (2,33%)), hoặc để trống.",
    "“{text}” cannot be read as a figure. Write a number (36%, over 36%), or leave it empty.",
  ],
  cellTooNarrow: [
    "Bảng tính không cho số vì cột quá hẹp. Hãy nới rộng cột rồi chép lại.",
    "The spreadsheet gave no number since the column is too narrow. Widen it and copy again.",
  ],
  cellError: [
    "Bảng tính báo lỗi {text} ở ô này. Hãy sửa công thức, hoặc để trống.",
    "The spreadsheet has the error {text} here. Mend the formula, or leave it empty.",
  ],
  cellShortened: [
    "Bảng tính viết tắt số thành {text}. Hãy định dạng ô là số thường rồi chép lại.",
    "The spreadsheet shortened the number to {text}. Format the cell as a plain number and copy again.",
  ],
  cellDate: [
    "“{text}” là ngày tháng. Nếu vốn là số như 15/15 thì bảng tính đã tự đổi: hãy viết lại.",
    "“{text}” is a date. If it was a number such as 15/15, the spreadsheet changed it: write it again.",
  ],
  cellParentheses: [
    "“{text}” trong ngoặc có thể là số âm. Hãy viết dấu trừ, hoặc bỏ ngoặc.",
    "“{text}” in parentheses may be negative. Write a minus sign, or remove the parentheses.",
  ],
  cellFallQualified: [
    "“{text}” không vẽ được đúng nghĩa. Hãy viết số giảm cụ thể, hoặc chỉ viết “giảm”.",
    "“{text}” cannot be drawn as meant. Write the number, or only “down”.",
  ],
  cellNotVi: [
    "“{text}” không đúng cách viết số Việt Nam (14.120,5). Hãy viết lại, hoặc chọn cách viết Anh.",
    "“{text}” is not in the Vietnamese number format (14.120,5). Rewrite it, or choose English.",
  ],
  cellNotEn: [
    "“{text}” không đúng cách viết số Anh (14,120.5). Hãy viết lại, hoặc chọn cách viết Việt Nam.",
    "“{text}” is not in the English number format (14,120.5). Rewrite it, or choose Vietnamese.",
  ],
  unitDiffers: [
    "Ô này ghi đơn vị “{unit}”, các ô khác “{other}”. Một biểu đồ chỉ có một đơn vị: hãy tách bảng, hoặc sửa lại.",
    "The unit here is “{unit}”, elsewhere “{other}”. A chart has one unit: split the table, or mend it.",
  ],
  headUnknown: [
    "Không hiểu đầu cột “{text}”. Hãy ghi kỳ (2023, 6 tháng 2024) hoặc loại số (số hộ, tỷ lệ).",
    "The head “{text}” is not understood. Write a period (2023, 06/2024) or a kind (households, rate).",
  ],
  headMissing: [
    "Cột này có số mà không có đầu cột. Hãy ghi kỳ, như 2023.",
    "This column has figures and no head. Write a period, such as 2023.",
  ],
  rowUnnamed: [
    "Hàng này có số mà không có tên. Nếu tên ở ô gộp phía trên, hãy ghi lại tên.",
    "This row has figures and no name. If the name is in a merged cell above, write it again.",
  ],
  rowNumber: [
    "“{text}” đứng ở cột đầu, chỗ của tên. Hãy ghi tên của hàng này.",
    "“{text}” stands in the first column, where names are. Write the name of this row.",
  ],
  rowHeading: [
    "“{text}” không có số nào: xem như tiêu đề, không vẽ.",
    "“{text}” has no figures: taken as a heading, not drawn.",
  ],
  figureTwice: [
    "“{text}” đã có số cho kỳ này ở trên. Hãy bỏ một trong hai.",
    "“{text}” has a figure for this period above. Remove one of them.",
  ],
  footnoteMissing: [
    "Không có chú thích cho dấu {sign} dưới bảng. Hãy thêm một dòng bắt đầu bằng {sign}.",
    "No note below the table begins with {sign}. Add a line that does.",
  ],
  levelWithoutWhole: [
    "“{text}” chưa có tổng số. Hãy viết như 15/15, hoặc thêm cột “Tổng số”.",
    "“{text}” has no whole. Write as 15/15, or add a column “Total”.",
  ],
  onlyLastPeriod: [
    "Biểu đồ này chỉ có một kỳ: vẽ {period}, không vẽ các kỳ trước.",
    "This chart has one period: {period} is drawn, earlier ones are not.",
  ],
  contributionNotDrawn: [
    "Đóng góp của “{text}” không vẽ: chỉ các khu vực có đóng góp.",
    "The contribution of “{text}” is not drawn: only sectors have one.",
  ],
  columnNotDrawn: [
    "Cột “{text}” không vẽ: biểu đồ chỉ có một kỳ, lấy cột sau cùng.",
    "The column “{text}” is not drawn: the chart has one period, that of the last column.",
  ],
  outcomeUnknown: [
    "Không hiểu đánh giá “{text}”. Hãy viết: đạt, chưa đạt hoặc vượt.",
    "The verdict “{text}” is not understood. Write: met, not met or exceeded.",
  ],
  periodMissing: [
    "Bảng không nêu kỳ. Hãy ghi vào mục “Kỳ”, như 2023.",
    "The table names no period. Write it in the field “Period”, such as 2023.",
  ],
  tableEmpty: ["Không tìm thấy hàng số liệu nào.", "No row of figures was found."],
  tableNarrow: [
    "Bảng chỉ có một cột. Hãy chép cả cột tên và các cột số.",
    "The table has one column. Copy the names and the columns of figures.",
  ],

  fileIsWorkbook: [
    "Đây là tệp bảng tính. Hãy mở tệp, chép bảng (Ctrl+C) rồi dán vào đây, hoặc lưu thành CSV UTF-8.",
    "This is a workbook. Open it, copy the table (Ctrl+C) and paste it here, or save it as CSV UTF-8.",
  ],
  fileNotText: [
    "Tệp không ở mã UTF-8. Hãy lưu lại thành “CSV UTF-8”.",
    "The file is not UTF-8. Save it again as “CSV UTF-8”.",
  ],

  readMissing: ["chưa có số liệu", "no figure"],
  readUp: ["tăng", "up"],
  readDown: ["giảm", "down"],
  readRefused: ["không đọc được", "not read"],
  over: ["trên", "over"],
  under: ["dưới", "under"],
  about: ["khoảng", "about"],
  nearly: ["gần", "nearly"],
  atLeast: ["ít nhất", "at least"],
  atMost: ["không quá", "at most"],
  provisional: ["sơ bộ", "provisional"],
  estimated: ["ước", "estimated"],
  revised: ["điều chỉnh", "revised"],
  derived: ["tính từ số đã công bố", "derived"],
  suppressed: ["không công bố", "suppressed"],
  notCollected: ["không thu thập", "not collected"],
  notApplicable: ["không áp dụng", "not applicable"],
  headPeriod: ["kỳ {label}", "period {label}"],
  rate: ["tỷ lệ", "rate"],
  count: ["số lượng", "count"],
  of: ["tổng số", "whole"],
  contribution: ["đóng góp", "contribution"],
  plan: ["kế hoạch", "plan"],
  actual: ["kết quả", "result"],
  achieved: ["% kế hoạch", "% of plan"],
  outcome: ["đánh giá", "verdict"],
  unit: ["đơn vị", "unit"],
  note: ["ghi chú", "note"],
} as const satisfies Record<string, readonly [string, string]>;

export type SentenceKey = keyof typeof SENTENCES;
export type Values = Record<string, string | number>;

export function isSentence(key: string): key is SentenceKey {
  return Object.hasOwn(SENTENCES, key);
}

export function phrase(key: SentenceKey, language: Language, values: Values = {}): string {
  const [vi, en] = SENTENCES[key];
  return fill({ vi, en, km: KHMER[key] }[language], values);
}

/** In the language of the page. */
export function speak(key: SentenceKey, values?: Values): string {
  return phrase(key, languageOfPage(), values);
}

/** A number without groups, so that it has one reading only. */
export function plainNumber(value: number, language: Language): string {
  return `${value}`.replace(".", language === "vi" ? "," : ".").replace("-", "−");
}
