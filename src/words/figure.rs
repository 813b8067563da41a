//! Figures: number, qualifier, unit, status, or the word for a missing one.

use super::name::counts_households;
use super::remainder::remainder;
use super::section::Section;
use crate::locale::{Locale, Word};
use crate::model::{
    ChartKind, Figure, Missing, Number, Observation, Part, Qualifier, Role, RowRef, Status,
};

/// “trên 36%”, “4,15% (sơ bộ)”, “tăng, không nêu số”.
pub fn figure(figure: &Figure, unit: &str, locale: &Locale) -> String {
    let mut text = figure_bare(figure, unit, locale);
    if let Some(status) = status(figure, locale) {
        push_bracketed(&mut text, status);
    }
    text
}

/// A figure without the word for its status.
pub fn figure_bare(figure: &Figure, unit: &str, locale: &Locale) -> String {
    match figure.observation {
        Observation::Missing(reason) => missing(reason, locale).to_string(),
        Observation::Known { number, qualifier, .. } => {
            with_unit(&written(number, qualifier, locale), unit)
        }
    }
}

/// A figure of a row with its status.
pub fn figure_of(section: &Section, row: &RowRef, of: &Figure) -> String {
    let (unit, locale) = (section.unit(row, Part::Value), section.locale);
    if row.role != Role::Remainder {
        return figure(of, unit, locale);
    }
    let mut text = remainder(of, unit, locale);
    if of.value().is_some() {
        push_bracketed(&mut text, locale.word(Word::Derived));
    }
    text
}

/// A figure with its status and the count behind it:
/// “2,33% (sơ bộ; 1.011 trong 43.369 hộ)”.
pub fn figure_with_count(section: &Section, row: &RowRef, figure: &Figure) -> String {
    let locale = section.locale;
    if row.role == Role::Remainder {
        return figure_of(section, row, figure);
    }
    let mut text = figure_bare(figure, section.rate_unit(), locale);
    match (status(figure, locale), count_of(section.kind, row, figure, locale)) {
        (Some(status), Some(count)) => push_bracketed(&mut text, &[status, &count].join("; ")),
        (Some(status), None) => push_bracketed(&mut text, status),
        (None, Some(count)) => push_bracketed(&mut text, &count),
        (None, None) => {}
    }
    text
}

/// For a label beside a mark: the subtitle says the unit, only % is repeated.
pub fn value_short(figure: &Figure, unit: &str, locale: &Locale) -> String {
    figure_bare(figure, if is_percent(unit) { unit } else { "" }, locale)
}

/// A sector's part in the growth: “6,56 điểm phần trăm”.
pub fn contribution(value: &Figure, locale: &Locale) -> String {
    figure(value, locale.word(Word::Points), locale)
}

/// The count behind a rate: “1.011 trong 43.369 hộ”. What is counted is said
/// only where it is known to be households.
pub fn count_of(kind: ChartKind, row: &RowRef, figure: &Figure, locale: &Locale) -> Option<String> {
    let unit = if counts_households(kind, row) { locale.word(Word::Households) } else { "" };
    let write = |number: Number, unit: &str| with_unit(&written(number, None, locale), unit);
    Some(match (figure.count, figure.of) {
        (Some(count), Some(of)) => {
            locale.say(Word::CountOf, &[("count", &write(count, "")), ("of", &write(of, unit))])
        }
        (Some(count), None) => write(count, unit),
        (None, Some(of)) => locale.say(Word::OfOnly, &[("of", &write(of, unit))]),
        (None, None) => return None,
    })
}

/// A number with its unit, held together: “36%”, “14.120 tỷ đồng”.
pub fn with_unit(number: &str, unit: &str) -> String {
    let mut text = number.to_string();
    if !unit.is_empty() && !is_percent(unit) {
        text.push('\u{A0}');
    }
    text.push_str(unit);
    text
}

pub fn missing(reason: Missing, locale: &Locale) -> &'static str {
    locale.word(match reason {
        Missing::NoFigure => Word::NoFigure,
        Missing::Suppressed => Word::Suppressed,
        Missing::NotCollected => Word::NotCollected,
        Missing::NotApplicable => Word::NotApplicable,
        Missing::Up => Word::Up,
        Missing::Down => Word::Down,
    })
}

/// “sơ bộ”, “ước”, “đã điều chỉnh”.
pub fn status(figure: &Figure, locale: &Locale) -> Option<&'static str> {
    Some(locale.word(match figure.status()? {
        Status::Provisional => Word::Provisional,
        Status::Estimated => Word::Estimated,
        Status::Revised => Word::Revised,
        Status::Derived => Word::Derived,
    }))
}

pub(super) fn written(number: Number, qualifier: Option<Qualifier>, locale: &Locale) -> String {
    let number = locale.number(number.value, number.decimals);
    let Some(qualifier) = qualifier else { return number };
    [qualifier_word(qualifier, locale), &number].join(" ")
}

/// “trên”, “khoảng”.
pub(super) fn qualifier_word(qualifier: Qualifier, locale: &Locale) -> &'static str {
    locale.word(match qualifier {
        Qualifier::Over => Word::Over,
        Qualifier::Under => Word::Under,
        Qualifier::About => Word::About,
        Qualifier::Nearly => Word::Nearly,
        Qualifier::AtLeast => Word::AtLeast,
        Qualifier::AtMost => Word::AtMost,
    })
}

pub(super) fn push_bracketed(text: &mut String, words: &str) {
    text.push_str(" (");
    text.push_str(words);
    text.push(')');
}

/// Per cent, or per cent of something (“%/năm”): written without a space.
pub fn is_percent(unit: &str) -> bool {
    unit.starts_with(['%', '‰'])
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;

    const VI: &Locale = &Locale::VI;

    #[test]
    fn a_figure_is_written_as_what_it_is() {
        for (value, text) in [
            (exact(36.0), "36%"),
            (qualified(36.0, Qualifier::Over), "trên 36%"),
            (qualified(36.0, Qualifier::Under), "dưới 36%"),
            (qualified(36.0, Qualifier::About), "khoảng 36%"),
            (qualified(36.0, Qualifier::Nearly), "gần 36%"),
            (qualified(36.0, Qualifier::AtLeast), "ít nhất 36%"),
            (qualified(36.0, Qualifier::AtMost), "không quá 36%"),
            (exact(-40.85), "−40,85%"),
            (exact(0.0), "0%"),
            (gap(Missing::NoFigure), "chưa có số liệu"),
            (gap(Missing::Suppressed), "không công bố"),
            (gap(Missing::NotCollected), "không thu thập"),
            (gap(Missing::NotApplicable), "không áp dụng"),
            (gap(Missing::Up), "tăng, không nêu số"),
            (gap(Missing::Down), "giảm, không nêu số"),
            (with_status(4.15, Status::Provisional), "4,15% (sơ bộ)"),
            (with_status(4.15, Status::Estimated), "4,15% (ước)"),
            (with_status(4.15, Status::Revised), "4,15% (đã điều chỉnh)"),
        ] {
            assert_eq!(figure(&value, "%", VI), text);
        }
        assert_eq!(figure_bare(&with_status(4.15, Status::Provisional), "%", VI), "4,15%");
    }

    #[test]
    fn number_and_unit_hold_together() {
        let value = qualified(14120.0, Qualifier::Over);
        assert_eq!(figure(&value, "tỷ đồng", VI), "trên 14.120\u{A0}tỷ đồng");
        assert_eq!(value_short(&value, "tỷ đồng", VI), "trên 14.120");
        assert_eq!(value_short(&value, "%", VI), "trên 14.120%");
        assert_eq!(figure(&exact(2.33), "%", &Locale::EN), "2.33%");
        assert_eq!(figure(&exact(2.0), "", VI), "2");
    }

    #[test]
    fn the_unit_of_a_count_is_said_only_where_it_is_known() {
        let dataset = tra_cu();
        let row = dataset.row(ChartKind::Poverty, 0).unwrap();
        let say = |count: Option<f64>, of: Option<f64>, row: &RowRef, locale: &Locale| {
            count_of(ChartKind::Poverty, row, &counted(2.33, count, of), locale)
        };
        let both = (Some(1011.0), Some(43369.0));
        let text = say(both.0, both.1, &row, VI).unwrap();
        assert_eq!(text, "1.011 trong 43.369\u{A0}hộ");
        assert_eq!(say(both.0, None, &row, VI).unwrap(), "1.011\u{A0}hộ");
        assert_eq!(say(None, both.1, &row, VI).unwrap(), "trong tổng số 43.369\u{A0}hộ");
        assert_eq!(say(None, None, &row, VI), None);
        let text = say(both.0, both.1, &row, &Locale::EN).unwrap();
        assert_eq!(text, "1,011 of 43,369\u{A0}households");
        let named = text_of("Trẻ em nghèo");
        let renamed = RowRef { name: Some(&named), ..row };
        assert_eq!(say(both.0, both.1, &renamed, VI).unwrap(), "1.011 trong 43.369");
    }
}
