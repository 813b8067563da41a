// What the peers' charts are made from, and the canvas of those that are given one.

export const NAMES = {
  I: "Nông nghiệp",
  II: "Công nghiệp – xây dựng",
  III: "Dịch vụ",
  poor: "Hộ nghèo",
  nearPoor: "Hộ cận nghèo",
};
export const COLORS = ["#1f5fa8", "#b4502a", "#3b7d4f", "#7a4a8c"];

export function canvasIn(place) {
  const canvas = document.createElement("canvas");
  place.append(canvas);
  return canvas;
}

/** The sectors and the total of the one period. */
export function rowsOfGrowth({ growth: { sectors, total } }) {
  return {
    names: [...sectors.map(({ id }) => NAMES[id]), "Tổng số"],
    values: [...sectors.map(({ values }) => values[0]), total.values[0]],
  };
}

export function cellsOf({ ntm: { areas } }) {
  return areas.flatMap(({ met }, row) =>
    Object.values(met).map((isMet, column) => ({ column, row, met: isMet })),
  );
}
