//! What stands round a plot: title, subtitle, notes, source.

use super::sheet::Sheet;
use super::{Area, Frame};
use crate::model::{ChartKind, Dataset};
use crate::scene::Align;
use crate::words;

const PADDING: f64 = 24.0;
const PADDING_NARROW: f64 = 16.0;
const PLOT_MARGIN: f64 = 4.0;

/// Keeps strokes at the edge of a bare plot inside it, and what stands out of a line of
/// text: more of large type.
fn plot_margin(sheet: &Sheet) -> f64 {
    sheet.px(PLOT_MARGIN).max(PLOT_MARGIN)
}

/// Space between the edge and what is drawn.
pub(super) fn padding(frame: Frame, narrow: bool) -> f64 {
    match frame {
        Frame::Plot => 0.0,
        Frame::Full if narrow => PADDING_NARROW,
        Frame::Full => PADDING,
    }
}

/// Width of the whole figure, that of the page's padding included.
pub(super) fn outer_width(frame: Frame, width: f64) -> f64 {
    match frame {
        Frame::Full => width,
        Frame::Plot => width + 2.0 * PADDING,
    }
}

/// Draws title and subtitle; where the plot begins.
pub(super) fn head(
    sheet: &mut Sheet,
    dataset: &Dataset,
    chart: ChartKind,
    frame: Frame,
    area: Area,
) -> f64 {
    if frame == Frame::Plot {
        return area.top + plot_margin(sheet);
    }
    let width = area.width();
    let title_style = sheet.title();
    let title = sheet.wrap(&words::title(chart, dataset, sheet.locale), width, 4, title_style);
    let y = sheet.write_lines(&title, (area.left, area.top), Align::Start, title_style) + 2.0;
    let style = sheet.subtitle();
    let place = words::place(dataset, sheet.locale);
    let subtitle = words::subtitle(chart, dataset, sheet.locale);
    let paragraphs =
        if sheet.narrow { vec![place, subtitle] } else { vec![[&place, ". ", &subtitle].concat()] };
    let mut y = y;
    for paragraph in &paragraphs {
        let lines = sheet.wrap(paragraph, width, 4, style);
        y = sheet.write_lines(&lines, (area.left, y), Align::Start, style);
    }
    y + sheet.px(if sheet.narrow { 16.0 } else { 20.0 })
}

/// Draws notes and source below `top`; where they end.
pub(super) fn foot(
    sheet: &mut Sheet,
    dataset: &Dataset,
    chart: ChartKind,
    frame: Frame,
    area: Area,
    top: f64,
) -> f64 {
    if frame == Frame::Plot {
        return top + plot_margin(sheet);
    }
    let mut text = words::notes(chart, dataset, sheet.locale).join(" ");
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(&words::source_line(chart, dataset, sheet.locale));
    let style = sheet.small();
    // A line of 12 px type is read up to about 90 characters.
    let width = area.width().min(sheet.px(640.0));
    let lines = sheet.wrap(&text, width, 60, style);
    let y = top + sheet.px(if sheet.narrow { 16.0 } else { 20.0 });
    sheet.write_lines(&lines, (area.left, y), Align::Start, style)
}
