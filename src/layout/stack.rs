//! Parts of a whole one after another: a bar to the right or a column down.
//!
//! Where a part is not exact its far seam says so, pressed into the next part:
//! a chevron where it may be more, one turned back where it may be less, a
//! wave where it is about so much.

use super::bar::{Place, WAVE};
use super::inks::{SeriesInk, series_inks};
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{ChartKind, Figure, Qualifier, Role, RowRef};
use crate::scene::{Align, Fill, Mark, Stroke};
use crate::text;
use crate::theme::Ink;

/// Surface between two parts.
const GAP: f64 = 2.0;
/// How deep a seam is pressed into the next part.
pub(super) const SEAM: f64 = 7.0;
/// Free on each side of a label in a part.
const LABEL_MARGIN: f64 = 3.0;
/// Outline of a part whose colour is that of the text; half for a thin part.
const EDGE: f64 = 2.0;
/// How far a stop stands out on each side of its stack.
pub(super) const PROUD: f64 = 3.0;
const THIN: f64 = 24.0;

/// A row, and its ink where it is a part.
pub(super) type InkedRow<'d> = (RowRef<'d>, Option<SeriesInk>);

/// The rows of a chart of shares: its parts, then the whole and what they leave.
pub(super) fn inked_rows<'d>(
    chart: ChartKind,
    rows: &[RowRef<'d>],
    highlight: Option<&str>,
) -> Vec<InkedRow<'d>> {
    let parts = rows.iter().filter(|row| row.role == Role::Part);
    let ids: Vec<&str> = parts.map(|row| row.id).collect();
    let mut inks = series_inks(chart, &ids, highlight).into_iter();
    rows.iter().map(|row| (*row, inks.next())).collect()
}

/// One part in one period, or what the parts leave.
pub(super) struct Piece<'d> {
    pub row: usize,
    pub figure: &'d Figure,
    /// `None` for what the parts leave.
    pub ink: Option<SeriesInk>,
    /// Along the stack from its zero line, in CSS pixels; below zero for a
    /// negative part.
    pub from: f64,
    pub to: f64,
    start: Seam,
    end: Seam,
}

#[derive(Clone, Copy, PartialEq)]
struct Seam {
    edge: Edge,
    depth: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Flat,
    Forward,
    Back,
    Wave,
}

const FLAT: Seam = Seam { edge: Edge::Flat, depth: 0.0 };

impl Seam {
    fn of(figure: &Figure, length: f64) -> Seam {
        let edge = match figure.qualifier() {
            Some(Qualifier::Over | Qualifier::AtLeast) => Edge::Forward,
            Some(Qualifier::Under | Qualifier::AtMost) => Edge::Back,
            Some(Qualifier::About) => Edge::Wave,
            Some(Qualifier::Nearly) | None => Edge::Flat,
        };
        Seam { edge, depth: SEAM.min(length) }
    }

    /// Pressed into a part of this length, no deeper than it is.
    fn into(self, length: f64) -> Seam {
        let length = (length - GAP).max(0.0);
        match self.edge {
            Edge::Forward | Edge::Wave => Seam { depth: self.depth.min(length), ..self },
            Edge::Flat | Edge::Back => self,
        }
    }

    /// How far it reaches past its place.
    fn reach(self) -> f64 {
        match self.edge {
            Edge::Flat | Edge::Back => 0.0,
            Edge::Forward => self.depth,
            Edge::Wave => self.depth / 2.0,
        }
    }

    /// The seam across a stack, from one side to the other: along and across.
    fn points(self, at: f64, (near, far): (f64, f64)) -> Vec<(f64, f64)> {
        let middle = (near + far) / 2.0;
        match self.edge {
            Edge::Flat => vec![(at, near), (at, far)],
            Edge::Forward => vec![(at, near), (at + self.depth, middle), (at, far)],
            Edge::Back => vec![(at, near), (at - self.depth, middle), (at, far)],
            Edge::Wave => {
                let step = (far - near) / (WAVE.len() - 1) as f64;
                let swings = WAVE.iter().enumerate();
                let at = |(index, swing): (usize, &f64)| {
                    (at - swing * self.depth / 2.0, near + index as f64 * step)
                };
                swings.map(at).collect()
            }
        }
    }
}

/// Whether a rule stands at the figure itself.
pub(super) fn has_stop(qualifier: Qualifier) -> bool {
    matches!(qualifier, Qualifier::AtLeast | Qualifier::AtMost | Qualifier::Nearly)
}

/// The pieces of a period, in the order of the document; rows without a number
/// have none, and the whole is not a part.
pub(super) fn pieces<'d>(rows: &[InkedRow<'d>], period: usize, scale: f64) -> Vec<Piece<'d>> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(rows.len());
    let (mut end, mut negative_end) = (0.0, 0.0);
    let mut last: Option<usize> = None;
    for (index, (row, ink)) in rows.iter().enumerate() {
        let figure = row.figure(period).filter(|_| row.role != Role::Total);
        // What is left stands up to the whole, also where no figure follows for it.
        let left = ink.is_none().then_some(100.0 - end / scale);
        let Some((figure, value)) =
            figure.and_then(|figure| Some((figure, figure.value().or(left)?)))
        else {
            continue;
        };
        let length = value.abs() * scale;
        let mut piece =
            Piece { row: index, figure, ink: *ink, from: 0.0, to: 0.0, start: FLAT, end: FLAT };
        if value < 0.0 {
            (piece.from, piece.to) = (negative_end - length, negative_end);
            negative_end -= length;
        } else {
            (piece.from, piece.to) = (end, end + length);
            end += length;
            piece.end = if ink.is_some() { Seam::of(figure, length) } else { FLAT };
            if let Some(before) = last.and_then(|last| pieces.get_mut(last)) {
                before.end = before.end.into(length);
                piece.start = before.end;
            }
            if ink.is_none() && figure.qualifier() == Some(Qualifier::AtMost) {
                piece.start = Seam { edge: Edge::Forward, depth: SEAM }.into(length);
            }
            last = Some(pieces.len());
        }
        pieces.push(piece);
    }
    pieces
}

/// The piece of a row; they are in the order of the rows.
pub(super) fn piece_of<'p, 'd>(pieces: &'p [Piece<'d>], row: usize) -> Option<&'p Piece<'d>> {
    pieces.get(pieces.binary_search_by_key(&row, |piece| piece.row).ok()?)
}

impl Piece<'_> {
    /// How far the piece reaches past its end.
    pub fn overhang(&self) -> f64 {
        self.end.reach()
    }

    /// What is drawn of it: less than its place by the gap to the part before.
    pub fn visible(&self) -> (f64, f64) {
        let gap = GAP.min((self.to - self.from) / 2.0);
        if self.from < 0.0 {
            (self.from, self.to - gap)
        } else if self.from > 0.0 {
            (self.from + gap, self.to)
        } else {
            (self.from, self.to)
        }
    }

    pub fn bounds(&self, place: &Place) -> Rect {
        place.rect(self.visible(), (0.0, place.thickness))
    }

    /// Where a label may stand: clear of both seams.
    fn room(&self, place: &Place) -> Rect {
        let (from, to) = self.visible();
        let back = if self.end.edge == Edge::Back { self.end.depth } else { 0.0 };
        let from = from + self.start.reach();
        place.rect((from, (to - back).max(from)), (0.0, place.thickness))
    }

    pub fn draw(&self, sheet: &mut Sheet, place: &Place) {
        let (from, to) = self.visible();
        if to <= from {
            return;
        }
        let Some(ink) = self.ink else {
            let stroke = Stroke::solid(Ink::Muted, 1.0);
            return self.outlined(sheet, place, Fill::Dots(Ink::Muted), stroke);
        };
        if self.figure.is_open() {
            let stroke = Stroke::solid(ink.main, 1.5);
            self.outlined(sheet, place, Fill::Hatch(ink.main), stroke);
        } else {
            self.shape(sheet, place, 0.0, ink.main);
            let edge = if to - from < THIN { EDGE / 2.0 } else { EDGE };
            if to - from > 3.0 * edge {
                self.shape(sheet, place, edge, ink.part());
            }
        }
        self.draw_stop(sheet, place);
    }

    fn shape(&self, sheet: &mut Sheet, place: &Place, inset: f64, ink: Ink) {
        if self.start.edge == Edge::Flat && self.end.edge == Edge::Flat {
            sheet.fill(self.bounds(place).grow(-inset), ink);
        } else {
            let points = self.outline(place, inset);
            let fill = Some(Fill::Solid(ink));
            sheet.marks.push(Mark::Polygon { points, fill, stroke: None });
        }
    }

    fn outlined(&self, sheet: &mut Sheet, place: &Place, fill: Fill, stroke: Stroke) {
        let (from, to) = self.visible();
        let points = self.outline(place, (stroke.width / 2.0).min((to - from) / 2.0));
        sheet.marks.push(Mark::Polygon { points, fill: Some(fill), stroke: Some(stroke) });
    }

    fn outline(&self, place: &Place, inset: f64) -> Vec<Point> {
        let (from, to) = self.visible();
        let sides = (inset, place.thickness - inset);
        let mut along = self.start.points(from + inset, sides);
        along.extend(self.end.points(to - inset, sides).into_iter().rev());
        along.into_iter().map(|(u, v)| place.point(u, v)).collect()
    }

    /// A rule at the figure itself, where the figure may be just that.
    fn draw_stop(&self, sheet: &mut Sheet, place: &Place) {
        let Some(qualifier) = self.figure.qualifier().filter(|one| has_stop(*one)) else { return };
        let stroke = match qualifier {
            Qualifier::Nearly => Stroke::dashed(Ink::Text, 2.0, 4.0, 3.0),
            _ => Stroke::solid(Ink::Text, 2.0),
        };
        let at = |across: f64| place.point(self.to - 1.0, across);
        sheet.line(at(-PROUD), at(place.thickness + PROUD), stroke);
    }

    /// The lines of a label as they fit into the piece, in the first of
    /// `styles` in which they do.
    pub fn fit(
        &self,
        sheet: &Sheet,
        place: &Place,
        label: &str,
        styles: &[Style],
    ) -> Option<Inside> {
        let room = self.room(place);
        let width = room.width - 2.0 * LABEL_MARGIN;
        styles.iter().find_map(|style| {
            if text::widest_word(label, style.font, sheet.measure) > width {
                return None;
            }
            let lines = sheet.wrap(label, width, 4, *style);
            // Capitals and a little air: type has more room than it inks.
            let height = (lines.len() as f64 - 1.0) * style.line + style.font.size * 1.05;
            (height <= room.height).then_some(Inside { lines, style: *style })
        })
    }

    /// Writes lines, each in its style, in the middle of the piece.
    pub fn write(&self, sheet: &mut Sheet, place: &Place, lines: &[(&str, Style)]) {
        let room = self.room(place);
        let height: f64 = lines.iter().map(|(_, style)| style.line).sum();
        let middle = room.center();
        let is_patterned = self.figure.is_open() || self.ink.is_none();
        let ink = match self.ink {
            Some(ink) if !is_patterned => ink.on_part(),
            _ => Ink::Text,
        };
        let mut y = middle.y - height / 2.0;
        for (text, style) in lines {
            let at = Point::new(middle.x, y + style.line / 2.0);
            if is_patterned {
                let width = sheet.width(text, *style) + LABEL_MARGIN;
                let plate = style.font.size * 1.1;
                sheet.fill(
                    Rect::new(at.x - width / 2.0, at.y - plate / 2.0, width, plate),
                    Ink::Surface,
                );
            }
            sheet.write_centred(text, at, Align::Middle, Style { ink, ..*style });
            y += style.line;
        }
    }
}

/// A label that fits into its piece.
pub(super) struct Inside {
    pub lines: Vec<String>,
    pub style: Style,
}

impl Inside {
    pub fn draw(&self, sheet: &mut Sheet, place: &Place, piece: &Piece) {
        let lines: Vec<(&str, Style)> =
            self.lines.iter().map(|line| (line.as_str(), self.style)).collect();
        piece.write(sheet, place, &lines);
    }
}

#[cfg(test)]
mod tests {
    use super::super::bar::Way;
    use super::*;
    use crate::model::Dataset;
    use crate::words::sample::*;

    fn stack(dataset: &Dataset, kind: ChartKind) -> Vec<InkedRow<'_>> {
        inked_rows(kind, &dataset.rows(kind).collect::<Vec<_>>(), None)
    }

    #[test]
    fn parts_stand_where_their_numbers_are_and_the_rest_ends_at_the_whole() {
        let dataset = tra_cu();
        let rows = stack(&dataset, ChartKind::LivingStandards);
        let pieces = pieces(&rows, 0, 1.0);
        let ends: Vec<f64> =
            pieces.iter().map(|piece| (piece.to * 100.0).round() / 100.0).collect();
        assert_eq!(ends, [2.33, 5.13, 53.13, 89.13, 91.43, 100.0]);
        assert!(pieces[5].ink.is_none() && pieces[5].start.edge == Edge::Forward);
    }

    #[test]
    fn a_part_that_is_over_is_pressed_into_the_next() {
        let dataset = tra_cu();
        let rows = stack(&dataset, ChartKind::LivingStandards);
        let pieces = pieces(&rows, 0, 10.0);
        let place = Place { origin: Point::new(0.0, 28.0), thickness: 56.0, way: Way::Right };
        let (average, fair) = (pieces[2].outline(&place, 0.0), pieces[3].outline(&place, 0.0));
        let tip = average.iter().map(|point| point.x).fold(0.0, f64::max);
        assert!((tip - pieces[2].to - SEAM).abs() < 1e-9);
        assert!((fair[1].x - tip - GAP).abs() < 1e-9, "the next part follows its shape");
    }

    #[test]
    fn a_negative_part_stands_on_the_other_side_of_zero() {
        let rows = vec![row("I", vec![exact(101.5)]), row("taxes", vec![exact(-1.5)])];
        let dataset = structure(&["2023"], rows);
        let rows = stack(&dataset, ChartKind::Structure);
        let pieces = pieces(&rows, 0, 2.0);
        assert_eq!((pieces[0].from, pieces[0].to), (0.0, 203.0));
        assert_eq!((pieces[1].from, pieces[1].to), (-3.0, 0.0));
    }
}
