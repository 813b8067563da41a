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
    /// Without its name nobody knows what changed: it is wrapped before it is cut.
    text: Vec<String>,
    /// Left end of the text.
    start: f64,
    /// Its first line, from the top.
    line: usize,
    arrow: Option<f64>,
}

const ARROW: f64 = 14.0;
const LINE: f64 = 20.0;
/// Lines of one name.
const MOST_LINES: usize = 3;

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
            let text = sheet.wrap(&name, room, MOST_LINES, style);
            let width = sheet.widest(text.iter().map(String::as_str), style);
            let start = if is_after { x + gap } else { x - gap - width };
            let arrow = if is_after { start + width + gap } else { x + gap };
            let end = start + width + gap + ARROW;
            let is_free = |taken: &f64| taken + gap <= start.min(x);
            let line = (0..lines.len())
                .find(|&line| lines.iter().skip(line).take(text.len()).all(is_free))
                .unwrap_or(lines.len());
            for index in line..line + text.len() {
                match lines.get_mut(index) {
                    Some(taken) => *taken = end.max(arrow + ARROW),
                    None => lines.push(end.max(arrow + ARROW)),
                }
            }
            let arrow = (arrow + ARROW <= area.right).then_some(arrow);
            names.push(BreakName { x, text, start, line, arrow });
        }
        let height = lines.len() as f64 * sheet.px(LINE);
        BreakNames { names, height: if lines.is_empty() { 0.0 } else { height + sheet.px(6.0) } }
    }

    pub fn draw(&self, sheet: &mut Sheet, plot: &Plot, taken: &mut Obstacles) {
        let style = sheet.small_strong();
        let top = plot.top - self.height - sheet.px(HEADROOM);
        let middle_of =
            |sheet: &Sheet, name: &BreakName| top + sheet.px(LINE) * (name.line as f64 + 0.5);
        for name in &self.names {
            let start = middle_of(sheet, name) - sheet.px(8.0);
            let stroke = Stroke::dashed(Ink::Text, 1.0, 2.0, 3.0);
            sheet.vertical(name.x, (start, plot.baseline), stroke);
            // Above the plot too: a figure across the rule would belong to both sides.
            taken.add(Rect::new(name.x - 1.0, start, 2.0, plot.baseline - start));
        }
        for name in &self.names {
            let middle = middle_of(sheet, name);
            for (index, line) in name.text.iter().enumerate() {
                let middle = middle + sheet.px(LINE) * index as f64;
                let width = sheet.width(line, style);
                let plate = Rect::new(name.start, middle - style.line / 2.0, width, style.line);
                sheet.fill(plate.grow(-1.0), Ink::Surface);
                let at = Point::new(name.start, middle);
                taken.add(sheet.write_centred(line, at, Align::Start, style));
            }
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
