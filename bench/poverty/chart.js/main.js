// The same lines with what the element shows too: title, legend, tooltip.
import {
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
} from "chart.js";

Chart.register(
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
);

const NAMES = { poor: "Hộ nghèo", nearPoor: "Hộ cận nghèo" };
const { place, poverty } = JSON.parse(document.querySelector("#data").textContent);

new Chart(document.querySelector("canvas"), {
  type: "line",
  data: {
    labels: poverty.periods,
    datasets: poverty.series.map(({ id, values }) => ({ label: NAMES[id], data: values })),
  },
  options: {
    animation: false,
    locale: "vi",
    plugins: { title: { display: true, text: place } },
    scales: { y: { beginAtZero: true } },
  },
  plugins: [{ id: "drawn", afterRender: () => window.drawn() }],
});
