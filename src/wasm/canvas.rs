//! A backend on plotters-canvas whose whole numbers are a sixteenth of a
//! device pixel, and whose edges and hairlines fall on device pixels.

use crate::locale::plain_number_with;
use crate::paint::pixels::{self, PIXEL};
use crate::paint::{css_color, css_weight};
use crate::theme::Theme;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

pub struct Canvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Device pixels.
    size: (u32, u32),
    /// Device pixels in one CSS pixel.
    ratio: f64,
    font: String,
}

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Canvas {
    /// None where the canvas gives no 2d context: it has another, or the
    /// browser has no memory for it.
    pub fn new(canvas: &HtmlCanvasElement, css_width: f64, theme: &Theme) -> Option<Canvas> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_line_cap("round");
        context.set_line_join("round");
        context.set_text_baseline("alphabetic");
        // Else the page's direction would order “36%” in a Hebrew page.
        set(&context, "direction", "ltr");
        set_spacing(&context, theme);
        let backend = Canvas {
            inner: CanvasBackend::with_canvas_object(canvas.clone())?,
            context,
            size: (canvas.width(), canvas.height()),
            ratio: f64::from(canvas.width()) / css_width,
            font: String::new(),
        };
        backend.scale(1.0 / f64::from(PIXEL));
        Some(backend)
    }

    /// Device pixels in one unit of the drawing calls that follow.
    fn scale(&self, scale: f64) {
        let _ = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    }

    /// Setting a font is slow; most labels have that of the label before.
    fn set_font<S: BackendTextStyle>(&mut self, style: &S) {
        let size = style.size() / (f64::from(PIXEL) * self.ratio);
        let font = font(css_weight(style.style()), size, style.family().as_str());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
    }
}

/// A property that web-sys does not know, or an older browser.
fn set(context: &CanvasRenderingContext2d, property: &str, value: &str) {
    let _ = js_sys::Reflect::set(context, &property.into(), &value.into());
}

pub fn set_spacing(context: &CanvasRenderingContext2d, theme: &Theme) {
    set(context, "letterSpacing", &theme.letter_spacing);
    set(context, "wordSpacing", &theme.word_spacing);
}

/// The `font` of a 2d context; `size` in CSS pixels.
pub fn font(weight: &str, size: f64, family: &str) -> String {
    [weight, " ", &plain_number_with(size, 2), "px ", family].concat()
}

impl DrawingBackend for Canvas {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * PIXEL as u32, self.size.1 * PIXEL as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.inner.draw_pixel(at, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (left, right) = pixels::whole_span(upper_left.0, bottom_right.0);
        let (top, bottom) = pixels::whole_span(upper_left.1, bottom_right.1);
        self.inner.draw_rect((left, top), (right, bottom), style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut path: Vec<BackendCoord> = path.into_iter().collect();
        let mut line = Line { color: style.color(), width: style.stroke_width() };
        if path.windows(2).all(|pair| pair[0].0 == pair[1].0 || pair[0].1 == pair[1].1) {
            let width = pixels::whole_width(line.width as i32);
            for (x, y) in &mut path {
                (*x, *y) = (pixels::center_line(*x, width), pixels::center_line(*y, width));
            }
            line.width = width as u32;
        }
        self.inner.draw_path(path, &line)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut path: Vec<BackendCoord> = path.into_iter().collect();
        pixels::align_sides(&mut path);
        self.inner.fill_polygon(path, style)
    }

    /// plotters-canvas has no alphabetic baseline, and would draw large type
    /// scaled down, which browsers do worse than type of the right size.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.set_font(style);
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_fill_style_str(&css_color(style.color()));
        self.scale(self.ratio);
        let css = |units: i32| f64::from(units) / (f64::from(PIXEL) * self.ratio);
        let _ = self.context.fill_text(text, css(at.0), css(pixels::whole(at.1)));
        self.scale(1.0 / f64::from(PIXEL));
        Ok(())
    }
}

/// A stroke whose width was aligned.
struct Line {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Line {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}
