//! One criterion of one area: each state has a shape of its own.

use super::super::marker;
use super::super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::model::{Missing, State};
use crate::scene::{Fill, Mark, Stroke};
use crate::theme::Ink;

const RADIUS: f64 = 2.0;

pub(super) fn draw(sheet: &mut Sheet, state: State, center: Point, size: f64, ink: Ink) {
    let rect = Rect::new(center.x - size / 2.0, center.y - size / 2.0, size, size);
    match state {
        State::Met => sheet.marks.push(Mark::Rect {
            rect,
            radius: RADIUS,
            fill: Some(Fill::Solid(ink)),
            stroke: None,
        }),
        State::NotMet => draw_not_met(sheet, rect, ink),
        State::NotApplicable => {
            marker::missing_sign(sheet, center, size * 0.7, Missing::NotApplicable, Ink::Muted);
        }
        State::NoFigure => {
            marker::missing_sign(sheet, center, size - 1.0, Missing::NoFigure, Ink::Muted);
        }
    }
}

/// An outline with a cross in it.
fn draw_not_met(sheet: &mut Sheet, rect: Rect, ink: Ink) {
    let stroke = Stroke::solid(ink, 1.5);
    let outline = rect.grow(-0.75);
    let stroked = Some(stroke);
    sheet.marks.push(Mark::Rect { rect: outline, radius: RADIUS, fill: None, stroke: stroked });
    let cross = rect.grow(-rect.width * 0.3);
    let (left, right, top, bottom) = (cross.x, cross.right(), cross.y, cross.bottom());
    sheet.line(Point::new(left, top), Point::new(right, bottom), stroke);
    sheet.line(Point::new(left, bottom), Point::new(right, top), stroke);
}
