//! A backend on plotters-canvas whose whole numbers are a sixteenth of a
//! device pixel, and whose edges and hairlines fall on device pixels.
//!
//! plotters-canvas writes and sets a colour at every call, which costs more than what is
//! drawn. Of the marks that there are hundreds of, only a change is set here.

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
    fill: Option<BackendColor>,
    stroke: Option<(BackendColor, u32)>,
    /// Weight and size: the family is one for all of a picture.
    font: (&'static str, f64),
    align: &'static str,
    scale: f64,
}

const UNITS: f64 = 1.0 / PIXEL as f64;

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Canvas {
    /// None where the canvas gives no 2d context: it has another, or the
    /// browser has no memory for it.
    pub fn new(canvas: &HtmlCanvasElement, css_width: f64, theme: &Theme) -> Option<Canvas> {
        let context = context_of(canvas)?;
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
            fill: None,
            stroke: None,
            font: ("", 0.0),
            align: "",
            scale: 0.0,
        };
        Some(backend)
    }

    /// Device pixels in one unit of the drawing calls that follow.
    fn set_scale(&mut self, scale: f64) {
        if scale != self.scale {
            let _ = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
            self.scale = scale;
        }
    }

    fn set_fill(&mut self, color: BackendColor) {
        if self.fill.is_none_or(|own| own.rgb != color.rgb) {
            self.context.set_fill_style_str(&css_color(color));
            self.fill = Some(color);
        }
    }

    fn set_stroke(&mut self, color: BackendColor, width: u32) {
        if self.stroke.is_none_or(|own| (own.0.rgb, own.1) != (color.rgb, width)) {
            self.context.set_stroke_style_str(&css_color(color));
            self.context.set_line_width(f64::from(width));
            self.stroke = Some((color, width));
        }
    }

    fn set_font<S: BackendTextStyle>(&mut self, style: &S) {
        let size = style.size() / (f64::from(PIXEL) * self.ratio);
        let wanted = (css_weight(style.style()), size);
        if wanted != self.font {
            self.context.set_font(&font(wanted.0, size, style.family().as_str()));
            self.font = wanted;
        }
    }

    /// Begins a path through all points.
    fn trace(&self, path: &[BackendCoord]) {
        self.context.begin_path();
        for &(x, y) in path {
            // The first is moved to.
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }

    fn set_align(&mut self, align: &'static str) {
        if align != self.align {
            self.context.set_text_align(align);
            self.align = align;
        }
    }
}

/// None where there is no page.
pub fn new_canvas() -> Option<HtmlCanvasElement> {
    web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}

#[inline(never)]
pub fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
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
        self.fill = None;
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
        self.set_scale(UNITS);
        let [x, y, width, height] = [left, top, right - left, bottom - top].map(f64::from);
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.set_stroke(style.color(), style.stroke_width());
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut path: Vec<BackendCoord> = path.into_iter().collect();
        let mut line_width = style.stroke_width();
        if path.windows(2).all(|pair| pair[0].0 == pair[1].0 || pair[0].1 == pair[1].1) {
            let width = pixels::whole_width(line_width as i32);
            for (x, y) in &mut path {
                (*x, *y) = (pixels::center_line(*x, width), pixels::center_line(*y, width));
            }
            line_width = width as u32;
        }
        self.set_scale(UNITS);
        self.set_stroke(style.color(), line_width);
        self.trace(&path);
        self.context.stroke();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.set_scale(UNITS);
        // Its colour is set there.
        (self.fill, self.stroke) = (None, None);
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut path: Vec<BackendCoord> = path.into_iter().collect();
        pixels::align_sides(&mut path);
        self.set_scale(UNITS);
        self.set_fill(style.color());
        self.trace(&path);
        self.context.fill();
        Ok(())
    }

    /// plotters-canvas has no alphabetic baseline, and would draw large type
    /// scaled down, which browsers do worse than type of the right size.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.set_font(style);
        self.set_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.set_fill(style.color());
        self.set_scale(self.ratio);
        let css = |units: i32| f64::from(units) / (f64::from(PIXEL) * self.ratio);
        let _ = self.context.fill_text(text, css(at.0), css(pixels::whole(at.1)));
        Ok(())
    }
}
