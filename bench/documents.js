// The documents that are drawn: made up, and alike for every peer. `turn` gives others of
// the same size, for a chart that is drawn again. Figures are plain numbers, since
// peers know no other; what ours draws of “over 36” has no counterpart to race against.

const SOURCES = [{ id: "made-up", name: "Số liệu giả định để đo tốc độ" }];
const CRITERIA = 19;

export const documents = { growth, poverty, criteria, series };

function document(section) {
  return { version: 1, place: "Huyện ví dụ", sources: SOURCES, ...section };
}

export function growth(turn = 0) {
  const values = [3.2, 36.4, 8.7].map((value) => [round(value + (turn % 7))]);
  const sectors = ["I", "II", "III"].map((id, index) => ({ id, values: values[index] }));
  const total = { values: [round(16.6 + (turn % 7))] };
  return document({ growth: { unit: "%", periods: ["2023"], sectors, total } });
}

export function poverty(turn = 0) {
  const years = [7.12, 5.86, 5.04, 4.47, 2.33, 2.1, 1.9, 1.72, 1.5, 1.31];
  const near = [6.4, 5.91, 4.75, 3.62, 2.8, 2.75, 2.6, 2.2, 2.05, 1.88];
  const values = (list) => list.map((value) => round(value + (turn % 7) / 10));
  return document({
    poverty: {
      unit: "%",
      periods: years.map((_, index) => `${2014 + index}`),
      series: [
        { id: "poor", values: values(years) },
        { id: "nearPoor", values: values(near) },
      ],
    },
  });
}

/** Areas and what each meets of 19 criteria, state by state. */
export function criteria(turn = 0, count = 17) {
  const random = generator(turn + 1);
  const areas = Array.from({ length: count }, (_, index) => {
    const met = {};
    for (let id = 1; id <= CRITERIA; id++) met[id] = random() < 0.8;
    return { code: `${10_001 + index}`, name: `Xã ${names(index)}`, met };
  });
  return document({ ntm: { period: "2023", criteria: "commune-2021-2025", areas } });
}

/** Poverty of many communes over 15 years. */
export function series(turn = 0, count = 3321) {
  const random = generator(turn + 1);
  const series = Array.from({ length: count }, (_, index) => {
    const start = 4 + random() * 40;
    const fall = 0.82 + random() * 0.15;
    const values = Array.from({ length: 15 }, (_, year) => round(start * fall ** year));
    return { id: `c${index}`, name: `Xã ${names(index)}`, values };
  });
  const periods = Array.from({ length: 15 }, (_, year) => `${2010 + year}`);
  return document({ poverty: { unit: "%", periods, series } });
}

function round(value) {
  return Math.round(value * 100) / 100;
}

/** As many as there are, each of two syllables as communes have. */
function names(index) {
  const first = ["An", "Bình", "Đại", "Hòa", "Long", "Mỹ", "Ngọc", "Phú", "Tân", "Thanh", "Vĩnh"];
  const second = ["Biên", "Điền", "Hội", "Khánh", "Lộc", "Mỹ", "Phước", "Sơn", "Thạnh", "Xuyên"];
  const ofFirst = first[index % first.length];
  const ofSecond = second[Math.floor(index / first.length) % second.length];
  const number = Math.floor(index / (first.length * second.length));
  return [ofFirst, ofSecond, number || ""].join(" ").trim();
}

/** Mulberry32: the same numbers on every machine. */
function generator(seed) {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
