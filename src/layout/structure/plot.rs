//! Where columns, names and lanes stand, and which figures stand in their parts.

use super::super::Area;
use super::super::bar::{self, Place, Way};
use super::super::sheet::{Sheet, Style};
use super::super::stack::{InkedRow, Inside, PROUD, Piece, has_stop, pieces};
use crate::geom::Point;
use crate::model::{Figure, Role, RowRef, Shares};
use crate::text;
use crate::words;

const HEIGHT: f64 = 300.0;
const LEAST_HEIGHT: f64 = 160.0;
/// From so many periods on, only first, last and extremes are written.
pub(super) const MANY: usize = 5;
/// A narrower column holds no label, whatever it says, and no frame.
pub(super) const LEAST_LABELLED: f64 = 14.0;
/// A thicker part has the height for a figure on two lines.
const THICK: f64 = 36.0;
/// From a column to a label beside it, its leader included.
pub(super) const LEADER: f64 = 8.0;

/// Where columns, names and lanes stand.
pub(super) struct Plot {
    pub left: f64,
    /// Left ends of the columns.
    pub xs: Vec<f64>,
    pub column: f64,
    pub gap: f64,
    /// Below the names of the periods.
    pub head: f64,
    /// The most per cent above and below the zero line.
    extent: (f64, f64),
    /// CSS pixels for one per cent.
    pub scale: f64,
    /// How far a stop of the first period stands out of its column.
    stops: f64,
    /// Labels beside the first column are no wider.
    widest_first: f64,
    /// Rows whose figures of the first and of the last period stand in their
    /// parts; the others stand beside them.
    pub inside_first: Vec<usize>,
    pub inside_last: Vec<usize>,
    /// Rows with a lane below the columns, and the middles of their lanes,
    /// from the bottom of the columns.
    pub lanes: Vec<(usize, f64)>,
    /// What stands in the column of a period of which nothing is known.
    pub unknown: Vec<Vec<String>>,
    /// The column of names.
    pub names: (f64, f64),
}

impl Plot {
    pub fn new(sheet: &Sheet, shares: &Shares, rows: &[InkedRow], area: Area) -> Plot {
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
    pub fn first_label(&self, sheet: &Sheet, row: &RowRef, figure: &Figure) -> Option<String> {
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
        self.column = ((room - gaps) / columns).min(column).max(0.1);
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
    pub fn make_room(&mut self, sheet: &Sheet, names: f64) {
        let columns = names - (self.lanes_bottom(sheet) - self.bottom());
        let (_, below) = self.extent;
        self.scale = self.scale.max(columns / below);
    }

    /// The zero line, from which parts go down.
    pub fn zero(&self) -> f64 {
        self.head + self.extent.0 * self.scale
    }

    /// Where the columns end.
    pub fn bottom(&self) -> f64 {
        self.zero() + self.extent.1 * self.scale
    }

    pub fn lanes_bottom(&self, sheet: &Sheet) -> f64 {
        self.bottom() + self.lanes.last().map_or(0.0, |(_, middle)| middle + sheet.px(14.0))
    }

    /// Where the pieces of a period stand.
    pub fn place(&self, period: usize) -> Place {
        let x = self.xs.get(period).copied().unwrap_or(0.0);
        let origin = Point::new(x + self.column / 2.0, self.zero());
        Place { origin, thickness: self.column, way: Way::Down }
    }

    pub fn right(&self) -> f64 {
        self.xs.last().map_or(0.0, |x| x + self.column)
    }

    /// The label in the piece; but for the last period without its status where
    /// there is no room for it.
    pub fn fit(
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

    /// From one column to the next.
    pub fn pitch(&self) -> f64 {
        self.column + self.gap
    }
}

/// The figure inside or beside its part; the subtitle says the unit. A line
/// breaks before its status, not within.
pub(super) fn label(sheet: &Sheet, row: &RowRef, figure: &Figure) -> String {
    let bare = bare_label(sheet, row, figure);
    if row.role == Role::Remainder {
        return bare;
    }
    let text = super::super::with_status(bare, figure, sheet.locale);
    match text.split_once('(') {
        Some((value, status)) => [value, "(", &status.replace(' ', "\u{A0}")].concat(),
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
    // What is left has its place in the column, whatever follows for it.
    let rows = rows.iter().enumerate().filter(|(_, (row, _))| row.role != Role::Remainder);
    for (index, (row, _)) in rows {
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
