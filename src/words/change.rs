//! Changes from one period to another, only where there is one to tell.

use super::figure::{is_percent, with_unit, written};
use super::name::{level_unit_text, plural_unit};
use super::section::Section;
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Figure, Number, Role, RowRef};
use std::cmp::Ordering;

/// How much more or less; `amount` is empty where nothing changed, `signed` 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub direction: Ordering,
    /// “2,14 điểm phần trăm”
    pub amount: String,
    /// “−2,14”
    pub signed: String,
}

/// The change between two figures, where both are exact. Rates change by
/// percentage points. Whether the periods can be compared, the caller asks of
/// [`is_comparable`].
pub fn change(from: &Figure, to: &Figure, unit: &str, locale: &Locale) -> Option<Change> {
    if !from.is_exact() || !to.is_exact() {
        return None;
    }
    let (from, to) = (from.number()?, to.number()?);
    let direction = to.value.partial_cmp(&from.value)?;
    let difference =
        Number { value: (to.value - from.value).abs(), decimals: from.decimals.max(to.decimals) };
    let unit = if is_percent(unit) { locale.word(Word::Points) } else { unit };
    let number = written(difference, None, locale);
    let (sign, amount) = match direction {
        Ordering::Equal => ("", String::new()),
        Ordering::Less => ("\u{2212}", with_unit(&number, unit)),
        Ordering::Greater => ("+", with_unit(&number, unit)),
    };
    Some(Change { direction, amount, signed: [sign, &number].concat() })
}

/// The change of a row between two periods that can be compared. A level's
/// count changes only within one total.
pub fn change_between(section: &Section, row: &RowRef, from: usize, to: usize) -> Option<Change> {
    // What the parts leave may be of other parts each time.
    if row.role == Role::Remainder || !is_comparable_row(section, row, from, to) {
        return None;
    }
    let (from, to) = (row.figure(from)?, row.figure(to)?);
    let unit = match row.level {
        Some(level) => {
            let size = to.value().zip(from.value()).map(|(to, from)| (to - from).abs());
            plural_unit(level_unit_text(level, section.locale), size, section.locale)
        }
        None => section.rate_unit(),
    };
    change(from, to, unit, section.locale)
}

/// The change against the latest earlier period that can be compared, and
/// which period that is.
pub fn change_before(section: &Section, row: &RowRef, period: usize) -> Option<(usize, Change)> {
    row.figure(period).filter(|figure| figure.is_exact())?;
    (0..period).rev().find_map(|from| Some((from, change_between(section, row, from, period)?)))
}

/// “giảm 2,14 điểm phần trăm”. A growth that is lower has not fallen: it is
/// called lower.
pub fn change_words(kind: ChartKind, change: &Change, locale: &Locale) -> String {
    let word = match (change.direction, kind) {
        (Ordering::Less, ChartKind::Growth) => Word::Lower,
        (Ordering::Greater, ChartKind::Growth) => Word::Higher,
        (Ordering::Less, _) => Word::Fell,
        (Ordering::Greater, _) => Word::Rose,
        (Ordering::Equal, _) => Word::Unchanged,
    };
    locale.say(word, &[("change", &change.amount)])
}

/// Whether a difference between two periods can be told: no change of standard
/// between them, and labels that are alike but for the year. “6 tháng 2024”
/// beside “2024” is not one series.
pub fn is_comparable(section: &Section, from: usize, to: usize) -> bool {
    let is_broken = section.dataset.is_broken_between(section.kind, from, to);
    !is_broken && without_years(section.period(from)) == without_years(section.period(to))
}

/// The same for a row: the counts of a level are compared within one total.
pub fn is_comparable_row(section: &Section, row: &RowRef, from: usize, to: usize) -> bool {
    let whole = |period: usize| row.progress(period).map(|progress| progress.of.value);
    is_comparable(section, from, to) && whole(from) == whole(to)
}

fn without_years(label: &str) -> String {
    let is_year = |run: &str| run.len() == 4 && run.bytes().all(|byte| byte.is_ascii_digit());
    let mut out = String::new();
    let mut run_start = 0;
    for (index, char) in label.char_indices().chain([(label.len(), ' ')]) {
        if char.is_ascii_digit() {
            continue;
        }
        let run = label.get(run_start..index).unwrap_or_default();
        out.push_str(if is_year(run) { "#" } else { run });
        run_start = index + char.len_utf8();
        out.push(char);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;
    use crate::model::{Missing, Qualifier};

    const VI: &Locale = &Locale::VI;

    fn words(from: Figure, to: Figure) -> Option<String> {
        change(&from, &to, "%", VI).map(|change| change_words(ChartKind::Poverty, &change, VI))
    }

    #[test]
    fn rates_change_by_percentage_points() {
        let text = words(exact(4.47), exact(2.33)).unwrap();
        assert_eq!(text, "giảm 2,14\u{A0}điểm phần trăm");
        assert_eq!(words(exact(2.8), exact(2.8)).unwrap(), "không đổi");
        let text = words(exact(-3.5), exact(1.0)).unwrap();
        assert_eq!(text, "tăng 4,5\u{A0}điểm phần trăm");
    }

    #[test]
    fn a_growth_that_is_lower_has_not_fallen() {
        let change = change(&exact(22.15), &exact(20.23), "%", VI).unwrap();
        let text = change_words(ChartKind::Growth, &change, VI);
        assert_eq!(text, "thấp hơn 1,92\u{A0}điểm phần trăm");
    }

    #[test]
    fn no_change_is_told_of_what_is_not_exact() {
        assert_eq!(words(qualified(4.0, Qualifier::Over), exact(2.33)), None);
        assert_eq!(words(exact(4.0), qualified(2.0, Qualifier::About)), None);
        assert_eq!(words(exact(4.0), gap(Missing::Down)), None);
    }

    #[test]
    fn a_level_changes_only_within_one_total() {
        let counts = [(12.0, 15.0), (15.0, 15.0), (16.0, 17.0)];
        let counts = counts.map(|(count, of)| progress(exact(count), of)).to_vec();
        let dataset = ntm(&["2022", "2023", "2024"], vec![level("ntm", counts)]);
        let section = Section::of(&dataset, ChartKind::Ntm, VI).unwrap();
        let row = dataset.row(ChartKind::Ntm, 0).unwrap();
        let (from, told) = change_before(&section, &row, 1).unwrap();
        assert_eq!(from, 0);
        assert_eq!(change_words(ChartKind::Ntm, &told, VI), "tăng 3\u{A0}xã");
        assert_eq!(change_before(&section, &row, 2), None);
    }

    #[test]
    fn only_like_periods_are_compared() {
        for (one, other, comparable) in [
            ("2022", "2023", true),
            ("6 tháng 2023", "6 tháng 2024", true),
            ("6 tháng 2024", "9 tháng 2024", false),
            ("6 tháng 2024", "2024", false),
            ("2010/2011", "2012/2013", true),
            ("trước NTM", "2016", false),
            ("20222", "20233", false),
        ] {
            let dataset = growth(&[one, other], vec![]);
            let section = Section::of(&dataset, ChartKind::Growth, VI).unwrap();
            let told = is_comparable(&section, 0, 1);
            assert_eq!(told, comparable, "{one} {other}");
        }
    }

    #[test]
    fn the_period_before_is_the_latest_that_can_be_compared() {
        let labels = ["2021", "2022", "6 tháng 2023", "2023"];
        let values = vec![exact(5.0), gap(Missing::NoFigure), exact(4.0), exact(3.0)];
        let dataset = poverty(&labels, vec![row("poor", values)]);
        let section = Section::of(&dataset, ChartKind::Poverty, VI).unwrap();
        let row = dataset.row(ChartKind::Poverty, 0).unwrap();
        let (from, told) = change_before(&section, &row, 3).unwrap();
        assert_eq!(from, 0);
        assert_eq!(told.amount, "2\u{A0}điểm phần trăm");
    }

    #[test]
    fn nothing_is_compared_across_a_break() {
        let dataset = tra_cu();
        let section = Section::of(&dataset, ChartKind::Poverty, VI).unwrap();
        assert!(!is_comparable(&section, 0, 1));
        assert!(!is_comparable(&section, 0, 2));
        assert!(is_comparable(&section, 1, 2));
    }
}
