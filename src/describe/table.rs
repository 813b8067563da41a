//! The table that a person reads instead of the chart.

use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Missing, Part, RowRef};
use crate::words::{self, Section};
use core::ops::Range;

/// As many columns as each row has cells; the row's header is beside them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<TableRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub header: String,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    /// No number was published; the text says why.
    pub missing: bool,
    /// Of a date, whose text may begin with its day: a number that grows with time.
    pub order: Option<u32>,
}

/// Of rows and periods.
pub(super) fn table(
    dataset: &Dataset,
    kind: ChartKind,
    rows: Range<usize>,
    locale: &Locale,
) -> Table {
    let Some(section) = Section::of(dataset, kind, locale) else { return Table::default() };
    let columns = columns(&section);
    Table {
        caption: caption(&section),
        columns: columns.iter().map(|column| column.title(&section)).collect(),
        rows: dataset
            .rows(kind)
            .skip(rows.start)
            .take(rows.len())
            .map(|row| TableRow {
                header: words::row_title(kind, &row, locale),
                cells: columns.iter().map(|column| column.cell(&section, &row)).collect(),
            })
            .collect(),
    }
}

/// Title, place and subtitle.
pub(super) fn caption(section: &Section) -> String {
    let Section { dataset, kind, locale, .. } = *section;
    let title = words::title(kind, dataset, locale);
    let subtitle = words::subtitle(kind, dataset, locale);
    [&title, section.text(&dataset.place), &subtitle].map(words::stopped).join(" ")
}

/// One column: a period, and what of it.
struct Column {
    period: usize,
    part: Part,
}

/// The values by period, a level's with their shares; contributions last, and
/// only where one is given.
fn columns(section: &Section) -> Vec<Column> {
    let mut columns = Vec::new();
    for period in 0..section.periods.len() {
        columns.push(Column { period, part: Part::Value });
        if section.kind == ChartKind::Ntm {
            columns.push(Column { period, part: Part::Share });
        }
    }
    for period in 0..section.periods.len() {
        let is_given = |figure: &Figure| figure.missing() != Some(Missing::NoFigure);
        let mut rows = section.dataset.rows(section.kind);
        if rows.any(|row| row.contribution(period).is_some_and(is_given)) {
            columns.push(Column { period, part: Part::Contribution });
        }
    }
    columns
}

impl Column {
    fn title(&self, section: &Section) -> String {
        let locale = section.locale;
        let period = section.period(self.period);
        let label = match self.part {
            Part::Value if section.kind != ChartKind::Ntm => return period.to_string(),
            Part::Contribution => {
                return locale.say(Word::ColumnContribution, &[("period", period)]);
            }
            Part::Value => Word::LabelAchieved,
            _ => Word::LabelShare,
        };
        [locale.word(label), period].join(", ")
    }

    fn cell(&self, section: &Section, row: &RowRef) -> Cell {
        let locale = section.locale;
        // A total has no contribution, a count that is not exact no share.
        let none = || ("–".to_string(), true);
        let missing = |figure: &Figure| figure.missing().is_some();
        let (text, missing) = match (self.part, row.level, row.progress(self.period)) {
            (Part::Share, _, Some(progress)) => {
                let missing = words::published_share(progress).is_some_and(missing);
                words::progress_share(progress, locale).map_or_else(none, |text| (text, missing))
            }
            (_, Some(level), Some(progress)) => {
                (words::progress_text(level, progress, locale), missing(&progress.count))
            }
            (Part::Value, ..) => row.figure(self.period).map_or_else(none, |figure| {
                (words::figure_with_count(section, row, figure), missing(figure))
            }),
            // The head of the column says the unit.
            _ => row
                .contribution(self.period)
                .map_or_else(none, |figure| (words::figure(figure, "", locale), missing(figure))),
        };
        Cell { text, missing, order: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Missing, Qualifier, Status};
    use crate::words::sample::*;

    fn of(dataset: &Dataset, kind: ChartKind) -> Vec<String> {
        let table = table(dataset, kind, 0..usize::MAX, &Locale::VI);
        let mut lines = vec![table.caption, table.columns.join(" | ")];
        for row in table.rows {
            assert_eq!(row.cells.len(), table.columns.len());
            let cells: Vec<_> = row.cells.into_iter().map(|cell| cell.text).collect();
            lines.push([row.header, cells.join(" | ")].join(" | ").replace('\u{A0}', " "));
        }
        lines
    }

    #[test]
    fn growth_has_a_row_for_each_sector_the_total_and_the_target() {
        let mut dataset = tra_cu();
        let target = Some(row("target", vec![gap(Missing::NoFigure), exact(16.0)]));
        dataset.growth.as_mut().unwrap().target = target;
        let expected = [
            "Tăng trưởng theo khu vực kinh tế. Huyện Trà Cú, tỉnh Trà Vinh. \
             Giá trị sản xuất, giá so sánh 2010, %, 2022–2023.",
            "2022 | 2023",
            "Khu vực I: Nông, lâm nghiệp và thủy sản | chưa có số liệu | tăng, không nêu số",
            "Khu vực II: Công nghiệp và xây dựng | chưa có số liệu | trên 36%",
            "Khu vực III: Dịch vụ | chưa có số liệu | tăng, không nêu số",
            "Tổng số | chưa có số liệu | 16,6%",
            "Mục tiêu | chưa có số liệu | 16%",
        ];
        assert_eq!(of(&dataset, ChartKind::Growth), expected);
    }

    #[test]
    fn contributions_follow_the_rates() {
        let lines = of(&tra_vinh(), ChartKind::Growth);
        let columns = "6 tháng 2024 | 2024 | Đóng góp 6 tháng 2024 | Đóng góp 2024";
        assert_eq!(lines[1].replace(", điểm phần trăm", ""), columns);
        let sector = "Khu vực III: Dịch vụ | 5,25% | 6,46% | 1,75 | 2,05";
        assert_eq!(lines[4], sector);
        assert_eq!(lines[5], "Tổng số | 10,27% | 10,04% | – | –");
    }

    #[test]
    fn poverty_has_the_count_beside_the_rate() {
        let mut dataset = tra_cu();
        let provisional = with_status(4.47, Status::Provisional);
        dataset.poverty.as_mut().unwrap().series[0].values[1] =
            Figure { count: Some(number(1938.0)), ..provisional };
        let expected = [
            "Hộ nghèo và hộ cận nghèo. Huyện Trà Cú, tỉnh Trà Vinh. Tỷ lệ, %, 2021–2023.",
            "2021 | 2022 | 2023",
            "Hộ nghèo | chưa có số liệu | 4,47% (sơ bộ; 1.938 hộ) | 2,33% (1.011 trong 43.369 hộ)",
            "Hộ cận nghèo | chưa có số liệu | chưa có số liệu | 2,8%",
        ];
        assert_eq!(of(&dataset, ChartKind::Poverty), expected);
    }

    #[test]
    fn a_level_has_count_unit_and_share() {
        let mut dataset = tra_cu();
        let levels = &mut dataset.ntm.as_mut().unwrap().levels;
        levels[0].progress[0].count = qualified(12.0, Qualifier::AtLeast);
        levels[3].progress[0].count = gap(Missing::NotCollected);
        let expected = [
            "Xây dựng nông thôn mới. Huyện Trà Cú, tỉnh Trà Vinh. \
             Số xã, thị trấn, tiêu chí đã đạt trên tổng số, 2023.",
            "Đã đạt, 2023 | Tỷ lệ, 2023",
            "Xã đạt chuẩn nông thôn mới | ít nhất 12/15 xã | –",
            "Xã nông thôn mới nâng cao | 2/15 xã | 13,33%",
            "Đạt chuẩn đô thị văn minh | 2/2 thị trấn | 100%",
            "Tiêu chí huyện nông thôn mới | không thu thập (trong tổng số 9 tiêu chí) | –",
        ];
        assert_eq!(of(&dataset, ChartKind::Ntm), expected);
    }

    #[test]
    fn a_cell_without_a_number_says_so() {
        let table = table(&tra_cu(), ChartKind::Growth, 0..usize::MAX, &Locale::VI);
        let missing: Vec<_> = table.rows[1].cells.iter().map(|cell| cell.missing).collect();
        assert_eq!(missing, [true, false]);
    }

    #[test]
    fn a_section_that_is_not_there_is_an_empty_table() {
        let dataset = growth(&["2023"], vec![]);
        assert_eq!(table(&dataset, ChartKind::Ntm, 0..usize::MAX, &Locale::VI), Table::default());
    }
}
