//! One set and the areas that are held against it: a row of cells for each, or
//! one bar where only the number of those met is known.

use super::super::Area;
use super::super::bar;
use super::super::inks::{SeriesInk, series_inks};
use super::super::marker;
use super::super::sheet::{Sheet, Style};
use super::cell;
use super::strip::{Gaps, Run, Strip, largest_cell};
use crate::geom::{Point, Rect};
use crate::locale::Word;
use crate::model::{ChartKind, CriteriaSet, Key, NtmArea};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words::Criteria;

/// Smaller cells are not told apart; then name and cells stand below each other.
const LEAST_WIDE_CELL: f64 = 11.0;
/// Smaller ones go on in another line.
const LEAST_CELL: f64 = 8.0;
const MOST_CELL: f64 = 15.0;
const MARKER: f64 = 10.0;
/// Further from its cells a number is not read with them.
const WIDEST_STACKED: f64 = 480.0;

/// Columns and sizes, the same for every panel.
pub(super) struct Columns {
    left: f64,
    right: f64,
    /// Name, cells, number and level side by side; else the cells are below.
    is_wide: bool,
    names: f64,
    strip: f64,
    strip_width: f64,
    counts_right: f64,
    levels: f64,
    cell: f64,
    gaps: Gaps,
    /// Ids of levels that occur, with their inks.
    inks: Vec<(String, SeriesInk)>,
}

impl Columns {
    pub fn new(
        sheet: &Sheet,
        criteria: &Criteria,
        panels: &[(&CriteriaSet, Vec<usize>)],
        area: Area,
    ) -> Columns {
        let areas: Vec<&NtmArea> = panels
            .iter()
            .flat_map(|(_, rows)| rows)
            .filter_map(|&index| criteria.ntm.areas.get(index))
            .collect();
        let names: Vec<String> = areas.iter().map(|own| criteria.area_name(own)).collect();
        let widest_name = sheet.widest(names.iter().map(String::as_str), sheet.name());
        // Long names wrap before they take room from the cells.
        let names = widest_name.min((area.width() * 0.2).max(sheet.px(140.0)));
        let counts: Vec<String> = areas.iter().map(|own| criteria.met(own)).collect();
        let heading = sheet.width(sheet.locale.word(Word::LabelMet), sheet.small());
        let counts = sheet.widest(counts.iter().map(String::as_str), sheet.latest_value());
        let counts = counts.max(heading).min(area.width() * 0.25);
        let levels = level_column(sheet, criteria, &areas).min(area.width() * 0.3);
        let overhang = areas
            .iter()
            .filter(|own| own.is_count_only())
            .map(|own| bar::overhang(&own.progress.count, sheet.px(MOST_CELL), false))
            .fold(0.0, f64::max);
        let gap = sheet.px(20.0);
        let strip = area.left + names + gap;
        let beside = overhang.max(gap) + counts + if levels > 0.0 { gap + levels } else { 0.0 };
        let wide_gaps = Gaps { cell: 3.0, group: 6.0, line: 4.0 };
        let wide = area.right - beside - strip;
        let fitting = |width: f64, gaps: Gaps| {
            panels.iter().map(|(set, _)| largest_cell(set, width, gaps)).fold(f64::MAX, f64::min)
        };
        let cell = fitting(wide, wide_gaps).min(sheet.px(MOST_CELL));
        let is_wide = !sheet.narrow && cell >= LEAST_WIDE_CELL;
        let inks = level_inks(&areas);
        let mut columns = Columns {
            left: area.left,
            right: area.right,
            is_wide,
            names,
            strip,
            strip_width: wide,
            counts_right: 0.0,
            levels,
            cell,
            gaps: wide_gaps,
            inks,
        };
        if is_wide {
            let widest = panels.iter().map(|(set, _)| columns.strip(set).width);
            let widest = widest.fold(0.0, f64::max);
            columns.counts_right = strip + widest + overhang.max(gap) + counts;
        } else {
            columns.gaps = Gaps { cell: 2.0, group: 4.0, line: 3.0 };
            columns.strip = area.left;
            columns.right = area.right.min(area.left + sheet.px(WIDEST_STACKED));
            columns.strip_width = columns.right - area.left - overhang;
            let cell = fitting(columns.strip_width, columns.gaps);
            columns.cell = cell.clamp(LEAST_CELL, sheet.px(MOST_CELL));
        }
        columns
    }

    fn strip(&self, set: &CriteriaSet) -> Strip {
        Strip::new(set, self.cell, self.strip_width, self.gaps)
    }

    fn ink_of(&self, level: &str) -> Option<SeriesInk> {
        self.inks.iter().find(|(own, _)| own == level).map(|(_, ink)| *ink)
    }
}

/// The widest “● NTM, 2022”, or its heading; nothing where no area has a level.
fn level_column(sheet: &Sheet, criteria: &Criteria, areas: &[&NtmArea]) -> f64 {
    let mut widest = 0.0_f64;
    for area in areas {
        let level = Level::of(criteria, area);
        if !level.is_empty() {
            widest = widest.max(sheet.px(MARKER + 8.0) + level.width(sheet));
        }
    }
    if widest == 0.0 {
        return 0.0;
    }
    widest.max(sheet.width(sheet.locale.word(Word::LabelLevel), sheet.small()))
}

fn level_inks(areas: &[&NtmArea]) -> Vec<(String, SeriesInk)> {
    let mut ids: Vec<&str> = Vec::new();
    for id in areas.iter().filter_map(|area| area.level.as_deref()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let inks = series_inks(ChartKind::NtmCriteria, &ids, None);
    ids.iter().map(|id| id.to_string()).zip(inks).collect()
}

/// “NTM” and “, 2022”.
struct Level {
    name: String,
    since: String,
}

impl Level {
    fn of(criteria: &Criteria, area: &NtmArea) -> Level {
        let name = criteria.level(area).unwrap_or_default().to_string();
        let mut since = criteria.since(area).unwrap_or_default();
        if !name.is_empty() && !since.is_empty() {
            since.insert_str(0, ", ");
        }
        Level { name, since }
    }

    fn is_empty(&self) -> bool {
        self.name.is_empty() && self.since.is_empty()
    }

    fn width(&self, sheet: &Sheet) -> f64 {
        sheet.width(&self.name, sheet.missing()) + sheet.width(&self.since, sheet.small())
    }
}

/// Draws the header and a row for each area; the bottom of the last.
pub(super) fn draw(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    (set, areas): (&CriteriaSet, &[usize]),
    highlight: Option<&str>,
    top: f64,
) -> f64 {
    let strip = columns.strip(set);
    let has_cells =
        |index: &usize| criteria.ntm.areas.get(*index).is_some_and(|area| !area.states.is_empty());
    let mut y = top;
    if areas.iter().any(has_cells) {
        y = draw_header(sheet, criteria, columns, set, &strip, top);
    }
    for &index in areas {
        let Some(area) = criteria.ntm.areas.get(index) else { continue };
        let row = Row {
            area,
            key: Key { row: criteria.ntm.bins.len() + index, period: 0 },
            strip: &strip,
            highlight,
        };
        y = if columns.is_wide {
            draw_wide(sheet, criteria, columns, &row, y)
        } else {
            draw_stacked(sheet, criteria, columns, &row, y)
        };
    }
    y
}

/// Numbers above the cells, or ranges of them; wide, groups above those and
/// what the columns beside them hold.
fn draw_header(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    set: &CriteriaSet,
    strip: &Strip,
    top: f64,
) -> f64 {
    let style = sheet.small();
    let labels: Vec<String> =
        (0..set.len()).map(|index| criteria.criterion_label(set, index)).collect();
    let widest = sheet.widest(labels.iter().map(String::as_str), style);
    let runs = strip.runs(set);
    if !(columns.is_wide && strip.lines == 1 && widest <= strip.cell + columns.gaps.cell - 1.0) {
        return draw_ranges(sheet, columns, &labels, strip, &runs, top);
    }
    let y = draw_numerals(sheet, criteria, columns, set, &runs, top);
    let middle = y + style.line / 2.0;
    for (label, (left, _)) in labels.iter().zip(&strip.places) {
        let at = Point::new(columns.strip + left + strip.cell / 2.0, middle);
        sheet.write_centred(label, at, Align::Middle, style);
    }
    let met = sheet.locale.word(Word::LabelMet);
    sheet.write_centred(met, Point::new(columns.counts_right, middle), Align::End, style);
    if columns.levels > 0.0 {
        let left = columns.counts_right + sheet.px(20.0);
        let level = sheet.locale.word(Word::LabelLevel);
        let level = crate::text::fit(level, columns.right - left, style.font, sheet.measure);
        sheet.write_centred(&level, Point::new(left, middle), Align::Start, style);
    }
    y + style.line + sheet.px(2.0)
}

/// The numbers of the groups over rules as long as their cells; none where one
/// is too long for them.
fn draw_numerals(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    set: &CriteriaSet,
    runs: &[Run],
    top: f64,
) -> f64 {
    let strong = sheet.small_strong();
    let mut numerals = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        if criteria.group_name(set, run.cells.0).is_some() {
            let numeral = roman(index + 1);
            if sheet.width(&numeral, strong) > run.right - run.left + columns.gaps.group {
                return top;
            }
            numerals.push((numeral, run));
        }
    }
    if numerals.is_empty() {
        return top;
    }
    for (numeral, run) in numerals {
        let (left, right) = (columns.strip + run.left, columns.strip + run.right);
        let at = Point::new((left + right) / 2.0, top + strong.line / 2.0);
        sheet.write_centred(&numeral, at, Align::Middle, strong);
        let rule = top + strong.line + 1.0;
        sheet.horizontal(rule, (left, right), Stroke::solid(Ink::Rule, 1.0));
    }
    top + strong.line + sheet.px(4.0)
}

/// “2–9” over a rule as long as its cells, for each line of them.
fn draw_ranges(
    sheet: &mut Sheet,
    columns: &Columns,
    labels: &[String],
    strip: &Strip,
    runs: &[Run],
    top: f64,
) -> f64 {
    let style = sheet.small();
    let height = style.line + sheet.px(5.0);
    // Labels keep clear of the one before them on their line.
    let mut taken = (0, f64::NEG_INFINITY);
    for run in runs {
        let y = top + run.line as f64 * height;
        let ends = (columns.strip + run.left, columns.strip + run.right);
        sheet.horizontal(y + style.line + 1.0, ends, Stroke::solid(Ink::Rule, 1.0));
        if taken.0 != run.line {
            taken = (run.line, f64::NEG_INFINITY);
        }
        let next = runs.iter().find(|other| other.line == run.line && other.left > run.left);
        let limit = next.map_or(columns.right, |next| columns.strip + next.right);
        for text in range_labels(labels, run) {
            let width = sheet.width(&text, style);
            let centred = (ends.0 + ends.1 - width) / 2.0;
            // At the end of the line a wide label leans back.
            let left = centred.min(limit.min(columns.right) - width).max(columns.left);
            if left >= taken.1 + sheet.px(4.0) {
                let at = Point::new(left, y + style.line / 2.0);
                sheet.write_centred(&text, at, Align::Start, style);
                taken.1 = left + width;
                break;
            }
        }
    }
    top + strip.lines as f64 * height + sheet.px(4.0)
}

/// The whole range, else its first.
fn range_labels(labels: &[String], run: &Run) -> Vec<String> {
    let (first, end) = run.cells;
    let (Some(first), Some(last)) = (labels.get(first), labels.get(end - 1)) else {
        return Vec::new();
    };
    if first == last {
        return vec![first.clone()];
    }
    vec![[first.as_str(), last].join("–"), first.clone()]
}

/// One area and where its targets belong.
struct Row<'a> {
    area: &'a NtmArea,
    key: Key,
    strip: &'a Strip,
    highlight: Option<&'a str>,
}

impl Row<'_> {
    fn ink(&self, ink: SeriesInk) -> SeriesInk {
        ink.with_highlight(self.highlight, &self.area.code)
    }
}

fn draw_wide(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    row: &Row,
    top: f64,
) -> f64 {
    let name_style = sheet.name();
    let lines = sheet.wrap(&criteria.area_name(row.area), columns.names, 3, name_style);
    let names = lines.len() as f64 * name_style.line;
    let count_style = count_style(sheet, row.area);
    let count = criteria.met(row.area);
    let count = sheet.wrap(&count, columns.counts_right - columns.strip_right(row), 2, count_style);
    let counts = count.len() as f64 * count_style.line;
    let height = names.max(counts).max(row.strip.height()) + sheet.px(2.0);
    let middle = top + height / 2.0;
    sheet.write_lines(&lines, (columns.left, middle - names / 2.0), Align::Start, name_style);
    let at = (columns.counts_right, middle - counts / 2.0);
    sheet.write_lines(&count, at, Align::End, count_style);
    if columns.levels > 0.0 {
        let left = columns.counts_right + sheet.px(20.0);
        draw_level(sheet, criteria, columns, row, (left, middle));
    }
    let bounds = Rect::new(columns.left, top, columns.right - columns.left, height);
    sheet.target(row.key, bounds, Point::new(columns.left + columns.names / 2.0, middle));
    draw_strip(sheet, columns, row, middle - row.strip.height() / 2.0);
    top + height
}

impl Columns {
    fn strip_right(&self, row: &Row) -> f64 {
        self.strip + row.strip.width + 4.0
    }
}

/// Name, number and level in a line, or the level below the name where they do
/// not fit; the cells below.
fn draw_stacked(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    row: &Row,
    top: f64,
) -> f64 {
    let (name_style, small) = (sheet.name(), sheet.small());
    let count_style = count_style(sheet, row.area);
    let width = columns.right - columns.left;
    let count = criteria.met(row.area);
    let name = criteria.area_name(row.area);
    let level = Level::of(criteria, row.area);
    let level_text = [level.name.as_str(), &level.since].concat();
    let gap = sheet.px(8.0);
    let count_width = sheet.width(&count, count_style);
    let level_width = sheet.width(&level_text, small);
    let beside = count_width + if level.is_empty() { 0.0 } else { gap + level_width };
    let fits = sheet.width(&name, name_style) + sheet.px(12.0) + beside <= width;
    let middle = top + name_style.line / 2.0;
    let mut right = columns.right;
    if fits && !level.is_empty() {
        sheet.write_centred(&level_text, Point::new(right, middle), Align::End, small);
        right -= level_width + gap;
    }
    let count_is_beside = count_width <= width * 0.5;
    let mut y = top;
    if count_is_beside {
        sheet.write_centred(&count, Point::new(right, middle), Align::End, count_style);
        right -= count_width + sheet.px(12.0);
    } else {
        right = columns.right;
    }
    let lines = sheet.wrap(&name, right - columns.left, 3, name_style);
    y = sheet.write_lines(&lines, (columns.left, y), Align::Start, name_style);
    if !count_is_beside {
        let lines = sheet.wrap(&count, width, 2, count_style);
        y = sheet.write_lines(&lines, (columns.left, y), Align::Start, count_style);
    }
    if !fits && !level.is_empty() {
        let lines = sheet.wrap(&level_text, width, 2, small);
        y = sheet.write_lines(&lines, (columns.left, y), Align::Start, small);
    }
    y += sheet.px(2.0);
    let bottom = y + row.strip.height();
    let bounds = Rect::new(columns.left, top, width, bottom - top).grow(2.0);
    sheet.target(row.key, bounds, Point::new(columns.left + width / 2.0, middle));
    draw_strip(sheet, columns, row, y);
    bottom + sheet.px(8.0)
}

fn count_style(sheet: &Sheet, area: &NtmArea) -> Style {
    if area.progress.count.value().is_some() { sheet.latest_value() } else { sheet.small() }
}

/// Marker, word and year.
fn draw_level(
    sheet: &mut Sheet,
    criteria: &Criteria,
    columns: &Columns,
    row: &Row,
    (left, middle): (f64, f64),
) {
    let level = Level::of(criteria, row.area);
    let ink = row.area.level.as_deref().and_then(|id| columns.ink_of(id));
    if let Some(ink) = ink {
        let center = Point::new(left + sheet.px(MARKER) / 2.0, middle);
        marker::filled(sheet, ink.slot, center, row.ink(ink).main);
    }
    let style = sheet.missing();
    let at = left + sheet.px(MARKER + 8.0);
    let text = crate::text::fit(&level.name, columns.right - at, style.font, sheet.measure);
    let written = sheet.write_centred(&text, Point::new(at, middle), Align::Start, style);
    let small = sheet.small();
    if written.right() + sheet.width(&level.since, small) <= columns.right + 0.5 {
        let at = Point::new(written.right(), middle);
        sheet.write_centred(&level.since, at, Align::Start, small);
    }
}

/// The cells with a target each, or one bar over the whole strip: cells would
/// say which criteria are met.
fn draw_strip(sheet: &mut Sheet, columns: &Columns, row: &Row, top: f64) {
    let ink = row.ink(SeriesInk::MET).main;
    let size = row.strip.cell;
    for (index, (state, (left, line))) in row.area.states.iter().zip(&row.strip.places).enumerate()
    {
        let corner = (columns.strip + left, top + *line as f64 * row.strip.pitch());
        let bounds = Rect::new(corner.0, corner.1, size, size);
        cell::draw(sheet, *state, bounds.center(), size, ink);
        let key = Key { period: index + 1, ..row.key };
        // Without a gap between them.
        sheet.target(key, bounds.grow(columns.gaps.cell / 2.0), bounds.center());
    }
    if row.area.states.is_empty() {
        let marks = Rect::new(columns.strip, top, row.strip.width, size);
        draw_count(sheet, row, marks);
    }
}

fn draw_count(sheet: &mut Sheet, row: &Row, marks: Rect) {
    let progress = &row.area.progress;
    if let Some(missing) = progress.count.missing() {
        bar::outline(sheet, marks);
        let size = marks.height.min(12.0) - 2.0;
        let center = Point::new(marks.x + 8.0 + size / 2.0, marks.center().y);
        return marker::missing_sign(sheet, center, size, missing, Ink::Muted);
    }
    let share = progress.count.value().unwrap_or(0.0) / progress.of.value;
    bar::draw_part(sheet, marks, &progress.count, share, row.ink(SeriesInk::MET), false);
}

/// Numbers of groups.
pub(super) fn roman(number: usize) -> String {
    const DIGITS: [(usize, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            text.push_str(digit);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_numbered_in_roman_digits() {
        for (number, text) in [(1, "I"), (4, "IV"), (9, "IX"), (48, "XLVIII"), (200, "CC")] {
            assert_eq!(roman(number), text);
        }
    }
}
