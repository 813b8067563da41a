//! Names of rows, their units, and of breaks.

use crate::locale::{Builtin, Locale, Word};
use crate::model::{Break, ChartKind, Level, RowRef, Text};

/// The name given, else the built-in one: in the language asked for, else in
/// Vietnamese, as with every Text.
pub fn row_name(kind: ChartKind, id: &str, name: Option<&Text>, locale: &Locale) -> String {
    name_text(kind, id, name, locale).to_string()
}

pub(super) fn name_text<'a>(
    kind: ChartKind,
    id: &'a str,
    name: Option<&'a Text>,
    locale: &Locale,
) -> &'a str {
    let builtins = match kind {
        _ if name.is_some() => return name.map_or("", |name| name.get(locale.code())),
        ChartKind::Growth if id == "target" => return locale.word(Word::Target),
        ChartKind::Structure | ChartKind::LivingStandards if id == "remainder" => {
            return locale.word(Word::Remainder);
        }
        ChartKind::Growth | ChartKind::Structure => Builtin::Sector,
        ChartKind::LivingStandards => Builtin::Group,
        ChartKind::Poverty => Builtin::Poverty,
        ChartKind::Ntm | ChartKind::NtmCriteria => Builtin::Level,
        // Items have no built-in names.
        ChartKind::Targets => return id,
    };
    locale.builtin(builtins, id).unwrap_or(id)
}

/// “Khu vực II”, as plans and reports number the sectors.
pub fn sector_numeral(id: &str, locale: &Locale) -> Option<String> {
    matches!(id, "I" | "II" | "III").then(|| locale.say(Word::SectorNumeral, &[("id", id)]))
}

/// A name that stands alone: “Khu vực II: Công nghiệp và xây dựng”.
pub fn row_title(kind: ChartKind, row: &RowRef, locale: &Locale) -> String {
    let name = name_text(kind, row.id, row.name, locale);
    match sector_numeral(row.id, locale) {
        Some(numeral) if has_sectors(kind) && !name.starts_with(&numeral) => {
            [&numeral, name].join(": ")
        }
        _ => name.to_string(),
    }
}

fn has_sectors(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Growth | ChartKind::Structure)
}

/// What a level counts: “xã”.
pub fn level_unit(level: &Level, locale: &Locale) -> Option<String> {
    let unit = level_unit_text(level, locale);
    (!unit.is_empty()).then(|| unit.to_string())
}

/// Empty where it is not known what is counted.
pub(super) fn level_unit_text<'a>(level: &'a Level, locale: &Locale) -> &'a str {
    match &level.unit {
        Some(unit) => unit.get(locale.code()),
        None => locale.builtin(Builtin::LevelUnit, &level.id).unwrap_or_default(),
    }
}

/// The unit of so many. Units are plurals: of one, English would need another
/// word.
pub(super) fn plural_unit<'a>(unit: &'a str, count: Option<f64>, locale: &Locale) -> &'a str {
    if locale.code() == "en" && count == Some(1.0) { "" } else { unit }
}

/// What changed, in the document's words where it has some.
pub fn break_name(a_break: &Break, locale: &Locale) -> String {
    break_text(a_break, locale).to_string()
}

pub(super) fn break_text<'a>(a_break: &'a Break, locale: &Locale) -> &'a str {
    match &a_break.note {
        Some(note) => note.get(locale.code()),
        None => locale.word(Word::BreakName),
    }
}

/// The label of a count: “Số hộ”.
pub fn count_label(kind: ChartKind, row: &RowRef, locale: &Locale) -> &'static str {
    locale.word(if counts_households(kind, row) { Word::LabelHouseholds } else { Word::LabelCount })
}

/// The built-in series and groups count households; a renamed one may not.
pub(super) fn counts_households(kind: ChartKind, row: &RowRef) -> bool {
    matches!(kind, ChartKind::Poverty | ChartKind::LivingStandards) && row.name.is_none()
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;

    fn name(kind: ChartKind, id: &str, tag: &str) -> String {
        row_name(kind, id, None, &Locale::parse(tag))
    }

    #[test]
    fn built_in_ids_bring_names() {
        assert_eq!(name(ChartKind::Growth, "II", "vi"), "Công nghiệp và xây dựng");
        assert_eq!(name(ChartKind::Growth, "II", "en"), "Industry and construction");
        assert_eq!(name(ChartKind::Growth, "target", "vi"), "Mục tiêu");
        assert_eq!(name(ChartKind::Poverty, "nearPoor", "vi"), "Hộ cận nghèo");
        assert_eq!(name(ChartKind::Ntm, "ntmAdvanced", "vi"), "Xã nông thôn mới nâng cao");
        assert_eq!(name(ChartKind::Growth, "poor", "vi"), "poor");
    }

    #[test]
    fn every_built_in_id_has_a_name_in_every_language() {
        use crate::model::{GROUPS, LEVELS, SECTORS, SERIES};
        for locale in [Locale::VI, Locale::EN, Locale::parse("km")] {
            for (kind, ids) in [
                (Builtin::Sector, SECTORS),
                (Builtin::Poverty, SERIES),
                (Builtin::Group, GROUPS),
                (Builtin::Level, LEVELS),
                (Builtin::LevelUnit, LEVELS),
            ] {
                for id in ids {
                    assert!(locale.builtin(kind, id).is_some(), "{id}");
                }
            }
        }
    }

    #[test]
    fn a_given_name_wins() {
        let given = text_of("Nông nghiệp");
        let text = row_name(ChartKind::Growth, "I", Some(&given), &Locale::EN);
        assert_eq!(text, "Nông nghiệp");
    }

    #[test]
    fn a_sector_that_stands_alone_has_its_numeral_once() {
        let dataset = tra_cu();
        let row = dataset.row(ChartKind::Growth, 1).unwrap();
        let title = |row: &RowRef| row_title(ChartKind::Growth, row, &Locale::VI);
        assert_eq!(title(&row), "Khu vực II: Công nghiệp và xây dựng");
        let given = text_of("Khu vực II (công nghiệp)");
        assert_eq!(title(&RowRef { name: Some(&given), ..row }), "Khu vực II (công nghiệp)");
        let total = dataset.row(ChartKind::Growth, 3).unwrap();
        assert_eq!(title(&total), "Tổng số");
    }
}
