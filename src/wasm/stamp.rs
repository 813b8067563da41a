//! Small shapes that are drawn again and again, as the cells of a grid are: once as a
//! path, then as a picture of it, which browsers copy in a fraction of the time.

use super::canvas::{context_of, new_canvas};
use crate::paint::css_color;
use crate::paint::pixels::PIXEL;
use core::cell::RefCell;
use plotters_backend::{BackendColor, BackendCoord};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

thread_local! {
    /// For all charts of the page, and for their next pictures.
    static STAMPS: RefCell<Vec<Stamp>> = const { RefCell::new(Vec::new()) };
}

/// Corners of a shape that is a path quickly enough.
const FEW_CORNERS: usize = 8;
/// Device pixels a side.
const LARGEST: i32 = 64;
/// More shapes than a page has that are alike; then all are made anew.
const MOST_STAMPS: usize = 64;

struct Stamp {
    rgb: (u8, u8, u8),
    /// From a corner between device pixels.
    shape: Vec<BackendCoord>,
    /// None for a shape that was met once.
    picture: Option<HtmlCanvasElement>,
}

/// Whether the polygon was drawn; its sides have to be aligned to pixels.
pub fn draw(
    context: &CanvasRenderingContext2d,
    path: &[BackendCoord],
    color: BackendColor,
) -> bool {
    if path.len() <= FEW_CORNERS {
        return false;
    }
    let (left, right) = range(path, |at| at.0);
    let (top, bottom) = range(path, |at| at.1);
    let (width, height) = (right - left, bottom - top);
    if width.max(height) > LARGEST * PIXEL {
        return false;
    }
    let shape: Vec<BackendCoord> = path.iter().map(|at| (at.0 - left, at.1 - top)).collect();
    STAMPS.with_borrow_mut(|stamps| {
        let known = stamps.iter_mut().find(|own| own.rgb == color.rgb && own.shape == shape);
        let Some(stamp) = known else {
            if stamps.len() == MOST_STAMPS {
                stamps.clear();
            }
            stamps.push(Stamp { rgb: color.rgb, shape, picture: None });
            return false;
        };
        if stamp.picture.is_none() {
            stamp.picture = picture(&shape, (width, height), color);
        }
        let Some(picture) = &stamp.picture else { return false };
        let [x, y, width, height] = [left, top, width, height].map(f64::from);
        context
            .draw_image_with_html_canvas_element_and_dw_and_dh(picture, x, y, width, height)
            .is_ok()
    })
}

/// From one edge between device pixels to another.
fn range(path: &[BackendCoord], across: impl Fn(&BackendCoord) -> i32) -> (i32, i32) {
    let least = path.iter().map(&across).min().unwrap_or(0);
    let most = path.iter().map(&across).max().unwrap_or(0);
    (least.div_euclid(PIXEL) * PIXEL, (most + PIXEL - 1).div_euclid(PIXEL) * PIXEL)
}

fn picture(
    shape: &[BackendCoord],
    size: (i32, i32),
    color: BackendColor,
) -> Option<HtmlCanvasElement> {
    let canvas = new_canvas()?;
    canvas.set_width((size.0 / PIXEL) as u32);
    canvas.set_height((size.1 / PIXEL) as u32);
    let context = context_of(&canvas)?;
    context.set_fill_style_str(&css_color(color));
    let scale = 1.0 / f64::from(PIXEL);
    context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
    trace(&context, shape);
    context.fill();
    Some(canvas)
}

/// Begins a path through all points.
pub fn trace(context: &CanvasRenderingContext2d, path: &[BackendCoord]) {
    context.begin_path();
    for &(x, y) in path {
        // The first is moved to.
        context.line_to(f64::from(x), f64::from(y));
    }
}
