//! Rows with a bar: a result against its plan, or a part of its whole.
//!
//! All bars share one scale in per cent, so that the rule of the full plan
//! stands at one place, and a whole is as long as a plan.

use super::Area;
use super::bar::{self, Place, Way};
use super::cells::{self, filled_part};
use super::inks::SeriesInk;
use super::sheet::{Sheet, Style};
use super::targets::Entry;
use super::verdict;
use crate::geom::{Point, Rect};
use crate::model::{Figure, LONGEST_BAR, Outturn};
use crate::scene::{Align, Fill, Mark, Stroke};
use crate::theme::Ink;

const FULL: f64 = 100.0;
/// Bars against a plan have room for so much, in per cent.
const ROOM: f64 = 112.0;
/// Shorter bars are put below their names.
const LEAST_BARS: f64 = 140.0;
/// Of the width, for the names beside the bars.
const NAMES_SHARE: f64 = 0.34;
const GAP: f64 = 16.0;
/// From the bar to the lines above and below it.
const BAR_GAP: f64 = 7.0;

/// Columns and scale, the same for every row.
pub(super) struct Grid {
    left: f64,
    right: f64,
    names: f64,
    bars: f64,
    verdict: f64,
    thickness: f64,
    /// CSS pixels for one per cent.
    scale: f64,
    /// Names and figures stand above and below their bars.
    is_stacked: bool,
}

impl Grid {
    pub fn new(sheet: &Sheet, entries: &[Entry], area: Area) -> Grid {
        let entries = || entries.iter().filter(|entry| !entry.is_key());
        let widest = |width: &dyn Fn(&Entry) -> f64| entries().map(width).fold(0.0, f64::max);
        let small = sheet.small();
        let names = widest(&|entry| {
            let asides = sheet.widest(entry.asides.iter().map(String::as_str), small);
            sheet.width(&entry.name, sheet.name()).max(asides)
        });
        let names = names.min(area.width() * NAMES_SHARE);
        let figures = widest(&|entry| {
            let value = sheet.width(&entry.value, value_style(sheet, entry));
            value.max(sheet.width(&entry.beside, small))
        });
        let verdicts = widest(&|entry| verdict::width(sheet, entry));
        let gap = sheet.px(GAP);
        let taken_by_verdicts = if verdicts > 0.0 { verdicts + gap } else { 0.0 };
        let room = area.width() - names - figures - taken_by_verdicts - 2.0 * gap;
        let is_stacked = sheet.narrow || room < sheet.px(LEAST_BARS);
        let bars_width = if is_stacked { area.width() } else { room };
        let bars = if is_stacked { area.left } else { area.left + names + gap };
        let thickness = sheet.px(if sheet.narrow { 14.0 } else { 16.0 });
        let has_plans = entries().any(|entry| entry.item.planned().is_some());
        let room_for_all = bars_width / if has_plans { ROOM } else { FULL };
        let scale = entries().fold(room_for_all, |scale, entry| {
            scale.min(largest_scale(entry, bars_width, thickness))
        });
        Grid {
            left: area.left,
            right: area.right,
            names,
            bars,
            verdict: bars + bars_width + gap,
            thickness,
            scale: scale.max(0.0),
            is_stacked,
        }
    }

    /// Where the rule of the full plan stands.
    pub fn plan(&self) -> f64 {
        self.bars + FULL * self.scale
    }
}

/// The scale at which the bar of an entry, with its end, still fits.
fn largest_scale(entry: &Entry, width: f64, thickness: f64) -> f64 {
    let (share, overhang) = match &entry.item.result {
        Outturn::Part(progress) => {
            let (figure, part) = filled_part(progress);
            (part * FULL, bar::overhang(figure, thickness, false))
        }
        Outturn::Planned(planned) => match planned.bar() {
            Some((percent, _)) if percent > LONGEST_BAR => (LONGEST_BAR, 0.0),
            Some((percent, figure)) => (percent, bar::overhang(figure, thickness, false)),
            None => (0.0, 0.0),
        },
        Outturn::Key(_) => (0.0, 0.0),
    };
    if share > 0.0 { (width - overhang) / share } else { f64::INFINITY }
}

/// Draws the rows from `top` on; the bottom of the last.
pub(super) fn draw(sheet: &mut Sheet, grid: &Grid, entries: &[Entry], top: f64) -> f64 {
    let mut y = top;
    for entry in entries {
        y = if grid.is_stacked {
            draw_stacked(sheet, grid, entry, y)
        } else {
            draw_wide(sheet, grid, entry, y)
        };
    }
    y
}

fn draw_wide(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) -> f64 {
    let (name, small, value) = (sheet.name(), sheet.small(), value_style(sheet, entry));
    let (lines, asides) = wrapped(sheet, entry, grid.names);
    let names = lines.len() as f64 * name.line + asides.len() as f64 * small.line;
    let beside: Vec<String> =
        std::iter::once(&entry.beside).filter(|text| !text.is_empty()).cloned().collect();
    let figures = value.line + beside.len() as f64 * small.line;
    let height = names.max(figures).max(grid.thickness + sheet.px(14.0)) + sheet.px(10.0);
    let middle = top + height / 2.0;
    let y = sheet.write_lines(&lines, (grid.left, middle - names / 2.0), Align::Start, name);
    sheet.write_lines(&asides, (grid.left, y), Align::Start, small);
    let mut bounds = draw_bar(sheet, grid, entry, middle);
    let at = Point::new(bounds.x + bounds.width / 2.0, middle);
    if let Some(verdict) = verdict::draw(sheet, entry, Point::new(grid.verdict, middle)) {
        bounds = bounds.union(&verdict);
    }
    let figures_top = middle - figures / 2.0;
    let line = Point::new(grid.right, figures_top + value.line / 2.0);
    let value_box = sheet.write_centred(&entry.value, line, Align::End, value);
    sheet.write_lines(&beside, (grid.right, figures_top + value.line), Align::End, small);
    let width = value_box.width.max(sheet.width(&entry.beside, small));
    bounds = bounds.union(&Rect::new(grid.right - width, figures_top, width, figures));
    sheet.target(entry.key, bounds.grow(2.0), at);
    top + height
}

fn draw_stacked(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) -> f64 {
    let (name, small) = (sheet.name(), sheet.small());
    let (lines, asides) = wrapped(sheet, entry, grid.right - grid.left);
    let y = sheet.write_lines(&lines, (grid.left, top), Align::Start, name);
    let y = sheet.write_lines(&asides, (grid.left, y), Align::Start, small);
    let has_bar = has_bar(entry);
    let (bar_gap, thickness) = (sheet.px(BAR_GAP), grid.thickness);
    let middle = y + bar_gap + thickness / 2.0;
    let anchor = if has_bar {
        let bar = draw_bar(sheet, grid, entry, middle);
        Point::new(bar.x + bar.width / 2.0, middle)
    } else {
        Point::new(grid.left, y)
    };
    let y = if has_bar { middle + thickness / 2.0 + bar_gap } else { y };
    let bottom = draw_figures(sheet, grid, entry, y);
    let bounds = Rect::new(grid.left, top, grid.right - grid.left, bottom - top);
    sheet.target(entry.key, bounds, anchor);
    bottom + sheet.px(12.0)
}

/// Value, what stands beside it, and at the right the verdict; what does not
/// fit takes a line of its own.
fn draw_figures(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) -> f64 {
    let (style, small, gap) = (value_style(sheet, entry), sheet.small(), sheet.px(8.0));
    let width = grid.right - grid.left;
    let verdict = verdict::width(sheet, entry);
    let value = crate::text::fit(&entry.value, width, style.font, sheet.measure);
    let value_right = sheet.width(&value, style) + gap;
    let beside_right = value_right + sheet.width(&entry.beside, small);
    let middle = top + style.line / 2.0;
    sheet.write_centred(&value, Point::new(grid.left, middle), Align::Start, style);
    let mut y = top + style.line;
    let verdict_fits = value_right + verdict <= width;
    let taken = if verdict_fits && verdict > 0.0 { gap + verdict } else { 0.0 };
    if beside_right + taken <= width {
        let at = Point::new(grid.left + value_right, middle);
        sheet.write_centred(&entry.beside, at, Align::Start, small);
    } else {
        let lines = sheet.wrap(&entry.beside, width, 3, small);
        y = sheet.write_lines(&lines, (grid.left, y), Align::Start, small);
    }
    if verdict_fits {
        verdict::draw(sheet, entry, Point::new(grid.right - verdict, middle));
    } else {
        let line = sheet.verdict().line;
        verdict::draw(sheet, entry, Point::new(grid.left, y + line / 2.0));
        y += line;
    }
    y
}

/// Name and asides, in lines.
fn wrapped(sheet: &Sheet, entry: &Entry, width: f64) -> (Vec<String>, Vec<String>) {
    let small = sheet.small();
    let asides = entry.asides.iter().flat_map(|aside| sheet.wrap(aside, width, 3, small));
    (sheet.wrap(&entry.name, width, 3, sheet.name()), asides.collect())
}

fn value_style(sheet: &Sheet, entry: &Entry) -> Style {
    if entry.missing.is_some() { sheet.missing() } else { sheet.value() }
}

/// A plan of zero has no share to draw.
fn has_bar(entry: &Entry) -> bool {
    entry.item.planned().is_none_or(|planned| planned.bar().is_some())
}

/// Draws the bar of an entry; the box that it may fill up to its whole.
fn draw_bar(sheet: &mut Sheet, grid: &Grid, entry: &Entry, middle: f64) -> Rect {
    let top = middle - grid.thickness / 2.0;
    let whole = Rect::new(grid.bars, top, FULL * grid.scale, grid.thickness);
    match &entry.item.result {
        Outturn::Part(progress) => cells::draw(sheet, progress, entry.ink, false, whole),
        Outturn::Planned(planned) => {
            if let Some((percent, figure)) = planned.bar() {
                // Not the grid's ink: in forced colours that is the bar's own, as an
                // outline is right there, and hardly seen elsewhere.
                sheet.marks.push(Mark::Rect {
                    rect: whole,
                    radius: 0.0,
                    fill: Some(Fill::Solid(Ink::Track)),
                    stroke: Some(Stroke::solid(Ink::Grid, 1.0)),
                });
                let origin = Point::new(grid.bars, middle);
                let place = Place { origin, thickness: grid.thickness, way: Way::Right };
                draw_share(sheet, grid, entry.ink, (percent, figure), place);
                bar::draw_target(sheet, place, whole.width);
            }
        }
        Outturn::Key(_) => {}
    }
    whole
}

fn draw_share(
    sheet: &mut Sheet,
    grid: &Grid,
    ink: SeriesInk,
    (percent, figure): (f64, &Figure),
    place: Place,
) {
    let length = percent.min(LONGEST_BAR) * grid.scale;
    if percent <= LONGEST_BAR {
        bar::draw(sheet, place, length, figure, ink, false);
        return;
    }
    // Where a bar goes on, its end says nothing.
    bar::draw(sheet, place, length, &figure.without_qualifier(), ink, false);
    let half = place.thickness / 2.0;
    for at in [length - 15.0, length - 8.0] {
        let x = place.origin.x + at;
        let from = Point::new(x - 3.0, place.origin.y + half + 1.0);
        let to = Point::new(x + 3.0, place.origin.y - half - 1.0);
        sheet.line(from, to, Stroke::solid(Ink::Surface, 2.5));
    }
}
