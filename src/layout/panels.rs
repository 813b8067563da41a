//! Columns over many periods: a panel for each row, all on one scale.

use super::Area;
use super::bar::{self, Place, Way};
use super::inks::SeriesInk;
use super::period_axis;
use super::place::Obstacles;
use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::model::{Figure, Key};
use crate::scene::{Align, Mark, Stroke};
use crate::theme::Ink;

const NAME_COLUMN: f64 = 222.0;
const PLOT_HEIGHT: f64 = 96.0;
const MAX_COLUMN: f64 = 28.0;

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
    let scale = VerticalScale::new(sheet, chart);
    let mut y = area.top;
    for panel in &chart.panels {
        if panel.is_total && y > area.top {
            let stroke = Stroke::solid(Ink::Rule, 1.0);
            sheet.horizontal(y - sheet.px(10.0), (area.left, area.right), stroke);
        }
        y = draw_panel(sheet, chart, panel, &scale, Area { top: y, ..area }) + sheet.px(24.0);
    }
    y - sheet.px(24.0)
}

fn draw_panel(
    sheet: &mut Sheet,
    chart: &PanelChart,
    panel: &Panel,
    scale: &VerticalScale,
    area: Area,
) -> f64 {
    let style = if panel.is_total { sheet.heading() } else { sheet.name() };
    let (left, top) = if sheet.narrow {
        let lines = sheet.wrap(&panel.name, area.width(), 3, style);
        (area.left, sheet.write_lines(&lines, (area.left, area.top), Align::Start, style))
    } else {
        let column = sheet.px(NAME_COLUMN).min(area.width() * 0.34);
        let lines = sheet.wrap(&panel.name, column, 3, style);
        let middle = area.top + scale.zero - lines.len() as f64 * style.line / 2.0;
        sheet.write_lines(&lines, (area.left, middle.max(area.top)), Align::Start, style);
        (area.left + column + sheet.px(20.0), area.top)
    };
    let slots = Slots { left, width: (area.right - left) / panel.columns.len().max(1) as f64 };
    let zero = top + scale.zero;
    draw_columns(sheet, panel, scale, &slots, zero);
    sheet.horizontal(zero, (left, area.right), Stroke::solid(Ink::Text, 1.0));
    let places: Vec<f64> = (0..panel.columns.len()).map(|index| slots.middle(index)).collect();
    let sides = (left, area.right);
    period_axis::draw(sheet, &chart.periods, &places, sides, top + scale.height, &[])
}

fn draw_columns(sheet: &mut Sheet, panel: &Panel, scale: &VerticalScale, slots: &Slots, zero: f64) {
    let thickness = (slots.width * 0.62).min(sheet.px(MAX_COLUMN));
    let last = panel.columns.len().saturating_sub(1);
    let mut ends: Vec<f64> = Vec::with_capacity(panel.columns.len());
    for (index, column) in panel.columns.iter().enumerate() {
        let value = column.figure.value().unwrap_or(0.0);
        let way = if value < 0.0 { Way::Down } else { Way::Up };
        let place = Place { origin: Point::new(slots.middle(index), zero), thickness, way };
        let length = value.abs() * scale.scale;
        bar::draw(sheet, place, length, column.figure, panel.ink, index < last);
        let reach = match column.figure.missing() {
            Some(missing) => bar::sign_width(missing),
            None => length + bar::overhang(column.figure, thickness, value < 0.0),
        };
        ends.push(if way == Way::Down { zero + reach } else { zero - reach });
        let x = slots.middle(index) - slots.width / 2.0;
        let bounds = Rect::new(x, zero.min(zero - value * scale.scale), slots.width, length);
        let anchor = Point::new(slots.middle(index), zero - value * scale.scale);
        sheet.target(column.key, bounds.grow(2.0), anchor);
    }
    label_columns(sheet, panel, slots, &ends, zero);
}

/// First, last, extremes and missing first; the rest where it fits.
fn label_columns(sheet: &mut Sheet, panel: &Panel, slots: &Slots, ends: &[f64], zero: f64) {
    let figures: Vec<&Figure> = panel.columns.iter().map(|column| column.figure).collect();
    let mut taken = Obstacles::default();
    let limits = Rect::new(
        slots.left - slots.width,
        f64::MIN / 4.0,
        slots.width * (figures.len() as f64 + 2.0),
        f64::MAX / 2.0,
    );
    for (index, important) in super::by_importance(&figures) {
        let (Some(column), Some(&end)) = (panel.columns.get(index), ends.get(index)) else {
            continue;
        };
        let missing = column.figure.value().is_none();
        let style = if missing {
            sheet.small()
        } else if index + 1 == figures.len() {
            sheet.latest_value()
        } else {
            sheet.earlier_value()
        };
        // Words for a gap only where they fit; its sign says it already.
        if missing && sheet.width(&column.label, style) > slots.width {
            continue;
        }
        let gap = sheet.px(4.0);
        let baseline = if end > zero { end + gap + style.font.size } else { end - gap };
        let width = sheet.width(&column.label, style);
        let half = width / 2.0;
        let right = slots.left + slots.width * figures.len() as f64;
        let x = slots.middle(index).max(slots.left + half).min(right - half);
        let label = sheet.label(&column.label, Point::new(x, baseline), Align::Middle, style);
        let ink_box = label.ink_box();
        let free = if important {
            taken.choose(&[ink_box], &limits)
        } else {
            taken.choose_free(&[ink_box], &limits)
        };
        if free.is_some() {
            taken.add(ink_box);
            sheet.marks.push(Mark::Label(label));
        }
    }
}

/// Where each column stands.
struct Slots {
    left: f64,
    width: f64,
}

impl Slots {
    fn middle(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.width
    }
}

/// One scale for all panels, with zero in it and room for labels.
struct VerticalScale {
    /// CSS pixels for one unit.
    scale: f64,
    /// From the top of a panel to its zero line.
    zero: f64,
    height: f64,
}

impl VerticalScale {
    fn new(sheet: &Sheet, chart: &PanelChart) -> Self {
        let values = chart.panels.iter().flat_map(|panel| &panel.columns);
        let values = values.filter_map(|column| column.figure.value());
        let (low, high) = values
            .fold((0.0_f64, chart.at_least), |(low, high), value| (low.min(value), high.max(value)));
        let plot = sheet.px(PLOT_HEIGHT);
        let scale = if high > low { plot / (high - low) } else { 0.0 };
        // A label, an open end or a sign stands past the longest column.
        let room = sheet.px(24.0) + 14.0;
        let above = (high * scale).max(sheet.px(12.0)) + room;
        let below = if low < 0.0 { -low * scale + room } else { sheet.px(6.0) };
        VerticalScale { scale, zero: above, height: above + below }
    }
}
