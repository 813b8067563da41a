//! What a reader must know: first what the marks and figures mean, then what
//! the document says.

use super::criteria::Criteria;
use super::figure::{figure_bare, push_bracketed, status, with_unit};
use super::heading::period_within;
use super::list::List;
use super::progress::share_differs;
use super::remainder::sum_notes;
use super::section::Section;
use super::{stopped, unstopped};
use crate::locale::{Locale, Word};
use crate::model::{
    ChartKind, DRAWN_OF_CROWD, Dataset, Figure, Item, LONGEST_BAR, Missing, Part, Periods, Planned,
    Role, RowRef, Status, Text,
};

/// Past this many the rest is left to the figures' own tips.
const MAX_OWN_NOTES: usize = 12;
/// From so many periods on, charts of bars set them side by side.
const PERIODS_SIDE_BY_SIDE: usize = 5;

/// Whole sentences, none of them twice.
pub fn notes(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> Vec<String> {
    if kind == ChartKind::NtmCriteria {
        return Criteria::of(dataset, locale).map_or(Vec::new(), |criteria| criteria.notes());
    }
    let Some(section) = Section::of(dataset, kind, locale) else { return Vec::new() };
    let mut found = Found::default();
    // What the parts leave has a note of its own.
    for row in dataset.rows(kind).filter(|row| row.role != Role::Remainder) {
        found.look_at_row(&section, &row);
    }
    let mut notes = Vec::new();
    notes.extend(sign_notes(&section, &found.missing));
    if found.is_open && is_side_by_side(&section) {
        notes.push(locale.word(Word::NoteOpen).to_string());
    }
    notes.extend(sum_notes(&section));
    if kind == ChartKind::Poverty && is_uneven(section.periods) {
        notes.push(locale.word(Word::NoteTrueTime).to_string());
    }
    notes.extend(break_notes(&section));
    if !found.derived.is_empty() {
        let list = found.derived.say(locale);
        notes.push(locale.say(Word::NoteDerived, &[("list", &list)]));
    }
    notes.extend(denominators_note(&section));
    if found.is_cut {
        let limit = with_unit(&locale.number(LONGEST_BAR, 0), "%");
        notes.push(locale.say(Word::NoteCut, &[("limit", &limit)]));
    }
    if let Some(parts) = dataset.crowd(kind) {
        let [rows, all] = [DRAWN_OF_CROWD, parts].map(|count| locale.whole(count));
        notes.push(locale.say(Word::NoteCrowd, &[("rows", &rows), ("all", &all)]));
    }
    if found.share_differs {
        notes.push(locale.word(Word::NoteShares).to_string());
    }
    found.own.tell(&section, &mut notes);
    notes
}

/// Whether bars are columns so close that most have no label of their own.
fn is_side_by_side(section: &Section) -> bool {
    section.kind != ChartKind::Poverty && section.periods.len() >= PERIODS_SIDE_BY_SIDE
}

/// What the signs of missing figures mean. A reason has its word beside its
/// sign, but where many periods stand side by side there may be no room for it.
fn sign_notes(section: &Section, missing: &[Missing]) -> Vec<String> {
    let has_room = match section.kind {
        ChartKind::Poverty => section.periods.len() == 1,
        _ => !is_side_by_side(section),
    };
    let signs: &[(&[Missing], Word)] = &[
        (&[Missing::NoFigure], Word::NoteGaps),
        (&[Missing::Suppressed], Word::NoteSuppressed),
        (&[Missing::NotCollected], Word::NoteNotCollected),
        (&[Missing::NotApplicable], Word::NoteNotApplicable),
        (&[Missing::Up, Missing::Down], Word::NoteDirection),
    ];
    let signs = if has_room { &signs[..1] } else { signs };
    let is_there = |reasons: &[Missing]| reasons.iter().any(|reason| missing.contains(reason));
    let found = signs.iter().filter(|(reasons, _)| is_there(reasons));
    found.map(|&(_, word)| section.locale.word(word).to_string()).collect()
}

/// The changes of standard, and that nothing is compared across them.
fn break_notes(section: &Section) -> Option<String> {
    let mut text = String::new();
    for a_break in section.breaks() {
        let name = unstopped(section.break_name(a_break));
        let period = period_within(section.period(a_break.before), section.locale);
        let places = [("period", &*period), ("name", name)];
        text.push_str(&section.locale.say(Word::NoteBreak, &places));
        text.push(' ');
    }
    text.push_str(section.locale.word(match section.breaks().len() {
        0 => return None,
        1 => Word::NoteAcrossBreak,
        _ => Word::NoteAcrossBreaks,
    }));
    Some(text)
}

/// “Hộ nghèo, 2022 (số tính toán)”, without the period of a row or where there
/// is but one.
fn name_of(
    section: &Section,
    row: &RowRef,
    period: Option<usize>,
    bracketed: Option<&str>,
) -> String {
    let mut name = section.name(row).to_string();
    if let Some(period) = period.filter(|_| section.periods.len() > 1) {
        name.push_str(", ");
        name.push_str(section.period(period));
    }
    if let Some(words) = bracketed {
        push_bracketed(&mut name, words);
    }
    name
}

/// Notes of the document, and what they belong to.
#[derive(Default)]
pub(super) struct OwnNotes<'a> {
    list: Vec<(&'a str, List)>,
    has_more: bool,
}

impl<'a> OwnNotes<'a> {
    /// Two rows with one note print it once.
    pub fn add(&mut self, note: Option<&'a str>, name: &dyn Fn() -> String) {
        let Some(note) = note else { return };
        if let Some((_, of)) = self.list.iter_mut().find(|(own, _)| *own == note) {
            of.add(name);
        } else if self.list.len() < MAX_OWN_NOTES {
            let mut of = List::default();
            of.add(name);
            self.list.push((note, of));
        } else {
            self.has_more = true;
        }
    }

    /// The section's note, then the others with what they belong to.
    pub fn tell(&self, section: &Section, notes: &mut Vec<String>) {
        let own = section.heading.annotation.note.as_ref().map(|note| section.text(note));
        notes.extend(own.map(stopped));
        for (text, of) in self.list.iter().filter(|(text, _)| Some(*text) != own) {
            notes.push([of.say(section.locale), stopped(text)].join(": "));
        }
        if self.has_more {
            notes.push(section.locale.word(Word::NoteMore).to_string());
        }
    }
}

/// What the rows of a section hold that a note must tell.
#[derive(Default)]
struct Found<'a> {
    /// The reasons whose signs are drawn.
    missing: Vec<Missing>,
    share_differs: bool,
    is_cut: bool,
    /// Whether a figure is still provisional or estimated.
    is_open: bool,
    derived: List,
    own: OwnNotes<'a>,
}

impl<'a> Found<'a> {
    fn look_at_row(&mut self, section: &Section<'a>, row: &RowRef<'a>) {
        self.note(section, row, None, &row.annotation.note, None);
        if let Some(planned) = row.item.and_then(Item::planned) {
            self.look_at_plan(section, row, planned);
        }
        for period in 0..section.periods.len() {
            self.share_differs |= row.progress(period).is_some_and(share_differs);
            for (part, figure) in row.published(period) {
                self.look_at_figure(section, row, period, part, figure);
            }
        }
    }

    fn look_at_plan(&mut self, section: &Section<'a>, row: &RowRef<'a>, planned: &Planned) {
        self.share_differs |= planned.share_differs();
        self.missing_sign(planned.bar().map(|(_, figure)| figure));
        self.is_cut |= planned.bar().is_some_and(|(percent, _)| percent > LONGEST_BAR);
        if let (None, Some(share)) = (planned.published_share(), &planned.worked_out) {
            let text = figure_bare(share, "%", section.locale);
            self.derived.add(&|| name_of(section, row, None, Some(&text)));
        }
    }

    fn missing_sign(&mut self, drawn: Option<&Figure>) {
        let reason = drawn.and_then(Figure::missing);
        self.missing.extend(reason.filter(|reason| !self.missing.contains(reason)));
    }

    fn look_at_figure(
        &mut self,
        section: &Section<'a>,
        row: &RowRef<'a>,
        period: usize,
        part: Part,
        figure: &'a Figure,
    ) {
        // A count's share is drawn in its place, and so is that of a plan.
        let has_share = row.progress(period).is_some_and(|progress| progress.share.is_some());
        let is_planned = row.item.is_some_and(|item| item.planned().is_some());
        self.missing_sign(
            Some(figure).filter(|_| part == Part::Value && !has_share && !is_planned),
        );
        self.is_open |= part == Part::Value && figure.is_open();
        let word = status(figure, section.locale);
        self.note(section, row, Some(period), &figure.annotation.note, word);
        // One with a note of its own is told there.
        if figure.annotation.note.is_none() && figure.status() == Some(Status::Derived) {
            let text = figure_bare(figure, section.unit(row, part), section.locale);
            self.derived.add(&|| name_of(section, row, Some(period), Some(&text)));
        }
    }

    fn note(
        &mut self,
        section: &Section<'a>,
        row: &RowRef<'a>,
        period: Option<usize>,
        note: &'a Option<Text>,
        bracketed: Option<&str>,
    ) {
        let note = note.as_ref().map(|note| section.text(note));
        self.own.add(note, &|| name_of(section, row, period, bracketed));
    }
}

/// That shares of rows that look alike are not of one whole.
pub fn denominators_note(section: &Section) -> Option<String> {
    let last = section.periods.len().checked_sub(1)?;
    let mut wholes: Vec<(&str, f64)> = Vec::new();
    for row in section.dataset.rows(section.kind) {
        let unit = section.unit(&row, Part::Value);
        let of = match row.progress(last) {
            Some(progress) => Some(progress.of),
            None => row.figure(last).and_then(|figure| figure.of),
        };
        let Some(of) = of else { continue };
        match wholes.iter().find(|(other, _)| *other == unit) {
            Some((_, whole)) if *whole != of.value => {
                return Some(section.locale.word(Word::NoteDenominators).to_string());
            }
            Some(_) => {}
            None => wholes.push((unit, of.value)),
        }
    }
    None
}

/// Whether the distances in time differ enough to be seen.
fn is_uneven(periods: &Periods) -> bool {
    let Some(middles) = &periods.middles else { return false };
    let (mut shortest, mut longest) = (f64::INFINITY, 0.0f64);
    for pair in middles.windows(2) {
        if let [from, to] = pair {
            shortest = shortest.min(to - from);
            longest = longest.max(to - from);
        }
    }
    shortest * 1.5 < longest
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
            "Từ năm 2022: Chuẩn nghèo 2022–2025. Không so sánh số liệu trước và sau mốc này.",
            "Huyện Trà Cú trước ngày 01/7/2025.",
            "Hộ nghèo, 2022: Tính từ mức giảm.",
        ];
        assert_eq!(of(ChartKind::Poverty, &dataset), expected);
    }

    #[test]
    fn signs_without_words_are_explained() {
        let reasons = [Missing::Down, Missing::NotCollected, Missing::Suppressed];
        let labels = ["2021", "2022", "2023"];
        let dataset = poverty(&labels, vec![row("poor", reasons.map(gap).to_vec())]);
        let expected = [
            "Vòng gạch chéo: không công bố.",
            "Vòng gạch ngang: không thu thập.",
            "Mũi tên: tăng hoặc giảm, không nêu số.",
        ];
        assert_eq!(of(ChartKind::Poverty, &dataset), expected);
        let dataset = growth(&labels, vec![sector("I", reasons.map(gap).to_vec())]);
        assert!(of(ChartKind::Growth, &dataset).is_empty(), "their words stand beside them");
    }

    #[test]
    fn a_share_in_place_of_a_count_is_no_gap() {
        let mut dataset = ntm(&["2023"], vec![level("ntm", vec![progress(exact(2.0), 15.0)])]);
        let progress = &mut dataset.ntm.as_mut().unwrap().levels[0].progress[0];
        progress.count = gap(Missing::NoFigure);
        assert_eq!(of(ChartKind::Ntm, &dataset), ["Dấu nét đứt: chưa có số liệu."]);
        dataset.ntm.as_mut().unwrap().levels[0].progress[0].share = Some(exact(55.5));
        assert!(of(ChartKind::Ntm, &dataset).is_empty());
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
        let section = Section::of(&dataset, ChartKind::Poverty, &Locale::VI).unwrap();
        let text = break_notes(&section).unwrap();
        let expected = "Từ năm 2022: Chuẩn nghèo 2022–2025. Từ năm 2023: Đổi chuẩn hoặc cách tính. \
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
