//! Shares of output: a column of parts for each period, bands between them.
//!
//! Names stand at the right of the last column, each with its change. What
//! has no number has no length: its sign stands in a lane below the columns.

use super::Area;
use super::bar::{self, Place, Way};
use super::inks::SeriesInk;
use super::marker;
use super::period_axis;
use super::place::spread;
use super::sheet::{Sheet, Style};
use super::stack::{InkedRow, Inside, PROUD, Piece, has_stop, inked_rows, pieces};
use super::structure_names::{NameBlock, Names};
use crate::geom::{Point, Rect};
use crate::model::{ChartKind, Dataset, Figure, Key, Missing, Role, RowRef, Shares};
use crate::order::order;
use crate::scene::{Align, Fill, Mark, Stroke, Target};
use crate::text;
use crate::theme::Ink;
use crate::words::{self, Section};

pub(super) const CHART: ChartKind = ChartKind::Structure;
const HEIGHT: f64 = 300.0;
const LEAST_HEIGHT: f64 = 160.0;
/// From so many periods on, only first, last and extremes are written.
const MANY: usize = 5;
/// A gap between columns that is narrower has no bands.
const LEAST_BAND: f64 = 4.0;
/// A narrower column holds no label, whatever it says, and no frame.
const LEAST_LABELLED: f64 = 14.0;
/// A thicker part has the height for a figure on two lines.
const THICK: f64 = 36.0;
/// From a column to a label beside it, its leader included.
const LEADER: f64 = 8.0;

/// Where columns, names and lanes stand.
pub(super) struct Plot {
    left: f64,
    /// Left ends of the columns.
    xs: Vec<f64>,
    column: f64,
    gap: f64,
    /// Below the names of the periods.
    head: f64,
    /// The most per cent above and below the zero line.
    extent: (f64, f64),
    /// CSS pixels for one per cent.
    scale: f64,
    /// How far a stop of the first period stands out of its column.
    stops: f64,
    /// Labels beside the first column are no wider.
    widest_first: f64,
    /// Rows whose figures of the first and of the last period stand in their
    /// parts; the others stand beside them.
    inside_first: Vec<usize>,
    pub inside_last: Vec<usize>,
    /// Rows with a lane below the columns, and the middles of their lanes,
    /// from the bottom of the columns.
    lanes: Vec<(usize, f64)>,
    /// What stands in the column of a period of which nothing is known.
    unknown: Vec<Vec<String>>,
    /// The column of names.
    pub names: (f64, f64),
}

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    shares: &Shares,
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let Some(section) = Section::of(dataset, CHART, sheet.locale) else { return area.top };
    let rows = inked_rows(dataset, CHART, shares, highlight);
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
    let names_bottom = draw_names(sheet, &plot, &names, columns.last());
    let reach = columns.iter().flatten().map(|piece| piece.to + piece.overhang());
    let columns_bottom = plot.zero() + reach.fold(0.0, f64::max);
    names_bottom.max(plot.lanes_bottom(sheet)).max(columns_bottom)
}

/// The figure inside or beside its part; the subtitle says the unit. A line
/// breaks before its status, not within.
pub(super) fn label(sheet: &Sheet, row: &RowRef, figure: &Figure) -> String {
    let bare = bare_label(sheet, row, figure);
    if row.role == Role::Remainder {
        return bare;
    }
    let text = super::with_status(bare, figure, sheet.locale);
    match text.split_once(" (") {
        Some((value, status)) => [value, " (", &status.replace(' ', "\u{A0}")].concat(),
        None => text,
    }
}

/// The same without its status, which the hatching shows too.
fn bare_label(sheet: &Sheet, row: &RowRef, figure: &Figure) -> String {
    match row.role {
        Role::Remainder => words::remainder(figure, "", sheet.locale),
        _ => words::figure_bare(figure, "", sheet.locale),
    }
}

/// The most per cent of any period above and below the zero line.
fn extent(shares: &Shares, rows: &[InkedRow]) -> (f64, f64) {
    let mut extent = (0.0_f64, 100.0_f64);
    for period in 0..shares.periods.len() {
        let (mut above, mut below) = (0.0, 0.0);
        for (row, _) in rows.iter().filter(|(row, _)| row.role != Role::Total) {
            let value = row.figure(period).and_then(Figure::value).unwrap_or(0.0);
            if value < 0.0 { above -= value } else { below += value }
        }
        extent = (extent.0.max(above), extent.1.max(below));
    }
    extent
}

fn stops(rows: &[InkedRow]) -> f64 {
    let mut qualifiers = rows.iter().filter_map(|(row, _)| row.figure(0)?.qualifier());
    if qualifiers.any(has_stop) { PROUD } else { 0.0 }
}

/// A lane for each row with something that has no length: a missing figure, or
/// the whole itself.
fn lanes(sheet: &Sheet, shares: &Shares, rows: &[InkedRow]) -> Vec<(usize, f64)> {
    let mut lanes = Vec::new();
    let mut y = sheet.px(10.0);
    for (index, (row, _)) in rows.iter().enumerate() {
        let line = if row.role == Role::Total { sheet.small().line } else { 0.0 };
        let signs = (0..shares.periods.len()).filter_map(|period| row.figure(period)?.missing());
        let height = signs.map(bar::sign_size).fold(line, f64::max);
        if height > 0.0 {
            lanes.push((index, y + height / 2.0));
            y += height + sheet.px(6.0);
        }
    }
    lanes
}

impl Plot {
    fn new(sheet: &Sheet, shares: &Shares, rows: &[InkedRow], area: Area) -> Plot {
        let count = shares.periods.len().max(1);
        let head = area.top + sheet.small().line + sheet.px(8.0);
        let asked = area.height.map(|height| height - head - sheet.px(60.0));
        let height = asked.unwrap_or(sheet.px(HEIGHT)).max(sheet.px(LEAST_HEIGHT));
        let mut plot = Plot {
            left: area.left,
            xs: Vec::new(),
            column: 0.0,
            gap: 0.0,
            head,
            extent: extent(shares, rows),
            scale: 0.0,
            stops: stops(rows),
            widest_first: area.width() * 0.25,
            inside_first: Vec::new(),
            inside_last: Vec::new(),
            lanes: lanes(sheet, shares, rows),
            unknown: Vec::new(),
            names: (area.left, area.right),
        };
        plot.scale = height / (plot.extent.0 + plot.extent.1);
        // With room for all labels of the first period beside it, those that
        // still do not fit into their parts are those that need it.
        plot.place_columns(sheet, area, count, plot.gutter(sheet, rows));
        plot.inside_first = plot.inside(sheet, rows, 0);
        plot.place_columns(sheet, area, count, plot.gutter(sheet, rows));
        plot.inside_first = plot.inside(sheet, rows, 0);
        plot.inside_last = plot.inside(sheet, rows, count - 1);
        plot.unknown = (0..count).map(|period| plot.unknown(sheet, shares, period)).collect();
        plot
    }

    /// Room for the labels beside the first period. A lone column has its
    /// labels at its right.
    fn gutter(&self, sheet: &Sheet, rows: &[InkedRow]) -> f64 {
        let mut widest = 0.0_f64;
        for piece in pieces(rows, 0, self.scale) {
            let Some((row, _)) = rows.get(piece.row) else { continue };
            if self.inside_first.binary_search(&piece.row).is_err() {
                let label = self.first_label(sheet, row, piece.figure).unwrap_or_default();
                widest = widest.max(sheet.width(&label, sheet.small()));
            }
        }
        if widest > 0.0 { widest + 2.0 * LEADER } else { 0.0 }
    }

    /// A label beside the first column, without its status where it is too
    /// wide; half a figure would be another figure.
    fn first_label(&self, sheet: &Sheet, row: &RowRef, figure: &Figure) -> Option<String> {
        let fits = |text: &String| sheet.width(text, sheet.small()) <= self.widest_first;
        let labels = [label(sheet, row, figure), bare_label(sheet, row, figure)];
        labels.into_iter().find(fits)
    }

    fn place_columns(&mut self, sheet: &Sheet, area: Area, count: usize, gutter: f64) {
        let gutter = if count > 1 { gutter.max(self.stops) } else { self.stops };
        let (column, gap, to_names, least_names) =
            if sheet.narrow { (60.0, 32.0, 12.0, 0.4) } else { (104.0, 150.0, 20.0, 0.3) };
        let [column, gap, to_names] = [column, gap, to_names].map(|length| sheet.px(length));
        let least_names = area.width() * least_names;
        let room = (area.width() - gutter - to_names - least_names).max(1.0);
        let (columns, gaps) = (count as f64, (count as f64 - 1.0).max(1.0));
        // First the gaps give way, then the columns.
        let least_gap = if count < MANY { 12.0 } else { (0.15 * room / columns).min(12.0) };
        self.gap = ((room - columns * column) / gaps).min(gap).max(least_gap);
        let gaps = self.gap * (columns - 1.0);
        self.column = ((room - gaps) / columns).min(column).max(0.5);
        let left = area.left + gutter;
        let pitch = self.pitch();
        self.xs = (0..count).map(|index| left + index as f64 * pitch).collect();
        self.names.0 = self.right() + to_names;
    }

    /// The word for a column without a part, in lines that fit into it.
    fn unknown(&self, sheet: &Sheet, shares: &Shares, period: usize) -> Vec<String> {
        let mut reasons = shares.parts.iter().map(|row| row.values.get(period)?.missing());
        let first = reasons.next().flatten();
        let Some(reason) = first.filter(|_| reasons.all(|reason| reason == first)) else {
            return Vec::new();
        };
        let (word, style) = (words::missing(reason, sheet.locale), sheet.small());
        let room = self.column - 2.0 * LEADER;
        if text::widest_word(word, style.font, sheet.measure) > room {
            return Vec::new();
        }
        sheet.wrap(word, room, 4, style)
    }

    /// Whether a word in the column says that nothing is known of a period.
    pub fn is_told(&self, period: usize) -> bool {
        self.unknown.get(period).is_some_and(|lines| !lines.is_empty())
    }

    /// Makes the columns as high as their names need.
    fn make_room(&mut self, sheet: &Sheet, names: f64) {
        let columns = names - (self.lanes_bottom(sheet) - self.bottom());
        let (_, below) = self.extent;
        self.scale = self.scale.max(columns / below);
    }

    /// The zero line, from which parts go down.
    fn zero(&self) -> f64 {
        self.head + self.extent.0 * self.scale
    }

    /// Where the columns end.
    fn bottom(&self) -> f64 {
        self.zero() + self.extent.1 * self.scale
    }

    fn lanes_bottom(&self, sheet: &Sheet) -> f64 {
        self.bottom() + self.lanes.last().map_or(0.0, |(_, middle)| middle + sheet.px(14.0))
    }

    /// Where the pieces of a period stand.
    fn place(&self, period: usize) -> Place {
        let x = self.xs.get(period).copied().unwrap_or(0.0);
        let origin = Point::new(x + self.column / 2.0, self.zero());
        Place { origin, thickness: self.column, way: Way::Down }
    }

    fn right(&self) -> f64 {
        self.xs.last().map_or(0.0, |x| x + self.column)
    }

    /// The label in the piece; but for the last period without its status where
    /// there is no room for it.
    fn fit(
        &self,
        sheet: &Sheet,
        place: &Place,
        row: &RowRef,
        piece: &Piece,
        is_last: bool,
    ) -> Option<Inside> {
        if self.column < LEAST_LABELLED {
            return None;
        }
        let (style, small) = if is_last {
            (sheet.latest_value(), sheet.small_strong())
        } else {
            (sheet.earlier_value(), sheet.small())
        };
        let styles = [style, Style { ink: style.ink, ..small }];
        let full = piece.fit(sheet, place, &label(sheet, row, piece.figure), &styles);
        if is_last || full.is_some() {
            return full;
        }
        piece.fit(sheet, place, &bare_label(sheet, row, piece.figure), &styles)
    }

    /// The rows whose figures of a period fit into their parts: none of them
    /// where the column is too narrow for one, since figures of a column are
    /// looked for in one place. Thin parts are no reason.
    fn inside(&self, sheet: &Sheet, rows: &[InkedRow], period: usize) -> Vec<usize> {
        let place = self.place(period);
        let is_last = period + 1 == self.xs.len();
        let mut inside = Vec::new();
        for piece in pieces(rows, period, self.scale) {
            let Some((row, _)) = rows.get(piece.row) else { continue };
            if self.fit(sheet, &place, row, &piece, is_last).is_some() {
                inside.push(piece.row);
            } else if piece.bounds(&place).height > sheet.px(THICK) {
                return Vec::new();
            }
        }
        inside
    }

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

    /// From one column to the next.
    fn pitch(&self) -> f64 {
        self.column + self.gap
    }
}

/// The piece of a row; they are in the order of the rows.
fn piece_of<'p, 'd>(pieces: &'p [Piece<'d>], row: usize) -> Option<&'p Piece<'d>> {
    pieces.get(pieces.binary_search_by_key(&row, |piece| piece.row).ok()?)
}

/// Names at the height of what they name, apart from each other.
fn draw_names(sheet: &mut Sheet, plot: &Plot, names: &Names, last: Option<&Vec<Piece>>) -> f64 {
    let place = plot.place(plot.xs.len().saturating_sub(1));
    let middle_of = |block: &NameBlock| {
        if let Some(piece) = last.and_then(|pieces| piece_of(pieces, block.row)) {
            return piece.bounds(&place).center().y;
        }
        let lane = plot.lanes.iter().find(|(row, _)| *row == block.row);
        plot.bottom() + lane.map_or(0.0, |(_, middle)| *middle)
    };
    let middles: Vec<f64> = names.blocks.iter().map(middle_of).collect();
    let middle = |index: usize| middles.get(index).copied().unwrap_or(0.0);
    let downwards = order(middles.len(), &|a, b| middle(a).total_cmp(&middle(b)));
    let blocks =
        || downwards.iter().filter_map(|&index| Some((names.blocks.get(index)?, middle(index))));
    let wanted: Vec<(f64, f64)> =
        blocks().map(|(block, middle)| (middle - block.height / 2.0, block.height)).collect();
    // The last name may stand a little lower than its thin part.
    let ends = (plot.head, plot.lanes_bottom(sheet) + sheet.px(8.0));
    let mut bottom = plot.bottom();
    for ((block, middle), top) in blocks().zip(spread(&wanted, ends)) {
        let first_line = block.draw(sheet, (plot.names.0, top));
        bottom = bottom.max(top + block.height);
        if middle < top || middle > top + block.height {
            let to = Point::new(plot.names.0 - 3.0, first_line);
            sheet.line(Point::new(plot.right() + 3.0, middle), to, Stroke::solid(Ink::Muted, 1.0));
        }
    }
    bottom
}

#[cfg(test)]
mod tests {
    use super::super::{Frame, Options, lay_out};
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
        let (height, highlight) = (None, None);
        let options =
            Options { width: 720.0, height, font_size: 14.0, frame: Frame::Full, highlight };
        lay_out(&dataset, ChartKind::Structure, &options, &WidthTable, &Locale::VI)
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
