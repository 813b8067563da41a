//! Shares of output: a column of parts for each period, bands between them.
//!
//! Names stand at the right of the last column, each with its change. What
//! has no number has no length: its sign stands in a lane below the columns.

mod names;
mod plot;

use super::Area;
use super::bar;
use super::inks::SeriesInk;
use super::marker;
use super::period_axis;
use super::place::spread;
use super::sheet::{Sheet, Style};
use super::stack::{InkedRow, Piece, inked_rows, piece_of, pieces};
use crate::geom::{Point, Rect};
use crate::model::{ChartKind, Dataset, Figure, Key, Missing, Role, RowRef, Shares};
use crate::scene::{Align, Fill, Mark, Stroke, Target};
use crate::theme::Ink;
use crate::words::{self, Section};
use names::Names;
use plot::{LEADER, LEAST_LABELLED, MANY, Plot};

const CHART: ChartKind = ChartKind::Structure;
/// A gap between columns that is narrower has no bands.
const LEAST_BAND: f64 = 4.0;

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    shares: &Shares,
    rows: &[RowRef],
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let Some(section) = Section::of(dataset, CHART, sheet.locale) else { return area.top };
    let rows = inked_rows(CHART, rows, highlight);
    let mut plot = Plot::new(sheet, shares, &rows, area);
    let names = Names::new(sheet, &section, &rows, &plot);
    plot.make_room(sheet, names.height());
    plot.draw_heads(sheet, &names, shares, area);
    let columns: Vec<Vec<Piece>> =
        (0..shares.periods.len()).map(|period| pieces(&rows, period, plot.scale)).collect();
    plot.draw_bands(sheet, &section, &columns);
    let mut targets: Vec<Vec<Target>> = rows.iter().map(|_| Vec::new()).collect();
    let written: Vec<Vec<bool>> = rows.iter().map(|(row, _)| plot.written(row)).collect();
    for (period, column) in columns.iter().enumerate() {
        plot.draw_column(sheet, (period, column), &mut targets);
        plot.write_labels(sheet, (period, column), &rows, &written);
        plot.draw_lanes(sheet, period, &rows, &mut targets);
    }
    plot.draw_first_labels(sheet, &rows, columns.first());
    sheet.targets.extend(targets.into_iter().flatten());
    let names_bottom = names.draw(sheet, &plot, columns.last());
    let reach = columns.iter().flatten().map(|piece| piece.to + piece.overhang());
    let columns_bottom = plot.zero() + reach.fold(0.0, f64::max);
    names_bottom.max(plot.lanes_bottom(sheet)).max(columns_bottom)
}

impl Plot {
    /// Periods above the columns, and what the changes are.
    fn draw_heads(&self, sheet: &mut Sheet, names: &Names, shares: &Shares, area: Area) {
        let labels = super::period_labels(&shares.periods, sheet.locale);
        let middles: Vec<f64> = self.xs.iter().map(|x| x + self.column / 2.0).collect();
        // Over a lone column the name of its period may run on: no change is told.
        let is_lone = labels.len() == 1;
        let right = if is_lone { area.right } else { self.names.0 - sheet.px(8.0) };
        let sides = (area.left, right);
        period_axis::draw(sheet, &labels, &middles, sides, area.top, 1, &[]);
        if let Some(heading) = &names.heading {
            let at = Point::new(self.names.0, area.top + sheet.small().line / 2.0);
            let style = sheet.small();
            sheet.write_centred(heading, at, Align::Start, style);
        }
    }

    /// Joins the parts of neighbouring periods that may be compared.
    fn draw_bands(&self, sheet: &mut Sheet, section: &Section, columns: &[Vec<Piece>]) {
        if self.gap < LEAST_BAND {
            return;
        }
        for (period, pair) in columns.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if !words::is_comparable(section, period, period + 1) {
                continue;
            }
            let left = self.xs.get(period).map_or(0.0, |x| x + self.column);
            for piece in before {
                let (Some(next), Some(ink)) = (piece_of(after, piece.row), piece.ink) else {
                    continue;
                };
                // A part that changed its sign has gone to the other side of zero.
                if (piece.from < 0.0) == (next.from < 0.0) {
                    self.draw_band(sheet, (left, ink.band()), piece.visible(), next.visible());
                }
            }
        }
    }

    fn draw_band(
        &self,
        sheet: &mut Sheet,
        (left, ink): (f64, Ink),
        from: (f64, f64),
        to: (f64, f64),
    ) {
        let (right, zero) = (left + self.gap, self.zero());
        let corners = [(left, from.0), (right, to.0), (right, to.1), (left, from.1)];
        let points = corners.map(|(x, along)| Point::new(x, zero + along)).to_vec();
        sheet.marks.push(Mark::Polygon { points, fill: Some(Fill::Solid(ink)), stroke: None });
    }

    fn draw_column(
        &self,
        sheet: &mut Sheet,
        (period, pieces): (usize, &[Piece]),
        targets: &mut [Vec<Target>],
    ) {
        let place = self.place(period);
        // Columns too narrow for a frame are a gap, which the lanes mark.
        if pieces.is_empty() && self.column >= LEAST_LABELLED {
            let whole = place.rect((0.0, 100.0 * self.scale), (0.0, self.column));
            super::mark_unknown(sheet, whole);
            let style = sheet.small();
            let lines = self.unknown.get(period).map_or(&[][..], Vec::as_slice);
            let top = whole.center().y - lines.len() as f64 * style.line / 2.0;
            sheet.write_lines(lines, (whole.center().x, top), Align::Middle, style);
        }
        for piece in pieces {
            piece.draw(sheet, &place);
            if let Some(targets) = targets.get_mut(piece.row) {
                let bounds = piece.bounds(&place);
                let key = Key { row: piece.row, period };
                targets.push(Target { key, bounds: bounds.grow(2.0), anchor: bounds.center() });
            }
        }
        if pieces.iter().any(|piece| piece.from < 0.0) {
            let sides = (place.origin.x - self.column / 2.0, place.origin.x + self.column / 2.0);
            sheet.horizontal(self.zero(), sides, Stroke::solid(Ink::Text, 1.0));
        }
    }

    /// Seams and stops reach into the next part, so labels come after all parts.
    fn write_labels(
        &self,
        sheet: &mut Sheet,
        (period, pieces): (usize, &[Piece]),
        rows: &[InkedRow],
        written: &[Vec<bool>],
    ) {
        let place = self.place(period);
        let is_last = period + 1 == self.xs.len();
        for piece in pieces {
            let is_written = match period {
                _ if is_last => self.inside_last.binary_search(&piece.row).is_ok(),
                0 => self.inside_first.binary_search(&piece.row).is_ok(),
                _ => written.get(piece.row).and_then(|row| row.get(period)) == Some(&true),
            };
            if is_written
                && let Some((row, _)) = rows.get(piece.row)
                && let Some(inside) = self.fit(sheet, &place, row, piece, is_last)
            {
                inside.draw(sheet, &place, piece);
            }
        }
    }

    /// Which periods of a row are written: of many only first, last and extremes.
    fn written(&self, row: &RowRef) -> Vec<bool> {
        let count = self.xs.len();
        let mut written = vec![count < MANY; count];
        if count >= MANY && row.role != Role::Remainder {
            let figures: Vec<&Figure> =
                (0..count).filter_map(|period| row.figure(period)).collect();
            for (period, _) in super::by_importance(&figures).into_iter().filter(|one| one.1) {
                if let Some(written) = written.get_mut(period) {
                    *written = true;
                }
            }
        }
        written
    }

    /// Labels of the first period that do not fit, left of it.
    fn draw_first_labels(&self, sheet: &mut Sheet, rows: &[InkedRow], first: Option<&Vec<Piece>>) {
        if self.xs.len() < 2 {
            return;
        }
        let style = sheet.small();
        let place = self.place(0);
        let mut wanted = Vec::new();
        let mut labels = Vec::new();
        for piece in first.into_iter().flatten() {
            let Some((row, _)) = rows.get(piece.row) else { continue };
            if self.inside_first.binary_search(&piece.row).is_err() {
                let Some(label) = self.first_label(sheet, row, piece.figure) else { continue };
                let middle = piece.bounds(&place).center().y;
                wanted.push((middle - style.line / 2.0, style.line));
                labels.push((label, middle));
            }
        }
        let column = self.xs.first().copied().unwrap_or(0.0);
        for ((text, middle), top) in labels.iter().zip(spread(&wanted, (self.head, self.bottom())))
        {
            let at = Point::new(column - LEADER - 4.0, top + style.line / 2.0);
            sheet.write_centred(text, at, Align::End, Style { ink: Ink::Text, ..style });
            let stroke = Stroke::solid(Ink::Muted, 1.0);
            sheet.line(Point::new(at.x + 2.0, at.y), Point::new(column - 2.0, *middle), stroke);
        }
    }

    /// Signs of missing figures, and the whole where it was published.
    fn draw_lanes(
        &self,
        sheet: &mut Sheet,
        period: usize,
        rows: &[InkedRow],
        targets: &mut [Vec<Target>],
    ) {
        for (index, middle) in &self.lanes {
            let Some((row, ink)) = rows.get(*index) else { continue };
            let Some(figure) = row.figure(period) else { continue };
            let center_of = |width: f64| {
                let x = self.place(period).origin.x.max(self.left + width / 2.0);
                Point::new(x, self.bottom() + middle)
            };
            let (center, size) = match figure.missing() {
                Some(missing) => {
                    let size = bar::sign_size(missing);
                    let center = center_of(size);
                    let ink = ink.unwrap_or(SeriesInk::TOTAL).main;
                    self.draw_sign(sheet, (row, period), missing, (center, size), ink);
                    (center, size.min(self.pitch()))
                }
                None if row.role == Role::Total => {
                    let is_last = period + 1 == self.xs.len();
                    let style = if is_last { sheet.small_strong() } else { sheet.small() };
                    let text = words::figure_bare(figure, "", sheet.locale);
                    let width = sheet.width(&text, style);
                    if width + LEADER <= self.pitch() {
                        sheet.write_centred(&text, center_of(width), Align::Middle, style);
                    }
                    (center_of(0.0), style.line)
                }
                None => continue,
            };
            let bounds = Rect::new(center.x - size / 2.0, center.y - size / 2.0, size, size);
            if let Some(targets) = targets.get_mut(*index) {
                let key = Key { row: *index, period };
                targets.push(Target { key, bounds: bounds.grow(2.0), anchor: center });
            }
        }
    }

    /// The sign of a missing figure; of a run of them where signs would cover
    /// each other, one sign and a line to the end.
    fn draw_sign(
        &self,
        sheet: &mut Sheet,
        (row, period): (&RowRef, usize),
        missing: Missing,
        (center, size): (Point, f64),
        ink: Ink,
    ) {
        let is_same = |period: usize| row.figure(period).and_then(Figure::missing) == Some(missing);
        if size > self.pitch() {
            if period > 0 && is_same(period - 1) {
                return;
            }
            let mut last = period;
            while is_same(last + 1) {
                last += 1;
            }
            let end = self.place(last).origin.x;
            let start = center.x + size / 2.0 + 1.0;
            if end > start {
                let stroke = Stroke::dashed(ink, 1.5, 3.0, 2.0);
                sheet.horizontal(center.y, (start, end), stroke);
            }
        }
        marker::missing_sign(sheet, center, size, missing, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, lay_out};
    use crate::locale::Locale;
    use crate::model::{ChartKind, Figure, Missing};
    use crate::scene::Scene;
    use crate::text::metrics::WidthTable;
    use crate::words::sample::*;

    fn scene(periods: usize, values: impl Fn(&str, usize) -> Figure) -> Scene {
        let labels: Vec<String> = (0..periods).map(|index| (2000 + index).to_string()).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let values = |id: &str| (0..periods).map(|period| values(id, period)).collect();
        let rows = ["I", "II"].map(|id| row(id, values(id))).to_vec();
        let dataset = structure(&labels, rows);
        lay_out(&dataset, ChartKind::Structure, &Options::default(), &WidthTable, &Locale::VI)
    }

    /// A sign for each of a thousand gaps would be one black line, and a frame
    /// for each a picture too large to draw.
    #[test]
    fn gaps_side_by_side_are_marked_as_one() {
        let many = scene(2000, |_, _| gap(Missing::NoFigure));
        assert!(many.marks.len() < 60, "{}", many.marks.len());
        assert_eq!(many.targets.len(), 4000);
    }

    #[test]
    fn figures_stand_once() {
        let shares = |id: &str, period: usize| {
            exact(if id == "I" { 0.4 } else { 99.0 + period as f64 / 10.0 })
        };
        for periods in [1, 2, 3, 6] {
            let scene = scene(periods, shares);
            let mut labels = scene.marks.iter().filter(|mark| {
                matches!(mark, crate::scene::Mark::Label(label) if label.text.starts_with("0,4"))
            });
            let (first, others) = (labels.next(), labels.count());
            // Thin parts are told beside the first and the last column only.
            assert_eq!((first.is_some(), others), (true, usize::from(periods > 1)), "{periods}");
        }
    }
}
