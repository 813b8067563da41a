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
/// In less a name is cut to its first letters.
const LEAST_ROOM: f64 = 72.0;

impl BreakNames {
    pub fn new(sheet: &Sheet, plot: &Plot, area: Area) -> Self {
        let style = sheet.small_strong();
        let gap = sheet.px(8.0);
        let mut names: Vec<BreakName> = Vec::new();
        let mut lines: Vec<f64> = Vec::new();
        for a_break in &plot.poverty.breaks {
            let x = plot.break_x(a_break);
            let name = words::break_name(a_break, sheet.locale);
            let width = sheet.width(&name, style);
            let after = area.right - x - 2.0 * gap - ARROW;
            // A name across the rule of another would belong to both: that is the last way.
            let between = names.last().map_or(x - area.left, |last| x - last.x - gap) - gap;
            let is_close = after.max(between) < sheet.px(LEAST_ROOM);
            let before = if is_close { x - area.left - gap } else { between };
            let is_after = width <= after || after >= before;
            let room = if is_after { after } else { before };
            let text = sheet.wrap(&name, room, MOST_LINES, style);
            let width = sheet.widest(text.iter().map(String::as_str), style);
            let start = if is_after { x + gap } else { x - gap - width };
            let arrow = if is_after { start + width + gap } else { x + gap };
            let end = arrow + ARROW;
            let is_free = |taken: &f64| taken + gap <= start.min(x);
            let line = (0..lines.len())
                .find(|&line| lines.iter().skip(line).take(text.len()).all(is_free))
                .unwrap_or(lines.len());
            lines.resize(lines.len().max(line + text.len()), end);
            lines.iter_mut().skip(line).take(text.len()).for_each(|taken| *taken = end);
            let arrow = (end <= area.right).then_some(arrow);
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
