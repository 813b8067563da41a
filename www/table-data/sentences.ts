// What a table of a page may get wrong beside what the page “Try your own figures”
// tells too: there a person is asked, here the attributes answer.
import { baseLanguage, fill } from "../language.js";
import type { Problem } from "../try/problem.js";
import { isSentence, phrase } from "../try/sentences.js";
import { KHMER } from "./khmer.js";

/** By key: Vietnamese, English. */
const SENTENCES: Record<string, readonly [string, string]> = {
  at: ["Hàng “{row}”, cột “{column}”: {sentence}", "Row “{row}”, column “{column}”: {sentence}"],
  sectionUnknown: [
    'data-section="{text}" không phải là phần nào. Hãy viết một trong: {known}.',
    'data-section="{text}" is no section. Write one of: {known}.',
  ],
  placeMissing: [
    'Bảng không nêu nơi. Hãy viết data-place="…" ở <table>.',
    'The table names no place. Write data-place="…" on <table>.',
  ],
  periodMissing: [
    'Bảng không nêu kỳ. Hãy viết data-period="2023" ở <table>.',
    'The table names no period. Write data-period="2023" on <table>.',
  ],
  headUnknown: [
    'Không hiểu đầu cột “{text}”. Hãy viết data-head="2023" (kỳ) hoặc data-head="Tỷ lệ" (loại số) ở <th>.',
    'The head “{text}” is not understood. Write data-head="2023" (period) or data-head="Rate" (kind) on <th>.',
  ],
  cellNotVi: [
    "“{text}” không viết theo cách Việt Nam (14.120,5). Hãy viết lại, hoặc thêm data-value.",
    "“{text}” is not written as in Vietnamese (14.120,5). Write it again, or add data-value.",
  ],
  cellNotEn: [
    "“{text}” không viết theo cách Anh (14,120.5). Hãy viết lại, hoặc thêm data-value.",
    "“{text}” is not written as in English (14,120.5). Write it again, or add data-value.",
  ],
  cellAmbiguous: [
    '“{text}” có thể là {vi} hoặc {en}. Hãy thêm data-value="{vi}" hoặc data-value="{en}".',
    '“{text}” can be {vi} or {en}. Add data-value="{vi}" or data-value="{en}".',
  ],
  cellNumber: [
    '{name}="{text}" không phải là số. Hãy viết như 14120 hoặc 2.33.',
    '{name}="{text}" is no number. Write it as 14120 or 2.33.',
  ],
  cellDisagrees: [
    "Ô ghi “{text}” mà data-value là {value}. Hãy sửa cho giống nhau.",
    "The cell says “{text}”, its data-value {value}. Make them the same.",
  ],
};

/** The sentence of a problem, in the words of a language. */
export function sentenceOf({ key, values = {} }: Problem, tag: string): string {
  const language = baseLanguage(tag);
  const [vi, en] = SENTENCES[key] ?? [];
  const own = { vi, en, km: KHMER[key] }[language];
  if (own) return fill(own, values);
  return isSentence(key) ? phrase(key, language, values) : key;
}
