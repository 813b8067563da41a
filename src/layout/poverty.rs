//! Poverty: lines over time; bars where there is one period.

use super::inks::{SeriesInk, series_inks};
use super::lines;
use super::rows::{self, Bar, BarChart, BarRow};
use super::sheet::Sheet;
use super::{Area, WIDEST_ROWS};
use crate::model::{ChartKind, Dataset, Key, Poverty};
use crate::words;

pub(super) fn draw(
    sheet: &mut Sheet,
    dataset: &Dataset,
    poverty: &Poverty,
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let ids: Vec<&str> = poverty.series.iter().map(|row| row.id.as_str()).collect();
    let inks = series_inks(ChartKind::Poverty, &ids, highlight);
    if poverty.periods.len() > 1 {
        return lines::draw(sheet, dataset, poverty, &inks, highlight, area);
    }
    let chart = bar_chart(dataset, &inks, sheet);
    rows::draw(sheet, &chart, area.at_most(sheet.px(WIDEST_ROWS)))
}

fn bar_chart<'d>(dataset: &'d Dataset, inks: &[SeriesInk], sheet: &Sheet) -> BarChart<'d> {
    let chart = ChartKind::Poverty;
    let mut rows = Vec::new();
    for (index, (row, ink)) in dataset.rows(chart).zip(inks).enumerate() {
        let Some(figure) = row.figure(0) else { continue };
        rows.push(BarRow {
            numeral: None,
            name: words::row_name(chart, row.id, row.name, sheet.locale),
            role: row.role,
            ink: *ink,
            bars: vec![Bar {
                key: Key { row: index, period: 0 },
                figure,
                label: super::figure_label(dataset, chart, figure, sheet.locale),
                target: None,
            }],
            notes: words::count_of(chart, &row, figure, sheet.locale).into_iter().collect(),
            asides: Vec::new(),
            strip: None,
        });
    }
    BarChart { rows, periods: Vec::new(), aside_heading: Vec::new() }
}
