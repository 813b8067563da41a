//! Markers of points and signs of missing figures.

use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::model::Missing;
use crate::scene::{Fill, Mark, Stroke};
use crate::theme::Ink;

/// Across, without the halo.
pub(super) const SIZE: f64 = 11.0;
const HALO: f64 = 1.5;

/// What a marker keeps for itself.
pub(super) fn bounds(center: Point) -> Rect {
    Rect::new(center.x, center.y, 0.0, 0.0).grow(SIZE / 2.0 + 2.0)
}

/// The outline of the marker of a slot: each slot has a shape of its own, so
/// that series are told apart without colour.
fn outline(slot: u8, center: Point, size: f64) -> Vec<Point> {
    let r = size / 2.0;
    let at = |points: &[(f64, f64)]| {
        points.iter().map(|&(x, y)| Point::new(center.x + x * r, center.y + y * r)).collect()
    };
    match slot {
        0 => ring_points(center, r),
        1 => at(&[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]),
        2 => at(&[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
        3 => at(&[(0.0, -1.0), (1.05, 0.85), (-1.05, 0.85)]),
        4 => at(&[(-1.05, -0.85), (1.05, -0.85), (0.0, 1.0)]),
        5 => at(&[
            (-0.35, -1.0),
            (0.35, -1.0),
            (0.35, -0.35),
            (1.0, -0.35),
            (1.0, 0.35),
            (0.35, 0.35),
            (0.35, 1.0),
            (-0.35, 1.0),
            (-0.35, 0.35),
            (-1.0, 0.35),
            (-1.0, -0.35),
            (-0.35, -0.35),
        ]),
        6 => at(&[
            (0.0, -1.0),
            (0.866, -0.5),
            (0.866, 0.5),
            (0.0, 1.0),
            (-0.866, 0.5),
            (-0.866, -0.5),
        ]),
        _ => at(&[(-1.1, -0.5), (1.1, -0.5), (1.1, 0.5), (-1.1, 0.5)]),
    }
}

/// A circle as 24 points, each turned on from the one before.
fn ring_points(center: Point, r: f64) -> Vec<Point> {
    let (cos, sin) = (0.965_925_826, 0.258_819_045);
    let mut spoke = (r, 0.0);
    (0..24)
        .map(|_| {
            let point = Point::new(center.x + spoke.0, center.y + spoke.1);
            spoke = (spoke.0 * cos - spoke.1 * sin, spoke.0 * sin + spoke.1 * cos);
            point
        })
        .collect()
}

/// A published point.
pub(super) fn filled(sheet: &mut Sheet, slot: u8, center: Point, ink: Ink) {
    sheet.marks.push(Mark::Polygon {
        points: outline(slot, center, SIZE + 2.0 * HALO),
        fill: Some(Fill::Solid(Ink::Surface)),
        stroke: None,
    });
    sheet.marks.push(Mark::Polygon {
        points: outline(slot, center, SIZE),
        fill: Some(Fill::Solid(ink)),
        stroke: None,
    });
}

/// A provisional or nearly reached point.
pub(super) fn hollow(sheet: &mut Sheet, slot: u8, center: Point, ink: Ink) {
    filled(sheet, slot, center, Ink::Surface);
    sheet.marks.push(Mark::Polygon {
        points: outline(slot, center, SIZE),
        fill: Some(Fill::Solid(Ink::Surface)),
        stroke: Some(Stroke::solid(ink, 2.0)),
    });
}

/// No figure: the series' own marker, dashed and empty.
pub(super) fn dashed(sheet: &mut Sheet, slot: u8, center: Point, ink: Ink) {
    sheet.marks.push(Mark::Polygon {
        points: outline(slot, center, SIZE + 4.0 * HALO),
        fill: Some(Fill::Solid(Ink::Surface)),
        stroke: None,
    });
    let mut points = outline(slot, center, SIZE + 1.0);
    points.extend(points.first().copied());
    sheet.marks.push(Mark::Line { points, stroke: Stroke::dashed(ink, 1.5, 3.0, 2.0) });
}

/// A second ring round an approximate point.
pub(super) fn ring(sheet: &mut Sheet, center: Point, ink: Ink) {
    sheet.marks.push(Mark::Circle {
        center,
        radius: SIZE / 2.0 + 3.5,
        fill: None,
        stroke: Some(Stroke::solid(ink, 1.5)),
    });
}

/// The sign of a missing figure: a ring, dashed, struck or with an arrow.
/// Its size is fixed, so that nobody reads it as a length.
pub(super) fn missing_sign(
    sheet: &mut Sheet,
    center: Point,
    size: f64,
    missing: Missing,
    ink: Ink,
) {
    let stroke = Stroke::solid(ink, if size > 16.0 { 2.0 } else { 1.5 });
    let r = size / 2.0 - stroke.width / 2.0;
    let ring = |fill| Mark::Circle { center, radius: r, fill, stroke: Some(stroke) };
    let surface = Some(Fill::Solid(Ink::Surface));
    match missing {
        Missing::NoFigure => {
            sheet.marks.push(Mark::Circle {
                center,
                radius: r + HALO,
                fill: surface,
                stroke: None,
            });
            let mut points = ring_points(center, r);
            points.extend(points.first().copied());
            sheet.marks.push(Mark::Line { points, stroke: Stroke::dashed(ink, 1.5, 3.0, 2.0) });
        }
        Missing::Suppressed => {
            sheet.marks.push(ring(surface));
            let d = r * core::f64::consts::FRAC_1_SQRT_2;
            let from = Point::new(center.x - d, center.y + d);
            let to = Point::new(center.x + d, center.y - d);
            sheet.line(from, to, stroke);
        }
        Missing::NotCollected => {
            sheet.marks.push(ring(surface));
            sheet.horizontal(center.y, (center.x - r * 0.5, center.x + r * 0.5), stroke);
        }
        Missing::NotApplicable => {
            sheet.horizontal(center.y, (center.x - r, center.x + r), Stroke::solid(ink, 2.0));
        }
        Missing::Up | Missing::Down => {
            sheet.marks.push(ring(surface));
            let tip = if missing == Missing::Up { -1.0 } else { 1.0 };
            arrow(sheet, center, r * 0.5, (0.0, tip), stroke);
        }
    }
}

/// An arrow through `center`, `half` long to each side, towards `way`.
pub(super) fn arrow(sheet: &mut Sheet, center: Point, half: f64, way: (f64, f64), stroke: Stroke) {
    let at = |along: f64, across: f64| {
        Point::new(
            center.x + way.0 * along + way.1 * across,
            center.y + way.1 * along + way.0 * across,
        )
    };
    sheet.line(at(-half, 0.0), at(half, 0.0), stroke);
    let head = vec![at(half * 0.1, -half * 0.9), at(half, 0.0), at(half * 0.1, half * 0.9)];
    sheet.marks.push(Mark::Line { points: head, stroke });
}

/// A chevron above or below a point that is over or under its figure.
pub(super) fn chevron(sheet: &mut Sheet, center: Point, up: bool, bar: bool, ink: Ink) {
    let way = if up { -1.0 } else { 1.0 };
    let base = center.y + way * (SIZE / 2.0 + 4.0);
    let tip = base + way * 4.5;
    let points = vec![
        Point::new(center.x - 6.0, base),
        Point::new(center.x, tip),
        Point::new(center.x + 6.0, base),
    ];
    sheet.marks.push(Mark::Line { points, stroke: Stroke::solid(ink, 2.5) });
    if bar {
        let y = center.y + way * (SIZE / 2.0 + 1.0);
        sheet.horizontal(y, (center.x - 7.0, center.x + 7.0), Stroke::solid(Ink::Text, 2.0));
    }
}
