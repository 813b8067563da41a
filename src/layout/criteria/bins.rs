//! Areas by number of criteria met: a bar of counts for each bin.

use super::super::Area;
use super::super::bar::{self, Place, Way};
use super::super::inks::SeriesInk;
use super::super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{Bin, Figure, Key};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words::{self, Criteria};

const LABEL_GAP: f64 = 8.0;
/// Sums that should be equal may differ in their last digits; a label is not cut for that.
const ROUNDING: f64 = 0.01;
/// The longest bar is at least so long beside its label.
const LEAST_BAR: f64 = 24.0;

/// What is written beside a bar.
struct Label {
    count: String,
    share: String,
}

/// What goes first when space is short: the unit, which the subtitle says.
#[derive(Clone, Copy, PartialEq)]
enum Room {
    Full,
    NoUnit,
    /// On a line below the bar.
    Below,
}

pub(super) fn draw(sheet: &mut Sheet, criteria: &Criteria, area: Area) -> f64 {
    let grid = Grid::new(sheet, criteria, area);
    let mut y = area.top + sheet.px(6.0);
    for (index, bin) in criteria.ntm.bins.iter().enumerate() {
        let middle = y + grid.thickness / 2.0;
        let name = bin_name(criteria, index, bin);
        let name_style = sheet.name();
        let name = crate::text::fit(&name, grid.names, name_style.font, sheet.measure);
        let at = Point::new(grid.zero - sheet.px(12.0), middle);
        let name = sheet.write_centred(&name, at, Align::End, name_style);
        let drawn = draw_bar(sheet, criteria, &grid, bin, middle);
        let bounds = name.union(&drawn).grow(2.0);
        let anchor = Point::new(drawn.x + drawn.width / 2.0, middle);
        sheet.target(Key { row: index, period: 0 }, bounds, anchor);
        y += grid.pitch;
    }
    if grid.room == Room::Below {
        return y;
    }
    let bottom = y - grid.pitch + grid.thickness + sheet.px(6.0);
    sheet.vertical(grid.zero, (area.top, bottom), Stroke::solid(Ink::Text, 1.0));
    bottom
}

/// The first says what is counted.
fn bin_name(criteria: &Criteria, index: usize, bin: &Bin) -> String {
    if index == 0 { criteria.bin_in_full(bin) } else { criteria.bin(bin) }
}

/// Bar and label; the box round both.
fn draw_bar(sheet: &mut Sheet, criteria: &Criteria, grid: &Grid, bin: &Bin, middle: f64) -> Rect {
    let length = bin.count.value().unwrap_or(0.0) * grid.scale;
    let place =
        Place { origin: Point::new(grid.zero, middle), thickness: grid.thickness, way: Way::Right };
    bar::draw(sheet, place, length, &bin.count, SeriesInk::MET, false);
    let label = label(criteria, bin, grid.room);
    let style = count_style(sheet, bin);
    let at = match grid.room {
        Room::Below => {
            // In one piece the zero line would cross the figures.
            let (top, bottom) = (middle - grid.thickness / 2.0, middle + grid.thickness / 2.0);
            sheet.vertical(grid.zero, (top - 2.0, bottom + 2.0), Stroke::solid(Ink::Text, 1.0));
            let left = grid.zero.min(grid.right - sheet.width(&label.count, style) - ROUNDING);
            Point::new(left.max(grid.left), bottom + style.line / 2.0)
        }
        _ => Point::new(grid.zero + length + end_width(&bin.count, grid.thickness), middle),
    };
    let room = grid.right - at.x;
    let count = crate::text::fit(&label.count, room, style.font, sheet.measure);
    let mut written = sheet.write_centred(&count, at, Align::Start, style);
    let small = sheet.small();
    let beside = written.right() + sheet.px(6.0);
    if beside + sheet.width(&label.share, small) <= grid.right {
        let at = Point::new(beside, at.y);
        written = written.union(&sheet.write_centred(&label.share, at, Align::Start, small));
    }
    Rect::new(grid.zero, middle - grid.thickness / 2.0, length, grid.thickness).union(&written)
}

fn label(criteria: &Criteria, bin: &Bin, room: Room) -> Label {
    let count = match room {
        Room::NoUnit => words::figure(&bin.count, "", criteria.locale),
        _ => criteria.bin_count(bin),
    };
    Label { count, share: criteria.bin_share(bin).unwrap_or_default() }
}

fn count_style(sheet: &Sheet, bin: &Bin) -> Style {
    if bin.count.value().is_some() { sheet.value() } else { sheet.missing() }
}

/// From a bar's length to the start of its label.
pub(super) fn end_width(count: &Figure, thickness: f64) -> f64 {
    let end = match count.missing() {
        Some(missing) => bar::sign_width(missing),
        None => bar::overhang(count, thickness, false),
    };
    end + LABEL_GAP
}

struct Grid {
    left: f64,
    names: f64,
    zero: f64,
    right: f64,
    thickness: f64,
    pitch: f64,
    /// CSS pixels for one area.
    scale: f64,
    room: Room,
}

impl Grid {
    fn new(sheet: &Sheet, criteria: &Criteria, area: Area) -> Grid {
        let bins = &criteria.ntm.bins;
        let names: Vec<String> =
            bins.iter().enumerate().map(|(index, bin)| bin_name(criteria, index, bin)).collect();
        let names = sheet.widest(names.iter().map(String::as_str), sheet.name());
        let names = names.min(area.width() * 0.42);
        let thickness = sheet.px(if sheet.narrow { 22.0 } else { 24.0 });
        let mut grid = Grid {
            left: area.left,
            names,
            zero: area.left + names + sheet.px(12.0),
            right: area.right,
            thickness,
            pitch: thickness + sheet.px(12.0),
            scale: 0.0,
            room: Room::Full,
        };
        for room in [Room::Full, Room::NoUnit, Room::Below] {
            grid.room = room;
            grid.scale = grid.scale_for(sheet, criteria);
            let longest = bins.iter().filter_map(|bin| bin.count.value()).fold(0.0, f64::max);
            let fits = bins.iter().all(|bin| grid.room_beside(sheet, criteria, bin) >= 0.0);
            if fits && (longest == 0.0 || longest * grid.scale >= LEAST_BAR) {
                break;
            }
        }
        if grid.room == Room::Below {
            grid.pitch += sheet.missing().line.max(sheet.value().line);
        }
        grid
    }

    /// The longest scale at which every bar keeps its label.
    fn scale_for(&self, sheet: &Sheet, criteria: &Criteria) -> f64 {
        let mut scale = f64::INFINITY;
        for bin in &criteria.ntm.bins {
            if let Some(count) = bin.count.value().filter(|count| *count > 0.0) {
                scale = scale.min(self.room_beside(sheet, criteria, bin).max(0.0) / count);
            }
        }
        if scale.is_finite() { scale } else { 0.0 }
    }

    /// What the label leaves of the width for the bar.
    fn room_beside(&self, sheet: &Sheet, criteria: &Criteria, bin: &Bin) -> f64 {
        let end = end_width(&bin.count, self.thickness);
        let room = self.right - self.zero - end - ROUNDING;
        if self.room == Room::Below {
            return room;
        }
        let label = label(criteria, bin, self.room);
        let share = sheet.width(&label.share, sheet.small());
        let gap = if label.share.is_empty() { 0.0 } else { sheet.px(6.0) };
        room - sheet.width(&label.count, count_style(sheet, bin)) - gap - share
    }
}
