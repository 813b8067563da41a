//! Where the columns of the rows stand, and the scale of their bars.

use super::{
    Area, Bar, BarChart, BarRow, LABEL_GAP, PERIOD_LINES, end_width, has_asides, label_style,
};
use crate::layout::bar;
use crate::layout::sheet::Sheet;

const NAME_COLUMN: f64 = 222.0;
/// From the zero line to the lines below the bars.
const NOTE_INSET: f64 = 6.0;
/// Labels stand beside the bars where the longest still takes so much.
const LEAST_BARS: f64 = 0.15;

/// Columns and scale, the same for every row.
pub(super) struct Grid {
    pub name: (f64, f64),
    pub period_right: f64,
    pub zero: f64,
    /// CSS pixels for one unit.
    pub scale: f64,
    pub thickness: f64,
    pub gap: f64,
    /// Where bars and their labels may be.
    pub bars_left: f64,
    pub bars_right: f64,
    pub right: f64,
    /// Height of the label of a period, in as many lines as it takes.
    pub period_height: f64,
    /// Height of the labels' own lines, where beside the bars they would leave
    /// too little of them; else 0.
    pub label_line: f64,
}

impl Grid {
    pub fn new(sheet: &Sheet, chart: &BarChart, area: Area) -> Grid {
        let several = !chart.periods.is_empty();
        let (thickness, gap) = match (several, sheet.narrow) {
            (false, false) => (28.0, 0.0),
            (false, true) => (22.0, 0.0),
            (true, false) => (17.0, 5.0),
            (true, true) => (16.0, 5.0),
        };
        let mut grid = Grid {
            name: (area.left, area.left),
            period_right: area.left,
            zero: area.left + 0.5,
            scale: 0.0,
            thickness: sheet.px(thickness),
            gap: sheet.px(gap),
            bars_left: area.left,
            bars_right: area.right - aside_width(sheet, chart),
            right: area.right,
            period_height: 0.0,
            label_line: 0.0,
        };
        if sheet.narrow {
            grid.name.1 = area.right;
        } else {
            let names = sheet.widest(chart.rows.iter().map(|r| r.name.as_str()), sheet.heading());
            let column = names.min(sheet.px(NAME_COLUMN)).min(area.width() * 0.4);
            grid.name.1 = area.left + column;
            grid.period_right = grid.name.1;
        }
        grid.bars_left = grid.place_periods(sheet, chart, area);
        if !grid.place_scale(sheet, chart) {
            // Rules and stops across the bars stay clear of the labels.
            grid.label_line = sheet.missing().line + bar::PROUD;
            grid.place_scale(sheet, chart);
        }
        grid
    }

    /// The column of period labels; where the bars may begin.
    fn place_periods(&mut self, sheet: &Sheet, chart: &BarChart, area: Area) -> f64 {
        let has_strip = chart.rows.iter().find_map(|row| row.strip.as_ref());
        let labels = chart.periods.iter().chain(has_strip.map(|strip| &strip.label));
        let widest = sheet.widest(labels.map(String::as_str), sheet.small_strong());
        if widest == 0.0 {
            return if sheet.narrow { area.left } else { self.name.1 + sheet.px(20.0) };
        }
        let column = widest.min(area.width() * 0.3);
        self.period_right += column + if sheet.narrow { 0.0 } else { sheet.px(20.0) };
        for period in &chart.periods {
            let style = sheet.small_strong();
            let lines = sheet.wrap(period, self.period_width(), PERIOD_LINES, style);
            // One line may be as much higher than its bar as the gap is wide.
            let height = lines.len() as f64 * style.line - self.gap;
            self.period_height = self.period_height.max(height);
        }
        self.period_right + sheet.px(10.0)
    }

    /// The longest scale at which every bar and label stays in its place;
    /// whether that leaves enough of the bars.
    fn place_scale(&mut self, sheet: &Sheet, chart: &BarChart) -> bool {
        let extents: Vec<Extent> = chart
            .rows
            .iter()
            .flat_map(|row| {
                let last = row.bars.len().saturating_sub(1);
                row.bars.iter().enumerate().map(move |(i, bar)| (row, bar, i < last))
            })
            .flat_map(|(row, bar, earlier)| self.extents(sheet, chart, row, bar, earlier))
            .collect();
        let width = self.bars_right - self.bars_left - 1.0;
        let (scale, before, needed) = solve(&extents, width);
        self.scale = scale;
        self.zero = self.bars_left + before + 0.5;
        let longest = extents.iter().fold(0.0_f64, |far, extent| far.max(extent.value.abs()));
        needed <= width && (longest == 0.0 || longest * scale >= width * LEAST_BARS)
    }

    /// What a bar takes beside its length: its end, its label, its target.
    fn extents(
        &self,
        sheet: &Sheet,
        chart: &BarChart,
        row: &BarRow,
        bar: &Bar,
        earlier: bool,
    ) -> Vec<Extent> {
        let value = bar.figure.value().unwrap_or(0.0);
        let label = sheet.width(&bar.label, label_style(sheet, chart, bar, earlier));
        let label = if self.label_line > 0.0 { 0.0 } else { label };
        let fixed = end_width(bar, self.thickness) + label;
        let mut extents = vec![Extent { value, fixed }];
        if let Some(target) = &bar.target {
            let text = if self.has_target_labels(sheet) {
                LABEL_GAP + sheet.width(&target.label, sheet.small())
            } else {
                0.0
            };
            let at = target.value.unwrap_or(0.0);
            extents.push(Extent { value: at, fixed: 4.0 + fixed + text });
            if value >= 0.0 {
                extents.push(Extent { value, fixed: fixed + text });
            } else {
                extents.push(Extent { value: 0.0, fixed: text });
            }
        }
        if let Some(strip) = row.strip.as_ref().filter(|_| !earlier) {
            // Its text is no reason to shorten the bars: it may stand below.
            extents.push(Extent { value: strip.sum(), fixed: 0.0 });
        }
        extents
    }

    pub fn has_target_labels(&self, sheet: &Sheet) -> bool {
        !sheet.narrow && !self.has_labels_below()
    }

    pub fn has_labels_below(&self) -> bool {
        self.label_line > 0.0
    }

    /// From the top of a bar's place to its middle; its period may be higher.
    pub fn bar_middle(&self) -> f64 {
        self.thickness.max(self.period_height) / 2.0
    }

    /// From one bar of a row to the next.
    pub fn pitch(&self) -> f64 {
        2.0 * self.bar_middle() + self.label_line + self.gap
    }

    /// Notes begin at the zero line, unless bars run to its left.
    pub fn note_left(&self) -> f64 {
        if self.zero - self.bars_left > 1.0 { self.bars_left } else { self.zero + NOTE_INSET }
    }

    pub fn x(&self, value: f64) -> f64 {
        self.zero + value * self.scale
    }

    pub fn period_width(&self) -> f64 {
        self.period_right - self.name.0
    }
}

fn aside_width(sheet: &Sheet, chart: &BarChart) -> f64 {
    if !has_asides(sheet, chart) {
        return 0.0;
    }
    let asides = chart.rows.iter().flat_map(|row| row.asides.iter().map(String::as_str));
    let heading = sheet.widest(chart.aside_heading.iter().map(String::as_str), sheet.small());
    sheet.widest(asides, sheet.latest_value()).max(heading) + sheet.px(24.0)
}

/// A bar's value, and the pixels that it takes beside its length.
#[derive(Clone, Copy)]
struct Extent {
    value: f64,
    fixed: f64,
}

/// The largest scale at which all extents fit into `width`, how much of the
/// width then lies before the zero line, and the width that is needed.
///
/// Both sides grow with the scale, so the largest is found by halving.
fn solve(extents: &[Extent], width: f64) -> (f64, f64, f64) {
    let largest = extents.iter().fold(0.0_f64, |far, extent| far.max(extent.value.abs()));
    let sides = |scale: f64| {
        extents.iter().fold((0.0_f64, 0.0_f64), |(before, after), extent| {
            let reach = extent.value.abs() * scale + extent.fixed;
            if extent.value < 0.0 { (before.max(reach), after) } else { (before, after.max(reach)) }
        })
    };
    let (mut low, mut high) = (0.0, if largest > 0.0 { width.max(0.0) / largest } else { 0.0 });
    for _ in 0..48 {
        let middle = (low + high) / 2.0;
        let (before, after) = sides(middle);
        if before + after <= width { low = middle } else { high = middle }
    }
    let (before, after) = sides(low);
    (low, before, before + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_leaves_room_for_every_label() {
        let extent = |value, fixed| Extent { value, fixed };
        let (scale, before, _) = solve(&[extent(10.0, 50.0), extent(5.0, 90.0)], 150.0);
        assert!((scale - 10.0).abs() < 1e-6 && before == 0.0);
        let (scale, before, _) = solve(&[extent(-10.0, 40.0), extent(10.0, 40.0)], 180.0);
        assert!((scale - 5.0).abs() < 1e-6 && (before - 90.0).abs() < 1e-6);
        assert_eq!(solve(&[extent(0.0, 40.0)], 100.0).0, 0.0);
        assert!(solve(&[extent(1.0, 400.0)], 100.0).0 < 1e-9, "labels alone are too wide");
    }
}
