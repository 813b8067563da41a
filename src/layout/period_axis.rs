//! Labels of periods under a plot, thinned out; the last and the first stay.

use super::place::thin_out;
use super::sheet::{Sheet, Style};
use crate::scene::Align;

/// Free space between two labels: more than the space between two words.
const GAP: f64 = 6.0;

/// Writes the labels, each centred on its place as far as the sides allow and
/// a long one in up to `most_lines`; the bottom of the lowest. `important` periods come before the others.
pub(super) fn draw(
    sheet: &mut Sheet,
    labels: &[String],
    places: &[f64],
    (left, right): (f64, f64),
    top: f64,
    most_lines: usize,
    important: &[usize],
) -> f64 {
    let last = labels.len().saturating_sub(1);
    let style_of = |sheet: &Sheet, index: usize| -> Style {
        if index == last { sheet.small_strong() } else { sheet.small() }
    };
    let widest = (right - left)
        * match labels.len() {
            1 => 1.0,
            2 => 0.45,
            _ => 0.34,
        };
    let mut order: Vec<usize> = vec![last, 0];
    order.extend_from_slice(important);
    order.extend(ends_first(labels.len()));
    let mut seen = vec![false; labels.len()];
    let mut spans: Vec<(usize, f64, f64)> = Vec::with_capacity(labels.len());
    let mut wrapped: Vec<Vec<String>> = vec![Vec::new(); labels.len()];
    for index in order {
        let (Some(label), Some(place)) = (labels.get(index), places.get(index)) else { continue };
        // What is asked for twice is written once.
        if seen.get_mut(index).is_none_or(|seen| core::mem::replace(seen, true)) {
            continue;
        }
        let style = style_of(sheet, index);
        let lines = sheet.wrap(label, widest, most_lines, style);
        let width = sheet.widest(lines.iter().map(String::as_str), style);
        if let Some(own) = wrapped.get_mut(index) {
            *own = lines;
        }
        let start = (place - width / 2.0).min(right - width).max(left);
        spans.push((index, start, start + width));
    }
    let mut bottom = top + sheet.small().line;
    for index in thin_out(&spans, sheet.px(GAP)) {
        let span = spans.iter().find(|span| span.0 == index);
        let (Some(&(_, start, _)), Some(lines)) = (span, wrapped.get(index)) else { continue };
        let style = style_of(sheet, index);
        bottom = bottom.max(sheet.write_lines(lines, (start, top), Align::Start, style));
    }
    bottom
}

/// Last and first, then the middle of each gap, so that what is kept when
/// labels thin out stands at even distances.
fn ends_first(count: usize) -> Vec<usize> {
    let Some(last) = count.checked_sub(1) else { return Vec::new() };
    let mut order = vec![last];
    if last > 0 {
        order.push(0);
    }
    // Grows as it is read: the halves of a gap come after all gaps of its size.
    let mut gaps = vec![(0, last)];
    let mut read = 0;
    while let Some(&(from, to)) = gaps.get(read) {
        read += 1;
        if to - from < 2 {
            continue;
        }
        let middle = (from + to) / 2;
        order.push(middle);
        gaps.extend([(from, middle), (middle, to)]);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_halves_the_gaps() {
        assert_eq!(ends_first(5), [4, 0, 2, 1, 3]);
        assert_eq!(ends_first(1), [0]);
        assert!(ends_first(0).is_empty());
    }
}
