//! What a scene asks of a backend, call by call.

use core::convert::Infallible;
use core::fmt;
use district_charts::paint;
use district_charts::scene::Scene;
use district_charts::theme::Theme;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::rc::Rc;

/// Units of the backend in a CSS pixel.
const UNITS: f64 = 16.0;

pub struct Call {
    pub shape: Shape,
    pub color: (u8, u8, u8),
}

pub enum Shape {
    Rect { from: BackendCoord, to: BackendCoord, is_filled: bool },
    Polygon { points: usize },
    Path { points: usize, width: u32 },
    Circle { center: BackendCoord, radius: u32, width: u32 },
    Text { text: String, at: BackendCoord, size: f64 },
}

pub fn record(scene: &Scene) -> Vec<Call> {
    let units = |length: f64| (length * UNITS) as u32;
    record_at(scene, (units(scene.width), units(scene.height)))
}

/// On a backend that is so many units wide and high.
pub fn record_at(scene: &Scene, size: (u32, u32)) -> Vec<Call> {
    let calls = Rc::default();
    let backend = Recorder { calls: Rc::clone(&calls), size };
    let area = paint::area(backend, scene.width, scene.height);
    paint::paint(scene, &Theme::light(), &area).expect("a recorder does not fail");
    calls.take()
}

impl fmt::Display for Call {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (r, g, b) = self.color;
        match &self.shape {
            Shape::Rect { from, to, is_filled } => {
                let how = if *is_filled { "filled" } else { "outlined" };
                write!(out, "rect {from:?} {to:?} {r},{g},{b} {how}")
            }
            Shape::Polygon { points } => write!(out, "polygon of {points} {r},{g},{b}"),
            Shape::Path { points, width } => write!(out, "path of {points} {width} {r},{g},{b}"),
            Shape::Circle { center, radius, width } => {
                write!(out, "circle {center:?} {radius} {width} {r},{g},{b}")
            }
            Shape::Text { text, at, size } => write!(out, "text {text} {at:?} {size}"),
        }
    }
}

struct Recorder {
    calls: Rc<RefCell<Vec<Call>>>,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&self, shape: Shape, color: BackendColor) -> Drawn {
        self.calls.borrow_mut().push(Call { shape, color: color.rgb });
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        panic!("no chart is drawn pixel by pixel")
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Drawn {
        self.note(Shape::Rect { from, to, is_filled }, style.color())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = path.into_iter().count();
        self.note(Shape::Path { points, width: style.stroke_width() }, style.color())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        is_filled: bool,
    ) -> Drawn {
        let width = if is_filled { 0 } else { style.stroke_width() };
        self.note(Shape::Circle { center, radius, width }, style.color())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.note(Shape::Polygon { points: path.into_iter().count() }, style.color())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let text = text.to_string();
        self.note(Shape::Text { text, at, size: style.size() }, style.color())
    }
}
