//! A laid-out chart: final coordinates, final strings, ink roles.
//!
//! Everything drawn is a mark, axes and labels too; `paint` is one `match`
//! over them. Beside the marks stand the targets: where a figure can be
//! pointed at, in the order of the table.

use crate::geom::{Point, Rect};
use crate::model::Key;
use crate::theme::{Ink, Weight};

#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// CSS pixels.
    pub width: f64,
    pub height: f64,
    /// In painting order, the first at the bottom.
    pub marks: Vec<Mark>,
    /// In reading order: row by row, as in the table.
    pub targets: Vec<Target>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An axis-parallel rectangle; `radius` rounds its corners.
    Rect { rect: Rect, radius: f64, fill: Option<Fill>, stroke: Option<Stroke> },
    /// A closed shape, convex or not.
    Polygon { points: Vec<Point>, fill: Option<Fill>, stroke: Option<Stroke> },
    /// An open line through its points.
    Line { points: Vec<Point>, stroke: Stroke },
    Circle { center: Point, radius: f64, fill: Option<Fill>, stroke: Option<Stroke> },
    Label(Label),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fill {
    Solid(Ink),
    /// Provisional: strokes at 45°, 2.4 wide, 6 apart, on the surface.
    Hatch(Ink),
    /// Remainder: dots of 2 in 3, on the surface.
    Dots(Ink),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub ink: Ink,
    pub width: f64,
    pub dash: Option<Dash>,
}

/// Lengths of a dash and of the gap after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dash {
    pub on: f64,
    pub off: f64,
}

impl Stroke {
    pub const fn solid(ink: Ink, width: f64) -> Self {
        Stroke { ink, width, dash: None }
    }

    pub const fn dashed(ink: Ink, width: f64, on: f64, off: f64) -> Self {
        Stroke { ink, width, dash: Some(Dash { on, off }) }
    }
}

/// One line of text; `at` is on the baseline, at the end that `align` names.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub text: String,
    pub at: Point,
    pub align: Align,
    /// Font size in CSS pixels.
    pub size: f64,
    pub weight: Weight,
    pub ink: Ink,
    /// Width as measured by the layout, so that nobody measures again.
    pub width: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

impl Label {
    /// The box of its ink: 1.17 em above the baseline for stacked diacritics
    /// (Ổ), 0.24 em below (ộ).
    pub fn ink_box(&self) -> Rect {
        let left = match self.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - self.width / 2.0,
            Align::End => self.at.x - self.width,
        };
        Rect::new(left, self.at.y - 1.17 * self.size, self.width, 1.41 * self.size)
    }
}

/// Where one figure can be pointed at, tapped or reached by keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    pub key: Key,
    /// Round mark and label; the focus ring stands here.
    pub bounds: Rect,
    /// Where the tooltip points to.
    pub anchor: Point,
}
