//! Groups of households: one bar of parts on a wide figure, rows on a phone.

use super::Area;
use super::bar::{Place, Way};
use super::inks::SeriesInk;
use super::marker;
use super::place::spread;
use super::rows::{self, Bar, BarChart, BarRow};
use super::sheet::{Sheet, Style};
use super::stack::{InkedRow, Piece, SEAM, inked_rows, pieces};
use crate::geom::{Point, Rect};
use crate::model::{ChartKind, Dataset, Key, Missing, RowRef};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words;

const CHART: ChartKind = ChartKind::LivingStandards;
const THICKNESS: f64 = 56.0;
/// From the bar to a leader, and the leader itself.
const LEADER_GAP: f64 = 4.0;
const LEADER: f64 = 8.0;
/// A label begins so far before its leader.
const LEADER_INSET: f64 = 8.0;
/// Between two labels of one side.
const LABEL_GAP: f64 = 16.0;
/// Between a figure and its name.
const PIECE_GAP: f64 = 7.0;
const SIGN: f64 = 12.0;

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    rows: &[RowRef],
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let rows = inked_rows(CHART, rows, highlight);
    if !sheet.narrow
        && let Some(bar) = PartsBar::new(sheet, dataset, &rows, area)
    {
        return bar.draw(sheet, &rows, area);
    }
    let chart = bar_chart(dataset, &rows, sheet);
    rows::draw(sheet, &chart, area)
}

/// Rows on one scale, what the parts leave last.
fn bar_chart<'d>(dataset: &'d Dataset, rows: &[InkedRow<'d>], sheet: &Sheet) -> BarChart<'d> {
    let mut bars = Vec::new();
    for (index, (row, ink)) in rows.iter().enumerate() {
        let Some(figure) = row.figure(0) else { continue };
        bars.push(BarRow {
            numeral: None,
            name: name(row, sheet),
            role: row.role,
            ink: ink.unwrap_or(SeriesInk::TOTAL),
            bars: vec![Bar {
                key: Key { row: index, period: 0 },
                figure,
                label: super::row_label(dataset, CHART, row, figure, sheet.locale),
                target: None,
            }],
            notes: words::count_of(CHART, row, figure, sheet.locale).into_iter().collect(),
            asides: Vec::new(),
            strip: None,
        });
    }
    BarChart { rows: bars, periods: Vec::new(), aside_heading: Vec::new() }
}

fn name(row: &RowRef, sheet: &Sheet) -> String {
    words::row_name(CHART, row.id, row.name, sheet.locale)
}

/// One bar of parts, with the labels that stand outside of it.
struct PartsBar<'d> {
    parts: Vec<Part<'d>>,
    above: Side,
    below: Side,
    place: Place,
}

struct Part<'d> {
    piece: Piece<'d>,
    value: String,
    name: String,
    /// Where its label stands, unless it is in the part.
    outside: Option<Outside>,
}

#[derive(Clone, Copy)]
struct Outside {
    is_above: bool,
    /// Its place among the labels of its side.
    index: usize,
}

/// The labels of one side of the bar.
#[derive(Default)]
struct Side {
    /// Start and width asked for, with the room to the next.
    wanted: Vec<(f64, f64)>,
    starts: Vec<f64>,
}

impl Side {
    fn place(&mut self, area: Area) -> bool {
        let needed: f64 = self.wanted.iter().map(|(_, width)| width).sum();
        self.starts = spread(&self.wanted, (area.left, area.right + LABEL_GAP));
        needed <= area.width() + LABEL_GAP
    }
}

impl<'d> PartsBar<'d> {
    /// `None` where the labels of small parts are more than the bar is wide.
    fn new(
        sheet: &Sheet,
        dataset: &'d Dataset,
        rows: &[InkedRow<'d>],
        area: Area,
    ) -> Option<PartsBar<'d>> {
        let unscaled = pieces(rows, 0, 1.0);
        let whole = unscaled.last().map_or(100.0, |piece| piece.to).max(100.0);
        // How far the last seam reaches is not known before the scale is.
        let is_open = unscaled.last().is_some_and(|piece| piece.overhang() > 0.0);
        let last_reach = if is_open { SEAM } else { 0.0 };
        let scale = (area.width() - last_reach) / whole;
        let thickness = sheet.px(THICKNESS);
        let origin = Point::new(area.left, 0.0);
        let place = Place { origin, thickness, way: Way::Right };
        let mut bar =
            PartsBar { parts: Vec::new(), above: Side::default(), below: Side::default(), place };
        let mut count_outside = 0;
        for piece in pieces(rows, 0, scale) {
            let Some((row, _)) = rows.get(piece.row) else { continue };
            let value = super::row_label(dataset, CHART, row, piece.figure, sheet.locale);
            let name = name(row, sheet);
            let mut part = Part { piece, value, name, outside: None };
            if !part.fits_inside(sheet, &place) {
                part.outside = Some(bar.add_outside(sheet, &part, count_outside));
                count_outside += 1;
            }
            bar.parts.push(part);
        }
        let fits = bar.above.place(area) & bar.below.place(area);
        fits.then_some(bar)
    }

    /// Above and below by turns.
    fn add_outside(&mut self, sheet: &Sheet, part: &Part, count: usize) -> Outside {
        let is_above = count.is_multiple_of(2);
        let side = if is_above { &mut self.above } else { &mut self.below };
        let anchor = part.piece.bounds(&self.place).center().x;
        side.wanted.push((anchor - LEADER_INSET, part.width(sheet) + LABEL_GAP));
        Outside { is_above, index: side.wanted.len() - 1 }
    }

    fn draw(mut self, sheet: &mut Sheet, rows: &[InkedRow<'d>], area: Area) -> f64 {
        let line = sheet.value().line;
        let outside = line + LEADER_GAP * 2.0 + LEADER;
        let top = area.top + if self.above.wanted.is_empty() { 0.0 } else { outside };
        self.place.origin.y = top + self.place.thickness / 2.0;
        let bottom = top + self.place.thickness;
        if self.parts.is_empty() {
            let frame = Rect::new(area.left, top, area.width(), self.place.thickness);
            super::mark_unknown(sheet, frame);
        }
        let mut targets: Vec<Option<Rect>> = vec![None; rows.len()];
        for part in &self.parts {
            part.piece.draw(sheet, &self.place);
            let label = part.outside.map(|outside| self.draw_outside(sheet, part, outside));
            if label.is_none() {
                let lines = [(&*part.value, sheet.value()), (&*part.name, sheet.name())];
                part.piece.write(sheet, &self.place, &lines);
            }
            let drawn = part.piece.bounds(&self.place);
            let bounds = label.map_or(drawn, |label| drawn.union(&label));
            if let Some(target) = targets.get_mut(part.piece.row) {
                *target = Some(bounds);
            }
        }
        let mut y = bottom + if self.below.wanted.is_empty() { 0.0 } else { outside };
        for (index, (row, ink)) in rows.iter().enumerate() {
            let key = Key { row: index, period: 0 };
            if let Some(bounds) = targets.get(index).copied().flatten() {
                let anchor = Point::new(self.anchor(index), self.place.origin.y);
                sheet.target(key, bounds.grow(2.0), anchor);
            } else if let Some(missing) = row.figure(0).and_then(|figure| figure.missing()) {
                let ink = ink.unwrap_or(SeriesInk::TOTAL);
                let top = y + sheet.px(8.0);
                let bounds = draw_missing(sheet, row, missing, ink, (area, top));
                sheet.target(key, bounds.grow(2.0), bounds.center());
                y = bounds.bottom();
            }
        }
        y
    }

    /// The middle of a row's part.
    fn anchor(&self, row: usize) -> f64 {
        let part = self.parts.iter().find(|part| part.piece.row == row);
        part.map_or(self.place.origin.x, |part| part.piece.bounds(&self.place).center().x)
    }

    /// A small part's label, above or below the bar, with its leader.
    fn draw_outside(&self, sheet: &mut Sheet, part: &Part, outside: Outside) -> Rect {
        let Outside { is_above, index } = outside;
        let side = if is_above { &self.above } else { &self.below };
        let start = side.starts.get(index).copied().unwrap_or(self.place.origin.x);
        let way = if is_above { -1.0 } else { 1.0 };
        let edge = self.place.origin.y + way * (self.place.thickness / 2.0 + LEADER_GAP);
        let end = edge + way * LEADER;
        let anchor = part.piece.bounds(&self.place).center().x;
        let foot = anchor.max(start + 2.0).min(start + part.width(sheet) - 2.0);
        let stroke = Stroke::solid(Ink::Muted, 1.0);
        sheet.line(Point::new(anchor, edge), Point::new(foot, end), stroke);
        let middle = end + way * (LEADER_GAP + sheet.value().line / 2.0);
        part.write_outside(sheet, Point::new(start, middle))
    }
}

impl Part<'_> {
    /// Figure and name, one below the other.
    fn fits_inside(&self, sheet: &Sheet, place: &Place) -> bool {
        self.piece.fit(sheet, place, &unbroken(&self.value), &[sheet.value()]).is_some()
            && self.piece.fit(sheet, place, &unbroken(&self.name), &[sheet.name()]).is_some()
    }

    /// In the order in which they are written; of what the parts leave, the
    /// name comes first: it has no place of its own in the bar.
    fn texts(&self, sheet: &Sheet) -> [(&str, Style); 2] {
        let (value, name) = ((&*self.value, sheet.value()), (&*self.name, sheet.name()));
        match self.piece.ink {
            Some(_) => [value, name],
            None => [(name.0, Style { ink: Ink::Muted, ..name.1 }), value],
        }
    }

    fn width(&self, sheet: &Sheet) -> f64 {
        let texts = self.texts(sheet);
        texts.iter().map(|(text, style)| sheet.width(text, *style)).sum::<f64>() + PIECE_GAP
    }

    fn write_outside(&self, sheet: &mut Sheet, start: Point) -> Rect {
        let [(first, first_style), (second, second_style)] = self.texts(sheet);
        let ink = sheet.write_centred(first, start, Align::Start, first_style);
        let after = Point::new(ink.right() + PIECE_GAP, start.y);
        ink.union(&sheet.write_centred(second, after, Align::Start, second_style))
    }
}

/// In one line: a figure is never broken in its part.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{A0}")
}

/// A group without a number has no length in the bar: a line below it says so.
fn draw_missing(
    sheet: &mut Sheet,
    row: &RowRef,
    missing: Missing,
    ink: SeriesInk,
    (area, top): (Area, f64),
) -> Rect {
    let style = sheet.missing();
    let center = Point::new(area.left + SIGN / 2.0, top + style.line / 2.0);
    marker::missing_sign(sheet, center, SIGN, missing, ink.main);
    let left = area.left + SIGN + PIECE_GAP;
    let text = [&name(row, sheet), words::missing(missing, sheet.locale)].join(": ");
    let lines = sheet.wrap(&text, area.right - left, 3, style);
    let bottom = sheet.write_lines(&lines, (left, top), Align::Start, style);
    let width = sheet.widest(lines.iter().map(String::as_str), style);
    Rect::new(area.left, top, left + width - area.left, bottom - top)
}
