//! Closed shapes as points.

use crate::geom::{Point, Rect};

/// Cosines of 0°, 15° … 90°. Angles finer than that do not show at the sizes
/// of marks, and a table is a tenth of the code of the true functions.
const QUARTER: [f64; 7] = [
    1.0,
    0.965_925_826_289_068_3,
    0.866_025_403_784_438_6,
    0.707_106_781_186_547_5,
    0.5,
    0.258_819_045_102_520_74,
    0.0,
];

/// Clockwise from the left end of the top left corner.
pub(super) fn rect(rect: &Rect, radius: f64) -> Vec<Point> {
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
    let inner = rect.grow(-radius);
    if radius == 0.0 {
        return [
            (rect.x, rect.y),
            (rect.right(), rect.y),
            (rect.right(), rect.bottom()),
            (rect.x, rect.bottom()),
        ]
        .map(|(x, y)| Point::new(x, y))
        .to_vec();
    }
    let mut points = Vec::new();
    corner(&mut points, (inner.x, inner.y), (-radius, 0.0));
    corner(&mut points, (inner.right(), inner.y), (0.0, -radius));
    corner(&mut points, (inner.right(), inner.bottom()), (radius, 0.0));
    corner(&mut points, (inner.x, inner.bottom()), (0.0, radius));
    points.dedup();
    points
}

/// A rectangle that is all corners.
pub(super) fn circle(center: Point, radius: f64) -> Vec<Point> {
    rect(&Rect::new(center.x, center.y, 0.0, 0.0).grow(radius), radius)
}

/// A quarter of a circle, clockwise round `center` from `center + from`.
fn corner(points: &mut Vec<Point>, center: (f64, f64), from: (f64, f64)) {
    for (cos, sin) in QUARTER.iter().zip(QUARTER.iter().rev()) {
        let x = center.0 + from.0 * cos - from.1 * sin;
        let y = center.1 + from.1 * cos + from.0 * sin;
        points.push(Point::new(x, y));
    }
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
    fn a_circle_is_round() {
        let points = circle(Point::new(5.0, 7.0), 3.0);
        let from_center = |point: &Point| (point.x - 5.0).hypot(point.y - 7.0);
        assert!(points.iter().all(|point| (from_center(point) - 3.0).abs() < 1e-9));
        let far_apart = |pair: &[Point]| (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y) > 0.8;
        assert!(!points.windows(2).any(far_apart));
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
