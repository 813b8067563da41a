// The widget's own words. Figures, names and problems of the data are said by the
// module; here are its tools and what keeps data or module from coming.

export type Language = "vi" | "en" | "km";
export const DEFAULT_LANGUAGE = "vi";

const vi = {
  explore: "Phím mũi tên: đọc từng số. Home, End: số đầu, số cuối. Esc: đóng chú giải.",
  table: "Bảng số liệu",
  names: "Tên",
  moreRows: "Hiện thêm {count} dòng",
  download: "Tải về",
  embed: "Chép mã nhúng",
  embedCopied: "Đã chép mã nhúng",

  notDrawn: "Không vẽ được biểu đồ",
  dataErrors: "Không vẽ được biểu đồ: dữ liệu có {count} lỗi",
  noData: "Chưa có dữ liệu. Hãy cho data, src hoặc JSON trong trang.",
  sandbox:
    "Nếu không thấy tệp: khung (iframe sandbox) này không cho tải về. Hãy thêm allow-downloads vào sandbox.",
  noPicture: "Trình duyệt không làm được ảnh rộng như vậy. Hãy chọn bề rộng nhỏ hơn.",

  loadNetwork: "Không tải được {source}. Hãy kiểm tra kết nối mạng rồi tải lại trang.",
  loadOrigin:
    "Trang này không đọc được {source}. Hãy đặt tệp trên máy chủ của trang, hoặc để máy chủ kia gửi Access-Control-Allow-Origin.",
  loadStatus: "Máy chủ trả lời HTTP {status} cho {source}. Hãy kiểm tra địa chỉ.",
  loadHtml: "{source} là trang HTML, không phải JSON. Hãy kiểm tra địa chỉ.",
  loadType: "{source} có kiểu {type}, không phải JSON. Hãy kiểm tra địa chỉ.",

  inlineScript: "JSON trong trang",
  notUtf8: "{source} không ở mã UTF-8. Hãy lưu lại tệp với mã UTF-8.",
  empty: "{source} trống. Hãy ghi dữ liệu vào đó.",
  syntax: "{source}, dòng {line}, cột {column}: {slip}",
  slipTrailingComma: "thừa dấu phẩy trước {found}. Hãy bỏ dấu phẩy ấy.",
  slipMissingComma: "thiếu dấu phẩy trước {found}. Hãy viết thêm.",
  slipDecimalComma: "số viết với dấu phẩy. Hãy viết dấu chấm: {found}.",
  slipQuote: 'dấu nháy {found}. Hãy viết dấu nháy kép thẳng: ".',
  slipComment: "JSON không có chú thích. Hãy bỏ chú thích.",
  slipOpenString: 'chuỗi chưa đóng. Hãy viết " ở cuối chuỗi.',
  slipEnd: "dữ liệu hết giữa chừng. Hãy kiểm tra tệp có đủ không.",
  slipOther: "{found} không được đứng ở đây.",

  wasmUnsupported: "Trình duyệt này không có WebAssembly. Hãy dùng trình duyệt mới hơn.",
  wasmRefused:
    "Chính sách của trang (CSP) không cho chạy WebAssembly. Hãy thêm 'wasm-unsafe-eval' vào script-src.",
  wasmMissing: "Không tải được mô-đun {address} ({reason}). Hãy đặt tệp ấy cạnh tệp .js.",
  wasmAltered: "Tệp .wasm không còn nguyên vẹn. Hãy chép lại tệp ấy.",
  wasmTrapped: "Mô-đun gặp sự cố và đã khởi động lại. Hãy vẽ lại biểu đồ.",
  wasmNotLoaded: "Mô-đun chưa được tải. Hãy gọi await load() trước.",
  noCanvas: "Đây không phải là canvas. Hãy cho một phần tử canvas.",
  chartFreed: "Biểu đồ này đã gọi free(). Hãy tạo Chart mới.",
  chartLost: "Mô-đun đã khởi động lại, biểu đồ này không còn. Hãy tạo Chart mới.",
};

export type MessageKey = keyof typeof vi;

const en: Record<MessageKey, string> = {
  explore: "Arrow keys: read each figure. Home, End: first, last. Esc: close the note.",
  table: "Data table",
  names: "Name",
  moreRows: "Show {count} more rows",
  download: "Download",
  embed: "Copy embed code",
  embedCopied: "Embed code copied",

  notDrawn: "The chart cannot be drawn",
  dataErrors: "The chart cannot be drawn. Errors in the data: {count}",
  noData: "There are no data. Give data, src or JSON in the page.",
  sandbox:
    "If no file comes, this frame (iframe sandbox) lets none be saved. Add allow-downloads to its sandbox.",
  noPicture: "The browser cannot make so wide a picture. Choose a smaller width.",

  loadNetwork: "{source} could not be loaded. Check the connection and reload the page.",
  loadOrigin:
    "This page cannot read {source}. Put the file on the page's server, or let the other server send Access-Control-Allow-Origin.",
  loadStatus: "The server answered HTTP {status} for {source}. Check the address.",
  loadHtml: "{source} is an HTML page, not JSON. Check the address.",
  loadType: "{source} has the type {type}, not JSON. Check the address.",

  inlineScript: "JSON in the page",
  notUtf8: "{source} is not UTF-8. Save the file again as UTF-8.",
  empty: "{source} is empty. Write the data into it.",
  syntax: "{source}, line {line}, column {column}: {slip}",
  slipTrailingComma: "a comma too many before {found}. Remove that comma.",
  slipMissingComma: "a comma is missing before {found}. Add it.",
  slipDecimalComma: "a number with a decimal comma. Write a dot: {found}.",
  slipQuote: 'the quote {found}. Write a straight double quote: ".',
  slipComment: "JSON has no comments. Remove the comment.",
  slipOpenString: 'the string is not closed. Write " at its end.',
  slipEnd: "the data end too early. Check that the file is complete.",
  slipOther: "{found} cannot stand here.",

  wasmUnsupported: "This browser has no WebAssembly. Use a newer browser.",
  wasmRefused:
    "The page's policy (CSP) does not let WebAssembly run. Add 'wasm-unsafe-eval' to script-src.",
  wasmMissing: "The module {address} could not be loaded ({reason}). Put it beside the .js file.",
  wasmAltered: "The .wasm file is altered or incomplete. Copy it again.",
  wasmTrapped: "The module broke and was started anew. Draw the chart again.",
  wasmNotLoaded: "The module is not loaded. Call await load() first.",
  noCanvas: "This is not a canvas. Give a canvas element.",
  chartFreed: "This chart was freed. Make a new Chart.",
  chartLost: "The module was started anew, this chart is gone. Make a new Chart.",
};

// What readers meet; what editors and developers meet is said in English. Awaiting
// a native reader.
const km: Partial<Record<MessageKey, string>> = {
  explore: "គ្រាប់ចុចព្រួញ៖ អានតួលេខនីមួយៗ។ Home, End៖ តួលេខដំបូង តួលេខចុងក្រោយ។ Esc៖ បិទ។",
  table: "តារាងទិន្នន័យ",
  names: "ឈ្មោះ",
  moreRows: "បង្ហាញ {count} ជួរទៀត",
  download: "ទាញយក",
  embed: "ចម្លងកូដបង្កប់",
  embedCopied: "បានចម្លងកូដបង្កប់",
  notDrawn: "មិនអាចគូរគំនូសតាងបានទេ",
  dataErrors: "មិនអាចគូរគំនូសតាងបានទេ៖ ទិន្នន័យមានកំហុស {count}",
  loadNetwork: "មិនអាចទាញយក {source} បានទេ។ សូមពិនិត្យបណ្ដាញ រួចបើកទំព័រម្ដងទៀត។",
  loadStatus: "ម៉ាស៊ីនមេឆ្លើយ HTTP {status} ចំពោះ {source}។ សូមពិនិត្យអាសយដ្ឋាន។",
  wasmUnsupported: "កម្មវិធីរុករកនេះគ្មាន WebAssembly ទេ។ សូមប្រើកម្មវិធីថ្មីជាង។",
};

const WORDS: Record<Language, Partial<Record<MessageKey, string>>> = { vi, en, km };

/** Words of the widget to replace, by language and key; those of charts have a capital. */
export type Messages = {
  [language: string]: { [key in MessageKey]?: string } & { [word: Capitalize<string>]: string };
};

/** What a sentence is about; `say` puts another sentence in, about the same. */
export type Values = { [name: string]: string | number | { say: MessageKey } };

/** A tag as a script gave it, as the string that it should be. */
export function languageTag(lang: unknown): string {
  return lang == null ? DEFAULT_LANGUAGE : String(lang);
}

/** The language of the words for a BCP 47 tag: Vietnamese without one, English for others. */
export function baseLanguage(tag: string | null | undefined): Language {
  const primary = (tag || DEFAULT_LANGUAGE).toLowerCase().split(/[-_]/)[0];
  return primary === "vi" || primary === "km" ? primary : "en";
}

/** A sentence with its `{values}` filled in. */
export function say(
  key: MessageKey,
  language: Language,
  values: Values = {},
  own?: Messages,
): string {
  const sentence = own?.[language]?.[key] ?? WORDS[language][key] ?? en[key];
  return fill(sentence, values, (other) => say(other, language, values, own));
}

/** Fills the `{values}` of any sentence; `sayOther` gives those that are sentences too. */
export function fill(
  sentence: string,
  values: Values,
  sayOther: (key: MessageKey) => string = String,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "object" ? sayOther(value.say) : `${value}`;
  });
}
