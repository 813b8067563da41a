//! Text as an element of plotters. Its own `Text` brings a font library's
//! worth of code with it, so this is the smallest style that draws.

use super::element::Xy;
use crate::scene::{Align, Label};
use crate::theme::{Theme, Weight};
use core::convert::Infallible;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

pub(super) struct Text<'a> {
    label: &'a Label,
    at: Xy,
    style: Style<'a>,
}

impl<'a> Text<'a> {
    /// `units` of the backend make one CSS pixel.
    pub(super) fn new(label: &'a Label, theme: &'a Theme, units: f64) -> Self {
        let rgb = theme.rgb(label.ink);
        let color = BackendColor { alpha: 1.0, rgb: (rgb.0, rgb.1, rgb.2) };
        let style = Style { label, color, family: &theme.font_family, units };
        Text { label, at: (label.at.x, label.at.y), style }
    }

    pub(super) fn at(&self) -> &Xy {
        &self.at
    }

    pub(super) fn draw<DB: DrawingBackend>(
        &self,
        mut points: impl Iterator<Item = BackendCoord>,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match points.next() {
            Some(at) => backend.draw_text(&self.label.text, &self.style, at),
            None => Ok(()),
        }
    }
}

struct Style<'a> {
    label: &'a Label,
    color: BackendColor,
    family: &'a str,
    units: f64,
}

impl BackendTextStyle for Style<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    /// In backend units.
    fn size(&self) -> f64 {
        self.label.size * self.units
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        font_style(self.label.weight)
    }

    fn anchor(&self) -> Pos {
        let h_pos = match self.label.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        Pos::new(h_pos, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    /// As the layout measured it, from the baseline's start.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let units = |length: f64| (length * self.units) as i32;
        let ink = self.label.ink_box();
        let top = units(ink.y - self.label.at.y);
        Ok(((0, top), (units(ink.width), top + units(ink.height))))
    }

    /// For backends that only know pixels; ours all draw text themselves.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

/// plotters knows one bold. Nothing here is ever slanted, so the slanted
/// style carries the weight between.
fn font_style(weight: Weight) -> FontStyle {
    match weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Medium => FontStyle::Oblique,
        Weight::Semibold => FontStyle::Bold,
    }
}

/// The weight that a style of ours stands for, as CSS writes it.
pub fn css_weight(style: FontStyle) -> &'static str {
    let weight = match style {
        FontStyle::Normal => Weight::Regular,
        FontStyle::Oblique | FontStyle::Italic => Weight::Medium,
        FontStyle::Bold => Weight::Semibold,
    };
    weight.css()
}
