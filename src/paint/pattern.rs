//! Fills that say how sure a figure is: stripes and dots.

use crate::geom::Point;
use core::f64::consts::FRAC_1_SQRT_2;

/// Width of a stripe, and from one stripe to the next.
const STRIPE: f64 = 2.4;
const STRIPE_STEP: f64 = 6.0;

pub(super) const DOT_RADIUS: f64 = 1.0;
/// From one row of dots to the next; in a row they are twice as far apart.
const DOT_STEP: f64 = 3.0;

/// Rising stripes at 45°, cut off at the shape's edge; it may be concave.
pub(super) fn stripes(points: &[Point]) -> Vec<Vec<Point>> {
    let (nearest, farthest) = range(points, across);
    let first = (nearest / STRIPE_STEP).floor();
    let count = ((farthest - nearest) / STRIPE_STEP).max(0.0) as usize + 2;
    (0..count)
        .map(|index| (first + index as f64) * STRIPE_STEP)
        .map(|edge| clip(&clip(points, edge, 1.0), edge + STRIPE, -1.0))
        .filter(|stripe| stripe.len() > 2)
        .collect()
}

/// How far a point is from the origin, at right angles to the stripes.
fn across(point: Point) -> f64 {
    (point.x + point.y) * FRAC_1_SQRT_2
}

fn range(points: &[Point], of: fn(Point) -> f64) -> (f64, f64) {
    points
        .iter()
        .map(|&point| of(point))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
}

/// The part of a shape beyond the line at `edge` (before it where `side` is
/// −1), by Sutherland and Hodgman. Parts of a concave shape stay joined along
/// the line, which has no area and does not show.
fn clip(points: &[Point], edge: f64, side: f64) -> Vec<Point> {
    let inside = |point: Point| side * (across(point) - edge);
    let mut kept = Vec::new();
    for (index, &to) in points.iter().enumerate() {
        let from = points[(index + points.len() - 1) % points.len()];
        let (before, after) = (inside(from), inside(to));
        if (before < 0.0) != (after < 0.0) {
            let share = before / (before - after);
            kept.push(Point::new(
                from.x + (to.x - from.x) * share,
                from.y + (to.y - from.y) * share,
            ));
        }
        if after >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

/// Centres of staggered dots, each wholly inside the shape.
pub(super) fn dots(points: &[Point]) -> Vec<Point> {
    let (left, right) = range(points, |point| point.x);
    let (top, bottom) = range(points, |point| point.y);
    let steps = |length: f64| (length / DOT_STEP).max(0.0) as usize;
    let mut dots = Vec::new();
    for row in 0..steps(bottom - top) {
        for column in (row % 2..steps(right - left)).step_by(2) {
            let at = |index: usize| (index as f64 + 0.75) * DOT_STEP;
            let dot = Point::new(left + at(column), top + at(row));
            if holds_dot(points, dot) {
                dots.push(dot);
            }
        }
    }
    dots
}

fn holds_dot(points: &[Point], dot: Point) -> bool {
    [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)]
        .iter()
        .all(|(x, y)| holds(points, Point::new(dot.x + x * DOT_RADIUS, dot.y + y * DOT_RADIUS)))
}

/// Even-odd: a ray to the right crosses the edge an odd number of times.
fn holds(points: &[Point], at: Point) -> bool {
    let crossings = (0..points.len()).filter(|&index| {
        let (a, b) = (points[index], points[(index + 1) % points.len()]);
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|&(x, y)| Point::new(x, y)).collect()
    }

    fn area(points: &[Point]) -> f64 {
        let twice: f64 = (0..points.len())
            .map(|index| (points[index], points[(index + 1) % points.len()]))
            .map(|(a, b)| a.x * b.y - b.x * a.y)
            .sum();
        (twice / 2.0).abs()
    }

    fn striped_share(points: &[Point]) -> f64 {
        stripes(points).iter().map(|stripe| area(stripe)).sum::<f64>() / area(points)
    }

    #[test]
    fn stripes_cover_two_fifths_of_a_shape() {
        let bar = shape(&[(10.0, 5.0), (210.0, 5.0), (210.0, 33.0), (10.0, 33.0)]);
        assert!((striped_share(&bar) - 0.4).abs() < 0.02);
    }

    #[test]
    fn stripes_stay_out_of_a_notch() {
        let notched = shape(&[(0.0, 0.0), (90.0, 0.0), (60.0, 45.0), (90.0, 90.0), (0.0, 90.0)]);
        assert!((striped_share(&notched) - 0.4).abs() < 0.02);
    }

    #[test]
    fn dots_stay_inside() {
        let notched = shape(&[(0.0, 0.0), (40.0, 0.0), (30.0, 15.0), (40.0, 30.0), (0.0, 30.0)]);
        let dots = dots(&notched);
        assert!(dots.len() > 40);
        assert!(dots.iter().all(|dot| dot.x <= 40.0 - DOT_RADIUS && dot.y >= DOT_RADIUS));
        assert!(!dots.iter().any(|dot| dot.x > 33.0 && (dot.y - 15.0).abs() < 4.0));
    }

    #[test]
    fn nothing_has_no_pattern() {
        assert!(stripes(&[]).is_empty() && dots(&[]).is_empty());
        assert!(stripes(&shape(&[(1.0, 1.0)])).is_empty());
    }
}
