//! Runs of periods of which no series has a figure, all for one reason: one
//! bracket, one word.

use super::lines::{Plot, Series};
use super::marker;
use super::place::Obstacles;
use super::sheet::Sheet;
use crate::geom::Rect;
use crate::model::Missing;
use crate::scene::{Align, Stroke};
use crate::text;
use crate::theme::Ink;
use crate::words;

/// Draws the runs, and keeps their words free of other labels.
pub(super) fn draw(sheet: &mut Sheet, plot: &Plot, series: &[Series], taken: &mut Obstacles) {
    let missing = |period: usize| {
        let mut reasons = series.iter().map(|one| one.figures.get(period)?.missing());
        let first = reasons.next()??;
        // One word for all is true only of one reason; and a direction is a
        // figure of a kind: it has a word of its own.
        let is_run = !matches!(first, Missing::Up | Missing::Down)
            && reasons.all(|reason| reason == Some(first));
        is_run.then_some(first)
    };
    let mut period = 0;
    while period < plot.xs.len() {
        let Some(reason) = missing(period) else {
            period += 1;
            continue;
        };
        let mut last = period;
        while missing(last + 1) == Some(reason) {
            last += 1;
        }
        draw_gap(sheet, plot, (period, last), reason, taken);
        period = last + 1;
    }
}

fn draw_gap(
    sheet: &mut Sheet,
    plot: &Plot,
    (first, last): (usize, usize),
    reason: Missing,
    taken: &mut Obstacles,
) {
    let word = words::missing(reason, sheet.locale);
    let style = sheet.small();
    let (start, end) = (plot.x(first), plot.x(last));
    let above = plot.baseline - sheet.px(14.0);
    let (text, room) = if first == last {
        (word.to_string(), sheet.px(72.0))
    } else {
        let span = words::period_span(&plot.poverty.periods, first, last, sheet.locale);
        ([&span, ": ", word].concat(), (end - start + 12.0).max(sheet.px(84.0)))
    };
    // A span such as “2016–2021:” is not to be cut.
    let room = text::widest_word(&text, style.font, sheet.measure).max(room);
    let lines = sheet.wrap(&text, room, 4, style);
    let width = sheet.widest(lines.iter().map(String::as_str), style);
    let height = lines.len() as f64 * style.line;
    let bottom = if first == last {
        let stroke = Stroke::dashed(Ink::Rule, 1.0, 1.0, 4.0);
        sheet.vertical(start, (plot.top + sheet.px(8.0), above), stroke);
        (plot.top + plot.baseline) / 2.0 + height / 2.0
    } else {
        draw_bracket(sheet, (start - 6.0, end + 6.0), above - sheet.px(6.0), taken);
        above - sheet.px(10.0)
    };
    let places = places_for_words(sheet, plot, (start, end, bottom), (width, height));
    if let Some(words) = places.into_iter().find(|place| taken.is_free(place, 0.0)) {
        plot.clear(sheet, words);
        sheet.write_lines(&lines, (words.center().x, words.y), Align::Middle, style);
        taken.add(words);
    }
}

/// One bracket over a run of gaps.
fn draw_bracket(sheet: &mut Sheet, (from, to): (f64, f64), y: f64, taken: &mut Obstacles) {
    let stroke = Stroke::solid(Ink::Muted, 1.0);
    sheet.horizontal(y, (from, to), stroke);
    sheet.vertical(from, (y, y + 5.0), stroke);
    sheet.vertical(to, (y, y + 5.0), stroke);
    taken.add(Rect::new(from, y, to - from, 6.0));
}

/// Where the words of a gap may stand: over its middle, else clear of the
/// numbers at the left, up to its last period or after a change of standard
/// within it; and then higher, or lower where they began in mid-air. The words
/// are not to be left out.
fn places_for_words(
    sheet: &Sheet,
    plot: &Plot,
    (start, end, bottom): (f64, f64, f64),
    (width, height): (f64, f64),
) -> Vec<Rect> {
    let right = plot.right - width;
    let centred = ((start + end - width) / 2.0).min(right).max(plot.left);
    let clear = (plot.x(0) - marker::SIZE - sheet.px(8.0)).min(right).max(centred);
    let up_to_end = (end - width).max(plot.left);
    let rules = plot.poverty.breaks.iter().map(|a_break| plot.break_x(a_break) + 4.0);
    let after_rule = rules.filter(|x| (start..end).contains(x)).fold(clear, f64::max).min(right);
    let lefts = [centred, clear, up_to_end, after_rule];
    let (first, lowest) = (bottom - height, plot.baseline - sheet.px(24.0) - height);
    let step = sheet.px(8.0);
    let upwards = (0..).map(|n| first - f64::from(n) * step).take_while(|top| *top >= plot.top);
    let downwards = (1..).map(|n| first + f64::from(n) * step).take_while(|top| *top <= lowest);
    let tops = upwards.chain(downwards);
    tops.flat_map(|top| lefts.map(|x| Rect::new(x, top, width, height))).collect()
}
