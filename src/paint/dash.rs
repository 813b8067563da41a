//! Cuts lines into dashes, since plotters' own step in whole units.

use crate::geom::Point;
use crate::scene::Dash;

/// More pieces than this cannot be told apart on any screen.
const MAX_PIECES: f64 = 5_000.0;

/// Dashes with square ends, from the first point on.
pub(super) fn along(points: &[Point], dash: Dash) -> Vec<Vec<Point>> {
    cut(points, dash, 0.0)
}

/// Dashes as long as asked for although the stroke's round ends add its width.
pub(super) fn along_with_round_ends(points: &[Point], dash: Dash, width: f64) -> Vec<Vec<Point>> {
    cut(points, for_round_ends(dash, width), width / 2.0)
}

/// Dashes round a closed path, stretched a little so that they come out even.
pub(super) fn around(path: &[Point], dash: Dash, width: f64) -> Vec<Vec<Point>> {
    let length = length(path);
    let turns = (length / (dash.on + dash.off)).round().max(1.0);
    let stretch = length / (turns * (dash.on + dash.off));
    let even = Dash { on: dash.on * stretch, off: dash.off * stretch };
    cut(path, for_round_ends(even, width), 0.0)
}

fn for_round_ends(dash: Dash, width: f64) -> Dash {
    // A dash without length would not be drawn at all on a canvas.
    let on = (dash.on - width).max(0.1);
    Dash { on, off: dash.on + dash.off - on }
}

fn length(points: &[Point]) -> f64 {
    points.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

fn distance(a: Point, b: Point) -> f64 {
    a.distance(b)
}

fn between(a: Point, b: Point, share: f64) -> Point {
    Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
}

/// The pieces of the line that lie on a dash; the first starts at `start`.
fn cut(points: &[Point], dash: Dash, start: f64) -> Vec<Vec<Point>> {
    let length = length(points);
    let period = (dash.on + dash.off).max(length / MAX_PIECES);
    let count = ((length - start) / period).ceil() as usize;
    (0..count)
        .map(|index| start + index as f64 * period)
        .map(|begin| slice(points, begin, begin + dash.on))
        .filter(|piece| piece.len() > 1)
        .collect()
}

/// The part of a line between two distances from its first point.
fn slice(points: &[Point], from: f64, to: f64) -> Vec<Point> {
    let mut piece = Vec::new();
    let mut passed = 0.0;
    for pair in points.windows(2) {
        let side = distance(pair[0], pair[1]);
        let (begin, end) = ((from - passed).max(0.0), (to - passed).min(side));
        if begin < end {
            if piece.is_empty() {
                piece.push(between(pair[0], pair[1], begin / side));
            }
            piece.push(between(pair[0], pair[1], end / side));
        }
        passed += side;
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|&(x, y)| Point::new(x, y)).collect()
    }

    #[test]
    fn a_line_is_cut_from_its_start() {
        let pieces = along(&line(&[(0.0, 0.0), (10.0, 0.0)]), Dash { on: 4.0, off: 2.0 });
        assert_eq!(pieces, [line(&[(0.0, 0.0), (4.0, 0.0)]), line(&[(6.0, 0.0), (10.0, 0.0)])]);
    }

    #[test]
    fn a_dash_goes_round_a_corner() {
        let pieces =
            along(&line(&[(0.0, 0.0), (3.0, 0.0), (3.0, 5.0)]), Dash { on: 5.0, off: 9.0 });
        assert_eq!(pieces, [line(&[(0.0, 0.0), (3.0, 0.0), (3.0, 2.0)])]);
    }

    #[test]
    fn round_ends_are_part_of_a_dash() {
        let pieces = along_with_round_ends(
            &line(&[(0.0, 0.0), (0.0, 20.0)]),
            Dash { on: 7.0, off: 5.0 },
            3.0,
        );
        assert_eq!(pieces[0], line(&[(0.0, 1.5), (0.0, 5.5)]));
        assert_eq!(pieces[1][0], Point::new(0.0, 13.5));
    }

    #[test]
    fn dashes_come_out_even_round_a_shape() {
        let square = line(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]);
        assert_eq!(around(&square, Dash { on: 3.0, off: 3.1 }, 1.0).len(), 7);
    }

    #[test]
    fn dashes_without_length_do_not_hang() {
        let long = line(&[(0.0, 0.0), (1e4, 0.0)]);
        assert!(along(&long, Dash { on: 0.0, off: 0.0 }).len() <= 5_001);
        assert!(along(&long, Dash { on: 1e-9, off: 1e-9 }).len() <= 5_001);
        assert!(along(&line(&[(1.0, 1.0), (1.0, 1.0)]), Dash { on: 0.0, off: 0.0 }).is_empty());
    }
}
