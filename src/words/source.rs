//! Where figures come from.

use crate::locale::{Locale, Word};
use crate::model::{Annotation, ChartKind, Dataset, Date, Figure, Missing, Role, Source};

/// One source: “Trang Thông tin điện tử huyện Trà Cú, 05/01/2024”.
pub fn source(source: &Source, locale: &Locale) -> String {
    let mut text = source.name.get(locale.code()).to_string();
    let mut push = |part: &str| {
        text.push_str(", ");
        text.push_str(part);
    };
    if let Some(publisher) = &source.publisher {
        push(publisher.get(locale.code()));
    }
    if let Some(date) = source.date {
        push(&date_of(date, locale));
    }
    if let Some(license) = &source.license {
        push(license.get(locale.code()));
    }
    text
}

fn date_of(date: Date, locale: &Locale) -> String {
    locale.date(date.year, date.month, date.day)
}

/// All sources that a chart's figures have, and the day they were counted.
pub fn source_line(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> String {
    let (sources, some_without) = sources(kind, dataset);
    let mut list = String::new();
    for item in sources {
        push_item(&mut list, super::unstopped(&source(item, locale)));
    }
    let mut line = if list.is_empty() {
        locale.word(Word::SourceNone).to_string()
    } else {
        if some_without {
            push_item(&mut list, locale.word(Word::SourceSome));
        }
        locale.say(Word::Source, &[("list", &list)])
    };
    if let Some(date) = dataset.as_of {
        line.push(' ');
        line.push_str(&locale.say(Word::AsOf, &[("date", &date_of(date, locale))]));
    }
    line
}

fn push_item(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push_str("; ");
    }
    list.push_str(item);
}

/// The sources of the figures, the section's first, and whether a figure has none.
pub fn sources(kind: ChartKind, dataset: &Dataset) -> (Vec<&Source>, bool) {
    let (indices, some_without) = sources_used(kind, dataset);
    let sources = indices.iter().filter_map(|&index| dataset.sources.get(index));
    (sources.collect(), some_without)
}

fn sources_used(kind: ChartKind, dataset: &Dataset) -> (Vec<usize>, bool) {
    let section = dataset.section_source(kind);
    let mut used = Vec::new();
    let mut some_without = false;
    let periods = dataset.periods(kind).map_or(0, |periods| periods.len());
    let mut use_source = |figure: &Figure, row: &Annotation| {
        let own = figure.annotation.source.or(row.source);
        // A gap needs no source, but one that names it is told.
        if own.is_none() && figure.missing() == Some(Missing::NoFigure) {
            return;
        }
        match own.or(section) {
            Some(index) if used.contains(&index) => {}
            Some(index) => used.push(index),
            None => some_without = true,
        }
    };
    // What the parts leave comes from no source.
    for row in dataset.rows(kind).filter(|row| row.role != Role::Remainder) {
        for (_, figure) in (0..periods).flat_map(|period| row.published(period)) {
            use_source(figure, row.annotation);
        }
    }
    if let Some(ntm) = dataset.ntm.as_ref().filter(|_| kind == ChartKind::NtmCriteria) {
        for bin in &ntm.bins {
            use_source(&bin.count, &bin.annotation);
        }
        for area in &ntm.areas {
            use_source(&area.progress.count, &area.annotation);
        }
    }
    if let Some(section) = section {
        let place = used.iter().position(|&index| index == section);
        match place {
            Some(place) => drop(used.remove(place)),
            None if !used.is_empty() => return (used, some_without),
            None => {}
        }
        used.insert(0, section);
    }
    (used, some_without)
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;

    fn line(dataset: &Dataset) -> String {
        source_line(ChartKind::Poverty, dataset, &Locale::VI)
    }

    #[test]
    fn a_section_without_source_uses_the_only_one() {
        let text = "Nguồn: Trang Thông tin điện tử huyện Trà Cú, 05/01/2024.";
        assert_eq!(line(&tra_cu()), text);
    }

    #[test]
    fn with_several_sources_and_none_named_it_says_so() {
        let mut dataset = tra_cu();
        dataset.sources.push(a_source("bdt", "Báo Dân tộc"));
        assert_eq!(line(&dataset), "Không nêu nguồn.");
        dataset.sources.clear();
        assert_eq!(line(&dataset), "Không nêu nguồn.");
    }

    #[test]
    fn the_nearest_source_wins_and_the_section_s_comes_first() {
        let mut dataset = tra_cu();
        dataset.sources.insert(0, a_source("bdt", "Báo Dân tộc"));
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.series[0].values[1].annotation.source = Some(0);
        assert_eq!(line(&dataset), "Nguồn: Báo Dân tộc; một số số liệu không nêu nguồn.");
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.heading.annotation.source = Some(1);
        let both = "Nguồn: Trang Thông tin điện tử huyện Trà Cú, 05/01/2024; Báo Dân tộc.";
        assert_eq!(line(&dataset), both);
        // Nothing is left that comes from the section's source.
        for row in &mut dataset.poverty.as_mut().unwrap().series {
            row.annotation.source = Some(0);
        }
        assert_eq!(line(&dataset), "Nguồn: Báo Dân tộc.");
    }

    #[test]
    fn the_day_of_the_figures_is_told() {
        let mut dataset = tra_cu();
        dataset.as_of = Some(Date { year: 2023, month: 12, day: 31 });
        assert!(line(&dataset).ends_with("05/01/2024. Số liệu đến 31/12/2023."));
        let english = source_line(ChartKind::Poverty, &dataset, &Locale::EN);
        assert!(english.ends_with("5 January 2024. Figures as of 31 December 2023."));
    }
}
