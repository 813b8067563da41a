//! Closed shapes as points.

use crate::geom::{Point, Rect};
use core::f64::consts::TAU;

/// Pieces of a rounded corner.
const CORNER_STEPS: usize = 6;

/// Clockwise from the top left corner.
pub(super) fn rect(rect: &Rect, radius: f64) -> Vec<Point> {
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius <= 0.0 {
        return vec![
            Point::new(rect.x, rect.y),
            Point::new(rect.right(), rect.y),
            Point::new(rect.right(), rect.bottom()),
            Point::new(rect.x, rect.bottom()),
        ];
    }
    let inner = rect.grow(-radius);
    let centers = [
        (inner.x, inner.y),
        (inner.right(), inner.y),
        (inner.right(), inner.bottom()),
        (inner.x, inner.bottom()),
    ];
    let quarter = TAU / 4.0;
    let corner = |(index, (x, y)): (usize, (f64, f64))| {
        let start = TAU / 2.0 + quarter * index as f64;
        (0..=CORNER_STEPS)
            .map(move |step| start + quarter * step as f64 / CORNER_STEPS as f64)
            .map(move |angle| on_circle(Point::new(x, y), radius, angle))
    };
    centers.into_iter().enumerate().flat_map(corner).collect()
}

/// Fine enough that its corners are not seen.
pub(super) fn circle(center: Point, radius: f64) -> Vec<Point> {
    let steps = (radius * 4.0).clamp(16.0, 128.0) as usize;
    (0..steps).map(|step| on_circle(center, radius, TAU * step as f64 / steps as f64)).collect()
}

fn on_circle(center: Point, radius: f64, angle: f64) -> Point {
    Point::new(center.x + radius * angle.cos(), center.y + radius * angle.sin())
}

/// The way round a shape, starting and ending in the middle of its first
/// side: there its two ends meet without a seam.
pub(super) fn closed_path(points: &[Point]) -> Vec<Point> {
    let [first, second, ..] = *points else {
        return points.to_vec();
    };
    let start = Point::new((first.x + second.x) / 2.0, (first.y + second.y) / 2.0);
    let mut path = vec![start];
    path.extend_from_slice(&points[1..]);
    path.extend([first, start]);
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_is_never_rounder_than_the_rectangle_is_wide() {
        let bar = Rect::new(0.0, 0.0, 10.0, 2.0);
        let inside = bar.grow(1e-9);
        assert!(rect(&bar, 8.0).iter().all(|&point| inside.contains(point)));
        assert_eq!(rect(&bar, 0.0).len(), 4);
    }

    #[test]
    fn a_closed_path_ends_where_it_starts() {
        let square = rect(&Rect::new(0.0, 0.0, 4.0, 4.0), 0.0);
        let path = closed_path(&square);
        assert_eq!(path.first(), Some(&Point::new(2.0, 0.0)));
        assert_eq!(path.first(), path.last());
        assert_eq!(path.len(), 6);
        assert!(closed_path(&[]).is_empty());
    }
}
