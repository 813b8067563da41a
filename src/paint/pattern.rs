//! Fills that say how sure a figure is, or on grey paper whose: stripes and dots.

use crate::geom::Point;
use crate::theme::HIGHLIGHTED;
use core::f64::consts::FRAC_1_SQRT_2;

/// Parallel stripes over the plane.
#[derive(Debug)]
pub(super) struct Stripes {
    /// Of length 1, at right angles to the stripes.
    across: (f64, f64),
    width: f64,
    /// From one stripe to the next.
    step: f64,
}

/// Rising at 45°.
pub(super) const PROVISIONAL: Stripes =
    Stripes { across: (FRAC_1_SQRT_2, FRAC_1_SQRT_2), width: 2.4, step: 6.0 };

const UPRIGHT: Stripes = Stripes { across: (1.0, 0.0), width: 1.2, step: 6.0 };
const LEVEL: Stripes = Stripes { across: (0.0, 1.0), ..UPRIGHT };
const SPARSE: Stripes = Stripes { step: 12.0, ..UPRIGHT };

/// What every second colour carries on paper: each a pattern of its own.
pub(super) fn of_slot(slot: u8) -> &'static [Stripes] {
    match slot % HIGHLIGHTED {
        1 => &[UPRIGHT],
        3 => &[LEVEL],
        5 => &[UPRIGHT, LEVEL],
        7 => &[SPARSE],
        _ => &[],
    }
}

pub(super) const DOT_RADIUS: f64 = 1.0;
/// From one row of dots to the next; in a row they are twice as far apart.
const DOT_STEP: f64 = 3.0;
/// So many dots at most, farther apart where a shape is large: each is an element.
const MOST_DOTS: f64 = 4_000.0;

/// The parts of a shape that the stripes cover; it may be concave.
pub(super) fn stripes(points: &[Point], stripes: &Stripes) -> Vec<Vec<Point>> {
    let Stripes { across, width, step } = *stripes;
    let (nearest, farthest) = range(points, across);
    let first = (nearest / step).floor();
    let count = ((farthest - nearest) / step).max(0.0) as usize + 2;
    (0..count)
        .map(|index| (first + index as f64) * step)
        .map(|edge| clip(&clip(points, across, edge, 1.0), across, edge + width, -1.0))
        .filter(|stripe| stripe.len() > 2)
        .collect()
}

/// How far a shape reaches in a direction, from the origin.
pub(super) fn range(points: &[Point], across: (f64, f64)) -> (f64, f64) {
    points
        .iter()
        .map(|&point| along(point, across))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
}

fn along(point: Point, across: (f64, f64)) -> f64 {
    point.x * across.0 + point.y * across.1
}

/// The part of a shape beyond the line at `edge` (before it where `side` is
/// −1), by Sutherland and Hodgman. Parts of a concave shape stay joined along
/// the line, which has no area and does not show.
fn clip(points: &[Point], across: (f64, f64), edge: f64, side: f64) -> Vec<Point> {
    let inside = |point: Point| side * (along(point, across) - edge);
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
    let (left, right) = range(points, (1.0, 0.0));
    let (top, bottom) = range(points, (0.0, 1.0));
    let area = (right - left) * (bottom - top);
    let step = (area / (2.0 * MOST_DOTS)).sqrt().max(DOT_STEP);
    let steps = |length: f64| (length / step).max(0.0) as usize;
    let mut dots = Vec::new();
    for row in 0..steps(bottom - top) {
        for column in (row % 2..steps(right - left)).step_by(2) {
            let at = |index: usize| (index as f64 + 0.75) * step;
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

    fn striped_share(points: &[Point], of: &Stripes) -> f64 {
        stripes(points, of).iter().map(|stripe| area(stripe)).sum::<f64>() / area(points)
    }

    #[test]
    fn stripes_cover_two_fifths_of_a_shape() {
        let bar = shape(&[(10.0, 5.0), (210.0, 5.0), (210.0, 33.0), (10.0, 33.0)]);
        assert!((striped_share(&bar, &PROVISIONAL) - 0.4).abs() < 0.02);
    }

    #[test]
    fn every_second_colour_has_a_pattern_of_its_own() {
        let bar = shape(&[(12.0, 12.0), (132.0, 12.0), (132.0, 72.0), (12.0, 72.0)]);
        let share = |slot| of_slot(slot).iter().map(|of| striped_share(&bar, of)).sum::<f64>();
        for (slot, expected) in [(1, 0.2), (3, 0.2), (5, 0.4), (7, 0.1)] {
            assert!((share(slot) - expected).abs() < 1e-9, "{slot}: {}", share(slot));
            assert!(share(slot - 1).abs() < 1e-9);
            assert_eq!(share(slot + HIGHLIGHTED), share(slot), "the same brought forward");
        }
        let is_upright = |stripe: &Vec<Point>| range(stripe, (0.0, 1.0)) == (12.0, 72.0);
        assert!(stripes(&bar, &of_slot(1)[0]).iter().all(is_upright));
        assert!(!stripes(&bar, &of_slot(3)[0]).iter().any(is_upright));
    }

    #[test]
    fn stripes_stay_out_of_a_notch() {
        let notched = shape(&[(0.0, 0.0), (90.0, 0.0), (60.0, 45.0), (90.0, 90.0), (0.0, 90.0)]);
        assert!((striped_share(&notched, &PROVISIONAL) - 0.4).abs() < 0.02);
    }

    #[test]
    fn dots_stay_inside() {
        let notched = shape(&[(0.0, 0.0), (40.0, 0.0), (30.0, 15.0), (40.0, 30.0), (0.0, 30.0)]);
        let dots = dots(&notched);
        assert!(dots.len() > 40);
        assert!(dots.iter().all(|dot| dot.x <= 40.0 - DOT_RADIUS && dot.y >= DOT_RADIUS));
        assert!(!dots.iter().any(|dot| dot.x > 33.0 && (dot.y - 15.0).abs() < 4.0));
    }

    /// Of a remainder at four times the usual type the fuzzer had forty thousand.
    #[test]
    fn a_large_shape_has_no_more_dots() {
        let square = |side: f64| shape(&[(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]);
        assert!(dots(&square(200.0)).len() > 2_000);
        for side in [300.0, 2_000.0, 20_000.0] {
            let count = dots(&square(side)).len();
            assert!((3_500..=4_000).contains(&count), "{side}: {count}");
        }
    }

    #[test]
    fn nothing_has_no_pattern() {
        assert!(stripes(&[], &LEVEL).is_empty() && dots(&[]).is_empty());
        assert!(stripes(&shape(&[(1.0, 1.0)]), &LEVEL).is_empty());
    }
}
