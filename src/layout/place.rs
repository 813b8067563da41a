//! Finds a free place for a label among what is already there.

use crate::geom::{Point, Rect};
use crate::model::Key;

const NOTHING: Rect = Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };

/// What labels must not cover, by the columns of the picture in which it stands: to ask all
/// of a large document for what is near would take for ever.
#[derive(Default)]
pub(super) struct Obstacles {
    columns: Vec<Column>,
}

#[derive(Default)]
struct Column {
    /// Markers and labels.
    boxes: Vec<Rect>,
    /// Lines of the series.
    lines: Vec<(Point, Point)>,
    /// What a label would be read with that stands nearest.
    points: Vec<(Key, Point)>,
}

/// Width of a column, in CSS pixels.
const COLUMN: f64 = 16.0;
/// What stands further to the right shares the last.
const MOST_COLUMNS: usize = 2_000;

/// The first column of a span and the one after its last; what is left of the picture, or
/// nowhere, is in the first.
fn columns(left: f64, right: f64) -> (usize, usize) {
    let column = |x: f64| ((x / COLUMN) as usize).min(MOST_COLUMNS);
    (column(left), column(right) + 1)
}

impl Obstacles {
    pub fn add(&mut self, rect: Rect) {
        for column in self.reached(rect.x, rect.right()) {
            column.boxes.push(rect);
        }
    }

    pub fn add_line(&mut self, from: Point, to: Point) {
        for column in self.reached(from.x.min(to.x), from.x.max(to.x)) {
            column.lines.push((from, to));
        }
    }

    pub fn add_point(&mut self, key: Key, point: Point) {
        for column in self.reached(point.x, point.x) {
            column.points.push((key, point));
        }
    }

    fn reached(&mut self, left: f64, right: f64) -> &mut [Column] {
        let (first, end) = columns(left, right);
        if self.columns.len() < end {
            self.columns.resize_with(end, Column::default);
        }
        self.columns.get_mut(first..end).unwrap_or_default()
    }

    /// All columns of a span; some of what is in them is in several.
    fn near(&self, rect: &Rect) -> &[Column] {
        let (first, end) = columns(rect.x, rect.right());
        self.columns.get(first..end.min(self.columns.len())).unwrap_or_default()
    }

    pub fn points_in(&self, rect: Rect) -> impl Iterator<Item = &(Key, Point)> {
        let points = self.near(&rect).iter().flat_map(|column| &column.points);
        points.filter(move |(_, point)| rect.contains(*point))
    }

    /// No box within `free`, and no line through it.
    pub fn is_free(&self, rect: &Rect, free: f64) -> bool {
        !self.hits_box(rect, free, &NOTHING) && self.lines_through(rect) == 0
    }

    /// How many lines pass through; one that does so in several columns counts for each.
    pub fn lines_through(&self, rect: &Rect) -> usize {
        let crossing =
            |column: &Column| column.lines.iter().filter(|line| crosses(line, rect)).count();
        self.near(rect).iter().map(crossing).sum()
    }

    /// Whether a box is less than `free` away, but for `own`.
    pub fn hits_box(&self, rect: &Rect, free: f64, own: &Rect) -> bool {
        let wide = rect.grow(free);
        let hits = |other: &Rect| other.overlaps(&wide) && other != own;
        self.near(&wide).iter().any(|column| column.boxes.iter().any(hits))
    }
}

/// Whether a segment passes through a rectangle (Liang–Barsky).
fn crosses(&(from, to): &(Point, Point), rect: &Rect) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (along, inside) in [
        (-dx, from.x - rect.x),
        (dx, rect.right() - from.x),
        (-dy, from.y - rect.y),
        (dy, rect.bottom() - from.y),
    ] {
        if along == 0.0 {
            if inside < 0.0 {
                return false;
            }
        } else if along < 0.0 {
            enter = enter.max(inside / along);
        } else {
            leave = leave.min(inside / along);
        }
    }
    enter < leave
}

/// Chooses from `wanted` (in order of importance) the spans that do not come
/// nearer to each other than `gap`; the answer keeps the order of `wanted`.
pub(super) fn thin_out(wanted: &[(usize, f64, f64)], gap: f64) -> Vec<usize> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    let mut indices = Vec::new();
    for &(index, start, end) in wanted {
        if kept.iter().all(|&(s, e)| end + gap <= s || e + gap <= start) {
            kept.push((start, end));
            indices.push(index);
        }
    }
    indices
}

/// Moves blocks apart, as little as it takes: `wanted` are the tops asked
/// for with the heights, in order; the answer are tops inside `from`–`to`.
pub(super) fn spread(wanted: &[(f64, f64)], (from, to): (f64, f64)) -> Vec<f64> {
    let mut tops: Vec<f64> = Vec::with_capacity(wanted.len());
    let mut next = from;
    for &(top, height) in wanted {
        let top = top.max(next);
        tops.push(top);
        next = top + height;
    }
    // Back from the bottom: the last block may not pass the end.
    let mut limit = to;
    for (top, &(_, height)) in tops.iter_mut().zip(wanted).rev() {
        *top = top.min(limit - height);
        limit = *top;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_free_where_nothing_is() {
        let mut obstacles = Obstacles::default();
        obstacles.add(Rect::new(0.0, 0.0, 10.0, 10.0));
        obstacles.add_line(Point::new(0.0, 30.0), Point::new(100.0, 30.0));
        let at = |x: f64, y: f64| Rect::new(x, y, 10.0, 10.0);
        assert!(!obstacles.is_free(&at(5.0, 5.0), 0.0));
        assert!(
            obstacles.lines_through(&at(40.0, 25.0)) > 0
                && !obstacles.is_free(&at(40.0, 25.0), 0.0)
        );
        assert!(obstacles.is_free(&at(12.0, 0.0), 2.0) && !obstacles.is_free(&at(12.0, 0.0), 8.0));
        assert!(obstacles.is_free(&at(40.0, 60.0), 8.0));
    }

    #[test]
    fn what_is_far_is_not_asked() {
        let mut obstacles = Obstacles::default();
        let at = |x: f64| Rect::new(x, 0.0, 1.0, 1.0);
        (0..10_000).for_each(|x| obstacles.add(at(f64::from(x))));
        let near: usize = obstacles.near(&at(5000.0)).iter().map(|column| column.boxes.len()).sum();
        assert!(near < 60, "{near}");
        assert!(!obstacles.is_free(&at(5000.0), 0.0) && obstacles.is_free(&at(10_001.5), 0.0));
        obstacles.add(Rect::new(-9.0, 0.0, 1e9, 1.0));
        for x in [-5.0, 10_001.5, 1e8] {
            assert!(!obstacles.is_free(&at(x), 0.0), "{x}");
        }
        assert!(obstacles.is_free(&at(f64::NAN), 0.0));
    }

    #[test]
    fn thinning_keeps_the_important_ones() {
        let spans = [(0, 0.0, 10.0), (9, 90.0, 100.0), (1, 8.0, 18.0), (5, 50.0, 60.0)];
        assert_eq!(thin_out(&spans, 4.0), [0, 9, 5]);
    }

    #[test]
    fn blocks_move_apart_and_stay_inside() {
        assert_eq!(spread(&[(10.0, 20.0), (15.0, 20.0)], (0.0, 100.0)), [10.0, 30.0]);
        assert_eq!(spread(&[(80.0, 20.0), (85.0, 20.0)], (0.0, 100.0)), [60.0, 80.0]);
        assert_eq!(spread(&[(-5.0, 20.0)], (0.0, 100.0)), [0.0]);
    }
}
