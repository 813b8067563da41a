//! Names of breaks, in as many lines above the plot as it takes, each with its
//! rule and an arrow to the side where it holds.

use super::Area;
use super::lines::{HEADROOM, Plot};
use super::marker;
use super::place::Obstacles;
use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words;

pub(super) struct BreakNames {
    names: Vec<BreakName>,
    /// What they take above the plot.
    pub height: f64,
}

struct BreakName {
    x: f64,
    text: String,
    /// Left end of the text.
    start: f64,
    line: usize,
    arrow: Option<f64>,
}

const ARROW: f64 = 14.0;

impl BreakNames {
    pub fn new(sheet: &Sheet, plot: &Plot, area: Area) -> Self {
        let style = sheet.small_strong();
        let gap = sheet.px(8.0);
        let mut names: Vec<BreakName> = Vec::new();
        let mut lines: Vec<f64> = Vec::new();
        for a_break in &plot.poverty.breaks {
            let x = plot.break_x(a_break);
            let name = words::break_name(a_break, sheet.locale);
            let (after, before) = (area.right - x - 2.0 * gap - ARROW, x - area.left - gap);
            let width = sheet.width(&name, style);
            let is_after = width <= after || after >= before;
            let room = if is_after { after } else { before };
            let text = crate::text::fit(&name, room, style.font, sheet.measure);
            let width = sheet.width(&text, style);
            let start = if is_after { x + gap } else { x - gap - width };
            let arrow = if is_after { start + width + gap } else { x + gap };
            let end = start + width + gap + ARROW;
            let free = lines.iter().position(|&taken| taken + gap <= start.min(x));
            let line = free.unwrap_or_else(|| {
                lines.push(0.0);
                lines.len() - 1
            });
            if let Some(taken) = lines.get_mut(line) {
                *taken = end.max(arrow + ARROW);
            }
            let arrow = (arrow + ARROW <= area.right).then_some(arrow);
            names.push(BreakName { x, text, start, line, arrow });
        }
        let height = lines.len() as f64 * sheet.px(20.0);
        BreakNames { names, height: if lines.is_empty() { 0.0 } else { height + sheet.px(6.0) } }
    }

    pub fn draw(&self, sheet: &mut Sheet, plot: &Plot, taken: &mut Obstacles) {
        let style = sheet.small_strong();
        let top = plot.top - self.height - sheet.px(HEADROOM);
        let middle_of = |sheet: &Sheet, name: &BreakName| {
            top + sheet.px(20.0) * name.line as f64 + sheet.px(10.0)
        };
        for name in &self.names {
            let start = middle_of(sheet, name) - sheet.px(8.0);
            let stroke = Stroke::dashed(Ink::Text, 1.0, 2.0, 3.0);
            sheet.vertical(name.x, (start, plot.baseline), stroke);
            // Above the plot too: a figure across the rule would belong to both sides.
            taken.add(Rect::new(name.x - 1.0, start, 2.0, plot.baseline - start));
        }
        for name in &self.names {
            let middle = middle_of(sheet, name);
            let width = sheet.width(&name.text, style);
            let plate = Rect::new(name.start, middle - style.line / 2.0, width, style.line);
            sheet.fill(plate.grow(-1.0), Ink::Surface);
            let at = Point::new(name.start, middle);
            taken.add(sheet.write_centred(&name.text, at, Align::Start, style));
            if let Some(start) = name.arrow {
                let center = Point::new(start + ARROW / 2.0, middle);
                marker::arrow(
                    sheet,
                    center,
                    ARROW / 2.0,
                    (1.0, 0.0),
                    Stroke::solid(Ink::Text, 1.5),
                );
            }
        }
    }
}
