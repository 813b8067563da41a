//! From marks to the elements that draw them.

use super::element::{Element, Xy};
use super::pattern::{self, Stripes};
use super::{dash, label, outline};
use crate::geom::{Point, Rect};
use crate::scene::{Fill, Label, Mark, Stroke};
use crate::theme::{Ink, Theme};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::{RGBAColor, ShapeStyle};

/// Makes elements in the colours of a theme, for a backend of some fineness.
pub(super) struct Shapes<'a> {
    theme: &'a Theme,
    /// Backend units in one CSS pixel.
    units: f64,
}

type Elements<'a> = Vec<Element<'a>>;

/// A plate under letters, in ems: it fits into the thinnest part that is written on.
const PLATE_ASCENT: f64 = 0.85;
const PLATE_HEIGHT: f64 = 1.1;
/// CSS pixels.
const PLATE_SIDE: f64 = 3.0;

/// Markers have their shape, which lines would break.
const MARKER: f64 = 12.2;

impl<'a> Shapes<'a> {
    pub(super) fn new(theme: &'a Theme, units: f64) -> Self {
        Shapes { theme, units }
    }

    pub(super) fn surface(&self) -> RGBAColor {
        self.color(Ink::Surface)
    }

    /// What draws a mark, from the bottom up.
    pub(super) fn of(&self, mark: &'a Mark) -> Elements<'a> {
        let mut to = Elements::new();
        match mark {
            Mark::Rect { rect, radius, fill, stroke } => {
                self.rect(&mut to, rect, *radius, *fill, *stroke);
            }
            Mark::Polygon { points, fill, stroke } => {
                self.polygon(&mut to, points, *fill, *stroke);
            }
            Mark::Line { points, stroke } => self.line(&mut to, points, *stroke),
            Mark::Circle { center, radius, fill, stroke } => {
                self.circle(&mut to, *center, *radius, *fill, *stroke);
            }
            Mark::Label(label) => {
                self.plate(&mut to, label);
                to.push(Element::Text(label::Text::new(label, self.theme, self.units)));
            }
        }
        to
    }

    fn rect(
        &self,
        to: &mut Elements,
        rect: &Rect,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) {
        match (fill, stroke) {
            (Some(Fill::Solid(ink)), None) if radius == 0.0 && self.lines(ink).is_empty() => {
                self.bar(to, rect, ink);
            }
            _ => self.polygon(to, &outline::rect(rect, radius), fill, stroke),
        }
    }

    /// A plain rectangle: what backends draw best, and align to pixels.
    fn bar(&self, to: &mut Elements, rect: &Rect, ink: Ink) {
        let corners = [(rect.x, rect.y), (rect.right(), rect.bottom())];
        to.push(Element::Bar(Rectangle::new(corners, self.filled(ink))));
    }

    fn polygon(
        &self,
        to: &mut Elements,
        points: &[Point],
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) {
        match fill {
            Some(Fill::Solid(ink)) => {
                self.area(to, points, ink);
                if !is_small(points) {
                    self.stripes(to, points, self.lines(ink), Ink::Surface);
                }
            }
            Some(Fill::Hatch(ink)) => {
                self.area(to, points, Ink::Surface);
                self.stripes(to, points, &[pattern::PROVISIONAL], ink);
            }
            Some(Fill::Dots(ink)) => {
                self.area(to, points, Ink::Surface);
                for center in pattern::dots(points) {
                    self.disc(to, center, pattern::DOT_RADIUS, ink);
                }
            }
            None => {}
        }
        if let Some(stroke) = stroke {
            self.outline(to, points, stroke);
            self.core(to, points, fill, stroke.ink);
        }
    }

    /// Where a tint is an outline alone, a bar or a cell of an earlier period would look
    /// like an empty one.
    fn core(&self, to: &mut Elements, points: &[Point], fill: Option<Fill>, ink: Ink) {
        if let Some(Fill::Solid(tint @ (Ink::Tint(_) | Ink::QuietTint))) = fill
            && self.theme.rgb(tint) == self.theme.surface
        {
            let (left, right) = pattern::range(points, (1.0, 0.0));
            let (top, bottom) = pattern::range(points, (0.0, 1.0));
            let bounds = Rect::new(left, top, right - left, bottom - top);
            self.bar(to, &bounds.grow(-bounds.width.min(bounds.height) / 3.0), ink);
        }
    }

    fn stripes(&self, to: &mut Elements, points: &[Point], of: &[Stripes], ink: Ink) {
        for stripes in of {
            for stripe in pattern::stripes(points, stripes) {
                self.area(to, &stripe, ink);
            }
        }
    }

    /// The lines that tell a colour from its neighbours on grey paper.
    fn lines(&self, ink: Ink) -> &'static [Stripes] {
        match ink {
            Ink::Series(slot) | Ink::Part(slot) | Ink::OnPart(slot) if self.theme.patterns => {
                pattern::of_slot(slot)
            }
            _ => &[],
        }
    }

    /// Keeps the lines of a part from what is written on it.
    fn plate(&self, to: &mut Elements, label: &Label) {
        let Ink::OnPart(slot) = label.ink else { return };
        if self.lines(label.ink).is_empty() {
            return;
        }
        let Rect { x, width, .. } = label.ink_box();
        let (top, height) = (label.at.y - PLATE_ASCENT * label.size, PLATE_HEIGHT * label.size);
        self.bar(
            to,
            &Rect::new(x - PLATE_SIDE, top, width + 2.0 * PLATE_SIDE, height),
            Ink::Part(slot),
        );
    }

    fn area(&self, to: &mut Elements, points: &[Point], ink: Ink) {
        to.push(Element::Area(Polygon::new(coordinates(points), self.filled(ink))));
    }

    fn outline(&self, to: &mut Elements, points: &[Point], stroke: Stroke) {
        let path = outline::closed_path(points);
        match stroke.dash {
            None => self.path(to, &path, stroke),
            Some(dash) => {
                let pieces = dash::around(&path, dash, stroke.width);
                pieces.iter().for_each(|piece| self.path(to, piece, stroke));
            }
        }
    }

    fn line(&self, to: &mut Elements, points: &[Point], stroke: Stroke) {
        let stroke = self.stark(stroke);
        let pieces = match (stroke.dash, points) {
            (Some(dash), &[start, end]) if is_axis_parallel(start, end) => {
                dash::along(points, dash)
            }
            (Some(dash), _) => dash::along_with_round_ends(points, dash, stroke.width),
            (None, _) => return self.piece(to, points, stroke),
        };
        pieces.iter().for_each(|piece| self.piece(to, piece, stroke));
    }

    /// The line of a series a third thicker, where the person asks for contrast.
    fn stark(&self, mut stroke: Stroke) -> Stroke {
        if self.theme.is_stark() && matches!(stroke.ink, Ink::Series(_)) {
            stroke.width *= 4.0 / 3.0;
        }
        stroke
    }

    /// A level or upright line is a bar: its ends are square and its edges
    /// can be aligned to pixels.
    fn piece(&self, to: &mut Elements, points: &[Point], stroke: Stroke) {
        match *points {
            [start, end] if is_axis_parallel(start, end) => {
                let half = stroke.width / 2.0;
                let (dx, dy) = if start.x == end.x { (half, 0.0) } else { (0.0, half) };
                let line = Rect::between(start, end);
                let (width, height) = (line.width + 2.0 * dx, line.height + 2.0 * dy);
                self.bar(to, &Rect::new(line.x - dx, line.y - dy, width, height), stroke.ink);
            }
            _ => self.path(to, points, stroke),
        }
    }

    fn path(&self, to: &mut Elements, points: &[Point], stroke: Stroke) {
        to.push(Element::Path(PathElement::new(coordinates(points), self.stroked(stroke))));
    }

    fn circle(
        &self,
        to: &mut Elements,
        center: Point,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) {
        match (fill, stroke) {
            (None | Some(Fill::Solid(_)), None | Some(Stroke { dash: None, .. })) => {
                if let Some(Fill::Solid(ink)) = fill {
                    self.disc(to, center, radius, ink);
                }
                if let Some(stroke) = stroke {
                    self.round(to, center, radius, self.stroked(stroke));
                }
            }
            _ => self.polygon(to, &outline::circle(center, radius), fill, stroke),
        }
    }

    fn disc(&self, to: &mut Elements, center: Point, radius: f64, ink: Ink) {
        self.round(to, center, radius, self.filled(ink));
    }

    fn round(&self, to: &mut Elements, center: Point, radius: f64, style: ShapeStyle) {
        let center = (center.x, center.y);
        to.push(Element::Round(center, Circle::new(center, self.length(radius), style)));
    }

    fn color(&self, ink: Ink) -> RGBAColor {
        let rgb = self.theme.rgb(ink);
        RGBAColor(rgb.0, rgb.1, rgb.2, 1.0)
    }

    fn filled(&self, ink: Ink) -> ShapeStyle {
        ShapeStyle { color: self.color(ink), filled: true, stroke_width: 0 }
    }

    fn stroked(&self, stroke: Stroke) -> ShapeStyle {
        ShapeStyle {
            color: self.color(stroke.ink),
            filled: false,
            stroke_width: self.length(stroke.width),
        }
    }

    /// In backend units, at least one.
    fn length(&self, pixels: f64) -> u32 {
        (pixels * self.units + 0.5).max(1.0) as u32
    }
}

fn coordinates(points: &[Point]) -> Vec<Xy> {
    debug_assert!(points.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
    points.iter().map(|point| (point.x, point.y)).collect()
}

fn is_small(points: &[Point]) -> bool {
    let reaches = |across| {
        let (from, to) = pattern::range(points, across);
        to - from > MARKER
    };
    !reaches((1.0, 0.0)) && !reaches((0.0, 1.0))
}

fn is_axis_parallel(from: Point, to: Point) -> bool {
    from.x == to.x || from.y == to.y
}
