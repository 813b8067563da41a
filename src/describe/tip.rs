//! What is said of one figure: beside it, and as one spoken sentence.

use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Key, Part, RowRef, Text};
use crate::words;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tip {
    pub title: String,
    /// Label and text; the first is the figure.
    pub rows: Vec<(String, String)>,
    /// The same as one sentence: name, period and figure first.
    pub text: String,
}

/// The tip of a figure; empty where there is no such figure.
pub fn tip(dataset: &Dataset, kind: ChartKind, key: Key, locale: &Locale) -> Tip {
    let tip = || {
        let row = dataset.row(kind, key.row)?;
        let label = dataset.periods(kind)?.labels.get(key.period)?;
        let period = words::period(label, locale);
        let title = words::row_title(kind, &row, locale);
        let rows = rows(dataset, kind, &row, key.period, &period, locale)?;
        let text = sentence(&title, &period, &rows, locale);
        Some(Tip { title, rows, text })
    };
    tip().unwrap_or_default()
}

fn rows(
    dataset: &Dataset,
    kind: ChartKind,
    row: &RowRef,
    period: usize,
    period_label: &str,
    locale: &Locale,
) -> Option<Vec<(String, String)>> {
    let figure = row.figure(period)?;
    let mut rows = Vec::new();
    let mut push = |word: Word, text: String| rows.push((locale.word(word).to_string(), text));
    if let (Some(level), Some(progress)) = (row.level, row.progress(period)) {
        push(Word::LabelAchieved, words::progress_text(level, progress, locale));
        if let Some(share) = words::progress_share(progress, locale) {
            push(Word::LabelShare, share);
        }
    } else {
        let unit = words::part_unit(kind, dataset, row, Part::Value, locale);
        push(Word::LabelValue, words::figure(figure, &unit, locale));
    }
    push(Word::LabelPeriod, period_label.to_string());
    if let Some(contribution) = row.contribution(period) {
        push(Word::Contribution, words::contribution(contribution, locale));
    }
    if let Some(count) = words::count_of(kind, row, figure, locale) {
        rows.push((words::count_label(kind, row, locale).to_string(), count));
    }
    rows.extend(change_row(dataset, kind, row, period, locale));
    let mut push = |word: Word, text: String| rows.push((locale.word(word).to_string(), text));
    for note in notes(row, period, locale) {
        push(Word::LabelNote, note.to_string());
    }
    let sources = sources(dataset, kind, row, period, locale);
    if !sources.is_empty() {
        push(Word::LabelSource, sources);
    }
    Some(rows)
}

/// The change against the period before, or why none can be told.
fn change_row(
    dataset: &Dataset,
    kind: ChartKind,
    row: &RowRef,
    period: usize,
    locale: &Locale,
) -> Option<(String, String)> {
    let against = |index: usize| {
        let label = dataset.periods(kind)?.labels.get(index)?.get(locale.code());
        Some(locale.say(Word::LabelChange, &[("period", label)]))
    };
    if let Some(a_break) = dataset.breaks(kind).iter().find(|a_break| a_break.before == period) {
        let name = words::break_name(a_break, locale);
        let text = locale.say(Word::NotComparable, &[("name", words::unstopped(&name))]);
        return Some((against(period.checked_sub(1)?)?, text));
    }
    let (from, change) = words::change_before(dataset, kind, row, period, locale)?;
    Some((against(from)?, words::change_words(kind, &change, locale)))
}

/// The notes of the figures, or else of the row; the section's stands below
/// the chart.
fn notes<'a>(row: &RowRef<'a>, period: usize, locale: &Locale) -> Vec<&'a str> {
    let mut notes: Vec<&str> = Vec::new();
    let mut push = |note: &'a Option<Text>| {
        let note = note.as_ref().map(|note| note.get(locale.code()));
        if let Some(note) = note.filter(|note| !notes.contains(note)) {
            notes.push(note);
        }
    };
    for (_, figure) in row.published(period) {
        push(&figure.annotation.note);
    }
    if notes.is_empty() {
        notes.extend(row.annotation.note.as_ref().map(|note| note.get(locale.code())));
    }
    notes
}

fn sources(
    dataset: &Dataset,
    kind: ChartKind,
    row: &RowRef,
    period: usize,
    locale: &Locale,
) -> String {
    let source = |figure: &Figure| dataset.source_of(kind, row, figure);
    let mut sources: Vec<String> = Vec::new();
    for source in row.published(period).filter_map(|(_, figure)| source(figure)) {
        let text = words::source(source, locale);
        if !sources.contains(&text) {
            sources.push(text);
        }
    }
    sources.join("; ")
}

/// “Hộ nghèo, 2023: 2,33%; số hộ: 1.011 trong 43.369 hộ; nguồn: ….”
fn sentence(title: &str, period: &str, rows: &[(String, String)], locale: &Locale) -> String {
    let mut text = [title, period].join(", ");
    let period_label = locale.word(Word::LabelPeriod);
    for (index, (label, words)) in rows.iter().enumerate() {
        match index {
            0 => text.push_str(": "),
            _ if label == period_label => continue,
            _ => {
                text.push_str("; ");
                push_uncapitalised(&mut text, label);
                text.push_str(": ");
            }
        }
        text.push_str(words::unstopped(words));
    }
    words::stopped(&text)
}

/// Our own labels begin with an ASCII letter or Đ, or have no capitals.
fn push_uncapitalised(text: &mut String, label: &str) {
    let mut chars = label.chars();
    text.extend(chars.next().map(|first| match first {
        'Đ' => 'đ',
        _ => first.to_ascii_lowercase(),
    }));
    text.push_str(chars.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Missing, Status};
    use crate::words::sample::*;

    fn of(dataset: &Dataset, kind: ChartKind, row: usize, period: usize) -> Vec<String> {
        let tip = tip(dataset, kind, Key { row, period }, &Locale::VI);
        let rows = tip.rows.into_iter().map(|(label, text)| [label, text].join(" = "));
        let lines = [tip.title].into_iter().chain(rows).chain([tip.text]);
        lines.map(|line| line.replace('\u{A0}', " ")).collect()
    }

    #[test]
    fn a_tip_names_the_figure_its_period_and_its_source() {
        let expected = [
            "Khu vực II: Công nghiệp và xây dựng",
            "Giá trị = trên 36%",
            "Kỳ = 2023",
            "Nguồn = Trang Thông tin điện tử huyện Trà Cú, 05/01/2024",
            "Khu vực II: Công nghiệp và xây dựng, 2023: trên 36%; \
             nguồn: Trang Thông tin điện tử huyện Trà Cú, 05/01/2024.",
        ];
        assert_eq!(of(&tra_cu(), ChartKind::Growth, 1, 1), expected);
    }

    #[test]
    fn it_tells_count_change_and_note() {
        let mut dataset = tra_cu();
        dataset.sources.clear();
        let figure = &mut dataset.poverty.as_mut().unwrap().series[0].values[2];
        figure.annotation.note = Some(text_of("Rà soát cuối năm."));
        let expected = [
            "Hộ nghèo",
            "Giá trị = 2,33%",
            "Kỳ = 2023",
            "Số hộ = 1.011 trong 43.369 hộ",
            "So với 2022 = giảm 2,14 điểm phần trăm",
            "Ghi chú = Rà soát cuối năm.",
            "Hộ nghèo, 2023: 2,33%; số hộ: 1.011 trong 43.369 hộ; \
             so với 2022: giảm 2,14 điểm phần trăm; ghi chú: Rà soát cuối năm.",
        ];
        assert_eq!(of(&dataset, ChartKind::Poverty, 0, 2), expected);
    }

    #[test]
    fn after_a_break_it_says_that_nothing_is_compared() {
        let mut dataset = tra_cu();
        dataset.poverty.as_mut().unwrap().series[0].values[0] = exact(5.0);
        let lines = of(&dataset, ChartKind::Poverty, 0, 1);
        assert_eq!(lines[3], "So với 2021 = không so sánh được (Chuẩn nghèo 2022–2025)");
    }

    #[test]
    fn a_contribution_stands_beside_its_growth() {
        let lines = of(&tra_vinh(), ChartKind::Growth, 1, 1);
        assert_eq!(
            lines[1..4],
            ["Giá trị = 20,23%", "Kỳ = 2024", "Đóng góp = 6,56 điểm phần trăm"]
        );
        // Six months and a year are not compared.
        assert!(lines[4].starts_with("Nguồn"));
        assert!(lines[5].contains("; đóng góp: 6,56 điểm phần trăm;"));
    }

    #[test]
    fn a_level_is_told_as_count_and_share() {
        let lines = of(&tra_cu(), ChartKind::Ntm, 1, 0);
        assert_eq!(lines[1..4], ["Đã đạt = 2/15 xã", "Tỷ lệ = 13,33%", "Kỳ = 2023"]);
        assert!(lines[5].starts_with("Xã nông thôn mới nâng cao, 2023: 2/15 xã; tỷ lệ: 13,33%;"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let mut dataset = tra_cu();
        let values = &mut dataset.poverty.as_mut().unwrap().series[1].values;
        values[1] = gap(Missing::Suppressed);
        values[2] = with_status(2.8, Status::Estimated);
        let lines = of(&dataset, ChartKind::Poverty, 1, 1);
        assert!(lines.last().unwrap().starts_with("Hộ cận nghèo, 2022: không công bố;"));
        assert_eq!(of(&dataset, ChartKind::Poverty, 1, 2)[1], "Giá trị = 2,8% (ước)");
    }

    #[test]
    fn no_figure_no_tip() {
        let nowhere = Key { row: 9, period: 0 };
        assert_eq!(tip(&tra_cu(), ChartKind::Ntm, nowhere, &Locale::VI), Tip::default());
        let nowhere = Key { row: 0, period: 9 };
        assert_eq!(tip(&tra_cu(), ChartKind::Growth, nowhere, &Locale::VI), Tip::default());
    }
}
