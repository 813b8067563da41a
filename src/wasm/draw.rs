//! From a chart to the pixels of a canvas.

use super::canvas::Canvas;
use super::measure::PageText;
use crate::chart::Chart;
use crate::paint::{self, pixels};
use crate::scene::Scene;
use crate::text::metrics::WidthTable;
use web_sys::HtmlCanvasElement;

/// Measures by the page's fonts, or by the built-in table where there is no
/// page.
pub fn lay_out(chart: &mut Chart, width: f64, height: Option<f64>) -> Option<&Scene> {
    let theme = chart.theme().clone();
    match PageText::new(&theme) {
        Some(page) => chart.lay_out(width, height, &page),
        None => chart.lay_out(width, height, &WidthTable),
    }
}

/// The drawn size in CSS pixels; nothing is drawn, and both are 0, where the
/// width cannot be.
pub fn draw(
    chart: &mut Chart,
    canvas: &HtmlCanvasElement,
    width: f64,
    height: Option<f64>,
    pixel_ratio: f64,
) -> (f64, f64) {
    let theme = chart.theme().clone();
    let Some(scene) = lay_out(chart, width, height) else {
        return (0.0, 0.0);
    };
    let ratio = pixels::fitting_ratio(scene.width, scene.height, pixel_ratio);
    let size = (scene.width, scene.height);
    resize(canvas, scene, ratio);
    if let Some(backend) = Canvas::new(canvas, scene.width, &theme) {
        let area = paint::area(backend, scene.width, scene.height);
        // A canvas reports no errors but those of arcs with a radius below 0.
        let _ = paint::paint(scene, &theme, &area);
    }
    chart.forget_marks();
    size
}

/// Setting a size empties a canvas and makes browsers allocate it anew, so
/// only where it changes.
fn resize(canvas: &HtmlCanvasElement, scene: &Scene, ratio: f64) {
    let pixels = |length: f64| (length * ratio).round().max(1.0) as u32;
    let (width, height) = (pixels(scene.width), pixels(scene.height));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}
