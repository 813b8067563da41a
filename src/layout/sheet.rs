//! What every layout writes on: marks and targets gather here, with the type
//! sizes of the look and the one way to place text.

use crate::geom::{Point, Rect};
use crate::locale::Locale;
use crate::model::Key;
use crate::scene::{Align, Fill, Label, Mark, Stroke, Target};
use crate::text::{self, Font, MeasureText};
use crate::theme::{Ink, Weight};

/// Font size that all sizes of the look are given for.
const BASE: f64 = 14.0;
/// Height of capitals in em: a label is centred on a mark by them.
const CAPITALS: f64 = 0.72;

/// A role of text: font, line height and ink.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub font: Font,
    pub line: f64,
    pub ink: Ink,
}

pub(super) struct Sheet<'a> {
    pub measure: &'a dyn MeasureText,
    pub locale: &'a Locale,
    /// Type sizes and what goes with them grow by this.
    scale: f64,
    pub narrow: bool,
    pub marks: Vec<Mark>,
    pub targets: Vec<Target>,
    /// Targets of a row that comes last in reading, but not in drawing.
    pub last_targets: Vec<Target>,
}

impl<'a> Sheet<'a> {
    pub fn new(
        measure: &'a dyn MeasureText,
        locale: &'a Locale,
        font_size: f64,
        narrow: bool,
    ) -> Self {
        let scale = font_size / BASE;
        Sheet {
            measure,
            locale,
            scale,
            narrow,
            marks: Vec::new(),
            targets: Vec::new(),
            last_targets: Vec::new(),
        }
    }

    /// A length of the look at the page's font size.
    pub fn px(&self, length: f64) -> f64 {
        length * self.scale
    }

    fn style(&self, size: f64, line: f64, weight: Weight, ink: Ink) -> Style {
        // Khmer stacks deeper than Latin: 1.6, and nothing under 13.
        let (size, line) = if self.locale.code() == "km" {
            (size.max(13.0), line.max(size.max(13.0) * 1.6))
        } else {
            (size, line)
        };
        Style { font: Font { size: self.px(size), weight }, line: self.px(line), ink }
    }

    pub fn title(&self) -> Style {
        let (size, line) = if self.narrow { (18.0, 26.0) } else { (20.0, 28.0) };
        self.style(size, line, Weight::Semibold, Ink::Text)
    }

    pub fn subtitle(&self) -> Style {
        let (size, line) = if self.narrow { (13.0, 19.0) } else { (14.0, 21.0) };
        self.style(size, line, Weight::Regular, Ink::Muted)
    }

    /// The name of a row or series.
    pub fn name(&self) -> Style {
        self.style(14.0, 20.0, Weight::Medium, Ink::Text)
    }

    /// The name of the total.
    pub fn heading(&self) -> Style {
        self.style(14.0, 20.0, Weight::Semibold, Ink::Text)
    }

    pub fn value(&self) -> Style {
        let (size, line) = if self.narrow { (15.0, 22.0) } else { (16.0, 24.0) };
        self.style(size, line, Weight::Semibold, Ink::Text)
    }

    /// A value among several periods: the latest.
    pub fn latest_value(&self) -> Style {
        self.style(14.0, 20.0, Weight::Semibold, Ink::Text)
    }

    /// A value among several periods: an earlier one.
    pub fn earlier_value(&self) -> Style {
        self.style(14.0, 20.0, Weight::Regular, Ink::Text)
    }

    /// The figure of a row that is all figure.
    pub fn big_value(&self) -> Style {
        let (size, line) = if self.narrow { (16.0, 24.0) } else { (18.0, 28.0) };
        self.style(size, line, Weight::Semibold, Ink::Text)
    }

    /// A figure that stands for itself, without a mark.
    pub fn key_value(&self) -> Style {
        let (size, line) = if self.narrow { (16.0, 24.0) } else { (22.0, 32.0) };
        self.style(size, line, Weight::Semibold, Ink::Text)
    }

    /// Whether a plan was reached.
    pub fn verdict(&self) -> Style {
        self.style(13.0, 20.0, Weight::Semibold, Ink::Text)
    }

    /// Words in place of a figure.
    pub fn missing(&self) -> Style {
        self.style(14.0, 20.0, Weight::Regular, Ink::Text)
    }

    /// Ticks, periods, counts, notes.
    pub fn small(&self) -> Style {
        self.style(12.0, 18.0, Weight::Regular, Ink::Muted)
    }

    /// The latest period, the name of a break.
    pub fn small_strong(&self) -> Style {
        self.style(12.0, 18.0, Weight::Semibold, Ink::Text)
    }

    pub fn width(&self, text: &str, style: Style) -> f64 {
        style.font.width(text, self.measure)
    }

    /// The widest of `texts`, 0 where there is none.
    pub fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>, style: Style) -> f64 {
        texts.into_iter().map(|text| self.width(text, style)).fold(0.0, f64::max)
    }

    pub fn wrap(&self, text: &str, width: f64, lines: usize, style: Style) -> Vec<String> {
        text::wrap(text, width, lines, style.font, self.measure)
    }

    /// A label as it would be drawn, its baseline at `at`.
    pub fn label(&self, text: &str, at: Point, align: Align, style: Style) -> Label {
        Label {
            text: text.to_string(),
            at,
            align,
            size: style.font.size,
            weight: style.font.weight,
            ink: style.ink,
            width: self.width(text, style),
        }
    }

    /// Writes a line on the baseline `at`; its ink box. No text leaves no mark.
    pub fn write(&mut self, text: &str, at: Point, align: Align, style: Style) -> Rect {
        let label = self.label(text, at, align, style);
        let ink_box = label.ink_box();
        if !text.is_empty() {
            self.marks.push(Mark::Label(label));
        }
        ink_box
    }

    /// Writes a line whose capitals are centred on `middle.y`.
    pub fn write_centred(&mut self, text: &str, middle: Point, align: Align, style: Style) -> Rect {
        self.write(text, Point::new(middle.x, baseline(middle.y, style)), align, style)
    }

    /// Writes lines downwards from `top`; the bottom of the last.
    pub fn write_lines(
        &mut self,
        lines: &[String],
        (x, top): (f64, f64),
        align: Align,
        style: Style,
    ) -> f64 {
        let mut y = top;
        for line in lines {
            let middle = Point::new(x, y + style.line / 2.0);
            self.write_centred(line, middle, align, style);
            y += style.line;
        }
        y
    }

    pub fn fill(&mut self, rect: Rect, ink: Ink) {
        let fill = Some(Fill::Solid(ink));
        self.marks.push(Mark::Rect { rect, radius: 0.0, fill, stroke: None });
    }

    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.marks.push(Mark::Line { points: vec![from, to], stroke });
    }

    pub fn horizontal(&mut self, y: f64, x: (f64, f64), stroke: Stroke) {
        self.line(Point::new(x.0, y), Point::new(x.1, y), stroke);
    }

    pub fn vertical(&mut self, x: f64, y: (f64, f64), stroke: Stroke) {
        self.line(Point::new(x, y.0), Point::new(x, y.1), stroke);
    }

    pub fn target(&mut self, key: Key, bounds: Rect, anchor: Point) {
        self.targets.push(Target { key, bounds, anchor });
    }
}

/// Where a line is written so that its capitals are centred on `middle`.
pub(super) fn baseline(middle: f64, style: Style) -> f64 {
    middle + style.font.size * CAPITALS / 2.0
}
