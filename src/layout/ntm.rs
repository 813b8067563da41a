//! Levels of the New Rural programme: how many of how many.
//!
//! Up to thirty units are cells, the same cell in all rows, so that 2 of 2 is
//! shorter than 2 of 15. More are an outlined bar whose length is its own
//! denominator on a common scale. Many periods are panels of columns.

use super::Area;
use super::bar::{self, Place, Way};
use super::inks::{SeriesInk, series_inks};
use super::panels::{self, Column, Panel, PanelChart};
use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Figure, Key, Level, Ntm, Number, Observation, Progress};
use crate::scene::{Align, Fill, Mark, Stroke};
use crate::theme::Ink;
use crate::words;

/// Units that are still counted by eye.
const MOST_CELLS: f64 = 30.0;
/// From so many periods on, rows say less than columns in time.
const PANELS_FROM: usize = 7;
const CELL_GAP: f64 = 3.0;
const CELL_RADIUS: f64 = 2.0;

pub(super) fn draw(sheet: &mut Sheet, ntm: &Ntm, highlight: Option<&str>, area: Area) -> f64 {
    let ids: Vec<&str> = ntm.levels.iter().map(|level| level.id.as_str()).collect();
    let inks = series_inks(ChartKind::Ntm, &ids, highlight);
    if ntm.periods.len() >= PANELS_FROM {
        return draw_panels(sheet, ntm, &inks, area);
    }
    let grid = Grid::new(sheet, ntm, area);
    let mut y = area.top;
    for (index, (level, ink)) in ntm.levels.iter().zip(inks).enumerate() {
        if index > 0 {
            sheet.horizontal(y, (area.left, area.right), Stroke::solid(Ink::Grid, 1.0));
            y += sheet.px(if sheet.narrow { 14.0 } else { 4.0 });
        }
        y = draw_level(sheet, ntm, &grid, index, level, ink, y);
        y += sheet.px(if sheet.narrow { 14.0 } else { 4.0 });
    }
    y
}

fn level_name(level: &Level, locale: &Locale) -> String {
    words::row_name(ChartKind::Ntm, &level.id, level.name.as_ref(), locale)
}

/// What is written of one period of a level.
struct Written {
    /// “15/15”, “79,3%”, or what is missing.
    value: String,
    /// “xã, 100%”, or “6.084 của 7.669 xã”.
    beside: String,
}

fn written(level: &Level, progress: &Progress, several: bool, locale: &Locale) -> Written {
    let share = words::progress_share(progress, locale);
    // Among several periods the subtitle's unit must be enough.
    let unit = if several { None } else { words::level_unit(level, locale) }.unwrap_or_default();
    let known = progress.count.value().is_some();
    let count = words::progress_count(progress, locale);
    let count = super::with_status(count, &progress.count, locale);
    match share {
        Some(share) if known && is_cells(progress) => {
            let parts = [unit, share];
            let beside: Vec<&str> =
                parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            Written { value: count, beside: beside.join(", ") }
        }
        Some(share) if known && several => Written { value: share, beside: count },
        Some(share) if known => Written { value: share, beside: count_of(progress, &unit, locale) },
        Some(share) => Written { value: share, beside: count },
        None => Written { value: count, beside: unit },
    }
}

/// “6.084 trong 7.669 xã”.
fn count_of(progress: &Progress, unit: &str, locale: &Locale) -> String {
    let count = words::figure(&progress.count, "", locale);
    let of = locale.number(progress.of.value, progress.of.decimals);
    locale.say(Word::CountOf, &[("count", &count), ("of", &words::with_unit(&of, unit))])
}

fn is_cells(progress: &Progress) -> bool {
    progress.of.value <= MOST_CELLS
}

/// Columns and sizes, the same for every row.
struct Grid {
    left: f64,
    right: f64,
    /// Right end of the column of periods; the left edge where there is none.
    period_right: f64,
    marks: f64,
    cell: f64,
    height: f64,
    /// CSS pixels for one unit of an outlined bar.
    scale: f64,
    /// Width of the column of values.
    values: f64,
    names: f64,
}

impl Grid {
    fn new(sheet: &Sheet, ntm: &Ntm, area: Area) -> Grid {
        let several = ntm.periods.len() > 1;
        let progress = || ntm.levels.iter().flat_map(|level| &level.progress);
        let most = |cells: bool| {
            let of = progress().filter(|p| is_cells(p) == cells).map(|p| p.of.value);
            of.fold(0.0, f64::max)
        };
        let mut values = 0.0_f64;
        for level in &ntm.levels {
            for one in &level.progress {
                let text = written(level, one, several, sheet.locale);
                let value = value_style(sheet, one, several, true);
                let wide_beside = if several || (!sheet.narrow && is_cells(one)) {
                    sheet.width(&text.beside, sheet.small())
                } else {
                    0.0
                };
                let own = sheet.width(&text.value, value);
                values = values.max(if several {
                    own + wide_beside + 8.0
                } else {
                    own.max(wide_beside)
                });
            }
        }
        let gap = sheet.px(20.0);
        let names: Vec<String> =
            ntm.levels.iter().map(|level| level_name(level, sheet.locale)).collect();
        let names = if sheet.narrow {
            area.width() - if several { 0.0 } else { values + sheet.px(12.0) }
        } else {
            let widest = sheet.widest(names.iter().map(String::as_str), sheet.name());
            widest.min(area.width() * 0.36)
        };
        let mut period_right = if sheet.narrow { area.left } else { area.left + names };
        let mut marks = if sheet.narrow { area.left } else { period_right + gap };
        if several {
            let labels = ntm.periods.labels.iter().map(|label| label.get(sheet.locale.code()));
            let column = sheet.widest(labels, sheet.small_strong()).min(area.width() * 0.25);
            period_right += column + if sheet.narrow { 0.0 } else { gap };
            marks = period_right + sheet.px(10.0);
        }
        let beside = if sheet.narrow && !several { 0.0 } else { values + gap };
        let height = sheet.px(match (several, sheet.narrow) {
            (true, _) => 16.0,
            (false, true) => 18.0,
            (false, false) => 20.0,
        });
        // The open end of “over” stands past the bar.
        let ends = progress().map(|one| bar::overhang(filled_part(one).0, height, false));
        let room = (area.right - beside - marks - ends.fold(0.0, f64::max)).max(1.0);
        let cells = most(true).max(1.0);
        let widest_cell = sheet.px(if sheet.narrow { 17.0 } else { 16.0 });
        let cell = ((room + CELL_GAP) / cells - CELL_GAP).min(widest_cell).max(1.0);
        Grid {
            left: area.left,
            right: area.right,
            period_right,
            marks,
            cell,
            height,
            scale: room / most(false).max(1.0),
            values,
            names,
        }
    }

    /// Length of a row of cells, or of an outlined bar.
    fn length(&self, progress: &Progress) -> f64 {
        if is_cells(progress) {
            progress.of.value * (self.cell + CELL_GAP) - CELL_GAP
        } else {
            progress.of.value * self.scale
        }
    }
}

fn value_style(
    sheet: &Sheet,
    progress: &Progress,
    several: bool,
    latest: bool,
) -> super::sheet::Style {
    let is_known = progress.count.value().is_some() || progress.share.is_some();
    match (is_known, several) {
        (false, _) => sheet.missing(),
        (true, false) => sheet.big_value(),
        (true, true) if latest => sheet.latest_value(),
        (true, true) => sheet.earlier_value(),
    }
}

fn draw_level(
    sheet: &mut Sheet,
    ntm: &Ntm,
    grid: &Grid,
    row: usize,
    level: &Level,
    ink: SeriesInk,
    top: f64,
) -> f64 {
    let name_style = sheet.name();
    let lines = sheet.wrap(&level_name(level, sheet.locale), grid.names, 3, name_style);
    let names = lines.len() as f64 * name_style.line;
    if sheet.narrow {
        let below = sheet.write_lines(&lines, (grid.left, top), Align::Start, name_style);
        let top = below + sheet.px(6.0);
        return draw_progress_rows(sheet, ntm, grid, (row, level, ink), (top, below - names));
    }
    let block = progress_height(sheet, grid, level);
    let height = names.max(block) + sheet.px(12.0);
    let names_top = top + (height - names) / 2.0;
    sheet.write_lines(&lines, (grid.left, names_top), Align::Start, name_style);
    let block_top = top + (height - block) / 2.0;
    draw_progress_rows(sheet, ntm, grid, (row, level, ink), (block_top, block_top));
    top + height
}

/// Height of the marks of a level on a wide figure.
fn progress_height(sheet: &Sheet, grid: &Grid, level: &Level) -> f64 {
    match level.progress.as_slice() {
        [one] if is_cells(one) => sheet.big_value().line + sheet.small().line,
        [_] => grid.height + sheet.px(4.0) + sheet.small().line,
        many => many.len() as f64 * (grid.height + sheet.px(6.0)) - sheet.px(6.0),
    }
}

/// Draws the periods of a level; `name_top` is where its name begins.
fn draw_progress_rows(
    sheet: &mut Sheet,
    ntm: &Ntm,
    grid: &Grid,
    (row, level, ink): (usize, &Level, SeriesInk),
    (top, name_top): (f64, f64),
) -> f64 {
    let several = ntm.periods.len() > 1;
    let last = level.progress.len().saturating_sub(1);
    let mut y = top;
    for (period, progress) in level.progress.iter().enumerate() {
        let key = Key { row, period };
        let earlier = period < last;
        let text = written(level, progress, several, sheet.locale);
        if !several {
            return draw_single(sheet, grid, (progress, ink), (key, &text), (y, name_top));
        }
        let middle = y + grid.height / 2.0;
        let marks = Rect::new(grid.marks, y, grid.length(progress), grid.height);
        draw_marks(sheet, grid, progress, ink, earlier, marks);
        let style = if earlier { sheet.small() } else { sheet.small_strong() };
        if let Some(label) = ntm.periods.labels.get(period) {
            let column =
                grid.period_right - if sheet.narrow { grid.left } else { grid.left + grid.names };
            let label = label.get(sheet.locale.code());
            let label = crate::text::fit(label, column, style.font, sheet.measure);
            sheet.write_centred(&label, Point::new(grid.period_right, middle), Align::End, style);
        }
        let small = sheet.small();
        let right = Point::new(grid.right, middle);
        let beside = sheet.write_centred(&text.beside, right, Align::End, small);
        let style = value_style(sheet, progress, true, !earlier);
        let end = Point::new(grid.right - grid.values + sheet.width(&text.value, style), middle);
        sheet.write_centred(&text.value, end, Align::End, style);
        let bounds = marks.union(&beside).grow(2.0);
        sheet.target(key, bounds, Point::new(marks.x + marks.width / 2.0, middle));
        y += grid.height + sheet.px(6.0);
    }
    y - sheet.px(6.0)
}

/// A level at one period: marks, the figure at the right, what it is of.
fn draw_single(
    sheet: &mut Sheet,
    grid: &Grid,
    (progress, ink): (&Progress, SeriesInk),
    (key, text): (Key, &Written),
    (top, name_top): (f64, f64),
) -> f64 {
    let value_style = value_style(sheet, progress, false, true);
    let small = sheet.small();
    let length = grid.length(progress);
    let cells = is_cells(progress);
    let value_lines = value_style.line + small.line;
    // Wide cells are centred on their two lines of figures.
    let marks_top =
        if !sheet.narrow && cells { top + (value_lines - grid.height) / 2.0 } else { top };
    let marks = Rect::new(grid.marks, marks_top, length, grid.height);
    draw_marks(sheet, grid, progress, ink, false, marks);
    let middle = marks.center().y;
    let value_at = if sheet.narrow {
        Point::new(grid.right, name_top + sheet.name().line / 2.0)
    } else if cells {
        Point::new(grid.right, top + value_style.line / 2.0)
    } else {
        Point::new(grid.right, middle)
    };
    let value = sheet.write_centred(&text.value, value_at, Align::End, value_style);
    let beside_width = sheet.width(&text.beside, small);
    let gap = sheet.px(10.0);
    let beside = if !sheet.narrow && cells {
        let at = Point::new(grid.right, top + value_style.line + small.line / 2.0);
        sheet.write_centred(&text.beside, at, Align::End, small)
    } else if cells && marks.right() + gap + beside_width <= grid.right {
        let at = Point::new(marks.right() + gap, middle);
        sheet.write_centred(&text.beside, at, Align::Start, small)
    } else {
        let at = Point::new(grid.marks, marks.bottom() + sheet.px(4.0) + small.line / 2.0);
        sheet.write_centred(&text.beside, at, Align::Start, small)
    };
    let bounds = marks.union(&value).union(&beside).grow(2.0);
    sheet.target(key, bounds, Point::new(marks.x + marks.width / 2.0, middle));
    marks.bottom().max(beside.bottom())
}

/// Cells where each stands for a unit, else an outlined bar with the count,
/// or the share, in it.
fn draw_marks(
    sheet: &mut Sheet,
    grid: &Grid,
    progress: &Progress,
    ink: SeriesInk,
    earlier: bool,
    marks: Rect,
) {
    // A cell that may yet turn out empty is not drawn as a full one.
    let is_settled = progress.count.is_exact() && !progress.count.is_open();
    let whole_count = progress.count.number().filter(|_| is_settled);
    if let (Some(count), true) = (whole_count, is_cells(progress)) {
        draw_cells(sheet, grid, count.value, progress.of.value, ink, earlier, marks);
        return;
    }
    let outline = Some(Stroke::solid(Ink::Muted, 1.0));
    let rect = marks.grow(-0.5);
    sheet.marks.push(Mark::Rect { rect, radius: 0.0, fill: None, stroke: outline });
    let (figure, share) = filled_part(progress);
    let place = Place {
        origin: Point::new(marks.x, marks.center().y),
        thickness: marks.height,
        way: Way::Right,
    };
    bar::draw(sheet, place, share * marks.width, figure, ink, earlier);
}

/// The figure that fills the bar, and the part of it that it fills.
fn filled_part(progress: &Progress) -> (&Figure, f64) {
    match (progress.count.value(), &progress.share) {
        (None, Some(share)) => (share, share.value().unwrap_or(0.0) / 100.0),
        (count, _) => (&progress.count, count.unwrap_or(0.0) / progress.of.value),
    }
}

fn draw_cells(
    sheet: &mut Sheet,
    grid: &Grid,
    count: f64,
    of: f64,
    ink: SeriesInk,
    earlier: bool,
    marks: Rect,
) {
    for index in 0..of as usize {
        let x = marks.x + index as f64 * (grid.cell + CELL_GAP);
        let rect = Rect::new(x, marks.y, grid.cell, marks.height);
        let reached = (index as f64) < count;
        let (fill, stroke) = match (reached, earlier) {
            (true, false) => (Some(Fill::Solid(ink.main)), None),
            (true, true) => (Some(Fill::Solid(ink.tint)), Some(Stroke::solid(ink.main, 1.5))),
            (false, _) => (None, Some(Stroke::solid(Ink::Muted, 1.0))),
        };
        let inset = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let radius = CELL_RADIUS;
        sheet.marks.push(Mark::Rect { rect: rect.grow(-inset), radius, fill, stroke });
    }
}

/// The length of a period's column: the share, as exact as it is.
fn share_figure(progress: &Progress) -> Figure {
    let (figure, share) = filled_part(progress);
    let mut figure = figure.clone();
    if let Observation::Known { number, .. } = &mut figure.observation {
        *number = Number::new(share * 100.0);
    }
    figure
}

/// Shares over many periods, each level a panel up to 100%.
fn draw_panels(sheet: &mut Sheet, ntm: &Ntm, inks: &[SeriesInk], area: Area) -> f64 {
    let locale = sheet.locale;
    let shares: Vec<Vec<Figure>> =
        ntm.levels.iter().map(|level| level.progress.iter().map(share_figure).collect()).collect();
    let panels = ntm.levels.iter().zip(&shares).zip(inks).enumerate();
    let panels = panels.map(|(row, ((level, shares), ink))| Panel {
        name: level_name(level, locale),
        is_total: false,
        ink: *ink,
        columns: level
            .progress
            .iter()
            .zip(shares)
            .enumerate()
            .map(|(period, (progress, figure))| Column {
                key: Key { row, period },
                figure,
                label: words::progress_count(progress, locale),
            })
            .collect(),
    });
    let panels = panels.collect();
    let periods = super::period_labels(&ntm.periods, locale);
    let chart = PanelChart { panels, periods, at_least: 100.0 };
    panels::draw(sheet, &chart, area)
}
