//! What is said of one figure: beside it, and as one spoken sentence.

use super::targets;
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Key, RowRef};
use crate::words::{self, Section};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tip {
    pub title: String,
    /// Label and text; the first is the figure.
    pub rows: Vec<(String, String)>,
    /// The same as one sentence: name, period and figure first.
    pub text: String,
}

/// Of a figure in rows and periods.
pub(super) fn tip(dataset: &Dataset, kind: ChartKind, key: Key, locale: &Locale) -> Tip {
    let mut tip = Tip::default();
    let section = Section::of(dataset, kind, locale);
    if let (Some(section), Some(row)) = (section, dataset.row(kind, key.row))
        && row.figure(key.period).is_some()
    {
        tip.tell(&section, &row, key.period);
    }
    tip
}

impl Tip {
    fn tell(&mut self, section: &Section, row: &RowRef, period: usize) {
        let locale = section.locale;
        self.title = words::row_title(section.kind, row, locale);
        self.text = [&self.title, ", ", section.period(period), ": "].concat();
        match row.item {
            Some(item) => targets::tell(self, section, row, item),
            None => self.tell_figure(section, row, period),
        }
        let label = locale.word(Word::LabelPeriod).to_string();
        // The sentence has the period before the figure.
        self.rows.insert(1, (label, section.period(period).to_string()));
        self.tell_change(section, row, period);
        let mut notes: Vec<&str> = Vec::new();
        let mut sources = Vec::new();
        for (_, figure) in row.published(period) {
            let note = figure.annotation.note.as_ref().or(row.annotation.note.as_ref());
            notes.extend(note.map(|note| section.text(note)));
            let source = section.dataset.source_of(section.kind, row, figure);
            sources.extend(source.map(|source| words::source(source, locale)));
        }
        // Value and share mostly have the same.
        notes.dedup();
        sources.dedup();
        for note in notes {
            self.push(locale.word(Word::LabelNote), note.to_string());
        }
        if !sources.is_empty() {
            self.push(locale.word(Word::LabelSource), sources.join("; "));
        }
        self.text.push('.');
    }

    /// The figure, and what was published beside it.
    fn tell_figure(&mut self, section: &Section, row: &RowRef, period: usize) {
        let locale = section.locale;
        if let (Some(level), Some(progress)) = (row.level, row.progress(period)) {
            let count = words::progress_text(level, progress, locale);
            self.push(locale.word(Word::LabelAchieved), count);
            if let Some(share) = words::progress_share(progress, locale) {
                self.push(locale.word(Word::LabelShare), share);
            }
        } else if let Some(figure) = row.figure(period) {
            let is_share = section.dataset.shares(section.kind).is_some();
            let label = if is_share { Word::LabelShare } else { Word::LabelValue };
            self.push(locale.word(label), words::figure_of(section, row, figure));
            if let Some(count) = words::count_of(section.kind, row, figure, locale) {
                self.push(words::count_label(section.kind, row, locale), count);
            }
        }
        if let Some(contribution) = row.contribution(period) {
            let text = words::contribution(contribution, locale);
            self.push(locale.word(Word::Contribution), text);
        }
    }

    /// The change against the period before, or why none can be told.
    fn tell_change(&mut self, section: &Section, row: &RowRef, period: usize) {
        let locale = section.locale;
        let a_break = section.breaks().iter().find(|a_break| a_break.before == period);
        let (from, text) = if let Some(a_break) = a_break {
            let name = words::unstopped(section.break_name(a_break));
            (period.saturating_sub(1), locale.say(Word::NotComparable, &[("name", name)]))
        } else if let Some((from, change)) = words::change_before(section, row, period) {
            (from, words::change_words(section.kind, &change, locale))
        } else {
            return;
        };
        let label = locale.say(Word::LabelChange, &[("period", section.period(from))]);
        self.push(&label, text);
    }

    pub(super) fn push(&mut self, label: &str, text: String) {
        if !self.rows.is_empty() {
            self.text.push_str("; ");
            self.text.push_str(&words::uncapitalised(label));
            self.text.push_str(": ");
        }
        self.text.push_str(words::unstopped(&text));
        self.rows.push((label.to_string(), text));
    }
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
        assert_eq!(lines[1..4], ["Đã đạt = 2/15 xã", "Kỳ = 2023", "Tỷ lệ = 13,33%"]);
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
