//! A backend of plotters that writes SVG elements, one a line.
//!
//! plotters-svg divides sizes of type, knows one bold and no baseline: to put
//! that right afterwards is more than to write the elements.

use crate::locale::plain_number_with;
use crate::paint::{css_color, css_weight};
use crate::xml::escape;
use core::convert::Infallible;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

/// Bars and hairlines fall on whole pixels at whatever size they are shown.
const CRISP: (&str, &str) = ("shape-rendering", "crispEdges");

pub(super) struct Elements<'a> {
    svg: &'a mut String,
    size: (u32, u32),
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Elements<'a> {
    pub(super) fn new(svg: &'a mut String, size: (u32, u32)) -> Self {
        Elements { svg, size }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.svg.push('<');
        self.svg.push_str(name);
        self.attributes(attributes);
    }

    #[inline(never)]
    fn attributes(&mut self, attributes: &[(&str, &str)]) {
        for (name, value) in attributes {
            [" ", name, "=\"", value, "\""].iter().for_each(|part| self.svg.push_str(part));
        }
    }

    /// Writes an element without content.
    fn write(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        self.open(name, attributes);
        self.svg.push_str("/>\n");
        Ok(())
    }
}

impl DrawingBackend for Elements<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Written {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Written {
        let (fill, stroke) = paints(style, fill);
        let attributes = [
            CRISP,
            ("x", &*whole(upper_left.0)),
            ("y", &whole(upper_left.1)),
            ("width", &whole(bottom_right.0 - upper_left.0)),
            ("height", &whole(bottom_right.1 - upper_left.1)),
            ("fill", &fill),
            ("stroke", &stroke),
        ];
        self.write("rect", &attributes)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        let attributes = [
            ("fill", "none"),
            ("stroke", &css_color(style.color())),
            ("stroke-width", &whole(style.stroke_width() as i32)),
            ("points", &points(path)),
        ];
        self.write("polyline", &attributes)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        let attributes = [("fill", &*css_color(style.color())), ("points", &points(path))];
        self.write("polygon", &attributes)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        let (fill, stroke) = paints(style, fill);
        let attributes = [
            ("cx", &*whole(center.0)),
            ("cy", &whole(center.1)),
            ("r", &whole(radius as i32)),
            ("fill", &fill),
            ("stroke", &stroke),
            ("stroke-width", &whole(style.stroke_width() as i32)),
        ];
        self.write("circle", &attributes)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Written {
        let anchor = match style.anchor().h_pos {
            HPos::Left => None,
            HPos::Center => Some("middle"),
            HPos::Right => Some("end"),
        };
        let weight = css_weight(style.style());
        self.open("text", &[("x", &whole(at.0)), ("y", &whole(at.1))]);
        if let Some(anchor) = anchor {
            self.attributes(&[("text-anchor", anchor)]);
        }
        let size = plain_number_with(style.size(), 0);
        self.attributes(&[("font-size", &size), ("fill", &css_color(style.color()))]);
        if weight != css_weight(FontStyle::Normal) {
            self.attributes(&[("font-weight", weight)]);
        }
        [">", &escape(text), "</text>\n"].iter().for_each(|part| self.svg.push_str(part));
        Ok(())
    }
}

/// The values of `fill` and `stroke` of a shape that is either filled or drawn
/// as an outline.
fn paints<S: BackendStyle>(style: &S, fill: bool) -> (String, String) {
    let (color, none) = (css_color(style.color()), "none".to_string());
    if fill { (color, none) } else { (none, color) }
}

fn whole(units: i32) -> String {
    plain_number_with(units.into(), 0)
}

fn points<I: IntoIterator<Item = BackendCoord>>(path: I) -> String {
    let mut points = String::new();
    for (x, y) in path {
        [&whole(x), ",", &whole(y), " "].iter().for_each(|part| points.push_str(part));
    }
    points
}
