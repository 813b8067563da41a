//! Areas, their criteria, and bins of areas, in words.

use super::figure::{figure, missing, push_bracketed, status, with_unit, written};
use super::name::plural_unit;
use super::notes::OwnNotes;
use super::progress::{progress_count, progress_share, progress_with_unit};
use super::section::Section;
use crate::locale::{Builtin, Locale, Word};
use crate::model::{
    Bin, BuiltInSet, ChartKind, CriteriaSet, Dataset, Group, Missing, Ntm, NtmArea, Progress,
    State, Tally, Trait,
};

/// Ids that stand above a cell; longer ones are codes, and numbers stand there.
const LONGEST_LABEL: usize = 4;

/// The areas and bins of a document, with the language to write them in.
#[derive(Clone, Copy)]
pub struct Criteria<'a> {
    pub section: Section<'a>,
    pub ntm: &'a Ntm,
    pub locale: &'a Locale,
}

impl<'a> Criteria<'a> {
    /// `None` where the document has neither areas nor bins.
    pub fn of(dataset: &'a Dataset, locale: &'a Locale) -> Option<Criteria<'a>> {
        let section = Section::of(dataset, ChartKind::NtmCriteria, locale)?;
        let ntm = dataset.ntm.as_ref().filter(|ntm| ntm.has_grid())?;
        Some(Criteria { section, ntm, locale })
    }

    /// Areas are as of the last period.
    pub fn period(&self) -> &'a str {
        self.section.period(self.section.periods.len().saturating_sub(1))
    }

    /// What the areas of a set are: “xã”; as the section's level says, where it
    /// counts the same.
    pub fn units(&self, set: &CriteriaSet) -> &'a str {
        let (word, level) = match set.built_in {
            Some(BuiltInSet::Commune2021 | BuiltInSet::Commune2026) => (Word::UnitNtm, "ntm"),
            Some(BuiltInSet::Urban2022) => (Word::UnitUrban, "urban"),
            Some(BuiltInSet::District2021) => (Word::UnitDistrict, ""),
            None => (Word::Areas, ""),
        };
        let level = self.ntm.levels.iter().find(|own| own.id == level);
        let own = level.and_then(|level| level.unit.as_ref());
        own.map_or(self.locale.word(word), |unit| self.section.text(unit))
    }

    /// What bins count: communes, where no set says otherwise.
    pub fn bin_units(&self) -> &'a str {
        self.ntm.own_set().map_or(self.locale.word(Word::UnitNtm), |set| self.units(set))
    }

    /// What all areas together are.
    fn all_units(&self) -> &'a str {
        let mut units = self.ntm.panels().into_iter().map(|(set, _)| self.units(set));
        let first = units.next().unwrap_or_default();
        if units.all(|other| other == first) { first } else { self.locale.word(Word::Areas) }
    }

    /// “15 xã, 19 tiêu chí xã nông thôn mới giai đoạn 2021–2025”; of one area
    /// the criteria alone.
    pub fn panel_title(&self, set: &CriteriaSet, areas: usize) -> String {
        let count = self.locale.whole(set.len());
        let word = match set.built_in {
            Some(BuiltInSet::Commune2021) => Word::SetCommune2021,
            Some(BuiltInSet::Commune2026) => Word::SetCommune2026,
            Some(BuiltInSet::Urban2022) => Word::SetUrban2022,
            Some(BuiltInSet::District2021) => Word::SetDistrict2021,
            None => return self.beside_areas(areas, self.units(set), self.criteria(&count)),
        };
        let criteria = self.locale.say(word, &[("count", &count)]);
        self.beside_areas(areas, self.units(set), criteria)
    }

    fn beside_areas(&self, areas: usize, units: &str, rest: String) -> String {
        if areas == 1 {
            return rest;
        }
        [with_unit(&self.locale.whole(areas), units), rest].join(", ")
    }

    /// “19 tiêu chí”
    pub fn criteria(&self, count: &str) -> String {
        with_unit(count, self.locale.word(Word::Criteria))
    }

    /// With its code where another area has the same name.
    pub fn area_name(&self, area: &'a NtmArea) -> String {
        let name = self.section.text(&area.name);
        if !area.shares_name {
            return name.to_string();
        }
        self.locale.say(Word::AreaCode, &[("name", name), ("code", &area.code)])
    }

    /// “NTM nâng cao”
    pub fn level(&self, area: &'a NtmArea) -> Option<&'a str> {
        let id = area.level.as_deref()?;
        let own = || self.ntm.levels.iter().find(|level| level.id == id)?.name.as_ref();
        let built_in = self.locale.builtin(Builtin::ShortLevel, id);
        built_in.or_else(|| Some(self.section.text(own()?)))
    }

    pub fn since(&self, area: &NtmArea) -> Option<String> {
        area.since.map(|date| self.locale.date(date.year, date.month, date.day))
    }

    /// “2022”; “chưa có số liệu” of a recognised area where it is known of others.
    pub fn since_or_missing(&self, area: &NtmArea) -> Option<String> {
        let is_known = self.ntm.areas.iter().any(|other| other.since.is_some());
        let missing = || super::missing(Missing::NoFigure, self.locale).to_string();
        self.since(area).or_else(|| (is_known && area.level.is_some()).then(missing))
    }

    /// “17/19”, “ít nhất 15/18 (sơ bộ)”, “chưa có số liệu”.
    pub fn met(&self, area: &NtmArea) -> String {
        self.met_of(area, |count| count)
    }

    /// “17/19 tiêu chí”
    pub fn met_in_full(&self, area: &NtmArea) -> String {
        self.met_of(area, |count| self.criteria(&count))
    }

    fn met_of(&self, area: &NtmArea, with_unit: impl Fn(String) -> String) -> String {
        let count = progress_count(&area.progress, self.locale);
        if area.progress.count.number().is_none() {
            return count;
        }
        let mut text = with_unit(count);
        if let Some(status) = status(&area.progress.count, self.locale) {
            push_bracketed(&mut text, status);
        }
        text
    }

    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::Met => self.locale.word(Word::CriterionMet),
            State::NotMet => self.locale.word(Word::CriterionNotMet),
            State::NotApplicable => missing(Missing::NotApplicable, self.locale),
            State::NoFigure => missing(Missing::NoFigure, self.locale),
        }
    }

    pub fn criterion_name(&self, set: &'a CriteriaSet, index: usize) -> &'a str {
        let own = set.criteria.get(index).and_then(|criterion| criterion.name.as_ref());
        let first = match set.built_in {
            None => return own.map_or("", |name| self.section.text(name)),
            Some(BuiltInSet::Commune2021) => Word::Commune2021N1,
            Some(BuiltInSet::Commune2026) => Word::Commune2026N1,
            Some(BuiltInSet::Urban2022) => Word::Urban2022N1,
            Some(BuiltInSet::District2021) => Word::District2021N1,
        };
        self.locale.nth(first, index)
    }

    /// What stands above a cell and before a name: the id, or a number.
    pub fn criterion_label(&self, set: &CriteriaSet, index: usize) -> String {
        let is_short = |id: &str| id.chars().count() <= LONGEST_LABEL;
        match set.criteria.get(index) {
            Some(own) if set.criteria.iter().all(|other| is_short(&other.id)) => own.id.clone(),
            _ => (index + 1).to_string(),
        }
    }

    /// “10 Thu nhập”
    pub fn criterion(&self, set: &'a CriteriaSet, index: usize) -> String {
        [&self.criterion_label(set, index), self.criterion_name(set, index)].join(" ")
    }

    pub fn group_name(&self, set: &'a CriteriaSet, index: usize) -> Option<&'a str> {
        Some(match set.criteria.get(index)?.group.as_ref()? {
            Group::BuiltIn(group) => self.locale.nth(Word::Commune2021Group1, *group),
            Group::Own(name) => self.section.text(name),
        })
    }

    /// “15–18”, “dưới 8”, “từ 15 trở lên”
    pub fn bin(&self, bin: &Bin) -> String {
        self.bin_of(bin, |number| number)
    }

    /// “15–18 tiêu chí”, “từ 15 tiêu chí trở lên”
    pub fn bin_in_full(&self, bin: &Bin) -> String {
        self.bin_of(bin, |number| self.criteria(&number))
    }

    fn bin_of(&self, bin: &Bin, with_unit: impl Fn(String) -> String) -> String {
        let write = |value: f64| self.locale.number(value, 0);
        let most = self.ntm.own_set().map(|set| set.len() as f64);
        let from = bin.from.map(|from| from.value);
        // From the last criterion on there is but one number.
        let to = bin.to.map(|to| to.value).or(from.filter(|_| from == most));
        match (from, to) {
            (Some(from), Some(to)) if from < to => with_unit([write(from), write(to)].join("–")),
            (Some(from), None) => {
                self.locale.say(Word::BinFrom, &[("from", &with_unit(write(from)))])
            }
            (None, Some(to)) if to > 0.0 => {
                [self.locale.word(Word::Under), &with_unit(write(to + 1.0))].join(" ")
            }
            (_, to) => with_unit(write(to.unwrap_or_default())),
        }
    }

    /// “17 tiêu chí”, “10 Thu nhập”
    pub fn tally_title(&self, set: usize, tally: &Tally) -> String {
        match (&tally.of, self.ntm.sets.get(set)) {
            (Trait::Criterion(index), Some(set)) => self.criterion(set, *index),
            (Trait::Count(count), _) => {
                let unit = self.locale.word(Word::Criteria);
                figure(count, plural_unit(unit, count.value(), self.locale), self.locale)
            }
            (Trait::Criterion(_), None) => String::new(),
        }
    }

    /// “9.214/10.598 xã”
    pub fn tally_count(&self, set: &CriteriaSet, tally: &Tally) -> String {
        progress_with_unit(&tally.progress, self.units(set), self.locale)
    }

    /// “44 xã”, “44 xã (sơ bộ)”
    pub fn bin_count(&self, bin: &Bin) -> String {
        let unit = plural_unit(self.bin_units(), bin.count.value(), self.locale);
        figure(&bin.count, unit, self.locale)
    }

    /// As published, else worked out where it is known of how many.
    pub fn bin_share(&self, bin: &Bin) -> Option<String> {
        let published = bin.share.as_ref();
        if let Some(share) = published.filter(|s| s.missing() != Some(Missing::NoFigure)) {
            return Some(figure(share, "%", self.locale));
        }
        let of = self.ntm.whole_of(bin)?;
        let progress = Progress { count: bin.count.clone(), of, share: None };
        progress_share(&progress, self.locale)
    }

    pub fn bins_title(&self) -> String {
        self.locale.say(Word::BinsTitle, &[("units", self.bin_units())])
    }

    /// Of the areas where there are some, else of the bins.
    pub(super) fn title(&self) -> String {
        if self.ntm.areas.is_empty() {
            return self.bins_title();
        }
        let is_of_communes = self.ntm.panels().iter().all(|(set, _)| {
            matches!(set.built_in, Some(BuiltInSet::Commune2021 | BuiltInSet::Commune2026))
        });
        let word = if is_of_communes { Word::CriteriaTitleCommunes } else { Word::CriteriaTitle };
        self.locale.word(word).to_string()
    }

    /// How many areas and which criteria; the period is added by the caller.
    pub(super) fn measure(&self) -> String {
        match self.ntm.panels().as_slice() {
            [] => self.bins_measure(),
            [(set, areas)] => self.panel_title(set, areas.len()),
            panels => {
                let count = self.locale.whole(panels.len());
                let sets = self.locale.say(Word::CriteriaSets, &[("count", &count)]);
                self.beside_areas(self.ntm.areas.len(), self.all_units(), sets)
            }
        }
    }

    /// “104 xã, 19 tiêu chí”, as far as both are known.
    fn bins_measure(&self) -> String {
        let mut parts = Vec::new();
        let mut wholes = self.ntm.bins.iter().filter_map(|bin| self.ntm.whole_of(bin));
        let first = wholes.next();
        if let Some(whole) = first.filter(|first| wholes.all(|other| other == *first)) {
            parts.push(with_unit(&written(whole, None, self.locale), self.bin_units()));
        }
        if let Some(set) = self.ntm.own_set() {
            parts.push(self.criteria(&self.locale.whole(set.len())));
        }
        parts.join(", ")
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let areas = &self.ntm.areas;
        let has = |state| areas.iter().any(|area| area.states.contains(&state));
        let lacks_count = |area: &NtmArea| area.progress.count.missing() == Some(Missing::NoFigure);
        let lacks_bin = |bin: &Bin| bin.count.missing() == Some(Missing::NoFigure);
        let mut notes = Vec::new();
        if has(State::NoFigure)
            || areas.iter().any(lacks_count)
            || self.ntm.bins.iter().any(lacks_bin)
        {
            notes.push(self.locale.word(Word::NoteGaps).to_string());
        }
        if has(State::NotApplicable) {
            notes.push(self.locale.word(Word::NoteApplicable).to_string());
        }
        if areas.iter().any(NtmArea::is_count_only) {
            notes.push(self.locale.word(Word::NoteCountOnly).to_string());
        }
        notes.extend(self.since_note());
        // Their names were published; no source at hand has their numbers.
        let is_unordered = |set: &CriteriaSet| set.built_in == Some(BuiltInSet::District2021);
        if self.ntm.sets.iter().any(is_unordered) {
            notes.push(self.locale.word(Word::NoteOrder).to_string());
        }
        let mut own = OwnNotes::default();
        for bin in &self.ntm.bins {
            let of = || self.bin_in_full(bin);
            for annotation in [&bin.annotation, &bin.count.annotation] {
                own.add(annotation.note.as_ref().map(|note| self.section.text(note)), &of);
            }
        }
        for area in areas {
            let of = || self.area_name(area);
            for annotation in [&area.annotation, &area.progress.count.annotation] {
                own.add(annotation.note.as_ref().map(|note| self.section.text(note)), &of);
            }
        }
        own.tell(&self.section, &mut notes);
        notes
    }

    /// Where the year is known of some recognised areas, that it is not of the
    /// others.
    fn since_note(&self) -> Option<String> {
        let recognised = || self.ntm.areas.iter().filter(|area| area.level.is_some());
        let unknown = recognised().filter(|area| area.since.is_none()).count();
        if unknown == 0 || unknown == recognised().count() {
            return None;
        }
        let count = self.locale.whole(unknown);
        Some(self.locale.say(Word::NoteSince, &[("count", &count)]))
    }
}
