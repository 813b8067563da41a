//! What is said of a bin, of an area, and of one of its criteria.

use super::super::tip::Tip;
use crate::locale::Word;
use crate::model::{Annotation, Bin, Key, NtmArea, State};
use crate::words::{self, Criteria, List};

pub(in super::super) fn tip(criteria: &Criteria, key: Key) -> Tip {
    let (bins, areas) = (&criteria.ntm.bins, &criteria.ntm.areas);
    if let Some(bin) = bins.get(key.row) {
        return of_bin(criteria, bin);
    }
    let Some(area) = areas.get(key.row - bins.len()) else {
        return of_many(criteria, key.row - bins.len() - areas.len(), key.period);
    };
    match key.period.checked_sub(1) {
        None => of_area(criteria, area),
        Some(index) => match area.states.get(index) {
            Some(state) => of_criterion(criteria, area, index, *state),
            None => Tip::default(),
        },
    }
}

fn of_bin(criteria: &Criteria, bin: &Bin) -> Tip {
    let mut tip = begin(criteria, criteria.bin_in_full(bin));
    let label = criteria.locale.say(Word::ColumnUnits, &[("units", criteria.bin_units())]);
    tip.push(&label, criteria.bin_count(bin));
    if let Some(share) = criteria.bin_share(bin) {
        tip.push(criteria.locale.word(Word::LabelShare), share);
    }
    end(&mut tip, criteria, &[&bin.count.annotation, &bin.annotation]);
    tip
}

/// “10 Thu nhập, 2023: 9.214/10.598 xã.”, of what areas of a set have in common.
fn of_many(criteria: &Criteria, set: usize, number: usize) -> Tip {
    let tally = number.checked_sub(1).and_then(|i| criteria.ntm.tallies(set).into_iter().nth(i));
    let (Some(tally), Some(own)) = (tally, criteria.ntm.sets.get(set)) else {
        return Tip::default();
    };
    let mut tip = begin(criteria, criteria.tally_title(set, &tally));
    let label = criteria.locale.say(Word::ColumnUnits, &[("units", criteria.units(own))]);
    tip.push(&label, criteria.tally_count(own, &tally));
    end(&mut tip, criteria, &[]);
    tip
}

/// “Ngãi Xuyên, 2023: 19/19 tiêu chí; mức công nhận: NTM; năm công nhận: 2022.”
fn of_area(criteria: &Criteria, area: &NtmArea) -> Tip {
    let locale = criteria.locale;
    let mut tip = begin(criteria, criteria.area_name(area));
    tip.push(locale.word(Word::LabelMet), criteria.met_in_full(area));
    let unmet = unmet(criteria, area);
    if !unmet.is_empty() {
        tip.push(locale.word(Word::LabelNotMet), unmet.say(locale));
    }
    if let Some(level) = criteria.level(area) {
        tip.push(locale.word(Word::LabelLevel), level.to_string());
    }
    if let Some(since) = criteria.since_or_missing(area) {
        tip.push(locale.word(Word::LabelSince), since);
    }
    end(&mut tip, criteria, &[&area.progress.count.annotation, &area.annotation]);
    tip
}

fn unmet(criteria: &Criteria, area: &NtmArea) -> List {
    let mut list = List::default();
    let Some(set) = criteria.ntm.sets.get(area.set) else { return list };
    for (index, state) in area.states.iter().enumerate() {
        if *state == State::NotMet {
            list.add(&|| criteria.criterion(set, index));
        }
    }
    list
}

/// “Ngãi Xuyên, tiêu chí 10 Thu nhập: đạt; kỳ: 2023.”
fn of_criterion(criteria: &Criteria, area: &NtmArea, index: usize, state: State) -> Tip {
    let locale = criteria.locale;
    let mut tip = Tip::default();
    if let Some(set) = criteria.ntm.sets.get(area.set) {
        let places = [
            ("area", &*criteria.area_name(area)),
            ("id", &*criteria.criterion_label(set, index)),
            ("name", criteria.criterion_name(set, index)),
        ];
        tip.title = locale.say(Word::AreaCriterion, &places);
    }
    tip.text = [&tip.title, ": "].concat();
    tip.push(locale.word(Word::LabelResult), criteria.state(state).to_string());
    tip.push(locale.word(Word::LabelPeriod), criteria.period().to_string());
    end(&mut tip, criteria, &[&area.annotation]);
    tip
}

fn begin(criteria: &Criteria, title: String) -> Tip {
    let text = [&title, ", ", criteria.period(), ": "].concat();
    Tip { title, rows: Vec::new(), text }
}

/// Period, note and source; a sentence that began with the period has told it.
fn end(tip: &mut Tip, criteria: &Criteria, annotations: &[&Annotation]) {
    let section = &criteria.section;
    let label = criteria.locale.word(Word::LabelPeriod);
    if !tip.rows.iter().any(|(own, _)| own == label) {
        tip.rows.insert(1, (label.to_string(), criteria.period().to_string()));
    }
    if let Some(note) = annotations.iter().find_map(|annotation| annotation.note.as_ref()) {
        tip.push(criteria.locale.word(Word::LabelNote), section.text(note).to_string());
    }
    if let Some(source) = section.dataset.nearest_source(section.kind, annotations) {
        tip.push(criteria.locale.word(Word::LabelSource), words::source(source, criteria.locale));
    }
    tip.text.push('.');
}
