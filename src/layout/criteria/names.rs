//! The names of the criteria of a panel, by group, in columns below it.

use super::super::Area;
use super::super::sheet::Sheet;
use super::panel::roman;
use crate::geom::Point;
use crate::model::CriteriaSet;
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words::Criteria;

/// Columns are at least so wide.
const COLUMN: f64 = 196.0;
const MOST_COLUMNS: f64 = 3.0;
/// From a number to its name.
const NUMBER_GAP: f64 = 8.0;

/// What stays together in a column: a heading, or a number with a name.
struct Item {
    label: String,
    lines: Vec<String>,
    is_heading: bool,
    /// Whether a column may begin here.
    may_break: bool,
}

pub(super) fn draw(sheet: &mut Sheet, criteria: &Criteria, set: &CriteriaSet, area: Area) -> f64 {
    let rule = area.top + sheet.px(12.0);
    sheet.horizontal(rule, (area.left, area.right), Stroke::solid(Ink::Rule, 1.0));
    let top = rule + sheet.px(10.0);
    let gap = sheet.px(24.0);
    let most = ((area.width() + gap) / (sheet.px(COLUMN) + gap)).floor();
    let count = most.clamp(1.0, MOST_COLUMNS);
    let width = (area.width() - gap * (count - 1.0)) / count;
    let numbers = number_column(sheet, criteria, set);
    let items = items(sheet, criteria, set, (width, width - numbers - sheet.px(NUMBER_GAP)));
    let limit = least_height(sheet, &items, count as usize);
    let (mut x, mut y, mut bottom) = (area.left, top, top);
    for (item, column) in items.iter().zip(columns(sheet, &items, limit)) {
        let left = area.left + column as f64 * (width + gap);
        if left != x {
            (x, y) = (left, top);
        }
        // No space above what begins a column.
        if y > top {
            y += space_above(sheet, item);
        }
        y = draw_item(sheet, item, (x, y), numbers);
        bottom = bottom.max(y);
    }
    bottom
}

/// Headings are as wide as the column, names as wide as the numbers leave it.
fn items(
    sheet: &Sheet,
    criteria: &Criteria,
    set: &CriteriaSet,
    (width, names): (f64, f64),
) -> Vec<Item> {
    let mut items = Vec::new();
    let runs = set.runs();
    for (number, &(first, end)) in runs.iter().enumerate() {
        let group = criteria.group_name(set, first);
        if let Some(name) = group {
            let text = [&roman(number + 1), ". ", name].concat();
            let lines = sheet.wrap(&text, width, 3, sheet.small_strong());
            items.push(Item { label: String::new(), lines, is_heading: true, may_break: true });
        }
        for index in first..end {
            let label = criteria.criterion_label(set, index);
            let name = criteria.criterion_name(set, index);
            let lines = sheet.wrap(name, names, 4, sheet.small());
            let may_break = group.is_none() && (runs.len() == 1 || index == first);
            items.push(Item { label, lines, is_heading: false, may_break });
        }
    }
    items
}

/// Numbers stand at the right of a column as wide as the widest.
fn number_column(sheet: &Sheet, criteria: &Criteria, set: &CriteriaSet) -> f64 {
    let labels: Vec<String> =
        (0..set.len()).map(|index| criteria.criterion_label(set, index)).collect();
    sheet.widest(labels.iter().map(String::as_str), sheet.small_strong()).max(sheet.px(18.0))
}

fn space_above(sheet: &Sheet, item: &Item) -> f64 {
    sheet.px(if item.is_heading { 8.0 } else { 0.0 })
}

fn height(sheet: &Sheet, item: &Item) -> f64 {
    item.lines.len() as f64 * sheet.small().line
}

/// The column of each item, where none is higher than `limit` if it can be.
fn columns(sheet: &Sheet, items: &[Item], limit: f64) -> Vec<usize> {
    let mut columns = Vec::with_capacity(items.len());
    let (mut column, mut used) = (0, 0.0);
    for (index, item) in items.iter().enumerate() {
        let block = block_height(sheet, items, index);
        if item.may_break && used > 0.0 && used + space_above(sheet, item) + block > limit {
            (column, used) = (column + 1, 0.0);
        }
        if used > 0.0 {
            used += space_above(sheet, item);
        }
        used += height(sheet, item);
        columns.push(column);
    }
    columns
}

/// Of an item and those after it that must not be parted from it.
fn block_height(sheet: &Sheet, items: &[Item], index: usize) -> f64 {
    let mut total = 0.0;
    for (offset, item) in items.iter().skip(index).enumerate() {
        if offset > 0 && item.may_break {
            break;
        }
        total += height(sheet, item);
    }
    total
}

/// The least height at which `count` columns are enough.
fn least_height(sheet: &Sheet, items: &[Item], count: usize) -> f64 {
    let total: f64 = items.iter().map(|item| height(sheet, item) + space_above(sheet, item)).sum();
    let step = sheet.small().line / 2.0;
    let mut limit = total / count as f64;
    while limit < total {
        let last = columns(sheet, items, limit).last().copied().unwrap_or(0);
        if last < count {
            return limit;
        }
        limit += step;
    }
    // All in one, whatever the last digits of the sums.
    f64::INFINITY
}

fn draw_item(sheet: &mut Sheet, item: &Item, (x, y): (f64, f64), numbers: f64) -> f64 {
    let style = if item.is_heading { sheet.small_strong() } else { sheet.small() };
    let left = if item.is_heading { x } else { x + numbers + sheet.px(NUMBER_GAP) };
    if !item.label.is_empty() {
        let strong = sheet.small_strong();
        let at = Point::new(x + numbers, y + strong.line / 2.0);
        sheet.write_centred(&item.label, at, Align::End, strong);
    }
    sheet.write_lines(&item.lines, (left, y), Align::Start, style)
}
