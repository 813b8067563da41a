//! Finds a free place for a label among what is already there.

use crate::geom::{Point, Rect};

/// Free space round a label that may be left out, in CSS pixels.
pub(super) const FREE: f64 = 8.0;

/// What labels must not cover.
#[derive(Default)]
pub(super) struct Obstacles {
    /// Markers and labels.
    boxes: Vec<Rect>,
    /// Lines of the series.
    lines: Vec<(Point, Point)>,
}

impl Obstacles {
    pub fn add(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    pub fn add_line(&mut self, from: Point, to: Point) {
        self.lines.push((from, to));
    }

    /// No box within `free`, and no line through it.
    pub fn is_free(&self, rect: &Rect, free: f64) -> bool {
        !self.hits_box(rect, free) && !self.lines.iter().any(|line| crosses(line, rect))
    }

    fn hits_box(&self, rect: &Rect, free: f64) -> bool {
        let wide = rect.grow(free);
        self.boxes.iter().any(|other| other.overlaps(&wide))
    }

    /// The first of `places` that is free; where none is, the first that
    /// covers at most a line, since a label on a line can still be read.
    pub fn choose(&self, places: &[Rect], inside: &Rect) -> Option<Rect> {
        let mut fitting = places.iter().filter(|place| inside.holds(place));
        let free = fitting.clone().find(|place| self.is_free(place, 1.0));
        free.or_else(|| fitting.find(|place| !self.hits_box(place, 1.0))).copied()
    }

    /// The first of `places` with so much room all round.
    pub fn choose_free(&self, places: &[Rect], free: f64, inside: &Rect) -> Option<Rect> {
        places.iter().find(|place| inside.holds(place) && self.is_free(place, free)).copied()
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
    fn a_label_goes_where_nothing_is() {
        let mut obstacles = Obstacles::default();
        obstacles.add(Rect::new(0.0, 0.0, 10.0, 10.0));
        obstacles.add_line(Point::new(0.0, 30.0), Point::new(100.0, 30.0));
        let inside = Rect::new(0.0, 0.0, 100.0, 100.0);
        let on_box = Rect::new(5.0, 5.0, 10.0, 10.0);
        let on_line = Rect::new(40.0, 25.0, 10.0, 10.0);
        let free = Rect::new(40.0, 60.0, 10.0, 10.0);
        assert_eq!(obstacles.choose(&[on_box, on_line, free], &inside), Some(free));
        assert_eq!(obstacles.choose(&[on_box, on_line], &inside), Some(on_line));
        assert_eq!(obstacles.choose(&[on_box], &inside), None);
        assert_eq!(obstacles.choose_free(&[on_line], FREE, &inside), None);
        assert_eq!(obstacles.choose(&[Rect::new(95.0, 0.0, 10.0, 5.0)], &inside), None);
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
