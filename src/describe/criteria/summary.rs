//! What a careful journalist would say of areas and their criteria: how many
//! meet all, which do not, which criteria are most often not met, and what is
//! not known.

use super::super::summary::lead;
use crate::locale::Word;
use crate::model::{Bin, CriteriaSet, Missing, NtmArea, State};
use crate::order::order;
use crate::words::{self, Criteria, List};

/// So few areas are told one by one.
const FEW_AREAS: usize = 3;
const MAX_BINS: usize = 8;

pub(in super::super) fn summary(criteria: &Criteria, highlight: Option<&str>) -> String {
    let section = &criteria.section;
    let highlighted = criteria.ntm.areas.iter().find(|area| Some(&*area.code) == highlight);
    let mut sentences = vec![lead(section)];
    sentences.extend(highlighted.map(|area| words::stopped(&area_words(criteria, area))));
    sentences.extend(bins(criteria));
    let panels = criteria.ntm.panels();
    for (set, areas) in &panels {
        let areas: Vec<&NtmArea> =
            areas.iter().filter_map(|&index| criteria.ntm.areas.get(index)).collect();
        if panels.len() > 1 {
            sentences.push(words::stopped(&criteria.panel_title(set, areas.len())));
        }
        panel(criteria, set, &areas, &mut sentences);
    }
    sentences.push(words::source_line(section.kind, section.dataset, criteria.locale));
    sentences.join(" ")
}

/// “Ngãi Xuyên 19/19 tiêu chí, NTM, 2022”
fn area_words(criteria: &Criteria, area: &NtmArea) -> String {
    let mut text = [&criteria.area_name(area), " ", &criteria.met_in_full(area)].concat();
    let level = criteria.level(area).map(str::to_string);
    for part in [level, criteria.since(area)].into_iter().flatten() {
        text.push_str(", ");
        text.push_str(&part);
    }
    text
}

/// “19 tiêu chí: 44 xã, 42,31%; 15–18 tiêu chí: 29 xã, 28%.”
fn bins(criteria: &Criteria) -> Option<String> {
    let bins = &criteria.ntm.bins;
    let clause = |bin: &Bin| {
        let mut text = [criteria.bin_in_full(bin), criteria.bin_count(bin)].join(": ");
        if let Some(share) = criteria.bin_share(bin) {
            text.push_str(", ");
            text.push_str(&share);
        }
        text
    };
    let mut clauses: Vec<String> = bins.iter().take(MAX_BINS).map(clause).collect();
    if bins.len() > MAX_BINS {
        let rest = criteria.locale.whole(bins.len() - MAX_BINS);
        clauses.push(criteria.locale.say(Word::SummaryRest, &[("count", &rest)]));
    }
    (!clauses.is_empty()).then(|| words::stopped(&clauses.join("; ")))
}

fn panel(criteria: &Criteria, set: &CriteriaSet, areas: &[&NtmArea], sentences: &mut Vec<String>) {
    if areas.len() <= FEW_AREAS {
        let clauses: Vec<String> = areas.iter().map(|area| area_words(criteria, area)).collect();
        sentences.push(words::stopped(&clauses.join("; ")));
    } else {
        sentences.push(how_many_meet_all(criteria, set, areas));
        sentences.extend(those_short(criteria, areas));
    }
    sentences.extend(most_unmet(criteria, set, areas));
    sentences.extend(not_known(criteria, areas));
    if areas.len() > FEW_AREAS {
        sentences.extend(levels(criteria, areas));
    }
}

fn how_many_meet_all(criteria: &Criteria, set: &CriteriaSet, areas: &[&NtmArea]) -> String {
    let locale = criteria.locale;
    let count = areas.iter().filter(|area| area.meets_all()).count();
    let word = if count == areas.len() { Word::SummaryEveryMet } else { Word::SummaryAllMet };
    let places = [
        ("count", &*locale.whole(count)),
        ("total", &*locale.whole(areas.len())),
        ("units", criteria.units(set)),
    ];
    locale.say(word, &places)
}

/// The areas that surely do not meet all, those with the fewest first.
fn those_short(criteria: &Criteria, areas: &[&NtmArea]) -> Option<String> {
    let short: Vec<&NtmArea> = areas.iter().copied().filter(|area| area.falls_short()).collect();
    let count = |index: usize| short.get(index).and_then(|area| area.progress.count.value());
    let sorted = order(short.len(), &|a, b| {
        count(a).unwrap_or_default().total_cmp(&count(b).unwrap_or_default())
    });
    let mut list = List::default();
    for area in sorted.iter().filter_map(|&index| short.get(index)) {
        list.add(&|| [criteria.area_name(area), criteria.met(area)].join(" "));
    }
    say_list(criteria, Word::SummaryShort, &list)
}

/// “17 Môi trường và an toàn thực phẩm (5); 10 Thu nhập (3)”: the count stands beside each, since
/// “most” would be read as a majority.
fn most_unmet(criteria: &Criteria, set: &CriteriaSet, areas: &[&NtmArea]) -> Option<String> {
    let unmet = |index: usize| {
        let is_unmet = |area: &&&NtmArea| area.states.get(index) == Some(&State::NotMet);
        areas.iter().filter(is_unmet).count()
    };
    let counts: Vec<usize> = (0..set.len()).map(unmet).collect();
    let mut list = List::default();
    for index in order(counts.len(), &|a, b| counts.get(b).cmp(&counts.get(a))) {
        if let Some(&count) = counts.get(index).filter(|count| **count > 0) {
            let name = || criteria.criterion(set, index);
            list.add(&|| [&name(), " (", &criteria.locale.whole(count), ")"].concat());
        }
    }
    say_list(criteria, Word::SummaryMostUnmet, &list)
}

/// The areas of which something is not published.
fn not_known(criteria: &Criteria, areas: &[&NtmArea]) -> Option<String> {
    let mut list = List::default();
    for area in areas {
        let applies = area.progress.count.missing() != Some(Missing::NotApplicable);
        if area.states.contains(&State::NoFigure) || (area.states.is_empty() && applies) {
            list.add(&|| criteria.area_name(area));
        }
    }
    say_list(criteria, Word::SummaryUnknown, &list)
}

/// “NTM 13, NTM nâng cao 2”
fn levels(criteria: &Criteria, areas: &[&NtmArea]) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for area in areas {
        let Some(level) = criteria.level(area) else { continue };
        match counts.iter_mut().find(|(other, _)| *other == level) {
            Some((_, count)) => *count += 1,
            None => counts.push((level, 1)),
        }
    }
    let clause =
        |(level, count): &(&str, usize)| [level, " ", &criteria.locale.whole(*count)].concat();
    let clauses: Vec<String> = counts.iter().map(clause).collect();
    (!clauses.is_empty())
        .then(|| criteria.locale.say(Word::SummaryLevels, &[("list", &clauses.join(", "))]))
}

fn say_list(criteria: &Criteria, word: Word, list: &List) -> Option<String> {
    let say = || criteria.locale.say(word, &[("list", &list.say(criteria.locale))]);
    (!list.is_empty()).then(say)
}
