//! One bar, with the shape that says how exact its figure is.
//!
//! Shapes are worked out along the bar (`u` from its zero line, `v` across)
//! and then laid to the right, to the left or upwards. The open side of a
//! qualifier follows the number line: on a bar that runs towards smaller
//! numbers “over” points back to its zero line.

use super::inks::SeriesInk;
use super::marker;
use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::model::{Figure, Missing, Observation, Qualifier};
use crate::scene::{Fill, Mark, Stroke};
use crate::theme::Ink;

/// Gap between a bar and its loose piece, and the piece's own depth.
const LOOSE: f64 = 4.0;
/// Where the sign of a missing figure stands from the zero line.
const SIGN_OFFSET: f64 = 8.0;
/// A sine at every thirtieth degree; sines at run time cost 5 kB.
pub(super) const WAVE: [f64; 13] =
    [0.0, 0.5, 0.866, 1.0, 0.866, 0.5, 0.0, -0.5, -0.866, -1.0, -0.866, -0.5, 0.0];
/// A target's rule stands out so far on both sides of its bar.
pub(super) const PROUD: f64 = 6.0;
const ARROW_SIGN: f64 = 22.0;
const MISSING_SIGN: f64 = 12.0;

/// Where a bar stands: its zero line, its sides, and which way it grows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Middle of the bar on the zero line.
    pub origin: Point,
    pub thickness: f64,
    pub way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Right,
    Left,
    Up,
    Down,
}

impl Place {
    pub fn point(&self, u: f64, v: f64) -> Point {
        let (x, y) = (self.origin.x, self.origin.y);
        let across = v - self.thickness / 2.0;
        match self.way {
            Way::Right => Point::new(x + u, y + across),
            Way::Left => Point::new(x - u, y + across),
            Way::Up => Point::new(x + across, y - u),
            Way::Down => Point::new(x + across, y + u),
        }
    }

    fn points(&self, along: &[(f64, f64)]) -> Vec<Point> {
        along.iter().map(|&(u, v)| self.point(u.max(0.0), v)).collect()
    }

    pub fn rect(&self, u: (f64, f64), v: (f64, f64)) -> Rect {
        Rect::between(self.point(u.0, v.0), self.point(u.1, v.1))
    }

    /// Whether the bar runs towards smaller numbers.
    fn is_negative(&self) -> bool {
        matches!(self.way, Way::Left | Way::Down)
    }
}

/// Which end a qualifier gives a bar, seen along the bar.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Exact,
    /// The true value is further on.
    Beyond {
        stop: bool,
    },
    /// The true value is nearer the zero line.
    Before {
        stop: bool,
    },
    Wave,
    Short,
}

fn end_of(qualifier: Option<Qualifier>, negative: bool) -> End {
    match qualifier {
        None => End::Exact,
        Some(Qualifier::About) => End::Wave,
        Some(Qualifier::Nearly) => End::Short,
        Some(Qualifier::Over) if negative => End::Before { stop: false },
        Some(Qualifier::Under) if negative => End::Beyond { stop: false },
        Some(Qualifier::AtLeast) if negative => End::Before { stop: true },
        Some(Qualifier::AtMost) if negative => End::Beyond { stop: true },
        Some(Qualifier::Over) => End::Beyond { stop: false },
        Some(Qualifier::Under) => End::Before { stop: false },
        Some(Qualifier::AtLeast) => End::Beyond { stop: true },
        Some(Qualifier::AtMost) => End::Before { stop: true },
    }
}

/// How far past its length the end of a figure's bar reaches.
pub(super) fn overhang(figure: &Figure, thickness: f64, negative: bool) -> f64 {
    match end_of(figure.qualifier(), negative) {
        End::Beyond { stop: false } => 2.0 * LOOSE + depth(thickness),
        End::Beyond { stop: true } => 3.0 + 2.0 * LOOSE + depth(thickness),
        End::Wave => 2.0 * LOOSE + 5.0,
        End::Short | End::Before { stop: true } => 2.0,
        End::Before { stop: false } | End::Exact => 0.0,
    }
}

/// Width that the sign of a missing figure takes from the zero line.
pub(super) fn sign_width(missing: Missing) -> f64 {
    SIGN_OFFSET + sign_size(missing)
}

/// The sign of a missing figure, across.
pub(super) fn sign_size(missing: Missing) -> f64 {
    if is_direction(missing) { ARROW_SIGN } else { MISSING_SIGN }
}

fn is_direction(missing: Missing) -> bool {
    matches!(missing, Missing::Up | Missing::Down)
}

fn depth(thickness: f64) -> f64 {
    (thickness / 3.0).min(8.0)
}

/// Draws a figure as the part of a whole that fills `marks`.
pub(super) fn draw_part(
    sheet: &mut Sheet,
    marks: Rect,
    figure: &Figure,
    share: f64,
    ink: SeriesInk,
    earlier: bool,
) {
    outline(sheet, marks);
    let place = Place {
        origin: Point::new(marks.x, marks.center().y),
        thickness: marks.height,
        way: Way::Right,
    };
    draw(sheet, place, share * marks.width, figure, ink, earlier);
}

/// A whole, whatever part of it there is.
pub(super) fn outline(sheet: &mut Sheet, marks: Rect) {
    let stroke = Some(Stroke::solid(Ink::Muted, 1.0));
    sheet.marks.push(Mark::Rect { rect: marks.grow(-0.5), radius: 0.0, fill: None, stroke });
}

/// Draws a figure as a bar `length` long; a missing one as its sign.
pub(super) fn draw(
    sheet: &mut Sheet,
    place: Place,
    length: f64,
    figure: &Figure,
    ink: SeriesInk,
    earlier: bool,
) {
    match figure.observation {
        Observation::Known { qualifier, .. } => {
            let shape = Shape { place, length, ink, style: BarStyle::of(figure, ink, earlier) };
            shape.draw(sheet, end_of(qualifier, place.is_negative()));
        }
        Observation::Missing(missing) => draw_missing(sheet, place, missing, ink),
    }
}

/// Draws what the parts leave of their whole; the end of a bar that is at
/// most so long is pressed in, that of one that is at least so long stands out.
pub(super) fn draw_remainder(sheet: &mut Sheet, place: Place, length: f64, figure: &Figure) {
    let thick = place.thickness;
    let way = match figure.qualifier() {
        Some(Qualifier::AtMost) => -1.0,
        Some(Qualifier::AtLeast) => 1.0,
        _ => 0.0,
    };
    let tip = length + way * depth(thick).min(length);
    let along = [(0.0, 0.0), (length, 0.0), (tip, thick / 2.0), (length, thick), (0.0, thick)];
    let stroke = Some(Stroke::solid(Ink::Muted, 1.0));
    let points = inset(&place, &along, stroke);
    sheet.marks.push(Mark::Polygon { points, fill: Some(Fill::Dots(Ink::Muted)), stroke });
}

fn draw_missing(sheet: &mut Sheet, place: Place, missing: Missing, ink: SeriesInk) {
    // Signs of bars that stand close do not touch.
    let size = sign_size(missing).min(place.thickness + 4.0);
    let center = place.point(SIGN_OFFSET + size / 2.0, place.thickness / 2.0);
    marker::missing_sign(sheet, center, size, missing, ink.main);
}

/// Fill and outline of a bar.
#[derive(Clone, Copy)]
struct BarStyle {
    fill: Fill,
    stroke: Option<Stroke>,
}

impl BarStyle {
    fn of(figure: &Figure, ink: SeriesInk, earlier: bool) -> Self {
        let stroke = (figure.is_open() || earlier).then_some(Stroke::solid(ink.main, 1.5));
        let fill = match (figure.is_open(), earlier) {
            (true, _) => Fill::Hatch(ink.main),
            (false, true) => Fill::Solid(ink.tint),
            (false, false) => Fill::Solid(ink.main),
        };
        BarStyle { fill, stroke }
    }
}

struct Shape {
    place: Place,
    length: f64,
    ink: SeriesInk,
    style: BarStyle,
}

impl Shape {
    fn draw(&self, sheet: &mut Sheet, end: End) {
        let (length, thick) = (self.length, self.place.thickness);
        let d = depth(thick);
        match end {
            // Its label on the zero line says it; an outline would have a width.
            End::Exact if length <= 0.0 => {}
            End::Exact => self.body(sheet, &[(length, 0.0), (length, thick)]),
            End::Beyond { stop: false } => {
                self.body(sheet, &[(length, 0.0), (length + d, thick / 2.0), (length, thick)]);
                self.chevron(sheet, length + LOOSE, d);
            }
            End::Beyond { stop: true } => {
                self.body(sheet, &[(length, 0.0), (length, thick)]);
                self.stop(sheet, length + 1.0);
                self.chevron(sheet, length + 2.0 + LOOSE, d);
            }
            End::Before { stop } => {
                let edge = if stop { length - 3.0 } else { length };
                let notch = edge - 2.0 * LOOSE;
                self.body(sheet, &[(notch, 0.0), (notch - d, thick / 2.0), (notch, thick)]);
                self.chevron(sheet, edge - LOOSE, -d);
                if stop {
                    self.stop(sheet, length - 1.0);
                }
            }
            End::Wave => self.wave(sheet),
            End::Short => {
                self.body(sheet, &[(length - 7.0, 0.0), (length - 7.0, thick)]);
                let stop = self.across(length, PROUD);
                let stroke = Stroke::dashed(Ink::Text, 2.0, 4.0, 3.0);
                sheet.marks.push(Mark::Line { points: stop, stroke });
            }
        }
    }

    /// The bar from the zero line to the points of its end.
    fn body(&self, sheet: &mut Sheet, end: &[(f64, f64)]) {
        let mut along = vec![(0.0, 0.0)];
        along.extend_from_slice(end);
        along.push((0.0, self.place.thickness));
        let points = inset(&self.place, &along, self.style.stroke);
        self.polygon(sheet, points);
    }

    fn polygon(&self, sheet: &mut Sheet, points: Vec<Point>) {
        let BarStyle { fill, stroke } = self.style;
        sheet.marks.push(Mark::Polygon { points, fill: Some(fill), stroke });
    }

    /// The loose piece: its edge at `at`, its point `d` further.
    fn chevron(&self, sheet: &mut Sheet, at: f64, d: f64) {
        let thick = self.place.thickness;
        let points = self.place.points(&[
            (at, 0.0),
            (at + LOOSE, 0.0),
            (at + LOOSE + d, thick / 2.0),
            (at + LOOSE, thick),
            (at, thick),
            (at + d, thick / 2.0),
        ]);
        sheet.marks.push(Mark::Polygon {
            points,
            fill: Some(Fill::Solid(self.ink.main)),
            stroke: None,
        });
    }

    /// A line across the bar, `proud` of it on both sides.
    fn across(&self, at: f64, proud: f64) -> Vec<Point> {
        let thick = self.place.thickness;
        vec![self.place.point(at, -proud), self.place.point(at, thick + proud)]
    }

    fn stop(&self, sheet: &mut Sheet, at: f64) {
        let points = self.across(at, 4.0);
        sheet.marks.push(Mark::Line { points, stroke: Stroke::solid(Ink::Text, 2.0) });
    }

    /// An end waved round the figure, and one loose wave after it.
    fn wave(&self, sheet: &mut Sheet) {
        let thick = self.place.thickness;
        let amplitude = 5.0_f64.min(thick / 4.0);
        let at = |offset: f64| -> Vec<(f64, f64)> {
            let swings = WAVE.iter().enumerate();
            swings
                .map(|(step, swing)| {
                    let across = step as f64 / (WAVE.len() - 1) as f64 * thick;
                    (self.length + offset - swing * amplitude, across)
                })
                .collect()
        };
        self.body(sheet, &at(0.0));
        let mut loose = at(LOOSE);
        loose.extend(at(2.0 * LOOSE).into_iter().rev());
        sheet.marks.push(Mark::Polygon {
            points: self.place.points(&loose),
            fill: Some(Fill::Solid(self.ink.main)),
            stroke: None,
        });
    }
}

/// The outline is drawn inside the bar, so that its outer edge is the figure.
fn inset(place: &Place, along: &[(f64, f64)], stroke: Option<Stroke>) -> Vec<Point> {
    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    let far = along.iter().fold(0.0_f64, |far, &(u, _)| far.max(u));
    let along: Vec<(f64, f64)> = along
        .iter()
        .map(|&(u, v)| {
            let u = if u <= 0.0 { half } else { (u - half).max(half.min(far)) };
            (u, v.max(half).min((place.thickness - half).max(half)))
        })
        .collect();
    place.points(&along)
}

/// A target: an ink rule across the bar, with surface beside it.
pub(super) fn draw_target(sheet: &mut Sheet, place: Place, at: f64) {
    let thick = place.thickness;
    // At the zero line itself there is no bar to part.
    if at > 2.0 {
        sheet.fill(place.rect((at - 2.0, at + 2.0), (0.0, thick)), Ink::Surface);
    }
    let points = vec![place.point(at, -PROUD), place.point(at, thick + PROUD)];
    sheet.marks.push(Mark::Line { points, stroke: Stroke::solid(Ink::Text, 2.0) });
}
