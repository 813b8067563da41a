//! Lays out a chart: from the truth to final coordinates.
//!
//! The passes, in order: the composition (narrow or wide) by the width and
//! the names; the head; the chart of the section, from the top down, so that
//! its height follows its content; the foot.

mod bar;
mod break_names;
mod bullets;
mod cells;
mod criteria;
mod end_labels;
mod frame;
mod gaps;
mod growth;
mod inks;
mod key_figures;
mod lines;
mod living_standards;
mod marker;
mod ntm;
mod panels;
mod period_axis;
mod place;
mod point_labels;
mod poverty;
mod rows;
mod sheet;
mod stack;
mod structure;
mod targets;
mod verdict;

use crate::geom::Rect;
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Periods, Role, RowRef, Status};
use crate::scene::{Fill, Mark, Scene, Stroke};
use crate::text::MeasureText;
use crate::theme::Ink;
use crate::words::{self, Criteria};
use sheet::{Sheet, Style};

/// What a layout depends on beside the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// CSS pixels.
    pub width: f64,
    /// At least so high; `None` follows the content.
    pub height: Option<f64>,
    /// Font size of names, in CSS pixels; all type follows it.
    pub font_size: f64,
    pub frame: Frame,
    /// The id of the row to bring forward.
    pub highlight: Option<String>,
}

impl Default for Options {
    /// A column of text wide, whole, nothing brought forward.
    fn default() -> Options {
        Options { width: 720.0, height: None, font_size: 14.0, frame: Frame::Full, highlight: None }
    }
}

/// What is drawn beside the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Title, subtitle, notes and source.
    Full,
    /// The plot alone; the page has the rest as text.
    Plot,
}

/// Narrower figures are composed for a phone, wider ones for a desk.
const NARROW_BELOW: f64 = 480.0;
const WIDE_FROM: f64 = 640.0;
/// Between the two a figure is wide where its names take no more than this.
const NAMES_SHARE: f64 = 0.34;
/// Charts of rows read worse when their rows grow longer than this.
const WIDEST_ROWS: f64 = 960.0;

/// Where a chart may draw; it grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    /// The height that the page asked for, as far as the plot is concerned.
    height: Option<f64>,
}

impl Area {
    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn at_most(self, width: f64) -> Area {
        Area { right: self.right.min(self.left + width), ..self }
    }
}

/// Lays out one chart of a dataset that has its section.
pub fn lay_out(
    dataset: &Dataset,
    chart: ChartKind,
    options: &Options,
    measure: &dyn MeasureText,
    locale: &Locale,
) -> Scene {
    let highlight = options.highlight.as_deref();
    let crowd = dataset.drawn(chart, highlight, &|others| {
        locale.say(Word::AndOthers, &[("count", &locale.whole(others))])
    });
    let rows = match &crowd {
        Some(drawn) => drawn.rows(dataset, chart),
        None => dataset.rows(chart).collect(),
    };
    let mut sheet = Sheet::new(measure, locale, options.font_size, false);
    sheet.narrow = is_narrow(&sheet, &rows, chart, options);
    let padding = frame::padding(options.frame, sheet.narrow);
    let area = Area {
        left: padding,
        right: (options.width - padding).max(padding + 1.0),
        top: padding,
        height: options.height,
    };
    let top = frame::head(&mut sheet, dataset, chart, options.frame, area);
    let plot = Area { top, ..area };
    let bottom = draw_chart(&mut sheet, dataset, chart, &rows, highlight, plot);
    let bottom = frame::foot(&mut sheet, dataset, chart, options.frame, area, bottom);
    let height = (bottom + padding).ceil().max(options.height.unwrap_or(0.0));
    let mut targets = sheet.targets;
    targets.append(&mut sheet.last_targets);
    if let Some(drawn) = &crowd {
        targets.retain_mut(|target| {
            drawn.place(target.key.row).map(|row| target.key.row = row).is_some()
        });
    }
    Scene { width: options.width, height, marks: sheet.marks, targets }
}

fn draw_chart(
    sheet: &mut Sheet,
    dataset: &Dataset,
    chart: ChartKind,
    drawn: &[RowRef],
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let rows = area.at_most(sheet.px(WIDEST_ROWS));
    match (chart, dataset) {
        (ChartKind::Growth, Dataset { growth: Some(growth), .. }) => {
            growth::draw(sheet, dataset, &growth.periods, drawn, highlight, rows)
        }
        (ChartKind::Structure, Dataset { structure: Some(shares), .. }) => {
            structure::draw(sheet, dataset, shares, drawn, highlight, rows)
        }
        (ChartKind::LivingStandards, _) => {
            living_standards::draw(sheet, dataset, drawn, highlight, rows)
        }
        (ChartKind::Poverty, Dataset { poverty: Some(poverty), .. }) => {
            poverty::draw(sheet, dataset, poverty, highlight, area)
        }
        (ChartKind::Ntm, Dataset { ntm: Some(ntm), .. }) => ntm::draw(sheet, ntm, highlight, rows),
        (ChartKind::NtmCriteria, _) => match Criteria::of(dataset, sheet.locale) {
            Some(own) => criteria::draw(sheet, &own, highlight, rows),
            None => area.top,
        },
        (ChartKind::Targets, Dataset { targets: Some(targets), .. }) => {
            targets::draw(sheet, targets, highlight, rows)
        }
        _ => area.top,
    }
}

fn is_narrow(sheet: &Sheet, rows: &[RowRef], chart: ChartKind, options: &Options) -> bool {
    let width = frame::outer_width(options.frame, options.width);
    if width < sheet.px(NARROW_BELOW) {
        return true;
    }
    if width >= sheet.px(WIDE_FROM) {
        return false;
    }
    let names: Vec<String> =
        rows.iter().map(|row| words::row_name(chart, row.id, row.name, sheet.locale)).collect();
    sheet.widest(names.iter().map(String::as_str), sheet.name()) > width * NAMES_SHARE
}

fn period_labels(periods: &Periods, locale: &Locale) -> Vec<String> {
    periods.labels.iter().map(|label| words::period(label, locale)).collect()
}

/// A figure as it stands beside its mark: without a unit that the subtitle
/// says, with its status.
fn figure_label(dataset: &Dataset, chart: ChartKind, figure: &Figure, locale: &Locale) -> String {
    let unit = dataset.heading(chart).map(|heading| words::unit(heading, locale));
    let label = words::value_short(figure, unit.as_deref().unwrap_or("%"), locale);
    with_status(label, figure, locale)
}

/// The same for a figure of a row, which may be what the parts leave.
fn row_label(
    dataset: &Dataset,
    chart: ChartKind,
    row: &RowRef,
    figure: &Figure,
    locale: &Locale,
) -> String {
    match row.role {
        Role::Remainder => words::remainder(figure, "%", locale),
        _ => figure_label(dataset, chart, figure, locale),
    }
}

/// With the word for the figure's status, but for “derived”, which a note tells.
fn with_status(mut label: String, figure: &Figure, locale: &Locale) -> String {
    if figure.status() != Some(Status::Derived)
        && let Some(status) = words::status(figure, locale)
    {
        label.push_str(" (");
        label.push_str(status);
        label.push(')');
    }
    label
}

/// A remainder that nobody published: dots in a thin outline, no colour.
fn mark_remainder(sheet: &mut Sheet, rect: Rect) {
    sheet.marks.push(Mark::Rect {
        rect: rect.grow(-0.5),
        radius: 0.0,
        fill: Some(Fill::Dots(Ink::Muted)),
        stroke: Some(Stroke::solid(Ink::Muted, 1.0)),
    });
}

/// The name of a row, by what the row is.
fn name_style(sheet: &Sheet, role: Role) -> Style {
    match role {
        Role::Part => sheet.name(),
        Role::Total | Role::Target => sheet.heading(),
        Role::Remainder => Style { ink: Ink::Muted, ..sheet.name() },
    }
}

/// The place of a whole of which no part is known.
fn mark_unknown(sheet: &mut Sheet, rect: Rect) {
    let stroke = Some(Stroke::dashed(Ink::Muted, 1.0, 3.0, 2.0));
    sheet.marks.push(Mark::Rect { rect: rect.grow(-0.5), radius: 0.0, fill: None, stroke });
}

/// Indices of a series in the order in which they deserve a label, and
/// whether they must have one: last, first, highest, lowest and missing must.
fn by_importance(figures: &[&Figure]) -> Vec<(usize, bool)> {
    let known = || figures.iter().enumerate().filter_map(|(i, f)| Some((i, f.value()?)));
    let highest = known().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    let lowest = known().min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let first = known().next();
    let last = known().next_back();
    let mut order: Vec<(usize, bool)> = Vec::with_capacity(figures.len());
    let mut important: Vec<usize> =
        [last, first, highest, lowest].into_iter().flatten().map(|(index, _)| index).collect();
    important.extend(figures.iter().enumerate().filter(|(_, f)| f.value().is_none()).map(|f| f.0));
    let mut seen = vec![false; figures.len()];
    for index in important {
        if let Some(seen) = seen.get_mut(index).filter(|seen| !**seen) {
            *seen = true;
            order.push((index, true));
        }
    }
    order.extend(seen.iter().enumerate().filter(|(_, seen)| !**seen).map(|(i, _)| (i, false)));
    order
}

#[cfg(test)]
mod tests;
