//! Levels of the New Rural programme: how many of how many.
//!
//! Up to thirty units are cells, the same cell in all rows, so that 2 of 2 is
//! shorter than 2 of 15. More are an outlined bar whose length is its own
//! denominator on a common scale. Many periods are panels of columns.

use super::Area;
use super::bar;
use super::cells::{self, filled_part, is_cells};
use super::inks::{SeriesInk, series_inks};
use super::panels::{self, Column, Panel, PanelChart};
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Figure, Key, Level, Missing, Ntm, Number, Observation, Progress};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words;

/// From so many periods on, rows say less than columns in time.
const PANELS_FROM: usize = 7;
/// Thinner cells are not counted by eye.
const LEAST_CELL: f64 = 8.0;
/// Marks and names share a line with figures where those leave them so much.
const LEAST_BARS: f64 = 0.35;
const WIDEST_VALUES: f64 = 0.5;
/// Marks have this much of a wide sheet, however long periods and figures are.
const LEAST_MARKS: f64 = 0.05;
/// Between a figure and its share, or its period.
const BESIDE_GAP: f64 = 8.0;

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
        let entries = entries(ntm, index, level, ink, sheet.locale);
        y = draw_level(sheet, &grid, level, &entries, y);
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
        Some(share) if progress.count.missing() == Some(Missing::NoFigure) => {
            Written { value: share, beside: of_only(progress, &unit, locale) }
        }
        Some(share) => {
            Written { value: share, beside: words::progress_text(level, progress, locale) }
        }
        None if known => Written { value: count, beside: unit },
        // A line of a period is short: “–/15”.
        None if several => {
            let of = locale.number(progress.of.value, progress.of.decimals);
            Written { value: count, beside: ["–/", &of].concat() }
        }
        None => Written { value: count, beside: of_only(progress, &unit, locale) },
    }
}

/// “6.084 trong 7.669 xã”.
fn count_of(progress: &Progress, unit: &str, locale: &Locale) -> String {
    let count = words::figure(&progress.count, "", locale);
    let of = locale.number(progress.of.value, progress.of.decimals);
    locale.say(Word::CountOf, &[("count", &count), ("of", &words::with_unit(&of, unit))])
}

/// What a share without a count, or a missing count, is of: “trong tổng số 100 xã”.
fn of_only(progress: &Progress, unit: &str, locale: &Locale) -> String {
    let of = locale.number(progress.of.value, progress.of.decimals);
    locale.say(Word::OfOnly, &[("of", &words::with_unit(&of, unit))])
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
    /// Names and figures stand on lines of their own, above the marks.
    stacked: bool,
}

impl Grid {
    /// Figures beside names or marks; above them where that leaves too little.
    fn new(sheet: &Sheet, ntm: &Ntm, area: Area) -> Grid {
        let values = values_width(sheet, ntm);
        let grid = Grid::with_columns(sheet, ntm, area, values, false);
        let is_tight = match ntm.periods.len() {
            1 => values > area.width() * WIDEST_VALUES,
            _ => grid.is_crowded(ntm, area),
        };
        if sheet.narrow && is_tight {
            Grid::with_columns(sheet, ntm, area, values, true)
        } else {
            grid
        }
    }

    fn with_columns(sheet: &Sheet, ntm: &Ntm, area: Area, values: f64, stacked: bool) -> Grid {
        let several = ntm.periods.len() > 1;
        let gap = sheet.px(20.0);
        let names = if !sheet.narrow {
            let names: Vec<String> =
                ntm.levels.iter().map(|level| level_name(level, sheet.locale)).collect();
            let widest = sheet.widest(names.iter().map(String::as_str), sheet.name());
            widest.min(area.width() * 0.36)
        } else if several || stacked {
            area.width()
        } else {
            area.width() - values - sheet.px(12.0)
        };
        let mut period_right = if sheet.narrow { area.left } else { area.left + names };
        let mut marks = if sheet.narrow { area.left } else { period_right + gap };
        let beside = if stacked || (sheet.narrow && !several) { 0.0 } else { values + gap };
        if several && !stacked {
            let labels = ntm.periods.labels.iter().map(|label| label.get(sheet.locale.code()));
            let mut column = sheet.widest(labels, sheet.small_strong()).min(area.width() * 0.25);
            if !sheet.narrow {
                // Long figures leave them less; on a narrow sheet they are stacked.
                let free = area.right - beside - marks - area.width() * LEAST_MARKS;
                column = column.min(free.max(0.0));
            }
            period_right += column + if sheet.narrow { 0.0 } else { gap };
            marks = period_right + sheet.px(10.0);
        }
        let height = sheet.px(match (several, sheet.narrow) {
            (true, _) => 16.0,
            (false, true) => 18.0,
            (false, false) => 20.0,
        });
        // The open end of “over” stands past the bar.
        let ends = all_progress(ntm).map(|one| bar::overhang(filled_part(one).0, height, false));
        let room = (area.right - beside - marks - ends.fold(0.0, f64::max)).max(1.0);
        let cells = largest_whole(ntm, true).max(1.0);
        let widest_cell = sheet.px(if sheet.narrow { 17.0 } else { 16.0 });
        let cell = cells::width(cells, room).min(widest_cell);
        Grid {
            left: area.left,
            right: area.right,
            period_right,
            marks,
            cell,
            height,
            scale: room / largest_whole(ntm, false).max(1.0),
            values,
            names,
            stacked,
        }
    }

    /// Whether cells are too thin to be counted, or bars too short to be compared.
    fn is_crowded(&self, ntm: &Ntm, area: Area) -> bool {
        let (cells, bars) = (largest_whole(ntm, true), largest_whole(ntm, false));
        (cells > 0.0 && self.cell < LEAST_CELL)
            || (bars > 0.0 && bars * self.scale < area.width() * LEAST_BARS)
    }

    /// Length of a row of cells, or of an outlined bar.
    fn length(&self, progress: &Progress) -> f64 {
        if is_cells(progress) {
            cells::length(progress.of.value, self.cell)
        } else {
            progress.of.value * self.scale
        }
    }

    /// Where a period's label may be.
    fn period_width(&self, sheet: &Sheet) -> f64 {
        self.period_right - if sheet.narrow { self.left } else { self.left + self.names }
    }
}

fn all_progress(ntm: &Ntm) -> impl Iterator<Item = &Progress> {
    ntm.levels.iter().flat_map(|level| &level.progress)
}

/// The largest denominator among those that are cells, or bars; 0 without one.
fn largest_whole(ntm: &Ntm, cells: bool) -> f64 {
    let of = all_progress(ntm).filter(|one| is_cells(one) == cells).map(|one| one.of.value);
    of.fold(0.0, f64::max)
}

/// The column of figures, and of what stands beside them.
fn values_width(sheet: &Sheet, ntm: &Ntm) -> f64 {
    let several = ntm.periods.len() > 1;
    let mut widest = 0.0_f64;
    for level in &ntm.levels {
        for progress in &level.progress {
            let text = written(level, progress, several, sheet.locale);
            let value = sheet.width(&text.value, value_style(sheet, progress, several, true));
            let beside = sheet.width(&text.beside, sheet.small());
            widest = widest.max(match several {
                true => value + beside + BESIDE_GAP,
                false if !sheet.narrow && is_cells(progress) => value.max(beside),
                false => value,
            });
        }
    }
    widest
}

fn value_style(sheet: &Sheet, progress: &Progress, several: bool, latest: bool) -> Style {
    let is_known = progress.count.value().is_some() || progress.share.is_some();
    match (is_known, several) {
        (false, _) => sheet.missing(),
        (true, false) => sheet.big_value(),
        (true, true) if latest => sheet.latest_value(),
        (true, true) => sheet.earlier_value(),
    }
}

/// One period of a level, as it is drawn.
struct Entry<'a> {
    key: Key,
    progress: &'a Progress,
    ink: SeriesInk,
    text: Written,
    /// The label of the period, where there are several.
    period: &'a str,
    /// Not the latest.
    earlier: bool,
}

fn entries<'a>(
    ntm: &'a Ntm,
    row: usize,
    level: &'a Level,
    ink: SeriesInk,
    locale: &Locale,
) -> Vec<Entry<'a>> {
    let several = ntm.periods.len() > 1;
    let entry = |(period, progress): (usize, &'a Progress)| Entry {
        key: Key { row, period },
        progress,
        ink,
        text: written(level, progress, several, locale),
        period: ntm.periods.labels.get(period).map_or("", |label| label.get(locale.code())),
        earlier: period + 1 < level.progress.len(),
    };
    level.progress.iter().enumerate().map(entry).collect()
}

fn draw_level(sheet: &mut Sheet, grid: &Grid, level: &Level, entries: &[Entry], top: f64) -> f64 {
    let style = sheet.name();
    let lines = sheet.wrap(&level_name(level, sheet.locale), grid.names, 3, style);
    let names = lines.len() as f64 * style.line;
    if sheet.narrow {
        let below = sheet.write_lines(&lines, (grid.left, top), Align::Start, style);
        return match entries {
            [one] => draw_below_name(sheet, grid, one, (top, below)),
            many => draw_periods(sheet, grid, many, below + sheet.px(6.0)),
        };
    }
    let block = progress_height(sheet, grid, level);
    let height = names.max(block) + sheet.px(12.0);
    let names_top = top + (height - names) / 2.0;
    sheet.write_lines(&lines, (grid.left, names_top), Align::Start, style);
    let block_top = top + (height - block) / 2.0;
    match entries {
        [one] => draw_beside_name(sheet, grid, one, block_top),
        many => {
            draw_periods(sheet, grid, many, block_top);
        }
    }
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

/// The periods of a level from `top` down; the bottom of the last.
fn draw_periods(sheet: &mut Sheet, grid: &Grid, entries: &[Entry], top: f64) -> f64 {
    let draw = if grid.stacked { draw_stacked_period } else { draw_period };
    let gap = sheet.px(if grid.stacked { 10.0 } else { 6.0 });
    let mut y = top;
    for entry in entries {
        y = draw(sheet, grid, entry, y) + gap;
    }
    y - gap
}

fn period_style(sheet: &Sheet, entry: &Entry) -> Style {
    if entry.earlier { sheet.small() } else { sheet.small_strong() }
}

/// Period, marks and figure in one line.
fn draw_period(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) -> f64 {
    let middle = top + grid.height / 2.0;
    let marks = Rect::new(grid.marks, top, grid.length(entry.progress), grid.height);
    draw_marks(sheet, entry, marks);
    let style = period_style(sheet, entry);
    let label = crate::text::fit(entry.period, grid.period_width(sheet), style.font, sheet.measure);
    sheet.write_centred(&label, Point::new(grid.period_right, middle), Align::End, style);
    let right = Point::new(grid.right, middle);
    let beside = sheet.write_centred(&entry.text.beside, right, Align::End, sheet.small());
    let style = value_style(sheet, entry.progress, true, !entry.earlier);
    let start = Point::new(grid.right - grid.values, middle);
    sheet.write_centred(&entry.text.value, start, Align::Start, style);
    let anchor = Point::new(marks.x + marks.width / 2.0, middle);
    sheet.target(entry.key, marks.union(&beside).grow(2.0), anchor);
    marks.bottom()
}

/// Period and figure in one line, the marks below it.
fn draw_stacked_period(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) -> f64 {
    let (small, style) = (sheet.small(), period_style(sheet, entry));
    let value_style = value_style(sheet, entry.progress, true, !entry.earlier);
    let width = grid.right - grid.left;
    // What stands at the right of the line is figures, and not to be covered.
    let room = width - sheet.width(&entry.text.beside, small) - BESIDE_GAP;
    let label = crate::text::fit(entry.period, room, style.font, sheet.measure);
    let middle = top + value_style.line / 2.0;
    let label_end =
        sheet.write_centred(&label, Point::new(grid.left, middle), Align::Start, style).right();
    let right = Point::new(grid.right, middle);
    let beside = sheet.write_centred(&entry.text.beside, right, Align::End, small);
    let value = &entry.text.value;
    let value_right = if beside.width > 0.0 { beside.x - BESIDE_GAP } else { grid.right };
    let fits = label_end + BESIDE_GAP + sheet.width(value, value_style) <= value_right;
    let below = if fits {
        sheet.write_centred(value, Point::new(value_right, middle), Align::End, value_style);
        top + value_style.line
    } else {
        let lines = sheet.wrap(value, width, 3, value_style);
        let second = (grid.right, top + value_style.line);
        sheet.write_lines(&lines, second, Align::End, value_style)
    };
    let marks = Rect::new(grid.marks, below, grid.length(entry.progress), grid.height);
    draw_marks(sheet, entry, marks);
    let row = Rect::new(grid.left, top, width, marks.bottom() - top);
    sheet.target(entry.key, row.grow(2.0), marks.center());
    marks.bottom()
}

/// A level at one period on a wide figure: marks, then the figure at the right
/// with what it is of.
fn draw_beside_name(sheet: &mut Sheet, grid: &Grid, entry: &Entry, top: f64) {
    let (value_style, small) = (value_style(sheet, entry.progress, false, true), sheet.small());
    let cells = is_cells(entry.progress);
    // Cells are centred on their two lines of figures.
    let inset = if cells { (value_style.line + small.line - grid.height) / 2.0 } else { 0.0 };
    let marks = Rect::new(grid.marks, top + inset, grid.length(entry.progress), grid.height);
    draw_marks(sheet, entry, marks);
    let value_middle = if cells { top + value_style.line / 2.0 } else { marks.center().y };
    let right = Point::new(grid.right, value_middle);
    let value = sheet.write_centred(&entry.text.value, right, Align::End, value_style);
    let (at, align) = if cells {
        let below = top + value_style.line + small.line / 2.0;
        (Point::new(grid.right, below), Align::End)
    } else {
        let below = marks.bottom() + sheet.px(4.0) + small.line / 2.0;
        (Point::new(grid.marks, below), Align::Start)
    };
    let beside = sheet.write_centred(&entry.text.beside, at, align, small);
    sheet.target(entry.key, marks.union(&value).union(&beside).grow(2.0), marks.center());
}

/// A level at one period on a narrow figure: its figure in the line of the
/// name or below it, then the marks, then what the figure is of.
fn draw_below_name(
    sheet: &mut Sheet,
    grid: &Grid,
    entry: &Entry,
    (top, name_bottom): (f64, f64),
) -> f64 {
    let (value_style, small) = (value_style(sheet, entry.progress, false, true), sheet.small());
    let width = grid.right - grid.left;
    let mut y = name_bottom;
    if grid.stacked {
        let lines = sheet.wrap(&entry.text.value, width, 3, value_style);
        y = sheet.write_lines(&lines, (grid.left, y), Align::Start, value_style);
    } else {
        let at = Point::new(grid.right, top + sheet.name().line / 2.0);
        sheet.write_centred(&entry.text.value, at, Align::End, value_style);
    }
    y += sheet.px(6.0);
    let marks = Rect::new(grid.marks, y, grid.length(entry.progress), grid.height);
    draw_marks(sheet, entry, marks);
    let after = marks.right() + sheet.px(10.0);
    let fits = after + sheet.width(&entry.text.beside, small) <= grid.right;
    let bottom = if is_cells(entry.progress) && fits {
        let at = Point::new(after, marks.center().y);
        sheet.write_centred(&entry.text.beside, at, Align::Start, small).bottom()
    } else {
        let lines = sheet.wrap(&entry.text.beside, width, 3, small);
        let below = (grid.marks, marks.bottom() + sheet.px(4.0));
        sheet.write_lines(&lines, below, Align::Start, small)
    };
    let bottom = bottom.max(marks.bottom());
    let row = Rect::new(grid.left, top, width, bottom - top);
    sheet.target(entry.key, row.grow(2.0), marks.center());
    bottom
}

fn draw_marks(sheet: &mut Sheet, entry: &Entry, marks: Rect) {
    cells::draw(sheet, entry.progress, entry.ink, entry.earlier, marks);
}

/// The count, or the share where only that is known.
fn column_label(progress: &Progress, locale: &Locale) -> String {
    let share = words::progress_share(progress, locale);
    let share = share.filter(|_| progress.count.value().is_none());
    share.unwrap_or_else(|| words::progress_count(progress, locale))
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
                label: column_label(progress, locale),
            })
            .collect(),
    });
    let panels = panels.collect();
    let periods = super::period_labels(&ntm.periods, locale);
    let chart = PanelChart { panels, periods, at_least: 100.0 };
    panels::draw(sheet, &chart, area)
}
