//! Figures that stand for themselves: in columns, or on a phone as a list.

use super::Area;
use super::bar;
use super::marker;
use super::sheet::{Sheet, Style, baseline};
use super::targets::Entry;
use crate::geom::{Point, Rect};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;

const COLUMNS: usize = 3;
const COLUMN_GAP: f64 = 24.0;
/// From the sign of a missing figure, or a value, to what stands beside it.
const GAP: f64 = 6.0;
/// Height of a row of the list: a finger's.
const LEAST_ROW: f64 = 46.0;
/// Of the width, for the figures of the list.
const FIGURES_SHARE: f64 = 0.56;

/// Draws the figures from `top` on; where they end.
pub(super) fn draw(sheet: &mut Sheet, entries: &[Entry], area: Area, top: f64) -> f64 {
    if sheet.narrow {
        draw_list(sheet, entries, area, top)
    } else {
        draw_columns(sheet, entries, area, top)
    }
}

fn draw_columns(sheet: &mut Sheet, entries: &[Entry], area: Area, top: f64) -> f64 {
    let gap = sheet.px(COLUMN_GAP);
    let width = (area.width() + gap) / COLUMNS as f64 - gap;
    let mut y = top;
    for row in entries.chunks(COLUMNS) {
        let mut bottom = y;
        for (column, entry) in row.iter().enumerate() {
            let left = area.left + column as f64 * (width + gap);
            bottom = bottom.max(draw_column(sheet, entry, (left, width), y));
        }
        y = bottom + sheet.px(14.0);
    }
    y
}

fn draw_column(sheet: &mut Sheet, entry: &Entry, (left, width): (f64, f64), top: f64) -> f64 {
    let (small, name) = (sheet.subtitle(), sheet.name());
    let mut style = value_style(sheet, entry);
    if sheet.width(&entry.value, style) > width {
        style = sheet.latest_value();
    }
    let mut y = top + style.line.max(sheet.key_value().line);
    let middle = (top + y) / 2.0;
    let mut x = left;
    if let Some(missing) = entry.missing {
        let size = bar::sign_size(missing);
        let center = Point::new(left + size / 2.0, middle);
        marker::missing_sign(sheet, center, size, missing, entry.ink.main);
        x += size + sheet.px(GAP);
    }
    let value = crate::text::fit(&entry.value, left + width - x, style.font, sheet.measure);
    let on_line = baseline(middle, style);
    let mut bounds = sheet.write(&value, Point::new(x, on_line), Align::Start, style);
    let unit = bounds.right() + sheet.px(GAP);
    if unit + sheet.width(&entry.beside, small) <= left + width {
        sheet.write(&entry.beside, Point::new(unit, on_line), Align::Start, small);
    } else {
        let lines = sheet.wrap(&entry.beside, width, 3, small);
        y = sheet.write_lines(&lines, (left, y), Align::Start, small);
    }
    let lines = sheet.wrap(&entry.name, width, 3, name);
    y = sheet.write_lines(&lines, (left, y), Align::Start, name);
    for aside in &entry.asides {
        let lines = sheet.wrap(aside, width, 3, sheet.small());
        y = sheet.write_lines(&lines, (left, y), Align::Start, sheet.small());
    }
    bounds = bounds.union(&Rect::new(left, top, width, y - top));
    sheet.target(entry.key, bounds, Point::new(x + sheet.width(&value, style) / 2.0, middle));
    y
}

fn draw_list(sheet: &mut Sheet, entries: &[Entry], area: Area, top: f64) -> f64 {
    let mut y = top;
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            sheet.horizontal(y, (area.left, area.right), Stroke::solid(Ink::Grid, 1.0));
        }
        y = draw_list_row(sheet, entry, area, y);
    }
    y
}

/// The name at the left, the figure over its unit at the right.
fn draw_list_row(sheet: &mut Sheet, entry: &Entry, area: Area, top: f64) -> f64 {
    let (name, small, style) = (sheet.name(), sheet.small(), value_style(sheet, entry));
    let most = area.width() * FIGURES_SHARE;
    let sign = entry.missing.map_or(0.0, |missing| bar::sign_size(missing) + sheet.px(GAP));
    let value = sheet.wrap(&entry.value, most - sign, 3, style);
    let beside = sheet.wrap(&entry.beside, most, 3, small);
    let value_width = sheet.widest(value.iter().map(String::as_str), style) + sign;
    let figures_width = value_width.max(sheet.widest(beside.iter().map(String::as_str), small));
    let figures = value.len() as f64 * style.line + beside.len() as f64 * small.line;
    let width = area.width() - figures_width - sheet.px(12.0);
    let lines = sheet.wrap(&entry.name, width, 4, name);
    let asides: Vec<String> =
        entry.asides.iter().flat_map(|aside| sheet.wrap(aside, width, 4, small)).collect();
    let names = lines.len() as f64 * name.line + asides.len() as f64 * small.line;
    let height = (names.max(figures) + sheet.px(12.0)).max(sheet.px(LEAST_ROW));
    let middle = top + height / 2.0;
    let y = sheet.write_lines(&lines, (area.left, middle - names / 2.0), Align::Start, name);
    sheet.write_lines(&asides, (area.left, y), Align::Start, small);
    let figures_top = middle - figures / 2.0;
    if let Some(missing) = entry.missing {
        let size = bar::sign_size(missing);
        let x = area.right - value_width + size / 2.0;
        let center = Point::new(x, figures_top + style.line / 2.0);
        marker::missing_sign(sheet, center, size, missing, entry.ink.main);
    }
    let y = sheet.write_lines(&value, (area.right, figures_top), Align::End, style);
    sheet.write_lines(&beside, (area.right, y), Align::End, small);
    let bounds = Rect::new(area.left, top, area.width(), height);
    sheet.target(entry.key, bounds, Point::new(area.right - figures_width / 2.0, middle));
    top + height
}

fn value_style(sheet: &Sheet, entry: &Entry) -> Style {
    if entry.missing.is_some() { sheet.missing() } else { sheet.key_value() }
}
