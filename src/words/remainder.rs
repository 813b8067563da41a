//! What the parts leave of their whole: nobody published it.

use super::figure::{figure_bare, qualifier_word, with_unit, written};
use super::list::List;
use super::section::Section;
use crate::locale::{Locale, Word};
use crate::model::{Figure, Missing, Observation, Qualifier, Shares};

/// In the order in which they are told.
const QUALIFIERS: [Qualifier; 6] = [
    Qualifier::Over,
    Qualifier::AtLeast,
    Qualifier::Under,
    Qualifier::AtMost,
    Qualifier::Nearly,
    Qualifier::About,
];

/// “nhiều nhất 8,57%”: it follows from the parts; nobody set it as a limit.
pub fn remainder(figure: &Figure, unit: &str, locale: &Locale) -> String {
    match figure.observation {
        Observation::Known { number, qualifier: Some(Qualifier::AtMost), .. } => {
            let number = with_unit(&written(number, None, locale), unit);
            [locale.word(Word::AtMostLeft), &number].join(" ")
        }
        Observation::Missing(_) => locale.word(Word::NotBounded).to_string(),
        _ => figure_bare(figure, unit, locale),
    }
}

/// What the parts add up to where that is not the whole, in whole sentences.
pub fn sum_notes(section: &Section) -> Vec<String> {
    let mut notes = Vec::new();
    let Some(shares) = section.dataset.shares(section.kind) else { return notes };
    let locale = section.locale;
    let count = section.periods.len();
    let left: Vec<(usize, String)> = (0..count)
        .filter_map(|period| {
            let figure = shares.remainder.as_ref()?.values.get(period)?;
            let is_left = figure.missing() != Some(Missing::NotApplicable);
            is_left.then(|| (period, remainder(figure, "%", locale)))
        })
        .collect();
    match left.as_slice() {
        [] => {}
        [(period, text)] if count == 1 => notes.push(sum_note(shares, *period, text, locale)),
        several => notes.push(remainders_note(section, several)),
    }
    if left.iter().any(|(period, _)| shares.holds_missing(*period)) {
        notes.push(locale.word(Word::NoteRemainderMissing).to_string());
    }
    if (0..count).any(|period| shares.is_rounded(period)) {
        notes.push(locale.word(Word::NoteRounding).to_string());
    }
    notes
}

/// “Các phần đã nêu cộng lại được 91,43%, trong đó 3 phần là “trên”, …”
fn sum_note(shares: &Shares, period: usize, remainder: &str, locale: &Locale) -> String {
    let sum = shares.sum(period).map_or(String::new(), |sum| written(sum, None, locale));
    let sum = with_unit(&sum, "%");
    let mut list = Vec::new();
    for qualifier in QUALIFIERS {
        let figures = shares.parts.iter().filter_map(|row| row.values.get(period));
        let count = figures.filter(|figure| figure.qualifier() == Some(qualifier)).count();
        if count > 0 {
            let (count, word) = (locale.whole(count), qualifier_word(qualifier, locale));
            list.push(locale.say(Word::PartsQualified, &[("count", &count), ("word", word)]));
        }
    }
    let list = list.join(", ");
    let places = [("sum", &*sum), ("list", &list), ("remainder", remainder)];
    let is_bounded = remainder != locale.word(Word::NotBounded);
    locale.say(
        match (is_bounded, list.is_empty()) {
            (false, _) => Word::NoteSumNotBounded,
            (true, true) => Word::NoteSum,
            (true, false) => Word::NoteSumQualified,
        },
        &places,
    )
}

/// “Phần chưa nêu: 2019: 4,8%; 2020: nhiều nhất 3%.”
fn remainders_note(section: &Section, left: &[(usize, String)]) -> String {
    let mut list = List::default();
    for (period, text) in left {
        list.add(&|| [section.period(*period), text].join(": "));
    }
    section.locale.say(Word::NoteRemainders, &[("list", &list.say(section.locale))])
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;
    use crate::model::{ChartKind, Dataset, Missing};

    fn notes(dataset: &Dataset, kind: ChartKind) -> Vec<String> {
        sum_notes(&Section::of(dataset, kind, &Locale::VI).unwrap())
    }

    fn living(values: Vec<Figure>) -> Vec<String> {
        let ids = ["poor", "nearPoor", "average", "fair", "rich"];
        let rows = ids.iter().zip(values).map(|(id, figure)| row(id, vec![figure])).collect();
        notes(&living_standards(rows), ChartKind::LivingStandards)
    }

    #[test]
    fn the_sum_of_the_report_is_told_with_what_it_leaves() {
        let told = "Các phần đã nêu cộng lại được 91,43%, trong đó có 3 phần là “trên”, \
                    nên phần chưa nêu chiếm nhiều nhất 8,57%.";
        assert_eq!(notes(&tra_cu(), ChartKind::LivingStandards), [told]);
    }

    #[test]
    fn an_exact_sum_leaves_an_exact_rest() {
        let told = "Các phần đã nêu cộng lại được 95,2%; phần chưa nêu chiếm 4,8%.";
        assert_eq!(living(vec![exact(45.2), exact(50.0)]), [told]);
    }

    #[test]
    fn parts_of_several_kinds_are_counted_by_kind() {
        let values =
            vec![qualified(40.0, Qualifier::Over), qualified(50.0, Qualifier::About), exact(1.0)];
        let told = "Các phần đã nêu cộng lại được 91%, trong đó có 1 phần là “trên”, \
                    1 phần là “khoảng”, nên không tính được phần chưa nêu.";
        assert_eq!(living(values), [told]);
    }

    #[test]
    fn a_rest_for_which_nothing_follows_is_told_without_a_number() {
        let rows =
            [Qualifier::Over, Qualifier::Under].map(|q| vec![qualified(40.0, q), exact(45.0)]);
        let rows = ["I", "II"].iter().zip(rows).map(|(id, values)| row(id, values)).collect();
        let told = notes(&structure(&["2022", "2023"], rows), ChartKind::Structure);
        assert_eq!(told, ["Phần chưa nêu: 2022: không tính được; 2023: 10%."]);
    }

    #[test]
    fn a_missing_part_is_said_to_be_in_the_rest() {
        let told = living(vec![exact(60.0), gap(Missing::NoFigure)]);
        assert_eq!(told[1], "Phần chưa nêu gồm cả các phần không có số.");
        assert_eq!(told.len(), 2);
        assert!(living(vec![gap(Missing::NoFigure)]).is_empty());
    }

    #[test]
    fn rounding_is_told_once_and_the_whole_not_at_all() {
        let told = "Do làm tròn, các phần có thể cộng lại không đúng 100%.";
        assert_eq!(living(vec![exact(60.0), exact(40.1)]), [told]);
        assert!(living(vec![exact(60.0), exact(40.0)]).is_empty());
    }

    #[test]
    fn many_periods_with_a_rest_are_a_short_list() {
        let labels = ["2019", "2020", "2021", "2022"];
        let rows = vec![row("I", labels.map(|_| exact(95.0)).to_vec())];
        let told = notes(&structure(&labels, rows), ChartKind::Structure);
        assert_eq!(told, ["Phần chưa nêu: 2019: 5%; 2020: 5%; 2021: 5% và 1 mục khác."]);
    }
}
