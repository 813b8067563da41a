import { create } from "./element-parts.js";
import type { DistrictChartError } from "./error.js";

/** Shows each problem with its place: what an editor reads to mend the data. */
export function showError(box: HTMLElement, heading: string, { issues }: DistrictChartError): void {
  const list = create("ul");
  for (const { path, message } of issues) {
    const place = path ? [create("code", {}, path)] : [];
    list.append(create("li", {}, ...place, message));
  }
  box.replaceChildren(create("strong", {}, heading), list);
  box.hidden = false;
}
