// What a page may give for data without meaning well, or without knowing. Runs in the page.

/** Put over every text of a document: markup of all kinds, a formula, ends of strings. */
export const MARKUP = `</script></title><img src=x onerror=pwned=1><script>pwned=1</script>]]>&amp;"'=1+1`;

/** Each turns what follows it. */
export const BIDI = "\u202e\u202d\u2067\u2066\u200f\u200e\u061c";

/** A copy of the document with `value` at the place, a JSON Pointer. */
function put(good, pointer, value) {
  const copy = structuredClone(good);
  const keys = pointer.split("/").slice(1);
  const last = keys.pop();
  const holder = keys.reduce((object, key) => object[key], copy);
  const property = typeof value === "function" ? { get: value } : { value };
  Object.defineProperty(holder, last, { ...property, enumerable: true, configurable: true });
  return copy;
}

/** The value with `change` done to every string in it that a person reads. */
function changeTexts(value, change, key = "") {
  if (typeof value === "string") {
    const isWritten = !["id", "date", "qualifier", "direction"].includes(key);
    return isWritten ? change(value) : value;
  }
  if (!value || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([own, inner]) => [
    own,
    changeTexts(inner, change, Array.isArray(value) ? key : own),
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A map in which each key leads to another such map, all of them new. */
function endless() {
  return new Proxy(
    {},
    {
      has: () => false,
      get: () => endless(),
      ownKeys: () => ["growth", "sectors", "values"],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
}

/** Lists in lists, or maps in maps, whose branches are all the same one. */
function shared(below) {
  let value = 1;
  for (let depth = 0; depth < 12; depth++) value = below(value);
  return value;
}

function throws() {
  throw new Error("of the page");
}

function throwsItself() {
  // A call that is merely returned costs WebKit no stack, and would go on for ever.
  throw throwsItself();
}

const series = (count, periods, figure) =>
  Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    name: `S${index}`,
    values: new Array(periods).fill(figure),
  }));

/** Series that have one and the same list of figures. */
const sharing = (count, values) =>
  Array.from({ length: count }, (_, index) => ({ id: `s${index}`, name: `S${index}`, values }));

const periods = (count) => Array.from({ length: count }, (_, index) => `p${index}`);

const THEN = "then";
const VALUES = "/poverty/series/0/values";
const FIGURE = "/poverty/series/0/values/2";

/** A number, where a figure is expected. */
const figures = [
  ["NaN", Number.NaN, "value"],
  ["infinity", Number.POSITIVE_INFINITY, "value"],
  ["minus infinity", Number.NEGATIVE_INFINITY, "value"],
  ["minus zero", -0, null],
  ["1e308", 1e308, "value"],
  ["-1e308", -1e308, "value"],
  ["5e-324", 5e-324, "value"],
  ["a BigInt", 16n, "type"],
  ["a huge BigInt", 10n ** 400n, "type"],
  ["a number in a string", "2,33", "type"],
  ["a number object", Object(3), "missing"],
  ["a symbol", Symbol("2"), "type"],
  ["a function as a value", () => 2, null],
  ["true", true, "type"],
];

/** Anything, somewhere. */
const values = [
  ["a getter that throws", "/place", throws, "type"],
  ["a getter deep inside that throws", `${FIGURE}/value`, throws, "type"],
  ["a getter that overflows the stack", "/place", throwsItself, "type"],
  ["a getter that gives nothing", "/place", () => undefined, "missing", ""],
  ["a revoked proxy", "/poverty/series/0", revoked(), "type"],
  ["typed numbers", VALUES, Float64Array.of(1, 2, 3), "type"],
  ["a hundred million bytes", VALUES, new Uint8Array(1e8), "type"],
  ["a set", VALUES, new Set([1, 2, 3]), "type"],
  ["a sparse array of length 4e9", VALUES, new Array(4e9), "limit"],
  ["a proxy of length 4e9", VALUES, new Proxy(new Array(4e9), {}), "limit"],
  ["a sparse array of series", "/poverty/series", new Array(4e9), "limit"],
  ["20,001 holes", "/poverty/series", new Array(20_001), "limit"],
  ["a string object", "/place", Object("Trà Cú"), "type"],
  ["a date object", "/asOf", new Date(0), "type"],
  ["a date out of range", "/asOf", "2023-02-30", "value"],
  ["a date beyond the year 9999", "/asOf", "+012023-01-01", "value"],
  [
    "a period out of range",
    "/poverty/periods/0",
    { label: "x", at: "2023-13" },
    "value",
    "/poverty/periods/0/at",
  ],
  ["101 breaks", "/poverty/breaks", Array(101).fill({ before: "2022" }), "limit"],
  ["an id twice", "/poverty/series/1/id", "poor", "value"],
  [
    "an id like a key of every object",
    "/poverty/series/1/id",
    "__proto__",
    "missing",
    "/poverty/series/1",
  ],
  ["10 MB in a text", "/place", "x".repeat(1e7), "limit"],
  ["10 MB in an id", "/poverty/series/0/id", "x".repeat(1e7), "limit"],
  ["10 MB in a figure", FIGURE, "9".repeat(1e7), "type"],
  ["a lone surrogate", "/place", "\ud800 Trà Cú \udfff", null],
  ["only what turns the direction", "/place", "\u202e\u200f", "value"],
];

/** Whole documents, made of a good one. */
const documents = [
  ["nothing changed", (good) => good, null],
  ["a proxy", (good) => new Proxy(good, {}), null],
  ["a proxy that throws for everything", () => revoked(), "type", ""],
  ["keys without a prototype", (good) => Object.assign(Object.create(null), good), null],
  ["inherited keys", (good) => Object.create(good), "missing", ""],
  [
    "a key __proto__",
    (good) => JSON.parse(`{"__proto__":{"version":2},${JSON.stringify(good).slice(1)}`),
    null,
  ],
  [
    "keys of every object",
    (good) => ({ ...good, constructor: 1, toString: null, hasOwnProperty: 2 }),
    null,
  ],
  [
    "a getter that throws under a key of the page's own",
    (good) => put({ ...good, "x-own": 1 }, "/x-own", throws),
    null,
  ],
  ["a map", (good) => new Map(Object.entries(good)), "type", ""],
  ["the window", () => window, "missing", ""],
  ["the page", () => document, "missing", ""],
  ["a function", () => throws, "type", ""],
  [
    "a cycle",
    (good) => {
      const copy = structuredClone(good);
      copy.poverty.series[0] = copy;
      return copy;
    },
    "limit",
    "/poverty/series/0",
  ],
  [
    "a wide cycle",
    (good) => {
      const list = [];
      for (let i = 0; i < 500; i++) list.push(list);
      return put(good, "/poverty/series", list);
    },
    "limit",
    "/poverty/series/0",
  ],
  [
    "a hundred thousand unknown keys",
    (good) => ({
      ...good,
      ...Object.fromEntries(Array.from({ length: 1e5 }, (_, index) => [`key${index}`, index])),
    }),
    null,
  ],
  ["a key of 10 MB", (good) => ({ ...good, ["x".repeat(1e7)]: 1 }), null],
  [
    "a getter that changes the document",
    (good) => {
      const copy = structuredClone(good);
      return put(copy, "/place", () => {
        copy.poverty.series.length = 0;
        return "Trà Cú";
      });
    },
    null,
  ],
  [
    "a getter that throws every second time",
    (good) => {
      let times = 0;
      return put(good, "/poverty", () => (times++ % 2 ? throws() : good.poverty));
    },
    null,
  ],
  ["a then that is no promise's", (good) => ({ ...good, [THEN]: throws }), null],
  [
    "an iterator that never ends",
    (good) => {
      const copy = structuredClone(good);
      copy.poverty.series[0].values[Symbol.iterator] = function* () {
        for (;;) yield 1;
      };
      return copy;
    },
    null,
  ],
  ["markup in every text", (good) => changeTexts(good, (text) => text + MARKUP), null],
  ["direction marks in every text", (good) => changeTexts(good, (text) => BIDI + text), null],
  ["a key with U+0000", (good) => ({ "a\0b": 1, ...good }), null],
  [
    "one list in 5,000 series",
    (good) => ({
      ...good,
      poverty: { periods: periods(2000), series: sharing(5000, new Array(2000).fill(1)) },
    }),
    "limit",
    "/poverty/series/999/values/1988",
  ],
  [
    "one note in 400,000 figures",
    (good) => {
      const noted = { value: 1, note: "x".repeat(2000) };
      return {
        ...good,
        poverty: { periods: periods(2000), series: sharing(200, new Array(2000).fill(noted)) },
      };
    },
    "limit",
    "/poverty/series/24/values/1995/note",
  ],
  ["a document that never ends", () => endless(), "missing", ""],
  [
    "maps that share their branches",
    (good) => ({
      ...good,
      growth: shared((below) => Object.fromEntries(periods(6).map((key) => [key, below]))),
    }),
    "missing",
    "/growth",
  ],
  [
    "lists that share their branches",
    (good) => ({
      ...good,
      growth: shared((below) => new Array(6).fill(below)),
    }),
    "type",
    "/growth",
  ],
  [
    "2,000,001 figures",
    (good) => ({
      ...good,
      poverty: { periods: periods(2000), series: series(1001, 2000, 1) },
    }),
    "limit",
    "/poverty/series/999/values/1988",
  ],
];

/** Those as large as this many documents of 100,000 figures; all others are smaller than one. */
const LARGE = {
  "10 MB in a text": 20,
  "10 MB in an id": 20,
  "10 MB in a figure": 20,
  "a key of 10 MB": 20,
  "a hundred thousand unknown keys": 20,
  "maps that share their branches": 80,
  "lists that share their branches": 60,
  "2,000,001 figures": 60,
  "one list in 5,000 series": 60,
  "one note in 400,000 figures": 60,
};

/**
 * Every case: its name, the document made anew from a good one, the code of the
 * refusal and its path; without a code it is drawn. `size` bounds its time.
 */
export const horrors = [
  ...figures.map(([name, figure, code]) => [
    `${name} for a figure`,
    (good) => put(good, FIGURE, figure),
    code,
    FIGURE,
  ]),
  ...values.map(([name, pointer, value, code, path = pointer]) => [
    name,
    (good) => put(good, pointer, value),
    code,
    path,
  ]),
  ...documents,
].map(([name, make, code, path]) => ({ name, make, code, path, size: LARGE[name] ?? 1 }));

/** What 1 is in `size`. */
export function ordinary(good) {
  return { ...good, poverty: { periods: periods(20), series: series(5000, 20, 1) } };
}
