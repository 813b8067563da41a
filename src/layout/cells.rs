//! How many of how many: a cell a unit where they can be counted by eye, else
//! an outlined bar filled in part.

use super::bar;
use super::inks::SeriesInk;
use super::sheet::Sheet;
use crate::geom::Rect;
use crate::model::{Figure, Progress};
use crate::scene::{Fill, Mark, Stroke};
use crate::theme::Ink;

/// Units that are still counted by eye.
const MOST_CELLS: f64 = 30.0;
/// Thinner ones are not, so they are drawn as a bar.
const THINNEST: f64 = 5.0;
const GAP: f64 = 3.0;
const RADIUS: f64 = 2.0;

pub(super) fn is_cells(progress: &Progress) -> bool {
    let is_whole = |value: f64| value.fract() == 0.0;
    let of = progress.of.value;
    of <= MOST_CELLS && is_whole(of) && progress.count.value().is_none_or(is_whole)
}

/// Width of one of `count` cells in a row so long.
pub(super) fn width(count: f64, length: f64) -> f64 {
    ((length + GAP) / count - GAP).max(1.0)
}

/// Length of a row of `count` cells.
pub(super) fn length(count: f64, width: f64) -> f64 {
    count * (width + GAP) - GAP
}

/// Draws cells over the whole of `marks`, or an outlined bar with the count,
/// or the share, in it.
pub(super) fn draw(
    sheet: &mut Sheet,
    progress: &Progress,
    ink: SeriesInk,
    earlier: bool,
    marks: Rect,
) {
    // A cell that may yet turn out empty is not drawn as a full one.
    let is_settled = progress.count.is_exact() && !progress.count.is_open();
    let whole_count = progress.count.value().filter(|_| is_settled);
    let is_counted = is_cells(progress) && width(progress.of.value, marks.width) >= THINNEST;
    if let (Some(count), true) = (whole_count, is_counted) {
        draw_cells(sheet, (count, progress.of.value), ink, earlier, marks);
        return;
    }
    let (figure, share) = filled_part(progress);
    bar::draw_part(sheet, marks, figure, share, ink, earlier);
}

/// The figure that fills the bar, and the part of it that it fills.
pub(super) fn filled_part(progress: &Progress) -> (&Figure, f64) {
    match (progress.count.value(), &progress.share) {
        (None, Some(share)) => (share, share.value().unwrap_or(0.0) / 100.0),
        (count, _) => (&progress.count, count.unwrap_or(0.0) / progress.of.value),
    }
}

fn draw_cells(
    sheet: &mut Sheet,
    (count, of): (f64, f64),
    ink: SeriesInk,
    earlier: bool,
    marks: Rect,
) {
    let width = width(of, marks.width);
    for index in 0..of as usize {
        let x = marks.x + index as f64 * (width + GAP);
        let rect = Rect::new(x, marks.y, width, marks.height);
        let reached = (index as f64) < count;
        let (fill, stroke) = match (reached, earlier) {
            (true, false) => (Some(Fill::Solid(ink.main)), None),
            (true, true) => (Some(Fill::Solid(ink.tint)), Some(Stroke::solid(ink.main, 1.5))),
            (false, _) => (None, Some(Stroke::solid(Ink::Muted, 1.0))),
        };
        let inset = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let radius = RADIUS;
        sheet.marks.push(Mark::Rect { rect: rect.grow(-inset), radius, fill, stroke });
    }
}
