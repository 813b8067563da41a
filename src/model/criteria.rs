//! Areas and the criteria that they meet, one by one, by number, or as areas
//! by number of criteria met.

use super::{
    Annotation, Date, Figure, Interval, Missing, Ntm, Number, Observation, Progress, Qualifier,
    Text,
};
use crate::order::order;

/// A set that the national decisions name; its criteria are numbered from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltInSet {
    Commune2021,
    Commune2026,
    Urban2022,
    District2021,
}

impl BuiltInSet {
    /// How many criteria it has.
    fn count(self) -> usize {
        match self {
            BuiltInSet::Commune2021 => 19,
            BuiltInSet::Commune2026 => 10,
            BuiltInSet::Urban2022 | BuiltInSet::District2021 => 9,
        }
    }

    /// Where each of its groups begins; none where it has no groups.
    fn groups(self) -> &'static [usize] {
        match self {
            BuiltInSet::Commune2021 => &[0, 1, 9, 13, 17],
            _ => &[],
        }
    }
}

/// What areas are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct CriteriaSet {
    /// None: the document's own.
    pub built_in: Option<BuiltInSet>,
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    pub id: String,
    /// None: built-in.
    pub name: Option<Text>,
    pub group: Option<Group>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Group {
    /// Index among those of the built-in set.
    BuiltIn(usize),
    Own(Text),
}

impl CriteriaSet {
    pub(super) fn built_in(set: BuiltInSet) -> CriteriaSet {
        let group = |index: usize| set.groups().iter().rposition(|&first| first <= index);
        let criterion = |index: usize| Criterion {
            id: (index + 1).to_string(),
            name: None,
            group: group(index).map(Group::BuiltIn),
        };
        CriteriaSet { built_in: Some(set), criteria: (0..set.count()).map(criterion).collect() }
    }

    pub fn len(&self) -> usize {
        self.criteria.len()
    }

    pub fn is_empty(&self) -> bool {
        self.criteria.is_empty()
    }

    /// First and end of each run of criteria that belong to one group.
    pub fn runs(&self) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (index, criterion) in self.criteria.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| self.criteria.get(before));
            match runs.last_mut() {
                Some(run) if before.is_some_and(|b| b.group == criterion.group) => {
                    run.1 = index + 1;
                }
                _ => runs.push((index, index + 1)),
            }
        }
        runs
    }
}

/// What an area is by one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Met,
    NotMet,
    NotApplicable,
    NoFigure,
}

/// One commune, township or district.
#[derive(Debug, Clone, PartialEq)]
pub struct NtmArea {
    pub code: String,
    pub name: Text,
    /// Whether another area has the same name, so that only the code tells.
    pub shares_name: bool,
    /// Index into `Ntm::sets`.
    pub set: usize,
    /// How many criteria it meets, of those that apply.
    pub progress: Progress,
    /// One for each criterion; empty where only their number is known.
    pub states: Vec<State>,
    pub level: Option<String>,
    pub since: Option<Date>,
    pub annotation: Annotation,
}

impl NtmArea {
    /// Whether the number that are met was published, but not which.
    pub fn is_count_only(&self) -> bool {
        self.states.is_empty() && self.progress.count.number().is_some()
    }

    /// Whether it surely meets all criteria that apply to it.
    pub fn meets_all(&self) -> bool {
        let count = &self.progress.count;
        count.value() == Some(self.progress.of.value)
            && matches!(count.qualifier(), None | Some(Qualifier::AtLeast))
    }

    /// Whether it surely does not: “at most 12 of 19” cannot be all.
    pub fn falls_short(&self) -> bool {
        let of = self.progress.of.value;
        let is_below =
            |met: Interval| met.high.value < of || (met.high.value == of && met.high.open);
        self.states.contains(&State::NotMet)
            || Interval::of(&self.progress.count).is_some_and(is_below)
    }
}

/// Areas that meet from so many to so many criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    /// One of the two is there.
    pub from: Option<Number>,
    pub to: Option<Number>,
    pub count: Figure,
    /// As published; it stands even where count ÷ of differs.
    pub share: Option<Figure>,
    pub annotation: Annotation,
}

impl Bin {
    fn lowest(&self) -> f64 {
        self.from.map_or(0.0, |from| from.value)
    }
}

/// How many criteria are met. One without a figure makes the number a least
/// one; one that does not apply is not among the whole.
pub(super) fn progress_of(states: &[State]) -> Progress {
    let count = |state: State| states.iter().filter(|other| **other == state).count();
    let (met, unknown) = (count(State::Met), count(State::NoFigure));
    let of = states.len() - count(State::NotApplicable);
    let observation = if of == 0 {
        Observation::Missing(Missing::NotApplicable)
    } else if unknown == of {
        Observation::Missing(Missing::NoFigure)
    } else {
        let qualifier = (unknown > 0).then_some(Qualifier::AtLeast);
        Observation::Known { number: Number::new(met as f64), qualifier, status: None }
    };
    let count = Figure { observation, ..Figure::none() };
    Progress { count, of: Number::new(of.max(1) as f64), share: None }
}

impl Ntm {
    pub fn has_grid(&self) -> bool {
        !(self.bins.is_empty() && self.areas.is_empty())
    }

    /// The sets that areas are held against, each with its areas by index.
    pub fn panels(&self) -> Vec<(&CriteriaSet, Vec<usize>)> {
        let mut panels: Vec<_> = self.sets.iter().map(|set| (set, Vec::new())).collect();
        for (index, area) in self.areas.iter().enumerate() {
            if let Some((_, areas)) = panels.get_mut(area.set) {
                areas.push(index);
            }
        }
        panels.retain(|(_, areas)| !areas.is_empty());
        panels
    }

    /// The set that bins count the criteria of.
    pub fn own_set(&self) -> Option<&CriteriaSet> {
        self.sets.get(self.set?)
    }

    /// How many areas a bin is a part of: as published, or all bins together
    /// where they surely hold every area once.
    pub fn whole_of(&self, bin: &Bin) -> Option<Number> {
        bin.count.of.or_else(|| self.bins_total())
    }

    fn bins_total(&self) -> Option<Number> {
        let lowest = |index: usize| self.bins.get(index).map_or(0.0, Bin::lowest);
        let sorted = order(self.bins.len(), &|a, b| lowest(a).total_cmp(&lowest(b)));
        let mut total = 0.0;
        let mut next = Some(0.0);
        for bin in sorted.iter().filter_map(|&index| self.bins.get(index)) {
            if next != Some(bin.lowest()) || !bin.count.is_exact() {
                return None;
            }
            total += bin.count.value()?;
            next = bin.to.map(|to| to.value + 1.0);
        }
        let end = self.own_set().map(|set| set.len() as f64 + 1.0);
        (total > 0.0 && (next.is_none() || next == end)).then_some(Number::new(total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_follow_each_other_in_runs() {
        let set = CriteriaSet::built_in(BuiltInSet::Commune2021);
        assert_eq!(set.runs(), [(0, 1), (1, 9), (9, 13), (13, 17), (17, 19)]);
        let set = CriteriaSet::built_in(BuiltInSet::Urban2022);
        assert_eq!(set.runs(), [(0, 9)]);
    }

    #[test]
    fn only_what_applies_is_counted_and_the_unknown_keeps_it_open() {
        use State::{Met, NoFigure, NotApplicable, NotMet};
        let count = |states: &[State]| {
            let progress = progress_of(states);
            (progress.count.observation, progress.of.value)
        };
        let known = |value: f64, qualifier| Observation::Known {
            number: Number::new(value),
            qualifier,
            status: None,
        };
        assert_eq!(count(&[Met, NotMet, Met]), (known(2.0, None), 3.0));
        assert_eq!(count(&[Met, NotApplicable]), (known(1.0, None), 1.0));
        let at_least = Some(Qualifier::AtLeast);
        assert_eq!(count(&[Met, NoFigure, NotMet]), (known(1.0, at_least), 3.0));
        let none = Observation::Missing(Missing::NoFigure);
        assert_eq!(count(&[NoFigure, NoFigure]), (none, 2.0));
        let nothing = Observation::Missing(Missing::NotApplicable);
        assert_eq!(count(&[NotApplicable]).0, nothing);
    }
}
