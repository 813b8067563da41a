//! Growth by sector: bars for few periods, panels of columns for many.

use super::Area;
use super::inks::{SeriesInk, series_inks};
use super::panels::{self, Column, Panel, PanelChart};
use super::rows::{self, Bar, BarChart, BarRow, Strip, TargetRule};
use super::sheet::Sheet;
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Key, Missing, Number, Periods, Role, RowRef};
use crate::words;

/// From so many periods on, bars side by side say less than columns in time.
const PANELS_FROM: usize = 5;

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    periods: &Periods,
    rows: &[RowRef],
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let ids: Vec<&str> = rows.iter().map(|row| row.id).collect();
    let inks = series_inks(ChartKind::Growth, &ids, highlight);
    if periods.len() >= PANELS_FROM {
        let chart = panel_chart(dataset, periods, (rows, &inks), sheet.locale);
        return panels::draw(sheet, &chart, area);
    }
    let chart = bar_chart(dataset, periods, (rows, &inks), sheet);
    rows::draw(sheet, &chart, area)
}

fn panel_chart<'d>(
    dataset: &Dataset,
    periods: &Periods,
    (rows, inks): (&[RowRef<'d>], &[SeriesInk]),
    locale: &Locale,
) -> PanelChart<'d> {
    let unit = dataset.heading(ChartKind::Growth).map(|heading| words::unit(heading, locale));
    let unit = unit.unwrap_or_default();
    let panels = rows.iter().zip(inks).enumerate().map(|(index, (row, ink))| Panel {
        name: words::row_title(ChartKind::Growth, row, locale),
        is_total: row.role == Role::Total,
        ink: *ink,
        columns: figures(*row, periods)
            .map(|(period, figure)| Column {
                key: Key { row: index, period },
                figure,
                // Its status is in the hatching; there is no room for the word.
                label: words::value_short(figure, &unit, locale),
            })
            .collect(),
    });
    let panels = panels.collect();
    PanelChart { panels, periods: super::period_labels(periods, locale), at_least: 0.0 }
}

fn figures<'d>(row: RowRef<'d>, periods: &Periods) -> impl Iterator<Item = (usize, &'d Figure)> {
    (0..periods.len()).filter_map(move |period| Some((period, row.figure(period)?)))
}

fn label(dataset: &Dataset, figure: &Figure, locale: &Locale) -> String {
    super::figure_label(dataset, ChartKind::Growth, figure, locale)
}

fn bar_chart<'d>(
    dataset: &Dataset,
    periods: &Periods,
    (rows, inks): (&[RowRef<'d>], &[SeriesInk]),
    sheet: &Sheet,
) -> BarChart<'d> {
    let locale = sheet.locale;
    let has_total = rows.iter().any(|row| row.role == Role::Total);
    let mut bar_rows = Vec::new();
    for (index, (&row, ink)) in rows.iter().zip(inks).enumerate() {
        // The target is a rule on the total's bars; alone it has its own row.
        if row.role == Role::Target && has_total {
            continue;
        }
        let bars = figures(row, periods).map(|(period, figure)| Bar {
            key: Key { row: index, period },
            figure,
            label: label(dataset, figure, locale),
            target: (row.role == Role::Total)
                .then(|| target_rule(dataset, rows, index + 1, period, locale))
                .flatten(),
        });
        let bars = bars.collect();
        let is_total = row.role == Role::Total;
        let strip = if is_total { strip(row, periods, (rows, inks), locale) } else { None };
        let notes = contribution_line(row, periods, sheet);
        let asides = (0..periods.len()).filter_map(|period| row.contribution(period));
        let asides = asides.map(|figure| words::figure(figure, "", locale)).collect();
        bar_rows.push(BarRow {
            numeral: words::sector_numeral(row.id, locale),
            name: words::row_name(ChartKind::Growth, row.id, row.name, locale),
            role: row.role,
            ink: *ink,
            bars,
            notes,
            asides,
            strip,
        });
    }
    let has_contributions = bar_rows.iter().any(|row| !row.asides.is_empty());
    let aside_heading = has_contributions.then(|| {
        let contribution = [locale.word(Word::Contribution), ","].concat();
        vec![contribution, locale.word(Word::PointsShort).to_string()]
    });
    let several = periods.len() > 1;
    BarChart {
        rows: bar_rows,
        periods: if several { super::period_labels(periods, locale) } else { Vec::new() },
        aside_heading: aside_heading.unwrap_or_default(),
    }
}

fn target_rule(
    dataset: &Dataset,
    rows: &[RowRef],
    row: usize,
    period: usize,
    locale: &Locale,
) -> Option<TargetRule> {
    let key = Key { row, period };
    let figure = rows.get(row)?.figure(period)?;
    // Of a year without a target there is nothing to say.
    if figure.missing() == Some(Missing::NoFigure) {
        return None;
    }
    let value = figure.value();
    let written = label(dataset, figure, locale);
    Some(TargetRule { key, value, label: locale.say(Word::TargetValue, &[("value", &written)]) })
}

/// On a phone the latest contribution is a line below the bars.
fn contribution_line(row: RowRef, periods: &Periods, sheet: &Sheet) -> Vec<String> {
    let last = periods.len().saturating_sub(1);
    let latest = row.contribution(last).filter(|figure| figure.value().is_some());
    let (Some(figure), Some(period)) = (latest, periods.labels.get(last)) else {
        return Vec::new();
    };
    if !sheet.narrow {
        return Vec::new();
    }
    let value = words::figure(figure, "", sheet.locale);
    let places = [("value", value.as_str()), ("period", period.get(sheet.locale.code()))];
    vec![sheet.locale.say(Word::ContributionLine, &places)]
}

/// What the latest total is made of; only where that adds up: every part
/// exact and not negative, and their sum not above the total.
fn strip(
    total: RowRef,
    periods: &Periods,
    (rows, inks): (&[RowRef], &[SeriesInk]),
    locale: &Locale,
) -> Option<Strip> {
    let last = periods.len().checked_sub(1)?;
    let exact = |figure: &Figure| figure.number().filter(|_| figure.is_exact());
    let whole = exact(total.figure(last)?)?;
    let contributing = || {
        let rows = rows.iter().zip(inks);
        rows.filter_map(|(row, ink)| Some((row.contribution(last)?, *ink)))
    };
    let parts: Vec<(Number, SeriesInk)> = contributing()
        .map(|(figure, ink)| Some((exact(figure).filter(|part| part.value >= 0.0)?, ink)))
        .collect::<Option<_>>()?;
    let sum: f64 = parts.iter().map(|(part, _)| part.value).sum();
    let decimals = parts.iter().map(|(part, _)| part.decimals).max()?.max(whole.decimals);
    let unit = 10_f64.powi(i32::from(decimals));
    let remainder = ((whole.value - sum) * unit).round() / unit;
    if remainder < 0.0 {
        return None;
    }
    let written = |(part, _): &(Number, SeriesInk)| locale.number(part.value, part.decimals);
    let mut texts: Vec<String> = parts.iter().map(written).collect();
    if remainder > 0.0 {
        let value = locale.number(remainder, decimals);
        texts.push(locale.say(Word::RemainderValue, &[("value", &value)]));
    }
    Some(Strip {
        label: locale.word(Word::ContributionShort).to_string(),
        parts: parts.iter().map(|(part, ink)| (part.value, *ink)).collect(),
        remainder,
        text: texts.join(" + "),
    })
}
