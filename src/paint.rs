//! Walks a scene and draws it by plotters, on whatever backend.
//!
//! The area's coordinates are CSS pixels; the backend's whole numbers are a
//! fraction of a pixel, so that they do not show.
//!
//! What a backend has to do beyond plotters' own contract: lines end and join
//! round, and text stands with its alphabetic baseline at the given point.

mod dash;
mod element;
mod label;
mod outline;
mod pattern;
pub mod pixels;
mod shapes;

pub use label::css_weight;

use crate::scene::Scene;
use crate::theme::Theme;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters_backend::{BackendColor, DrawingBackend};
use shapes::Shapes;

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
    let shapes = Shapes::new(theme, units);
    area.fill(&shapes.surface())?;
    for mark in &scene.marks {
        for element in shapes.of(mark) {
            area.draw(&element)?;
        }
    }
    area.present()
}

/// As CSS and SVG write it. All inks are opaque.
pub fn css_color(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let mut css = String::from("#");
    for channel in [red, green, blue] {
        for digit in [channel >> 4, channel & 15] {
            css.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
        }
    }
    css
}
