//! Lines over time: gridlines, periods, breaks, gaps, and the series.
//!
//! A line joins only neighbours that may be compared: no line across a gap,
//! none across a change of standard.

use super::Area;
use super::break_names::BreakNames;
use super::end_labels::EndLabels;
use super::gaps;
use super::inks::SeriesInk;
use super::marker;
use super::period_axis;
use super::place::Obstacles;
use super::point_labels;
use super::sheet::Sheet;
use crate::geom::{Point, Rect};
use crate::model::{Break, ChartKind, Dataset, Figure, Key, Missing, Poverty, Qualifier};
use crate::scale::{Linear, Ticks};
use crate::scene::{Align, Dash, Fill, Mark, Stroke, Target};
use crate::theme::Ink;
use crate::words;

const PLOT_HEIGHT: f64 = 250.0;
const PLOT_HEIGHT_NARROW: f64 = 210.0;
const LOWEST_PLOT: f64 = 120.0;
/// So many lines without a name are a pixel wide.
const MOST_THIN: f64 = 60.0;
/// Room above the top gridline.
pub(super) const HEADROOM: f64 = 30.0;
/// Gridlines above the baseline.
const MOST_TICKS: u32 = 5;
/// Points nearer than this have no marker within a line, only at its ends.
const MARKER_STEP: f64 = 14.0;
/// More series than this are not told apart by labels: only the highlighted,
/// the highest and the lowest are named.
pub(super) const MOST_NAMED: usize = 24;

/// Places of a plot, the same for every series.
pub(super) struct Plot<'d> {
    pub dataset: &'d Dataset,
    pub poverty: &'d Poverty,
    pub left: f64,
    /// Where the gridlines end; the end labels stand right of it.
    pub right: f64,
    pub top: f64,
    pub baseline: f64,
    /// One place for each period.
    pub xs: Vec<f64>,
    y: Linear,
    /// Least distance between two periods.
    pub step: f64,
    /// Width of the lines without a name.
    thin: f64,
    /// How many marks lie below the series.
    below: usize,
}

/// One series as it is drawn.
pub(super) struct Series<'d> {
    pub row: usize,
    pub ink: SeriesInk,
    pub figures: &'d [Figure],
    /// Whether it is labelled; others are thin and quiet.
    pub is_named: bool,
}

impl Series<'_> {
    /// Thin lines lie below the others, and a highlighted one above all.
    fn layer(&self) -> u8 {
        match (self.is_named, self.ink.main) {
            (false, _) => 0,
            (true, Ink::Quiet) => 1,
            (true, _) => 2,
        }
    }
}

impl Plot<'_> {
    /// The target of a figure: there is one for each, in the order of the rows.
    pub fn target<'t>(&self, targets: &'t mut [Target], key: Key) -> Option<&'t mut Target> {
        targets.get_mut(key.row * self.xs.len() + key.period)
    }

    /// Clears the ground of a label below the series: gridlines end at it, but a line
    /// that ended would read as a gap, where nothing was published.
    pub fn clear(&self, sheet: &mut Sheet, rect: Rect) {
        let fill = Some(Fill::Solid(Ink::Surface));
        sheet.marks.insert(self.below, Mark::Rect { rect, radius: 0.0, fill, stroke: None });
    }

    pub fn point(&self, period: usize, value: f64) -> Point {
        Point::new(self.x(period), self.y.at(value))
    }

    pub fn x(&self, period: usize) -> f64 {
        self.xs.get(period).copied().unwrap_or(self.left)
    }

    /// Halfway between the two periods that a change of standard parts.
    pub fn break_x(&self, a_break: &Break) -> f64 {
        (self.x(a_break.before.saturating_sub(1)) + self.x(a_break.before)) / 2.0
    }
}

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    poverty: &Poverty,
    inks: &[SeriesInk],
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let series = choose_series(poverty, inks, highlight);
    let values = series.iter().flat_map(|one| one.figures).filter_map(Figure::value);
    let largest = values.reduce(f64::max);
    let ticks = Ticks::up_to(largest.unwrap_or(5.0), MOST_TICKS);
    let labels = EndLabels::new(sheet, dataset, &series, poverty.periods.len(), area);
    let mut taken = Obstacles::default();
    let mut plot = place_plot(sheet, dataset, poverty, &ticks, &labels, area);
    plot.thin = thin_width(&series);
    let breaks = BreakNames::new(sheet, &plot, area);
    plot.top += breaks.height;
    plot.baseline += breaks.height;
    plot.y = Linear::new((0.0, ticks.top()), (plot.baseline, plot.top));

    // Where nothing was published, a scale would be made up: a baseline alone.
    let drawn = largest.map_or(0, |_| ticks.count);
    draw_grid(sheet, &plot, &ticks, drawn, &mut taken);
    let bottom = draw_periods(sheet, &plot, area);
    breaks.draw(sheet, &plot, &mut taken);
    plot.below = sheet.marks.len();
    for layer in 0..3 {
        for one in series.iter().filter(|one| one.layer() == layer) {
            draw_line(sheet, &plot, one, &mut taken);
        }
    }
    let mut missing = missing_at(&plot, &series);
    for one in &series {
        draw_points(sheet, &plot, one, &mut missing, &mut taken);
    }
    gaps::draw(sheet, &plot, &series, &mut taken);
    let ends = labels.draw(sheet, &plot, &series);
    point_labels::draw(sheet, &plot, &series, &ends, &mut taken, area);
    bottom.max(plot.baseline)
}

fn choose_series<'d>(
    poverty: &'d Poverty,
    inks: &[SeriesInk],
    highlight: Option<&str>,
) -> Vec<Series<'d>> {
    let last = |index: &usize| {
        let row = poverty.series.get(*index)?;
        row.values.last()?.value()
    };
    let with_value = || (0..poverty.series.len()).filter_map(|i| Some((i, last(&i)?)));
    let highest = with_value().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index);
    let lowest = with_value().min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index);
    let few = poverty.series.len() <= MOST_NAMED;
    let rows = poverty.series.iter().zip(inks).enumerate();
    rows.map(|(row, (series, ink))| Series {
        row,
        ink: *ink,
        figures: &series.values,
        is_named: few
            || Some(row) == highest
            || Some(row) == lowest
            || highlight == Some(series.id.as_str()),
    })
    .collect()
}

fn place_plot<'d>(
    sheet: &Sheet,
    dataset: &'d Dataset,
    poverty: &'d Poverty,
    ticks: &Ticks,
    labels: &EndLabels,
    area: Area,
) -> Plot<'d> {
    let right = (area.right - labels.width).max(area.left + 40.0);
    let tick_width = sheet.width(&tick_text(sheet, poverty, ticks, ticks.count), sheet.small());
    let times = poverty.periods.middles.clone();
    let count = poverty.periods.len();
    // Few periods leave room to keep the first well clear of the numbers.
    let clear = if count <= 6 && !sheet.narrow { 44.0 } else { 12.0 };
    let inset = tick_width + sheet.px(clear) + marker::SIZE;
    let times = times.unwrap_or_else(|| (0..count).map(|index| index as f64).collect());
    let ends = (times.first().copied().unwrap_or(0.0), times.last().copied().unwrap_or(0.0));
    let x = Linear::new(ends, (area.left + inset, right - marker::SIZE - 6.0));
    let xs: Vec<f64> = times.iter().map(|&time| x.at(time)).collect();
    let step = xs.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::MAX, f64::min);
    // Above the top line stand its number and the label of a point on it.
    let top = area.top + sheet.px(HEADROOM);
    let usual = if sheet.narrow { PLOT_HEIGHT_NARROW } else { PLOT_HEIGHT };
    let asked = area.height.map(|height| height - top - sheet.px(60.0));
    let height = asked.unwrap_or(sheet.px(usual)).max(sheet.px(LOWEST_PLOT)).max(labels.height);
    let baseline = top + height;
    Plot {
        dataset,
        poverty,
        left: area.left,
        right,
        top,
        baseline,
        xs,
        y: x,
        step,
        thin: 1.0,
        below: 0,
    }
}

fn tick_text(sheet: &Sheet, poverty: &Poverty, ticks: &Ticks, index: u32) -> String {
    let number = sheet.locale.number(ticks.value(index), ticks.decimals);
    if index == ticks.count {
        words::with_unit(&number, &words::unit(&poverty.heading, sheet.locale))
    } else {
        number
    }
}

/// Lines and their numbers; the baseline is ink, the unit stands at the top.
fn draw_grid(sheet: &mut Sheet, plot: &Plot, ticks: &Ticks, drawn: u32, taken: &mut Obstacles) {
    let style = sheet.small();
    for index in 0..=drawn {
        let y = plot.y.at(ticks.value(index));
        let ink = if index == 0 { Ink::Text } else { Ink::Grid };
        sheet.horizontal(y, (plot.left, plot.right), Stroke::solid(ink, 1.0));
        let text = tick_text(sheet, plot.poverty, ticks, index);
        let text = crate::text::fit(&text, plot.right - plot.left, style.font, sheet.measure);
        let at = Point::new(plot.left, y - sheet.px(5.0));
        taken.add(sheet.write(&text, at, Align::Start, style));
    }
}

fn draw_periods(sheet: &mut Sheet, plot: &Plot, area: Area) -> f64 {
    let labels = super::period_labels(&plot.poverty.periods, sheet.locale);
    let after_breaks: Vec<usize> = plot.poverty.breaks.iter().map(|b| b.before).collect();
    let top = plot.baseline + sheet.px(10.0);
    period_axis::draw(sheet, &labels, &plot.xs, (area.left, area.right), top, 2, &after_breaks)
}

/// Hundreds of lines of a pixel would be one area. Thinner ones are paler where few of
/// them run, so that what lies below and where most of them are stays seen.
fn thin_width(series: &[Series]) -> f64 {
    let thin = series.iter().filter(|one| !one.is_named).count();
    (MOST_THIN / thin.max(1) as f64).clamp(0.1, 1.0)
}

/// The stretches of a series that are one line.
fn draw_line(sheet: &mut Sheet, plot: &Plot, series: &Series, taken: &mut Obstacles) {
    let ink = if series.is_named { series.ink.main } else { Ink::Quiet };
    let width = if series.is_named { 3.0 } else { plot.thin };
    let mut stretch: Vec<Point> = Vec::new();
    let mut dash = None;
    let flush = |sheet: &mut Sheet, stretch: &mut Vec<Point>, dash: Option<Dash>| {
        if stretch.len() > 1 {
            let points = core::mem::take(stretch);
            sheet.marks.push(Mark::Line { points, stroke: Stroke { ink, width, dash } });
        }
        stretch.clear();
    };
    for period in 0..series.figures.len() {
        let Some((from, to)) = joined(plot, series, period) else {
            flush(sheet, &mut stretch, dash);
            continue;
        };
        if series.is_named {
            taken.add_line(from, to);
        }
        let own = is_provisional(series, period).then_some(Dash { on: 7.0, off: 5.0 });
        if own != dash {
            flush(sheet, &mut stretch, dash);
            dash = own;
        }
        if stretch.is_empty() {
            stretch.push(from);
        }
        stretch.push(to);
    }
    flush(sheet, &mut stretch, dash);
}

/// The ends of the line that leads to a period, where there is one.
fn joined(plot: &Plot, series: &Series, period: usize) -> Option<(Point, Point)> {
    let before = period.checked_sub(1)?;
    if plot.poverty.breaks.iter().any(|a_break| a_break.before == period) {
        return None;
    }
    let from = series.figures.get(before)?.value()?;
    let to = series.figures.get(period)?.value()?;
    Some((plot.point(before, from), plot.point(period, to)))
}

/// Whether the line to a period, or from it, is not yet settled.
fn is_provisional(series: &Series, period: usize) -> bool {
    let is = |period: usize| series.figures.get(period).is_some_and(Figure::is_open);
    is(period) || period.checked_sub(1).is_some_and(is)
}

/// Markers, signs of missing figures on the baseline, and hit targets.
fn draw_points(
    sheet: &mut Sheet,
    plot: &Plot,
    series: &Series,
    missing: &mut [MissingAt],
    taken: &mut Obstacles,
) {
    for (period, figure) in series.figures.iter().enumerate() {
        let center = match (figure.value(), missing.get_mut(period)) {
            (Some(value), _) => plot.point(period, value),
            (None, Some(missing)) => {
                missing.before += 1;
                Point::new(missing_x(plot, period, missing), plot.baseline)
            }
            (None, None) => continue,
        };
        if series.is_named {
            draw_point(sheet, plot, series, period, figure, center);
        }
        let bounds = marker::bounds(center);
        let key = Key { row: series.row, period };
        if series.is_named {
            taken.add(bounds);
            taken.add_point(key, center);
        }
        sheet.target(key, bounds.grow(2.0), center);
    }
}

/// Signs of missing figures at one period.
struct MissingAt {
    /// Of all series that are named.
    count: usize,
    /// Of the series so far.
    before: usize,
}

fn missing_at(plot: &Plot, series: &[Series]) -> Vec<MissingAt> {
    let is_missing = |one: &Series, period: usize| {
        one.is_named && one.figures.get(period).is_some_and(|figure| figure.value().is_none())
    };
    let count = |period: usize| series.iter().filter(|one| is_missing(one, period)).count();
    (0..plot.xs.len()).map(|period| MissingAt { count: count(period), before: 0 }).collect()
}

/// Signs of several series at one period stand side by side.
fn missing_x(plot: &Plot, period: usize, missing: &MissingAt) -> f64 {
    let count = missing.count.max(1);
    let x = plot.x(period);
    let half = (count as f64 - 1.0) / 2.0;
    // Not past the sides of the plot either.
    let side = (x - plot.left).min(plot.right - x) - marker::SIZE;
    let step =
        (plot.step / count as f64).min(marker::SIZE + 7.0).min(side.max(0.0) / half.max(0.5));
    x + (missing.before.min(count) as f64 - 1.0 - half) * step
}

fn draw_point(
    sheet: &mut Sheet,
    plot: &Plot,
    series: &Series,
    period: usize,
    figure: &Figure,
    center: Point,
) {
    let SeriesInk { slot, main, .. } = series.ink;
    match figure.missing() {
        Some(Missing::NoFigure) => marker::dashed(sheet, slot, center, main),
        Some(reason) => marker::missing_sign(sheet, center, marker::SIZE + 3.0, reason, main),
        None => {
            let is_inner = joined(plot, series, period).is_some()
                && joined(plot, series, period + 1).is_some();
            let is_plain = figure.qualifier().is_none() && !figure.is_open();
            if plot.step < MARKER_STEP && is_plain && is_inner {
                return;
            }
            if figure.is_open() || figure.qualifier() == Some(Qualifier::Nearly) {
                marker::hollow(sheet, slot, center, main);
            } else {
                marker::filled(sheet, slot, center, main);
            }
            draw_qualifier(sheet, figure, center, main);
        }
    }
}

fn draw_qualifier(sheet: &mut Sheet, figure: &Figure, center: Point, ink: Ink) {
    match figure.qualifier() {
        Some(Qualifier::Over) => marker::chevron(sheet, center, true, false, ink),
        Some(Qualifier::AtLeast) => marker::chevron(sheet, center, true, true, ink),
        Some(Qualifier::Under) => marker::chevron(sheet, center, false, false, ink),
        Some(Qualifier::AtMost) => marker::chevron(sheet, center, false, true, ink),
        Some(Qualifier::About) => marker::ring(sheet, center, ink),
        Some(Qualifier::Nearly) => {
            let y = center.y - marker::SIZE / 2.0 - 4.0;
            let stroke = Stroke::dashed(Ink::Text, 2.0, 3.0, 2.0);
            sheet.horizontal(y, (center.x - 8.0, center.x + 8.0), stroke);
        }
        None => {}
    }
}

/// The figure's label beside its point.
pub(super) fn figure_label(sheet: &Sheet, plot: &Plot, figure: &Figure) -> String {
    super::figure_label(plot.dataset, ChartKind::Poverty, figure, sheet.locale)
}
