//! Columns over many periods: a panel for each row, all on one scale.

use super::Area;
use super::bar::{self, Place, Way};
use super::inks::SeriesInk;
use super::period_axis;
use super::place::Obstacles;
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{Figure, Key};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;

const NAME_COLUMN: f64 = 222.0;
const PLOT_HEIGHT: f64 = 96.0;
/// Least room between two labels.
const LABEL_GAP: f64 = 4.0;
const MAX_COLUMN: f64 = 28.0;
/// A column takes so much of its place.
const COLUMN_SHARE: f64 = 0.62;

/// One panel: a name and a column for each period.
pub(super) struct Panel<'d> {
    pub name: String,
    pub is_total: bool,
    pub ink: SeriesInk,
    pub columns: Vec<Column<'d>>,
}

pub(super) struct Column<'d> {
    pub key: Key,
    pub figure: &'d Figure,
    pub label: String,
}

pub(super) struct PanelChart<'d> {
    pub panels: Vec<Panel<'d>>,
    pub periods: Vec<String>,
    /// The scale reaches at least so far: 100 for shares.
    pub at_least: f64,
}

/// Draws the panels from the top of `area`; the bottom of the last.
pub(super) fn draw(sheet: &mut Sheet, chart: &PanelChart, area: Area) -> f64 {
    let scale = common_scale(sheet, chart);
    let names =
        if sheet.narrow { area.width() } else { sheet.px(NAME_COLUMN).min(area.width() * 0.34) };
    let plot_left = if sheet.narrow { area.left } else { area.left + names + sheet.px(20.0) };
    let slots = Slots::new(sheet, chart, (plot_left, area.right));
    let mut y = area.top;
    for panel in &chart.panels {
        if panel.is_total && y > area.top {
            let stroke = Stroke::solid(Ink::Rule, 1.0);
            sheet.horizontal(y - sheet.px(10.0), (area.left, area.right), stroke);
        }
        let name_box = Area { top: y, right: area.left + names, ..area };
        y = draw_panel(sheet, chart, panel, scale, &slots, name_box) + sheet.px(24.0);
    }
    y - sheet.px(24.0)
}

/// Draws one panel, its name in `name_box`; the bottom of its periods.
fn draw_panel(
    sheet: &mut Sheet,
    chart: &PanelChart,
    panel: &Panel,
    scale: f64,
    slots: &Slots,
    name_box: Area,
) -> f64 {
    let extent = Extent::new(sheet, panel, scale, chart.at_least);
    let style = if panel.is_total { sheet.heading() } else { sheet.name() };
    let lines = sheet.wrap(&panel.name, name_box.width(), 3, style);
    let height = lines.len() as f64 * style.line;
    let (name_top, top) = if sheet.narrow {
        (name_box.top, name_box.top + height)
    } else {
        ((name_box.top + extent.above - height / 2.0).max(name_box.top), name_box.top)
    };
    sheet.write_lines(&lines, (name_box.left, name_top), Align::Start, style);
    let zero = top + extent.above;
    draw_columns(sheet, panel, scale, slots, zero);
    sheet.horizontal(zero, slots.sides, Stroke::solid(Ink::Text, 1.0));
    let places: Vec<f64> = (0..slots.count).map(|index| slots.middle(index)).collect();
    let periods_top = (zero + extent.below).max(name_top + height - sheet.px(6.0));
    period_axis::draw(sheet, &chart.periods, &places, slots.sides, periods_top, 2, &[])
}

fn draw_columns(sheet: &mut Sheet, panel: &Panel, scale: f64, slots: &Slots, zero: f64) {
    let thickness = (slots.width * COLUMN_SHARE).min(sheet.px(MAX_COLUMN));
    let last = panel.columns.len().saturating_sub(1);
    let mut ends: Vec<f64> = Vec::with_capacity(panel.columns.len());
    for (index, column) in panel.columns.iter().enumerate() {
        let value = column.figure.value().unwrap_or(0.0);
        let way = if value < 0.0 { Way::Down } else { Way::Up };
        let place = Place { origin: Point::new(slots.middle(index), zero), thickness, way };
        let length = value.abs() * scale;
        bar::draw(sheet, place, length, column.figure, panel.ink, index < last);
        let reach = match column.figure.missing() {
            Some(missing) => bar::sign_width(missing),
            None => length + bar::overhang(column.figure, thickness, value < 0.0),
        };
        ends.push(if way == Way::Down { zero + reach } else { zero - reach });
        let x = slots.middle(index) - slots.width / 2.0;
        let bounds = Rect::new(x, zero.min(zero - value * scale), slots.width, length);
        let anchor = Point::new(slots.middle(index), zero - value * scale);
        sheet.target(column.key, bounds.grow(2.0), anchor);
    }
    label_columns(sheet, panel, slots, &ends, zero);
}

/// First, last and extremes first; the rest where it fits.
fn label_columns(sheet: &mut Sheet, panel: &Panel, slots: &Slots, ends: &[f64], zero: f64) {
    let figures: Vec<&Figure> = panel.columns.iter().map(|column| column.figure).collect();
    let mut taken = Obstacles::default();
    for (index, (end, figure)) in ends.iter().zip(&figures).enumerate() {
        let sign = figure.missing().map_or(0.0, bar::sign_size);
        let width = (slots.width * COLUMN_SHARE).max(sign);
        let x = slots.middle(index) - width / 2.0;
        taken.add(Rect::new(x, end.min(zero), width, (end - zero).abs()).grow(-1.0));
    }
    for (index, important) in super::by_importance(&figures) {
        let (Some(column), Some(&end)) = (panel.columns.get(index), ends.get(index)) else {
            continue;
        };
        if column.figure.value().is_none() {
            continue;
        }
        let is_last = index + 1 == figures.len();
        let style = if is_last { sheet.latest_value() } else { sheet.earlier_value() };
        let gap = sheet.px(4.0);
        let baseline = if end > zero { end + gap + style.font.size * 0.8 } else { end - gap };
        let starts = slots.starts(index, sheet.width(&column.label, style));
        let at = (starts.as_slice(), baseline);
        write_if_free(sheet, &column.label, at, slots.sides, style, important, &mut taken);
    }
    label_gaps(sheet, panel, slots, zero, &mut taken);
}

/// A run of periods without figures is named once.
fn label_gaps(sheet: &mut Sheet, panel: &Panel, slots: &Slots, zero: f64, taken: &mut Obstacles) {
    let reason = |index: usize| panel.columns.get(index).and_then(|c| c.figure.missing());
    let mut first = 0;
    while first < panel.columns.len() {
        let mut next = first + 1;
        if let Some(missing) = reason(first) {
            while reason(next) == Some(missing) {
                next += 1;
            }
            let style = sheet.small();
            let baseline = zero - bar::sign_width(missing) - sheet.px(5.0);
            let label = panel.columns.get(first).map_or("", |column| column.label.as_str());
            // A word set aside would be read as its neighbour's.
            let centred = slots.middle((first + next - 1) / 2) - sheet.width(label, style) / 2.0;
            write_if_free(sheet, label, (&[centred], baseline), slots.sides, style, true, taken);
        }
        first = next;
    }
}

/// Writes a label at the first of `starts` that is free, as far as the sides
/// allow; one that need not be there only where there is room all round.
fn write_if_free(
    sheet: &mut Sheet,
    text: &str,
    (starts, baseline): (&[f64], f64),
    (left, right): (f64, f64),
    style: Style,
    important: bool,
    taken: &mut Obstacles,
) {
    let width = sheet.width(text, style);
    // Half a figure would be another figure: one that is too wide is left to
    // the table.
    if width > right - left {
        return;
    }
    let (up, height) = (style.font.size * 0.8, style.font.size * 1.04);
    let free = if important { 1.0 } else { 4.0 };
    let mut places = starts.iter().map(|start| {
        let start = start.min(right - width).max(left);
        Rect::new(start, baseline - up, width, height)
    });
    if let Some(ink) = places.find(|ink| taken.is_free(ink, free)) {
        // Two figures side by side would read as one without room between.
        taken.add(ink.grow(LABEL_GAP));
        sheet.write(text, Point::new(ink.x, baseline), Align::Start, style);
    }
}

/// Where each column stands.
struct Slots {
    /// Labels may reach so far.
    sides: (f64, f64),
    left: f64,
    width: f64,
    count: usize,
}

impl Slots {
    /// First and last are always labelled: where their labels are wider than
    /// their columns there is room for them at the sides, the same in all
    /// panels, so that periods stand below each other.
    fn new(sheet: &Sheet, chart: &PanelChart, (left, right): (f64, f64)) -> Self {
        let count = chart.periods.len().max(1);
        let widest = |style: Style, of: fn(&Panel) -> Option<usize>| {
            let labels = chart.panels.iter().filter_map(|panel| {
                let column = panel.columns.get(of(panel)?)?;
                column.figure.value().map(|_| column.label.as_str())
            });
            sheet.widest(labels, style)
        };
        let first = widest(sheet.earlier_value(), |_| Some(0));
        let last = widest(sheet.latest_value(), |panel| panel.columns.len().checked_sub(1));
        let even = (right - left) / count as f64;
        let most = (right - left) / 4.0;
        let spare = |label: f64| (label - even * COLUMN_SHARE).max(0.0).min(most);
        let sides = (left, right);
        let (left, right) = (left + spare(first), right - spare(last));
        Slots { sides, left, width: (right - left).max(1.0) / count as f64, count }
    }

    /// Where a figure's label may start: centred on its column, else flush with
    /// one of the column's sides.
    fn starts(&self, index: usize, width: f64) -> [f64; 3] {
        let column = self.width * COLUMN_SHARE / 2.0;
        let middle = self.middle(index);
        let (centred, to_left, to_right) =
            (middle - width / 2.0, middle + column - width, middle - column);
        if width <= self.width {
            [centred; 3]
        } else if index == 0 {
            [to_left; 3]
        } else if index + 1 == self.count {
            [to_right; 3]
        } else {
            [centred, to_left, to_right]
        }
    }

    fn middle(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.width
    }
}

/// CSS pixels for one unit, the same in all panels.
fn common_scale(sheet: &Sheet, chart: &PanelChart) -> f64 {
    let values = chart.panels.iter().flat_map(|panel| &panel.columns);
    let values = values.filter_map(|column| column.figure.value());
    let (low, high) = values
        .fold((0.0_f64, chart.at_least), |(low, high), value| (low.min(value), high.max(value)));
    if high > low { sheet.px(PLOT_HEIGHT) / (high - low) } else { 0.0 }
}

/// What a panel takes above and below its zero line, labels included.
struct Extent {
    above: f64,
    below: f64,
}

impl Extent {
    fn new(sheet: &Sheet, panel: &Panel, scale: f64, at_least: f64) -> Self {
        let values = panel.columns.iter().filter_map(|column| column.figure.value());
        let (low, high) = values
            .fold((0.0_f64, at_least), |(low, high), value| (low.min(value), high.max(value)));
        // A label, an open end or a sign stands past the longest column.
        let room = sheet.px(22.0) + 14.0;
        let above = (high * scale).max(sheet.px(16.0)) + room;
        let below = if low < 0.0 { -low * scale + room } else { sheet.px(6.0) };
        Extent { above, below }
    }
}
