//! What a reader must know: first what the marks and figures mean, then what
//! the document says.

use super::figure::{figure_bare, push_bracketed, status};
use super::heading::{part_unit, period};
use super::name::{break_name, level_unit, row_name};
use super::progress::share_differs;
use super::{stopped, unstopped};
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Missing, Periods, RowRef, Status};

/// Past this many the rest is left to the figures' own tips.
const MAX_OWN_NOTES: usize = 12;
/// Figures named in one note.
const MAX_NAMED: usize = 3;

/// Whole sentences, none of them twice.
pub fn notes(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> Vec<String> {
    let Some(periods) = dataset.periods(kind) else { return Vec::new() };
    let collected = collect(kind, dataset, periods, locale);
    let mut notes = Vec::new();
    if collected.has_gap {
        notes.push(locale.word(Word::NoteGaps).to_string());
    }
    if kind == ChartKind::Poverty && is_uneven(periods) {
        notes.push(locale.word(Word::NoteTrueTime).to_string());
    }
    notes.extend(break_notes(kind, dataset, locale));
    if collected.derived.count() > MAX_NAMED {
        let count = locale.whole(collected.derived.count());
        notes.push(locale.say(Word::NoteDerivedMany, &[("count", &count)]));
    } else if collected.derived.count() > 0 {
        let list = collected.derived.named.join("; ");
        notes.push(locale.say(Word::NoteDerived, &[("list", &list)]));
    }
    notes.extend(denominators_note(kind, dataset, locale).map(str::to_string));
    if dataset
        .ntm
        .iter()
        .filter(|_| kind == ChartKind::Ntm)
        .any(|ntm| ntm.levels.iter().flat_map(|level| &level.progress).any(share_differs))
    {
        notes.push(locale.word(Word::NoteShares).to_string());
    }
    let section = dataset.heading(kind).and_then(|heading| heading.annotation.note.as_ref());
    notes.extend(section.map(|note| stopped(note.get(locale.code()))));
    notes.extend(collected.own.iter().map(|own| own.say(locale)));
    if collected.has_more {
        notes.push(locale.word(Word::NoteMore).to_string());
    }
    notes
}

/// The changes of standard, and that nothing is compared across them.
fn break_notes(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> Option<String> {
    let breaks = dataset.breaks(kind);
    let mut text = String::new();
    for a_break in breaks {
        let label = dataset.periods(kind)?.labels.get(a_break.before)?;
        let name = break_name(a_break, locale);
        let places = [("period", label.get(locale.code())), ("name", unstopped(&name))];
        text.push_str(&locale.say(Word::NoteBreak, &places));
        text.push(' ');
    }
    text.push_str(locale.word(match breaks.len() {
        0 => return None,
        1 => Word::NoteAcrossBreak,
        _ => Word::NoteAcrossBreaks,
    }));
    Some(text)
}

/// Names of rows and figures, the first few written out.
#[derive(Default)]
struct Named {
    named: Vec<String>,
    more: usize,
}

impl Named {
    fn push(&mut self, name: impl FnOnce() -> String) {
        if self.named.len() < MAX_NAMED {
            self.named.push(name());
        } else {
            self.more += 1;
        }
    }

    fn count(&self) -> usize {
        self.named.len() + self.more
    }
}

/// A note of the document, and what it belongs to.
struct OwnNote<'a> {
    text: &'a str,
    of: Named,
}

impl OwnNote<'_> {
    /// “Hộ nghèo, 2022: note.”
    fn say(&self, locale: &Locale) -> String {
        let mut text = self.of.named.join("; ");
        if self.of.more > 0 {
            text.push(' ');
            text.push_str(&locale.say(Word::AndOthers, &[("count", &locale.whole(self.of.more))]));
        }
        text.push_str(": ");
        text.push_str(&stopped(self.text));
        text
    }
}

#[derive(Default)]
struct Collected<'a> {
    has_gap: bool,
    derived: Named,
    own: Vec<OwnNote<'a>>,
    has_more: bool,
}

impl<'a> Collected<'a> {
    /// Two rows with one note print it once.
    fn note(&mut self, text: &'a str, name: impl FnOnce() -> String) {
        if let Some(own) = self.own.iter_mut().find(|own| own.text == text) {
            own.of.push(name);
        } else if self.own.len() < MAX_OWN_NOTES {
            let mut of = Named::default();
            of.push(name);
            self.own.push(OwnNote { text, of });
        } else {
            self.has_more = true;
        }
    }
}

fn collect<'a>(
    kind: ChartKind,
    dataset: &'a Dataset,
    periods: &Periods,
    locale: &Locale,
) -> Collected<'a> {
    let section = dataset.heading(kind).and_then(|heading| heading.annotation.note.as_ref());
    let section = section.map(|note| note.get(locale.code()));
    let mut collected = Collected::default();
    for row in dataset.rows(kind) {
        let note = |note: Option<&'a crate::model::Text>| {
            note.map(|note| note.get(locale.code())).filter(|text| Some(*text) != section)
        };
        if let Some(text) = note(row.annotation.note.as_ref()) {
            collected.note(text, || row_name(kind, row.id, row.name, locale));
        }
        for index in 0..periods.len() {
            let is_gap = |figure: &Figure| figure.missing() == Some(Missing::NoFigure);
            collected.has_gap |= row.figure(index).is_some_and(is_gap);
            for (part, figure) in row.published(index) {
                let name = || figure_name(kind, &row, figure, index, periods, locale);
                if let Some(text) = note(figure.annotation.note.as_ref()) {
                    collected.note(text, name);
                } else if figure.status() == Some(Status::Derived) {
                    let unit = part_unit(kind, dataset, &row, part, locale);
                    collected.derived.push(|| {
                        let mut name = name_of(kind, &row, index, periods, locale);
                        push_bracketed(&mut name, &figure_bare(figure, &unit, locale));
                        name
                    });
                }
            }
        }
    }
    collected
}

/// “Hộ nghèo, 2022 (số tính toán)”
fn figure_name(
    kind: ChartKind,
    row: &RowRef,
    figure: &Figure,
    index: usize,
    periods: &Periods,
    locale: &Locale,
) -> String {
    let mut name = name_of(kind, row, index, periods, locale);
    if let Some(status) = status(figure, locale) {
        push_bracketed(&mut name, status);
    }
    name
}

/// “Hộ nghèo, 2022”, without the period where there is but one.
fn name_of(
    kind: ChartKind,
    row: &RowRef,
    index: usize,
    periods: &Periods,
    locale: &Locale,
) -> String {
    let mut name = row_name(kind, row.id, row.name, locale);
    if let Some(label) = periods.labels.get(index).filter(|_| periods.len() > 1) {
        name.push_str(", ");
        name.push_str(&period(label, locale));
    }
    name
}

/// That shares of rows that look alike are not of one whole.
pub fn denominators_note(
    kind: ChartKind,
    dataset: &Dataset,
    locale: &Locale,
) -> Option<&'static str> {
    denominators_differ(kind, dataset, locale).then(|| locale.word(Word::NoteDenominators))
}

/// Whether rows that look alike are parts of different wholes.
fn denominators_differ(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> bool {
    let Some(last) = dataset.periods(kind).and_then(|periods| periods.len().checked_sub(1)) else {
        return false;
    };
    let mut wholes: Vec<(Option<String>, f64)> = Vec::new();
    for row in dataset.rows(kind) {
        let unit = row.level.and_then(|level| level_unit(level, locale));
        let of = match row.progress(last) {
            Some(progress) => Some(progress.of),
            None => row.figure(last).and_then(|figure| figure.of),
        };
        let Some(of) = of else { continue };
        match wholes.iter().find(|(other, _)| *other == unit) {
            Some((_, whole)) if *whole != of.value => return true,
            Some(_) => {}
            None => wholes.push((unit, of.value)),
        }
    }
    false
}

/// Whether the distances in time differ enough to be seen.
fn is_uneven(periods: &Periods) -> bool {
    let Some(middles) = &periods.middles else { return false };
    let steps = || middles.windows(2).map(|pair| pair.iter().rev().fold(0.0, |a, b| b - a));
    let longest = steps().map(f64::abs).fold(0.0, f64::max);
    steps().map(f64::abs).any(|step| step * 1.5 < longest)
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;

    fn of(kind: ChartKind, dataset: &Dataset) -> Vec<String> {
        notes(kind, dataset, &Locale::VI)
    }

    #[test]
    fn gaps_and_breaks_come_before_the_document_s_own_notes() {
        let mut dataset = tra_cu();
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.heading.annotation.note = Some(text_of("Huyện Trà Cú trước ngày 01/7/2025"));
        poverty.series[0].values[1].annotation.note = Some(text_of("Tính từ mức giảm."));
        let expected = [
            "Dấu nét đứt: chưa có số liệu.",
            "Từ 2022: Chuẩn nghèo 2022–2025. Không so sánh số liệu trước và sau mốc này.",
            "Huyện Trà Cú trước ngày 01/7/2025.",
            "Hộ nghèo, 2022: Tính từ mức giảm.",
        ];
        assert_eq!(of(ChartKind::Poverty, &dataset), expected);
    }

    #[test]
    fn a_derived_figure_is_named() {
        let mut dataset = tra_cu();
        let derived = with_status(4.47, Status::Derived);
        dataset.poverty.as_mut().unwrap().series[0].values[1] = derived;
        let told = "Tính từ số đã công bố: Hộ nghèo, 2022 (4,47%).";
        assert!(of(ChartKind::Poverty, &dataset).contains(&told.to_string()));
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.series[0].values[1].annotation.note = Some(text_of("927 hộ đã thoát nghèo"));
        let told = "Hộ nghèo, 2022 (số tính toán): 927 hộ đã thoát nghèo.";
        assert!(of(ChartKind::Poverty, &dataset).contains(&told.to_string()));
    }

    #[test]
    fn the_same_note_is_printed_once() {
        let mut dataset = tra_cu();
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.breaks.clear();
        for row in &mut poverty.series {
            row.annotation.note = Some(text_of("Rà soát cuối năm"));
        }
        let once = "Hộ nghèo; Hộ cận nghèo: Rà soát cuối năm.";
        assert_eq!(of(ChartKind::Poverty, &dataset)[1..], [once]);
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.heading.annotation.note = Some(text_of("Rà soát cuối năm"));
        assert_eq!(of(ChartKind::Poverty, &dataset)[1..], ["Rà soát cuối năm."]);
    }

    #[test]
    fn several_breaks_share_one_warning() {
        let mut dataset = tra_cu();
        let breaks = &mut dataset.poverty.as_mut().unwrap().breaks;
        breaks.push(crate::model::Break { before: 2, note: None });
        let text = break_notes(ChartKind::Poverty, &dataset, &Locale::VI).unwrap();
        let expected = "Từ 2022: Chuẩn nghèo 2022–2025. Từ 2023: Đổi chuẩn hoặc cách tính. \
                        Không so sánh số liệu trước và sau mỗi mốc.";
        assert_eq!(text, expected);
    }

    #[test]
    fn different_wholes_of_one_unit_are_told() {
        // 15 communes, 2 townships and 9 criteria are not compared at all.
        assert_eq!(of(ChartKind::Ntm, &tra_cu()), Vec::<String>::new());
        let mut dataset = tra_cu();
        let level = &mut dataset.ntm.as_mut().unwrap().levels[1];
        level.progress[0].of.value = 12.0;
        level.progress[0].share = Some(exact(17.5));
        let expected = [
            "Mỗi tỷ lệ tính trên tổng số của dòng đó; các tổng số khác nhau.",
            "Tỷ lệ ghi theo nguồn, có thể khác với phép chia.",
        ];
        assert_eq!(of(ChartKind::Ntm, &dataset), expected);
    }

    #[test]
    fn thousands_of_notes_stay_a_short_list() {
        let values = |index: usize| {
            let mut figure = exact(1.0);
            figure.annotation.note = Some(text_of(&format!("Ghi chú {index}")));
            vec![figure]
        };
        let series = (0..5000).map(|index| row(&format!("x{index}"), values(index))).collect();
        let notes = of(ChartKind::Poverty, &poverty(&["2023"], series));
        assert_eq!(notes.len(), MAX_OWN_NOTES + 1);
        assert_eq!(notes.last().unwrap(), "Còn ghi chú khác ở từng số liệu.");
    }

    #[test]
    fn uneven_time_is_told_in_poverty() {
        let mut dataset = poverty(&["2015", "2022", "2023"], vec![row("poor", vec![])]);
        let periods = &mut dataset.poverty.as_mut().unwrap().periods;
        periods.middles = Some(vec![2015.5, 2022.5, 2023.5]);
        assert_eq!(of(ChartKind::Poverty, &dataset), ["Các kỳ cách nhau đúng theo thời gian."]);
    }
}
