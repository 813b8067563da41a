import "district-charts";
import { createRoot } from "react-dom/client";
import data from "../data.json";

function Page() {
  return (
    <>
      <district-chart data={data}>
        <p>Poor households: 2.33%</p>
      </district-chart>
      <district-chart data={data} lang="vi" />
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
