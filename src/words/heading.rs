//! Titles, subtitles and periods.

use super::criteria::Criteria;
use super::figure::is_percent;
use super::name::{level_unit_text, row_name};
use super::section::Section;
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Heading, Ntm, Periods, Poverty, Text};

/// The section's unit; per cent where it gives none.
pub fn unit(heading: &Heading, locale: &Locale) -> String {
    heading.unit.as_ref().map_or("%", |unit| unit.get(locale.code())).to_string()
}

pub fn period(label: &Text, locale: &Locale) -> String {
    label.get(locale.code()).to_string()
}

/// A period that opens a sentence: “Năm 2023”, but “6 tháng 2024”.
pub fn period_lead(label: &Text, locale: &Locale) -> String {
    let label = label.get(locale.code());
    if is_year(label) {
        return locale.say(Word::InYear, &[("period", label)]);
    }
    // “tháng”, “quý”, “đầu”: the tables for all capitals of Unicode are larger
    // than the rest of this file.
    let mut chars = label.chars();
    let first = chars.next().map(|first| match first {
        'đ' => 'Đ',
        _ => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(chars).collect()
}

/// A period inside a sentence: “năm 2023”, but “6 tháng 2024”.
pub fn period_within(label: &str, locale: &Locale) -> String {
    if is_year(label) {
        return locale.say(Word::TheYear, &[("period", label)]);
    }
    label.to_string()
}

/// From one period to another: “2021–2023”.
pub fn period_span(periods: &Periods, from: usize, to: usize, locale: &Locale) -> String {
    let label = |index: usize| periods.labels.get(index).map(|label| label.get(locale.code()));
    let mut text = label(from).unwrap_or_default().to_string();
    if let Some(last) = label(to).filter(|_| to != from) {
        text.push_str(if is_year(&text) && is_year(last) { "–" } else { "\u{A0}– " });
        text.push_str(last);
    }
    text
}

pub fn place(dataset: &Dataset, locale: &Locale) -> String {
    dataset.place.get(locale.code()).to_string()
}

pub fn title(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> String {
    if let Some(title) = dataset.heading(kind).and_then(|heading| heading.title.as_ref()) {
        return title.get(locale.code()).to_string();
    }
    let word = match (kind, &dataset.poverty) {
        (ChartKind::Growth, _) => Word::GrowthTitle,
        (ChartKind::NtmCriteria, _) => {
            return Criteria::of(dataset, locale).map_or(String::new(), |own| own.title());
        }
        (ChartKind::Structure, _) => Word::StructureTitle,
        (ChartKind::LivingStandards, _) => Word::LivingStandardsTitle,
        (ChartKind::Ntm, _) => Word::NtmTitle,
        (ChartKind::Targets, _) if has_plans(dataset) => Word::TargetsTitle,
        (ChartKind::Targets, _) => Word::KeyFiguresTitle,
        (ChartKind::Poverty, Some(poverty)) => return poverty_title(poverty, locale),
        (ChartKind::Poverty, None) => Word::PovertyTitle,
    };
    locale.word(word).to_string()
}

/// Names only the series that are there.
fn poverty_title(poverty: &Poverty, locale: &Locale) -> String {
    let built_in = poverty.series.iter().all(|row| row.name.is_none());
    match poverty.series.as_slice() {
        [one] => row_name(ChartKind::Poverty, &one.id, one.name.as_ref(), locale),
        [_, _] if built_in => locale.word(Word::PoorAndNearPoorTitle).to_string(),
        _ => locale.word(Word::PovertyTitle).to_string(),
    }
}

/// Measure, unit and period: “Giá trị sản xuất, giá so sánh 2010, %, 2023”.
pub fn subtitle(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> String {
    let Some(section) = Section::of(dataset, kind, locale) else { return String::new() };
    if kind == ChartKind::NtmCriteria {
        return Criteria::of(dataset, locale).map_or(String::new(), |own| criteria_subtitle(&own));
    }
    if kind == ChartKind::Targets {
        return targets_subtitle(&section);
    }
    let units = dataset.ntm.iter().filter(|_| kind == ChartKind::Ntm).find_map(|ntm| {
        let units = level_units(ntm, locale);
        (!units.is_empty()).then_some(units)
    });
    let unit = match (&units, kind) {
        (Some(units), _) => units,
        (None, ChartKind::Ntm) => "",
        (None, _) => section.rate_unit(),
    };
    let mut text = match &section.heading.measure {
        Some(measure) => section.text(measure).to_string(),
        None => default_measure(kind, unit, locale),
    };
    // Where the measure names its unit, once is enough.
    let says_unit = kind == ChartKind::Ntm && section.heading.measure.is_none();
    if !says_unit && !text.split(',').any(|part| part.trim_start() == unit) {
        push_part(&mut text, unit);
    }
    push_part(&mut text, &periods_shown(kind, dataset, locale));
    text
}

/// From the first to the last period of a chart: “2021–2023”.
pub fn periods_shown(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> String {
    let Some(periods) = dataset.periods(kind) else { return String::new() };
    let last = periods.len().saturating_sub(1);
    // Criteria are those that are met by now.
    let first = if kind == ChartKind::NtmCriteria { last } else { 0 };
    period_span(periods, first, last, locale)
}

/// A measure that the section gives is that of its levels, where it has some.
fn criteria_subtitle(criteria: &Criteria) -> String {
    let section = &criteria.section;
    let measure = section.heading.measure.as_ref().filter(|_| criteria.ntm.levels.is_empty());
    let mut text = match measure {
        Some(measure) => section.text(measure).to_string(),
        None => criteria.measure(),
    };
    push_part(&mut text, criteria.period());
    text
}

/// Whose plans they are, and the period: “Kết quả so với Nghị quyết, 2023”. Each
/// item has a unit of its own.
fn targets_subtitle(section: &Section) -> String {
    let basis = section.dataset.targets.as_ref().and_then(|targets| targets.basis.as_ref());
    let mut text = basis.map_or(String::new(), |basis| {
        let basis = super::unstopped(section.text(basis));
        section.locale.say(Word::TargetsMeasure, &[("basis", basis)])
    });
    push_part(&mut text, section.period(0));
    text
}

fn has_plans(dataset: &Dataset) -> bool {
    let mut items = dataset.targets.iter().flat_map(|targets| &targets.items);
    items.any(|item| item.planned().is_some())
}

fn push_part(text: &mut String, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(", ");
    }
    text.push_str(part);
}

/// That of ntm says what is counted.
fn default_measure(kind: ChartKind, unit: &str, locale: &Locale) -> String {
    let word = match kind {
        ChartKind::Ntm | ChartKind::NtmCriteria if unit.is_empty() => Word::NtmMeasure,
        ChartKind::Ntm | ChartKind::NtmCriteria => Word::NtmMeasureUnits,
        _ if !is_percent(unit) => return String::new(),
        ChartKind::Growth => Word::GrowthMeasure,
        ChartKind::Structure => Word::StructureMeasure,
        ChartKind::LivingStandards => Word::LivingStandardsMeasure,
        ChartKind::Poverty => Word::PovertyMeasure,
        ChartKind::Targets => return String::new(),
    };
    locale.say(word, &[("units", unit)])
}

/// What the levels count, each unit once; nothing where they are too many.
fn level_units(ntm: &Ntm, locale: &Locale) -> String {
    let mut units: Vec<&str> = Vec::new();
    for level in &ntm.levels {
        let unit = level_unit_text(level, locale);
        if !unit.is_empty() && !units.contains(&unit) {
            units.push(unit);
        }
    }
    if units.len() > 4 { String::new() } else { units.join(", ") }
}

fn is_year(label: &str) -> bool {
    label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;

    const VI: &Locale = &Locale::VI;

    #[test]
    fn the_default_title_names_only_the_series_that_are_there() {
        let poor = || row("poor", vec![exact(2.33)]);
        let near = || row("nearPoor", vec![exact(2.8)]);
        let khmer = || named_row("khmer", "Hộ Khmer nghèo", vec![exact(2.78)]);
        for (series, expected) in [
            (vec![poor(), near()], "Hộ nghèo và hộ cận nghèo"),
            (vec![poor()], "Hộ nghèo"),
            (vec![near()], "Hộ cận nghèo"),
            (vec![khmer()], "Hộ Khmer nghèo"),
            (vec![poor(), khmer()], "Tình hình nghèo"),
            (vec![poor(), near(), khmer()], "Tình hình nghèo"),
        ] {
            let dataset = poverty(&["2023"], series);
            assert_eq!(title(ChartKind::Poverty, &dataset, VI), expected);
        }
        assert_eq!(title(ChartKind::Growth, &tra_cu(), VI), "Tăng trưởng theo khu vực kinh tế");
        assert_eq!(title(ChartKind::Ntm, &tra_cu(), VI), "Xây dựng nông thôn mới");
    }

    #[test]
    fn the_subtitle_says_measure_unit_and_period() {
        let dataset = tra_cu();
        for (kind, text) in [
            (ChartKind::Growth, "Giá trị sản xuất, giá so sánh 2010, %, 2022–2023"),
            (ChartKind::Poverty, "Tỷ lệ, %, 2021–2023"),
            (ChartKind::Ntm, "Số xã, thị trấn, tiêu chí đã đạt trên tổng số, 2023"),
        ] {
            assert_eq!(subtitle(kind, &dataset, VI), text);
        }
    }

    #[test]
    fn the_subtitle_says_the_unit_once() {
        let mut dataset = tra_cu();
        let growth = dataset.growth.as_mut().unwrap();
        growth.heading.measure = Some(text_of("Giá trị sản xuất tăng so với cùng kỳ, %"));
        let text = "Giá trị sản xuất tăng so với cùng kỳ, %, 2022–2023";
        assert_eq!(subtitle(ChartKind::Growth, &dataset, VI), text);
    }

    #[test]
    fn a_span_of_periods_that_are_not_years_has_spaces() {
        let dataset = growth(&["6 tháng 2024", "2024"], vec![]);
        let periods = dataset.periods(ChartKind::Growth).unwrap();
        assert_eq!(period_span(periods, 0, 1, VI), "6 tháng 2024\u{A0}– 2024");
        assert_eq!(period_span(periods, 1, 1, VI), "2024");
        assert_eq!(period_span(periods, 5, 9, VI), "");
        assert_eq!(period_lead(&periods.labels[0], VI), "6 tháng 2024");
        assert_eq!(period_lead(&periods.labels[1], VI), "Năm 2024");
        assert_eq!(period_lead(&text_of("tháng 6/2025"), VI), "Tháng 6/2025");
    }
}
