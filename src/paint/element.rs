//! The elements of plotters that pictures are made of, as one type: then the
//! way from coordinates to a backend is compiled once for each backend, not
//! once for each element.

use super::label::Text;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

/// CSS pixels.
pub(super) type Xy = (f64, f64);

pub(super) enum Element<'a> {
    Bar(Rectangle<Xy>),
    Area(Polygon<Xy>),
    Path(PathElement<Xy>),
    /// A disc or a ring, after its centre.
    Round(Xy, Circle<Xy, u32>),
    Text(Text<'a>),
}

impl<'a> PointCollection<'a, Xy> for &'a Element<'_> {
    type Point = &'a Xy;
    type IntoIter = &'a [Xy];

    fn point_iter(self) -> &'a [Xy] {
        match self {
            Element::Bar(bar) => bar.point_iter(),
            Element::Area(area) => area.point_iter(),
            Element::Path(path) => path.point_iter(),
            Element::Round(center, _) => core::slice::from_ref(center),
            Element::Text(text) => core::slice::from_ref(text.at()),
        }
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Element<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut DB,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match self {
            Element::Bar(bar) => bar.draw(points, backend, size),
            Element::Area(area) => area.draw(points, backend, size),
            Element::Path(path) => path.draw(points, backend, size),
            Element::Round(_, circle) => circle.draw(points, backend, size),
            Element::Text(text) => text.draw(points, backend),
        }
    }
}
