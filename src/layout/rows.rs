//! Bars in rows: a name, a bar for each period, and the figure at its end.
//!
//! Growth with few periods and poverty at one period are drawn so. There is
//! no axis: every bar carries its figure, and all bars share one scale.

mod grid;

use self::grid::Grid;
use super::Area;
use super::bar::{self, Place, Way};
use super::inks::SeriesInk;
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{Figure, Key, Role};
use crate::scene::{Align, Stroke, Target};
use crate::theme::Ink;

/// From a bar's end to its label.
const LABEL_GAP: f64 = 8.0;
/// From the middle of a target's rule to a label.
const TARGET_GAP: f64 = 2.0 + LABEL_GAP;
/// From the bars to the lines below them.
const NOTE_GAP: f64 = 3.0;
/// Labels of periods are wrapped, not cut: two might begin alike.
const PERIOD_LINES: usize = 4;
/// From the bars to the strip.
const STRIP_GAP: f64 = 9.0;

/// One row and all that is written about it.
pub(super) struct BarRow<'d> {
    /// “Khu vực II”, above the name or before it.
    pub numeral: Option<String>,
    pub name: String,
    /// A total stands below a rule, its name semibold.
    pub role: Role,
    pub ink: SeriesInk,
    /// One bar a period.
    pub bars: Vec<Bar<'d>>,
    /// Lines below the bars.
    pub notes: Vec<String>,
    /// Right-aligned beside each bar, where the chart has such a column.
    pub asides: Vec<String>,
    /// The parts of the latest bar, below it on the same scale.
    pub strip: Option<Strip>,
}

impl BarRow<'_> {
    fn is_total(&self) -> bool {
        matches!(self.role, Role::Total | Role::Target)
    }
}

pub(super) struct Bar<'d> {
    pub key: Key,
    pub figure: &'d Figure,
    pub label: String,
    /// A target on this bar's scale.
    pub target: Option<TargetRule>,
}

pub(super) struct TargetRule {
    pub key: Key,
    /// Of one that is withheld there is no rule, only the words.
    pub value: Option<f64>,
    pub label: String,
}

/// What a bar is made of, as published, and what that leaves unexplained.
pub(super) struct Strip {
    pub label: String,
    pub parts: Vec<(f64, SeriesInk)>,
    pub remainder: f64,
    pub text: String,
}

impl Strip {
    /// How long it is, in the unit of the bars.
    fn sum(&self) -> f64 {
        let mut sum = self.remainder;
        for (value, _) in &self.parts {
            sum += value;
        }
        sum
    }
}

pub(super) struct BarChart<'d> {
    pub rows: Vec<BarRow<'d>>,
    /// Labels of the periods; empty where there is only one.
    pub periods: Vec<String>,
    /// Heading of the column of asides, a line each.
    pub aside_heading: Vec<String>,
}

/// Draws the rows from the top of `area`; the bottom of the last.
pub(super) fn draw(sheet: &mut Sheet, chart: &BarChart, area: Area) -> f64 {
    let grid = Grid::new(sheet, chart, area);
    let top = draw_aside_heading(sheet, chart, &grid, area.top);
    if sheet.narrow {
        draw_narrow(sheet, chart, &grid, top)
    } else {
        draw_wide(sheet, chart, &grid, top)
    }
}

fn draw_wide(sheet: &mut Sheet, chart: &BarChart, grid: &Grid, top: f64) -> f64 {
    let mut y = top;
    let mut zero_line = (top, top);
    for row in &chart.rows {
        if row.is_total() && y > top {
            let rule = y + sheet.px(6.0);
            let stroke = Stroke::solid(Ink::Rule, 1.0);
            sheet.horizontal(rule, (grid.name.0, grid.right), stroke);
            y = rule + sheet.px(10.0);
        }
        let name_style = super::name_style(sheet, row.role);
        let numeral_style = sheet.small();
        let lines = sheet.wrap(&row.name, grid.name.1 - grid.name.0, 3, name_style);
        let numeral: Vec<String> = row.numeral.iter().cloned().collect();
        let names =
            numeral.len() as f64 * numeral_style.line + lines.len() as f64 * name_style.line;
        let bars = block_height(sheet, chart, grid, row);
        let height = names.max(bars) + sheet.px(24.0);
        let names_top = y + (height - names) / 2.0;
        let below =
            sheet.write_lines(&numeral, (grid.name.0, names_top), Align::Start, numeral_style);
        sheet.write_lines(&lines, (grid.name.0, below), Align::Start, name_style);
        draw_block(sheet, chart, grid, row, y + (height - bars) / 2.0);
        y += height;
        zero_line.1 = y;
    }
    if !grid.has_labels_below() {
        draw_zero_line(sheet, grid, zero_line, 0.0);
    }
    y
}

fn draw_narrow(sheet: &mut Sheet, chart: &BarChart, grid: &Grid, top: f64) -> f64 {
    let mut y = top;
    for row in &chart.rows {
        if row.is_total() && y > top {
            sheet.horizontal(y, (grid.name.0, grid.right), Stroke::solid(Ink::Rule, 1.0));
            y += sheet.px(10.0);
        }
        y = draw_name_above(sheet, grid, row, y) + sheet.px(5.0);
        let bottom = draw_block(sheet, chart, grid, row, y);
        y = bottom + sheet.px(14.0);
    }
    y - sheet.px(10.0)
}

/// Numeral and name on one line where they fit, else one below the other.
fn draw_name_above(sheet: &mut Sheet, grid: &Grid, row: &BarRow, top: f64) -> f64 {
    let name_style = super::name_style(sheet, row.role);
    let mut numeral_style = sheet.subtitle();
    numeral_style.line = name_style.line;
    let width = grid.right - grid.name.0;
    let mut y = top;
    let mut x = grid.name.0;
    if let Some(numeral) = &row.numeral {
        let after = sheet.width(numeral, numeral_style) + sheet.px(6.0);
        let fits = after + sheet.width(&row.name, name_style) <= width;
        y = sheet.write_lines(std::slice::from_ref(numeral), (x, y), Align::Start, numeral_style);
        if fits {
            x += after;
            y = top;
        }
    }
    let lines = sheet.wrap(&row.name, grid.right - x, 3, name_style);
    sheet.write_lines(&lines, (x, y), Align::Start, name_style)
}

fn draw_aside_heading(sheet: &mut Sheet, chart: &BarChart, grid: &Grid, top: f64) -> f64 {
    if !has_asides(sheet, chart) {
        return top;
    }
    let style = sheet.small();
    sheet.write_lines(&chart.aside_heading, (grid.right, top), Align::End, style)
}

fn has_asides(sheet: &Sheet, chart: &BarChart) -> bool {
    !sheet.narrow && !chart.aside_heading.is_empty()
}

/// Bars, lines below them, and the strip.
fn block_height(sheet: &Sheet, chart: &BarChart, grid: &Grid, row: &BarRow) -> f64 {
    let bars = row.bars.len() as f64 * grid.pitch() - grid.gap;
    let small = sheet.small().line;
    let notes = note_lines(sheet, chart, grid, row);
    let gap = if notes.is_empty() { 0.0 } else { sheet.px(NOTE_GAP) };
    let notes = gap + notes.len() as f64 * small;
    let strip = match &row.strip {
        Some(strip) => {
            let below = strip_lines(sheet, grid, strip).len() as f64;
            sheet.px(STRIP_GAP) + small * (1.0 + below)
        }
        None => 0.0,
    };
    bars + notes + strip
}

fn draw_block(sheet: &mut Sheet, chart: &BarChart, grid: &Grid, row: &BarRow, top: f64) -> f64 {
    let last = row.bars.len().saturating_sub(1);
    let mut y = top;
    for (index, bar) in row.bars.iter().enumerate() {
        let middle = y + grid.bar_middle();
        let earlier = index < last;
        if let Some(period) = chart.periods.get(index) {
            let style = period_style(sheet, earlier);
            let lines = sheet.wrap(period, grid.period_width(), PERIOD_LINES, style);
            let lines_top = middle - lines.len() as f64 * style.line / 2.0;
            sheet.write_lines(&lines, (grid.period_right, lines_top), Align::End, style);
        }
        let bounds = draw_bar(sheet, chart, grid, row, bar, middle, earlier);
        if has_asides(sheet, chart)
            && let Some(aside) = row.asides.get(index)
        {
            let style = if earlier { sheet.earlier_value() } else { sheet.latest_value() };
            sheet.write_centred(aside, Point::new(grid.right, middle), Align::End, style);
        }
        sheet.target(bar.key, bounds, Point::new(bounds.x + bounds.width / 2.0, middle));
        if let Some(target) = &bar.target {
            let x = target.value.map_or(bounds.right(), |value| grid.x(value));
            let top = middle - grid.thickness / 2.0;
            let bounds = Rect::new(x - 6.0, top - 6.0, 12.0, grid.thickness + 12.0);
            let anchor = Point::new(x, middle);
            sheet.last_targets.push(Target { key: target.key, bounds, anchor });
        }
        y += grid.pitch();
    }
    y -= grid.gap;
    if sheet.narrow && !grid.has_labels_below() {
        draw_zero_line(sheet, grid, (top, y), sheet.px(4.0));
    }
    let style = sheet.small();
    let notes = note_lines(sheet, chart, grid, row);
    if !notes.is_empty() {
        y += sheet.px(NOTE_GAP);
    }
    y = sheet.write_lines(&notes, (grid.note_left(), y), Align::Start, style);
    match &row.strip {
        Some(strip) => draw_strip(sheet, grid, strip, y),
        None => y,
    }
}

fn period_style(sheet: &Sheet, earlier: bool) -> Style {
    if earlier { sheet.small() } else { sheet.small_strong() }
}

/// The zero line beside bars, `proud` of them.
fn draw_zero_line(sheet: &mut Sheet, grid: &Grid, (top, bottom): (f64, f64), proud: f64) {
    let stroke = Stroke::solid(Ink::Text, 1.0);
    sheet.vertical(grid.zero, (top - proud, bottom + proud), stroke);
}

/// Bar and label; the box round both.
fn draw_bar(
    sheet: &mut Sheet,
    chart: &BarChart,
    grid: &Grid,
    row: &BarRow,
    bar: &Bar,
    middle: f64,
    earlier: bool,
) -> Rect {
    let value = bar.figure.value().unwrap_or(0.0);
    let way = if value < 0.0 { Way::Left } else { Way::Right };
    let place = Place { origin: Point::new(grid.zero, middle), thickness: grid.thickness, way };
    let length = value.abs() * grid.scale;
    match row.role {
        Role::Remainder if length > 0.0 => bar::draw_remainder(sheet, place, length, bar.figure),
        _ => bar::draw(sheet, place, length, bar.figure, row.ink, earlier),
    }
    if let Some(value) = bar.target.as_ref().and_then(|target| target.value) {
        bar::draw_target(sheet, place, along(way, value) * grid.scale);
    }
    let style = label_style(sheet, chart, bar, earlier);
    let label = if grid.has_labels_below() {
        write_label_below(sheet, grid, bar, place, style)
    } else {
        write_label_beside(sheet, grid, bar, place, style)
    };
    let box_left = if way == Way::Left { grid.zero - length } else { grid.zero };
    let drawn = Rect::new(box_left, middle - grid.thickness / 2.0, length, grid.thickness);
    drawn.union(&label).grow(4.0)
}

/// A value as seen along a bar.
fn along(way: Way, value: f64) -> f64 {
    if way == Way::Left { -value } else { value }
}

/// The figure under its own bar, as near to the zero line as there is room.
fn write_label_below(
    sheet: &mut Sheet,
    grid: &Grid,
    bar: &Bar,
    place: Place,
    style: Style,
) -> Rect {
    // In one piece the zero line would cross the figures.
    let middle = place.origin.y;
    let half = grid.thickness / 2.0;
    draw_zero_line(sheet, grid, (middle - half, middle + half), 2.0);
    let room = grid.bars_right - grid.bars_left;
    let text = crate::text::fit(&bar.label, room, style.font, sheet.measure);
    let width = sheet.width(&text, style);
    let wanted = if place.way == Way::Left { grid.zero - width } else { grid.zero };
    let left = wanted.min(grid.bars_right - width).max(grid.bars_left);
    let below = middle + half + grid.label_line - sheet.missing().line / 2.0;
    sheet.write_centred(&text, Point::new(left, below), Align::Start, style)
}

/// The figure past the end of its bar and the rule of its target, then the
/// target's own words.
fn write_label_beside(
    sheet: &mut Sheet,
    grid: &Grid,
    bar: &Bar,
    place: Place,
    style: Style,
) -> Rect {
    let Place { way, origin, .. } = place;
    let past = |value: f64, gap: f64| along(way, value) * grid.scale + gap;
    let past_bar = past(bar.figure.value().unwrap_or(0.0), end_width(bar, grid.thickness));
    let target = bar.target.as_ref().and_then(|target| target.value);
    let on_this_side = target.filter(|&target| (target < 0.0) == (way == Way::Left));
    let past_target = on_this_side.map_or(0.0, |target| past(target, TARGET_GAP));
    let start = past_bar.max(past_target);
    let (x, align) = match way {
        Way::Left => (grid.zero - start, Align::End),
        _ => (grid.zero + start, Align::Start),
    };
    let label = sheet.write_centred(&bar.label, Point::new(x, origin.y), align, style);
    if let Some(words) = bar.target.as_ref().filter(|_| grid.has_target_labels(sheet)) {
        let after = match way {
            Way::Left => {
                target.map_or(0.0, |target| grid.x(target) + TARGET_GAP).max(grid.zero + LABEL_GAP)
            }
            _ => label.right() + LABEL_GAP,
        };
        let small = sheet.small();
        sheet.write_centred(&words.label, Point::new(after, origin.y), Align::Start, small);
    }
    label
}

fn label_style(sheet: &Sheet, chart: &BarChart, bar: &Bar, earlier: bool) -> Style {
    if bar.figure.value().is_none() {
        sheet.missing()
    } else if chart.periods.is_empty() {
        sheet.value()
    } else if earlier {
        sheet.earlier_value()
    } else {
        sheet.latest_value()
    }
}

/// From a bar's length to the start of its label.
fn end_width(bar: &Bar, thickness: f64) -> f64 {
    match bar.figure.missing() {
        Some(missing) => bar::sign_width(missing) + LABEL_GAP,
        None => {
            let negative = bar.figure.value().is_some_and(|value| value < 0.0);
            bar::overhang(bar.figure, thickness, negative) + LABEL_GAP
        }
    }
}

fn draw_strip(sheet: &mut Sheet, grid: &Grid, strip: &Strip, top: f64) -> f64 {
    let small = sheet.small();
    let middle = top + sheet.px(STRIP_GAP) + small.line / 2.0;
    let height = sheet.px(10.0);
    sheet.write_centred(&strip.label, Point::new(grid.period_right, middle), Align::End, small);
    let mut x = grid.zero;
    for (value, ink) in &strip.parts {
        let width = value * grid.scale;
        sheet.fill(Rect::new(x, middle - height / 2.0, (width - 1.0).max(0.5), height), ink.main);
        x += width;
    }
    if strip.remainder > 0.0 {
        let width = strip.remainder * grid.scale;
        super::mark_remainder(sheet, Rect::new(x, middle - height / 2.0, width, height));
        x += width;
    }
    let below = strip_lines(sheet, grid, strip);
    if below.is_empty() {
        sheet.write_centred(&strip.text, Point::new(x + LABEL_GAP, middle), Align::Start, small);
    }
    sheet.write_lines(&below, (grid.note_left(), middle + small.line / 2.0), Align::Start, small)
}

/// Lines below the bars: what the row has to say, and the targets that have
/// no room beside them.
fn note_lines(sheet: &Sheet, chart: &BarChart, grid: &Grid, row: &BarRow) -> Vec<String> {
    let mut notes = row.notes.clone();
    if !grid.has_target_labels(sheet) {
        let targets = row.bars.iter().enumerate();
        let targets = targets.filter_map(|(index, bar)| Some((index, bar.target.as_ref()?)));
        notes.extend(targets.map(|(index, target)| match chart.periods.get(index) {
            Some(period) => [period, ": ", &target.label].concat(),
            None => target.label.clone(),
        }));
    }
    notes.iter().flat_map(|note| wrap_note(sheet, grid, note)).collect()
}

fn wrap_note(sheet: &Sheet, grid: &Grid, note: &str) -> Vec<String> {
    sheet.wrap(note, grid.right - grid.note_left(), 3, sheet.small())
}

/// The sum of a strip stands below it on a phone, and where it is too wide beside it.
fn strip_lines(sheet: &Sheet, grid: &Grid, strip: &Strip) -> Vec<String> {
    let end =
        grid.zero + strip.sum() * grid.scale + LABEL_GAP + sheet.width(&strip.text, sheet.small());
    if sheet.narrow || end > grid.right { wrap_note(sheet, grid, &strip.text) } else { Vec::new() }
}
