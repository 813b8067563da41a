//! Walks a scene and draws it by plotters, on whatever backend.
//!
//! The area's coordinates are CSS pixels; the backend's whole numbers are a
//! fraction of a pixel, so that they do not show.
//!
//! What a backend has to do beyond plotters' own contract: lines end and join
//! round, and text stands with its alphabetic baseline at the given point.

mod dash;
mod label;
mod outline;
mod pattern;

pub use label::css_weight;

use crate::geom::{Point, Rect};
use crate::scene::{Fill, Label, Mark, Scene, Stroke};
use crate::theme::{Ink, Theme};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::DrawingBackend;

/// Where a scene is drawn: CSS pixels on our side, whole units on the other.
pub type Area<DB> = DrawingArea<DB, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

type Result<DB> = core::result::Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// The whole of a backend as the area of a scene of this size in CSS pixels.
pub fn area<DB: DrawingBackend>(backend: DB, width: f64, height: f64) -> Area<DB> {
    let area: DrawingArea<DB, Shift> = backend.into_drawing_area();
    let units = area.get_pixel_range();
    area.apply_coord_spec(Cartesian2d::new(0.0..width, 0.0..height, units))
}

/// Draws the surface and every mark of the scene.
pub fn paint<DB: DrawingBackend>(scene: &Scene, theme: &Theme, area: &Area<DB>) -> Result<DB> {
    let units = f64::from(area.dim_in_pixel().0) / area.get_x_range().end;
    let painter = Painter { theme, area, units };
    area.fill(&painter.color(Ink::Surface))?;
    scene.marks.iter().try_for_each(|mark| painter.mark(mark))?;
    area.present()
}

struct Painter<'a, DB: DrawingBackend> {
    theme: &'a Theme,
    area: &'a Area<DB>,
    /// Backend units in one CSS pixel.
    units: f64,
}

impl<DB: DrawingBackend> Painter<'_, DB> {
    fn mark(&self, mark: &Mark) -> Result<DB> {
        match mark {
            Mark::Rect { rect, radius, fill, stroke } => self.rect(rect, *radius, *fill, *stroke),
            Mark::Polygon { points, fill, stroke } => self.polygon(points, *fill, *stroke),
            Mark::Line { points, stroke } => self.line(points, *stroke),
            Mark::Circle { center, radius, fill, stroke } => {
                self.circle(*center, *radius, *fill, *stroke)
            }
            Mark::Label(label) => self.label(label),
        }
    }

    fn rect(
        &self,
        rect: &Rect,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) -> Result<DB> {
        match (fill, stroke) {
            (Some(Fill::Solid(ink)), None) if radius == 0.0 => self.bar(rect, ink),
            _ => self.polygon(&outline::rect(rect, radius), fill, stroke),
        }
    }

    /// A plain rectangle: what backends draw best, and align to pixels.
    fn bar(&self, rect: &Rect, ink: Ink) -> Result<DB> {
        let corners = [(rect.x, rect.y), (rect.right(), rect.bottom())];
        self.draw(&Rectangle::new(corners, self.filled(ink)))
    }

    fn polygon(&self, points: &[Point], fill: Option<Fill>, stroke: Option<Stroke>) -> Result<DB> {
        match fill {
            Some(Fill::Solid(ink)) => self.area_of(points, ink)?,
            Some(Fill::Hatch(ink)) => self.hatch(points, ink)?,
            Some(Fill::Dots(ink)) => self.dots(points, ink)?,
            None => {}
        }
        stroke.map_or(Ok(()), |stroke| self.outline(points, stroke))
    }

    fn area_of(&self, points: &[Point], ink: Ink) -> Result<DB> {
        self.draw(&Polygon::new(coordinates(points), self.filled(ink)))
    }

    fn hatch(&self, points: &[Point], ink: Ink) -> Result<DB> {
        self.area_of(points, Ink::Surface)?;
        pattern::stripes(points).iter().try_for_each(|stripe| self.area_of(stripe, ink))
    }

    fn dots(&self, points: &[Point], ink: Ink) -> Result<DB> {
        self.area_of(points, Ink::Surface)?;
        pattern::dots(points)
            .into_iter()
            .try_for_each(|center| self.disc(center, pattern::DOT_RADIUS, ink))
    }

    fn outline(&self, points: &[Point], stroke: Stroke) -> Result<DB> {
        let path = outline::closed_path(points);
        match stroke.dash {
            None => self.path(&path, stroke),
            Some(dash) => dash::around(&path, dash, stroke.width)
                .iter()
                .try_for_each(|piece| self.path(piece, stroke)),
        }
    }

    fn line(&self, points: &[Point], stroke: Stroke) -> Result<DB> {
        let pieces = match (stroke.dash, points) {
            (Some(dash), &[from, to]) if is_axis_parallel(from, to) => dash::along(points, dash),
            (Some(dash), _) => dash::along_with_round_ends(points, dash, stroke.width),
            (None, _) => return self.piece(points, stroke),
        };
        pieces.iter().try_for_each(|piece| self.piece(piece, stroke))
    }

    /// A level or upright line is a bar: its ends are square and its edges
    /// can be aligned to pixels.
    fn piece(&self, points: &[Point], stroke: Stroke) -> Result<DB> {
        match *points {
            [from, to] if is_axis_parallel(from, to) => {
                let half = stroke.width / 2.0;
                let (dx, dy) = if from.x == to.x { (half, 0.0) } else { (0.0, half) };
                let bar = Rect::between(from, to);
                let bar =
                    Rect::new(bar.x - dx, bar.y - dy, bar.width + 2.0 * dx, bar.height + 2.0 * dy);
                self.bar(&bar, stroke.ink)
            }
            _ => self.path(points, stroke),
        }
    }

    fn path(&self, points: &[Point], stroke: Stroke) -> Result<DB> {
        self.draw(&PathElement::new(coordinates(points), self.stroked(stroke)))
    }

    fn circle(
        &self,
        center: Point,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) -> Result<DB> {
        match (fill, stroke) {
            (None | Some(Fill::Solid(_)), None | Some(Stroke { dash: None, .. })) => {
                if let Some(Fill::Solid(ink)) = fill {
                    self.disc(center, radius, ink)?;
                }
                stroke.map_or(Ok(()), |stroke| self.ring(center, radius, stroke))
            }
            _ => self.polygon(&outline::circle(center, radius), fill, stroke),
        }
    }

    fn disc(&self, center: Point, radius: f64, ink: Ink) -> Result<DB> {
        self.draw(&Circle::new((center.x, center.y), self.length(radius), self.filled(ink)))
    }

    fn ring(&self, center: Point, radius: f64, stroke: Stroke) -> Result<DB> {
        self.draw(&Circle::new((center.x, center.y), self.length(radius), self.stroked(stroke)))
    }

    fn label(&self, label: &Label) -> Result<DB> {
        self.draw(&label::Element::new(label, self.theme, self.units))
    }

    fn draw<'e, E>(&self, element: &'e E) -> Result<DB>
    where
        &'e E: PointCollection<'e, (f64, f64)>,
        E: Drawable<DB>,
    {
        self.area.draw(element)
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

fn coordinates(points: &[Point]) -> Vec<(f64, f64)> {
    points.iter().map(|point| (point.x, point.y)).collect()
}

fn is_axis_parallel(from: Point, to: Point) -> bool {
    from.x == to.x || from.y == to.y
}
