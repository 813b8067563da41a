//! Names beside the last column of a structure: each with its figure where
//! its part has no room for it, its change, and what is missing.

use super::super::place::spread;
use super::super::sheet::{Sheet, Style};
use super::super::stack::{InkedRow, Piece, piece_of};
use super::plot::{Plot, label};
use crate::geom::Point;
use crate::locale::Word;
use crate::model::{Figure, Missing, Role, RowRef};
use crate::order::order;
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words::{self, Section};

/// Runs of missing figures that are named one by one.
const MAX_GAPS: usize = 3;

pub(super) struct Names {
    blocks: Vec<NameBlock>,
    /// “2024 so với 2023, điểm %”, where there is room to say it once.
    pub heading: Option<String>,
}

/// What is written of one row.
struct NameBlock {
    row: usize,
    pieces: Vec<TextPiece>,
    height: f64,
}

/// A text in its block: where it starts, and the middle of its line.
struct TextPiece {
    text: String,
    style: Style,
    start: f64,
    middle: f64,
}

impl Names {
    pub fn new(sheet: &Sheet, section: &Section, rows: &[InkedRow], plot: &Plot) -> Names {
        let heading = heading(sheet, section, rows, plot);
        let mut blocks = Vec::with_capacity(rows.len());
        for (index, (row, _)) in rows.iter().enumerate() {
            let written = Written {
                is_in_part: plot.inside_last.binary_search(&index).is_ok(),
                has_heading: heading.is_some(),
            };
            blocks.extend(NameBlock::new(sheet, section, (index, row), plot, written));
        }
        Names { blocks, heading }
    }

    pub fn height(&self) -> f64 {
        self.blocks.iter().map(|block| block.height).sum()
    }

    /// Draws them at the height of what they name, apart from each other; the
    /// bottom of the last.
    pub fn draw(&self, sheet: &mut Sheet, plot: &Plot, last: Option<&Vec<Piece>>) -> f64 {
        let place = plot.place(plot.xs.len().saturating_sub(1));
        let middle_of = |block: &NameBlock| {
            if let Some(piece) = last.and_then(|pieces| piece_of(pieces, block.row)) {
                return piece.bounds(&place).center().y;
            }
            let lane = plot.lanes.iter().find(|(row, _)| *row == block.row);
            plot.bottom() + lane.map_or(0.0, |(_, middle)| *middle)
        };
        let middles: Vec<f64> = self.blocks.iter().map(middle_of).collect();
        let middle = |index: usize| middles.get(index).copied().unwrap_or(0.0);
        let downwards = order(middles.len(), &|a, b| middle(a).total_cmp(&middle(b)));
        let blocks =
            || downwards.iter().filter_map(|&index| Some((self.blocks.get(index)?, middle(index))));
        let wanted: Vec<(f64, f64)> =
            blocks().map(|(block, middle)| (middle - block.height / 2.0, block.height)).collect();
        // The last name may stand a little lower than its thin part.
        let ends = (plot.head, plot.lanes_bottom(sheet) + sheet.px(8.0));
        let mut bottom = plot.bottom();
        for ((block, middle), top) in blocks().zip(spread(&wanted, ends)) {
            let first_line = block.draw(sheet, (plot.names.0, top));
            bottom = bottom.max(top + block.height);
            if middle < top || middle > top + block.height {
                let from = Point::new(plot.right() + 3.0, middle);
                let to = Point::new(plot.names.0 - 3.0, first_line);
                sheet.line(from, to, Stroke::solid(Ink::Muted, 1.0));
            }
        }
        bottom
    }
}

/// What all changes are, above them.
fn heading(sheet: &Sheet, section: &Section, rows: &[InkedRow], plot: &Plot) -> Option<String> {
    let last = section.periods.len().checked_sub(1)?;
    let from = last.checked_sub(1)?;
    rows.iter().find_map(|(row, _)| words::change_between(section, row, from, last))?;
    let places = [("period", section.period(last)), ("from", section.period(from))];
    let text = sheet.locale.say(Word::ColumnChange, &places);
    let room = plot.names.1 - plot.names.0;
    (!sheet.narrow && sheet.width(&text, sheet.small()) <= room).then_some(text)
}

/// What is written elsewhere already.
#[derive(Clone, Copy)]
struct Written {
    /// The last figure.
    is_in_part: bool,
    /// What the changes are, above them.
    has_heading: bool,
}

impl NameBlock {
    /// `None` for what the parts leave in other periods only.
    fn new(
        sheet: &Sheet,
        section: &Section,
        (index, row): (usize, &RowRef),
        plot: &Plot,
        written: Written,
    ) -> Option<NameBlock> {
        let last = section.periods.len().checked_sub(1)?;
        let figure = row.figure(last);
        if row.role == Role::Remainder {
            figure?;
        }
        let room = plot.names.1 - plot.names.0;
        let mut block = NameBlock { row: index, pieces: Vec::new(), height: 0.0 };
        // The total has its own line below the columns.
        let is_outside = row.role != Role::Total && !written.is_in_part;
        let is_drawn = |figure: &&Figure| {
            is_outside && (figure.value().is_some() || row.role == Role::Remainder)
        };
        let value = figure.filter(is_drawn);
        let value = value.map(|figure| label(sheet, row, figure));
        block.add_name(sheet, value, (section.name(row), row.role), room);
        let small = sheet.small();
        if let Some(change) = change(sheet, section, row, written.has_heading) {
            block.add(sheet, &change, room, small);
        }
        for gap in gaps(section, row, plot) {
            block.add(sheet, &gap, room, small);
        }
        // Blocks stay apart by a little more than their lines.
        block.height += sheet.px(6.0);
        Some(block)
    }

    /// The figure and the name: on one line where they fit.
    fn add_name(
        &mut self,
        sheet: &Sheet,
        value: Option<String>,
        (name, role): (&str, Role),
        room: f64,
    ) {
        let style = super::super::name_style(sheet, role);
        let Some(value) = value else { return self.add(sheet, name, room, style) };
        let value_style = sheet.latest_value();
        let start = sheet.width(&value, value_style) + sheet.px(8.0);
        self.add(sheet, &value, room, value_style);
        if start + sheet.width(name, style) > room {
            return self.add(sheet, name, room, style);
        }
        let middle = self.height - value_style.line / 2.0;
        self.pieces.push(TextPiece { text: name.to_string(), style, start, middle });
    }

    fn add(&mut self, sheet: &Sheet, text: &str, room: f64, style: Style) {
        for text in sheet.wrap(text, room, 3, style) {
            let middle = self.height + style.line / 2.0;
            self.pieces.push(TextPiece { text, style, start: 0.0, middle });
            self.height += style.line;
        }
    }

    /// Writes the lines; the middle of the first.
    fn draw(&self, sheet: &mut Sheet, (x, top): (f64, f64)) -> f64 {
        for piece in &self.pieces {
            let at = Point::new(x + piece.start, top + piece.middle);
            sheet.write_centred(&piece.text, at, Align::Start, piece.style);
        }
        top + self.pieces.first().map_or(0.0, |piece| piece.middle)
    }
}

/// The change against the period before, with its unit unless a heading says it.
fn change(sheet: &Sheet, section: &Section, row: &RowRef, has_heading: bool) -> Option<String> {
    let last = section.periods.len().checked_sub(1)?;
    let from = last.checked_sub(1)?;
    if row.role != Role::Part {
        return None;
    }
    let change = words::change_between(section, row, from, last)?;
    if has_heading {
        return Some(change.signed);
    }
    let text = words::with_unit(&change.signed, sheet.locale.word(Word::PointsShort));
    if from == 0 {
        return Some(text);
    }
    // Of several periods, which one it was is to be said.
    let against = sheet.locale.say(Word::LabelChange, &[("period", section.period(from))]);
    Some([against, text].join(": "))
}

/// “chưa có số liệu” in the last period, “2021–2022: chưa có số liệu” before;
/// but for periods of which a word in their column says it of all parts.
fn gaps(section: &Section, row: &RowRef, plot: &Plot) -> Vec<String> {
    let reason = |period: usize| {
        let is_told = match row.role {
            Role::Part => plot.is_told(period),
            _ => row.role == Role::Remainder,
        };
        row.figure(period).and_then(|figure| figure.missing()).filter(|_| !is_told)
    };
    let count = section.periods.len();
    let mut runs: Vec<(usize, usize, Missing)> = Vec::new();
    for period in 0..count {
        let Some(reason) = reason(period) else { continue };
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == period && *same == reason => *last = period,
            _ => runs.push((period, period, reason)),
        }
    }
    let told = |(from, to, reason): &(usize, usize, Missing)| {
        let words = words::missing(*reason, section.locale);
        if from == to && to + 1 == count {
            return words.to_string();
        }
        [&words::period_span(section.periods, *from, *to, section.locale), words].join(": ")
    };
    // The latest are the nearest.
    let skipped = runs.len().saturating_sub(MAX_GAPS);
    let mut texts: Vec<String> = runs.iter().skip(skipped).rev().map(told).collect();
    if skipped > 0 {
        let more = section.locale.whole(skipped);
        texts.push(section.locale.say(Word::AndOthers, &[("count", &more)]));
    }
    texts
}
