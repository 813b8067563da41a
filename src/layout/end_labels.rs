//! Labels at the ends of lines: the last figure, the name, the count.
//!
//! Each stands at the height of its last point; where they would meet they
//! move apart, and a leader joins what moved far.

use super::Area;
use super::lines::{MOST_NAMED, Plot, Series};
use super::marker;
use super::place::spread;
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{ChartKind, Dataset, Key};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words;

/// From the end of the gridlines to the labels.
const GAP: f64 = 4.0;
/// A label moved further than this is joined to its point.
const LEADER_FROM: f64 = 12.0;

/// A figure in narrow room takes the lines it needs: it is not cut.
const VALUE_LINES: usize = 5;

pub(super) struct EndLabels {
    blocks: Vec<Block>,
    /// Width of the column, gap included.
    pub width: f64,
    /// Height that the blocks need one below the other.
    pub height: f64,
}

/// The label of one series: pieces of text in lines.
struct Block {
    /// Index into the series.
    series: usize,
    lines: Vec<Line>,
    height: f64,
    /// From the top of the block to the middle of its figure.
    anchor: f64,
}

struct Line {
    /// Texts side by side, each with its start.
    pieces: Vec<(String, f64, Style)>,
    height: f64,
}

impl EndLabels {
    pub fn new(
        sheet: &Sheet,
        dataset: &Dataset,
        series: &[Series],
        periods: usize,
        area: Area,
    ) -> Self {
        let room = area.width() * if sheet.narrow { 0.34 } else { 0.4 };
        let last = periods.saturating_sub(1);
        let blocks: Vec<Block> = series
            .iter()
            .enumerate()
            .filter(|(_, one)| one.is_named)
            .filter_map(|(index, one)| Block::new(sheet, dataset, (index, one), last, room))
            .collect();
        let widest = blocks
            .iter()
            .flat_map(|b| &b.lines)
            .flat_map(|line| &line.pieces)
            .fold(0.0_f64, |width, (text, start, style)| {
                width.max(start + sheet.width(text, *style))
            });
        let height = blocks.iter().map(|block| block.height).sum();
        EndLabels { blocks, width: widest + GAP, height }
    }

    /// Draws the labels and widens the targets of the last points by them;
    /// the boxes that they take.
    pub fn draw(&self, sheet: &mut Sheet, plot: &Plot, series: &[Series]) -> Vec<Rect> {
        let last = plot.xs.len().saturating_sub(1);
        let point_of = |block: &Block| {
            let value = series.get(block.series)?.figures.get(last)?.value();
            Some(value.map_or(Point::new(plot.x(last), plot.baseline), |v| plot.point(last, v)))
        };
        // From the top down; so few that inserting is sorting enough.
        let mut order: Vec<(&Block, Point)> = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let Some(point) = point_of(block) else { continue };
            let place = order.iter().take_while(|(_, other)| other.y <= point.y).count();
            order.insert(place, (block, point));
        }
        let wanted: Vec<(f64, f64)> =
            order.iter().map(|(block, point)| (point.y - block.anchor, block.height)).collect();
        let above = plot.top - sheet.small().line;
        let tops = spread(&wanted, (above, plot.baseline + sheet.px(14.0)));
        let x = plot.right + GAP;
        let mut boxes = Vec::with_capacity(order.len());
        for ((block, point), top) in order.into_iter().zip(tops) {
            let label = block.draw(sheet, (x, top));
            let height = top + block.anchor;
            let is_moved = (height - point.y).abs() > LEADER_FROM;
            if is_moved && self.blocks.len() <= MOST_NAMED {
                let from = Point::new(point.x + marker::SIZE / 2.0 + 3.0, point.y);
                sheet.line(from, Point::new(x - 2.0, height), Stroke::solid(Ink::Muted, 1.0));
            }
            let key = series.get(block.series).map(|one| Key { row: one.row, period: last });
            let target = key.and_then(|key| plot.target(&mut sheet.targets, key));
            if let Some(target) = target {
                let label = label.grow(2.0);
                // A box round a label and its distant point would hold other labels too.
                target.bounds = if is_moved { label } else { target.bounds.union(&label) };
            }
            boxes.push(label);
        }
        boxes
    }
}

impl Block {
    fn new(
        sheet: &Sheet,
        dataset: &Dataset,
        (index, series): (usize, &Series),
        last: usize,
        room: f64,
    ) -> Option<Block> {
        let chart = ChartKind::Poverty;
        let row = dataset.row(chart, series.row)?;
        let figure = series.figures.get(last)?;
        let name = words::row_name(chart, row.id, row.name, sheet.locale);
        let value = super::figure_label(dataset, chart, figure, sheet.locale);
        let is_known = figure.value().is_some();
        let value_style = if is_known { sheet.value() } else { sheet.small() };
        let name_style = sheet.name();
        let gap = sheet.px(8.0);
        let after = sheet.width(&value, value_style) + gap;
        let mut lines: Vec<Line> = Vec::new();
        let one = |text: String, style: Style| Line {
            pieces: vec![(text, 0.0, style)],
            height: style.line,
        };
        let anchor = if !sheet.narrow && is_known && after + sheet.width(&name, name_style) <= room
        {
            let pieces = vec![(value, 0.0, value_style), (name, after, name_style)];
            lines.push(Line { pieces, height: value_style.line });
            value_style.line / 2.0
        } else {
            for line in sheet.wrap(&name, room, 3, name_style) {
                lines.push(one(line, name_style));
            }
            let before: f64 = lines.iter().map(|line| line.height).sum();
            for line in sheet.wrap(&value, room, VALUE_LINES, value_style) {
                lines.push(one(line, value_style));
            }
            before
        };
        if let Some(count) = words::count_of(chart, &row, figure, sheet.locale) {
            let small = sheet.small();
            let mut lines_of_count = sheet.wrap(&count, room, 2, small);
            if lines_of_count.last().is_some_and(|last| last.ends_with('…')) {
                // Better a number and its unit apart than a unit cut.
                lines_of_count = sheet.wrap(&count.replace('\u{a0}', " "), room, 3, small);
            }
            lines.extend(lines_of_count.into_iter().map(|line| one(line, small)));
        }
        // Blocks stay apart by a little more than their lines.
        let height = lines.iter().map(|line| line.height).sum::<f64>() + sheet.px(4.0);
        Some(Block { series: index, lines, height, anchor })
    }

    fn draw(&self, sheet: &mut Sheet, (x, top): (f64, f64)) -> Rect {
        let mut y = top;
        let mut drawn: Option<Rect> = None;
        for line in &self.lines {
            for (text, start, style) in &line.pieces {
                let middle = Point::new(x + start, y + line.height / 2.0);
                let ink_box = sheet.write_centred(text, middle, Align::Start, *style);
                drawn = Some(drawn.map_or(ink_box, |all| all.union(&ink_box)));
            }
            y += line.height;
        }
        drawn.unwrap_or(Rect::new(x, top, 0.0, 0.0))
    }
}
