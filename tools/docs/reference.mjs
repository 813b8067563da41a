// What is listed whole, made from what the product itself is made with: the manifest of
// the element, the schema of the document, the words of the languages, the types.
import { manifest } from "../element-manifest.mjs";
import { filesUnder, readText } from "../files.mjs";
import { schema } from "../schema.mjs";
import { builtInNames, wordsOf } from "../words.mjs";
import { code, codeBlock, escaped, meanings } from "./html.mjs";

const [{ declarations }] = manifest.modules;
const [element] = declarations;

const typeOf = (text) => `<span class="type">${escaped(text)}</span>`;

/** One part of the manifest. */
export function elementPart(part) {
  const entry = ({ name, type, description, parameters }) => {
    const shown = parameters
      ? `${name}(${parameters.map((parameter) => parameter.name).join(", ")})`
      : name;
    const kind = type && type.text !== "CustomEvent" ? ` ${typeOf(type.text)}` : "";
    return [`${part}-${name}`, code(shown) + kind, escaped(description)];
  };
  return meanings(PARTS[part]().map(entry));
}

const members = (kind) => () => element.members.filter((member) => member.kind === kind);

const PARTS = {
  attributes: () => element.attributes,
  properties: members("field"),
  methods: () => members("method")().map((method) => ({ ...method, type: method.return.type })),
  events: () => element.events,
  parts: () => element.cssParts,
  "custom-properties": () => element.cssProperties,
};

const WORDS = {
  vi: {
    required: "bắt buộc",
    example: "Ví dụ:",
    list: "danh sách",
    or: " hoặc ",
    kinds: {
      text: "chữ",
      figure: "số liệu",
      period: "kỳ",
      date: "ngày",
      id: "mã",
      string: "chuỗi",
      number: "số",
      integer: "số nguyên",
      object: "đối tượng",
      null: "null",
    },
  },
  en: {
    required: "required",
    example: "Example:",
    list: "list",
    or: " or ",
    kinds: {
      text: "text",
      figure: "figure",
      period: "period",
      date: "date",
      id: "id",
      string: "string",
      number: "number",
      integer: "whole number",
      object: "object",
      null: "null",
    },
  },
};

/** The keys of an object of the format, by its place: `growth.sectors`; none is the document. */
export function keysAt(place, lang) {
  const node = nodeAt(place);
  const entries = Object.entries(node.properties).map(([key, inner]) => {
    const words = WORDS[lang];
    const required = node.required?.includes(key) ? `, ${words.required}` : "";
    const { description, "x-vi": vi, examples } = resolved(inner);
    // A whole section is shown on the page of examples.
    const example = examples?.find((each) => JSON.stringify(each).length < 70);
    const said = escaped((lang === "vi" ? vi : description) ?? "");
    const shown = example === undefined ? "" : ` ${words.example} ${code(JSON.stringify(example))}`;
    return [
      `key-${[place, key].filter(Boolean).join(".")}`,
      `${code(key)} ${typeOf(kindOf(inner, words) + required)}`,
      said + shown,
    ];
  });
  return meanings(entries);
}

export function nodeAt(place) {
  const keys = place.split(".").filter(Boolean);
  return keys.reduce((node, key) => itemOf(node.properties[key]), schema);
}

/** What a list holds, or the thing itself, as an object where it may also be plain. */
function itemOf(node) {
  const whole = resolved(node);
  if (!whole.properties && whole.then) return whole.then;
  const list = whole.type === "array" ? whole : whole.anyOf?.find(({ type }) => type === "array");
  return list ? itemOf(list.items) : whole;
}

/** With what it refers to, whose words stand unless it has its own. */
function resolved({ $ref, ...node }) {
  return $ref ? { ...resolved(schema.$defs[nameOf($ref)]), ...node } : node;
}

const nameOf = ($ref) => $ref.split("/").at(-1);

/** The kind of a value, in a word or two. */
function kindOf({ $ref, ...node }, words) {
  if ($ref) return words.kinds[nameOf($ref)] ?? kindOf(schema.$defs[nameOf($ref)], words);
  if (node.enum) return node.enum.map((word) => JSON.stringify(word)).join(" | ");
  if ("const" in node) return JSON.stringify(node.const);
  if (node.anyOf && !node.type) return node.anyOf.map((part) => kindOf(part, words)).join(words.or);
  if (node.type === "array") return `${words.list}: ${kindOf(node.items, words)}`;
  return [node.type]
    .flat()
    .map((type) => words.kinds[type])
    .join(words.or);
}

/** Ids that bring a name, or the criteria of a set, with their names. */
export function namesOf(kind, lang) {
  const place = lang === "vi" ? 0 : 1;
  const entries = Object.entries(builtInNames(kind)).map(([id, names]) => [
    "",
    code(id),
    escaped(names[place]),
  ]);
  return meanings(entries);
}

/** Every sentence of an error's code, in both languages. */
export function problemsOf(wanted, lang) {
  const problems = [...modulesProblems(), ...scriptsProblems()];
  return sentences(
    problems.filter((problem) => problem.code === wanted),
    lang,
  );
}

/** Sentences in both languages, by their keys. */
export function sentences(problems, lang) {
  const languages = lang === "vi" ? ["vi", "en"] : ["en", "vi"];
  const entries = problems.map((problem) => {
    const said = languages.map((each) => `<span lang="${each}">${escaped(problem[each])}</span>`);
    return ["", code(problem.key), said.join("<br />")];
  });
  return meanings(entries);
}

/** Those of `fromStatistics`; what is filled in stands in braces. */
export function statisticsProblems() {
  const [vi, en] = ["vi", "en"].map((name) => literalFrom("www/jsonstat/problems.ts", name));
  return Object.keys(vi).map((key) => ({ key, vi: vi[key], en: en[key] }));
}

/** Where the reader of tables says what is wrong. */
const TABLE_READERS = ["cell", "reading", "section", "series", "table"];

/** Those of a table as the data: its own, then those of the reader of any table. */
export function tableProblems() {
  const { at: _, ...own } = literalFrom("www/table-data/sentences.ts", "SENTENCES");
  const all = { ...literalFrom("www/try/sentences.ts", "SENTENCES"), ...own };
  const said = TABLE_READERS.flatMap((name) => [
    ...readText(`www/try/${name}.ts`).matchAll(/(?:error\(|notice\(|refuse\(|why:)\s*"(\w+)"/g),
  ]).map(([, key]) => key);
  return [...new Set([...Object.keys(own), ...said])].map((key) => {
    const [vi, en] = all[key];
    return { key, vi, en };
  });
}

/** An object of strings as its file writes it. */
function literalFrom(path, name) {
  const pattern = new RegExp(`^const ${name}\\b.*? = ({[\\s\\S]*?^})`, "m");
  const [, literal] = pattern.exec(readText(path)) ?? [];
  if (!literal) throw new Error(`${path} has no ${name}.`);
  return new Function(`return ${literal}`)();
}

/** Those of the data, with an example in each place: a test of the crate writes the file. */
export function modulesProblems() {
  return JSON.parse(readText("docs/problems.json"));
}

/** Those of the scripts, as they are thrown there; places stand in braces. */
export function scriptsProblems() {
  const thrown = filesUnder("www")
    .filter((path) => /^www\/[\w-]+\.ts$/.test(path))
    .flatMap((path) => [...readText(path).matchAll(/new Trouble\(\s*"(\w+)",([^,)]*)/g)]);
  const codes = new Map(
    thrown.flatMap(([, code, keys]) =>
      [...keys.matchAll(/"(\w+)"/g)].map(([, key]) => [key, code]),
    ),
  );
  const [vi, en] = ["vi", "en"].map(wordsOf);
  // What a sentence of `syntax` ends with.
  for (const key of Object.keys(vi)) if (key.startsWith("slip")) codes.set(key, "syntax");
  return [...codes].map(([key, code]) => ({ code, key, vi: vi[key], en: en[key] }));
}

/** A type as its file declares it. */
export function typeFrom(path, name) {
  const pattern = new RegExp(`^export (?:interface|type) ${name}\\b[\\s\\S]*?^(?:}|.*;)$`, "m");
  const [text] = pattern.exec(readText(path)) ?? [];
  if (!text) throw new Error(`${path} declares no ${name}.`);
  return codeBlock(text, "ts");
}

/** What an office's status codes become. */
export function statusCodes(codes, lang) {
  const entries = Object.entries(codes)
    .filter(([, { status, note }]) => status || note)
    .map(([letter, { status, note }]) => {
      const said = note && (lang === "vi" ? note.vi : note.en);
      return [
        "",
        code(letter),
        [status && code(status), said && escaped(said)].filter(Boolean).join(": "),
      ];
    });
  return meanings(entries);
}
