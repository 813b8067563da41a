//! Many areas together: how many meet so and so many criteria, and how many
//! meet each of them.

use super::criteria::progress_of;
use super::{Figure, Ntm, NtmArea, Number, Observation, Progress, State};
use crate::order::order;
use core::cmp::Ordering;

/// What areas have in common.
#[derive(Debug, Clone, PartialEq)]
pub enum Trait {
    /// They meet so many criteria, as their figure says.
    Count(Figure),
    /// They meet this criterion, by its index.
    Criterion(usize),
}

/// How many areas of how many have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub of: Trait,
    pub progress: Progress,
}

impl Ntm {
    /// The areas of a set: by how many criteria they meet, the most first, and by
    /// each criterion where it is known which are met.
    pub fn tallies(&self, set: usize) -> Vec<Tally> {
        let areas: Vec<&NtmArea> = self.areas.iter().filter(|area| area.set == set).collect();
        let mut tallies = by_count(&areas);
        for index in 0..self.sets.get(set).map_or(0, super::CriteriaSet::len) {
            let mut states: Vec<State> = Vec::with_capacity(areas.len());
            states.extend(areas.iter().filter_map(|area| area.states.get(index)));
            if !states.is_empty() {
                let of = Trait::Criterion(index);
                tallies.push(Tally { of, progress: progress_of(&states) });
            }
        }
        tallies
    }
}

fn by_count(areas: &[&NtmArea]) -> Vec<Tally> {
    let mut groups: Vec<(&Figure, usize)> = Vec::new();
    for area in areas {
        let count = &area.progress.count;
        match groups.iter_mut().find(|(other, _)| other.observation == count.observation) {
            Some((_, size)) => *size += 1,
            None => groups.push((count, 1)),
        }
    }
    let value = |index: usize| groups.get(index).and_then(|(count, _)| count.value());
    // Those without a number come last.
    let sorted =
        order(groups.len(), &|a, b| value(b).partial_cmp(&value(a)).unwrap_or(Ordering::Equal));
    let whole = |number: usize| Number::new(number as f64);
    let mut tallies = Vec::with_capacity(groups.len());
    for (count, size) in sorted.iter().filter_map(|&index| groups.get(index)) {
        let observation =
            Observation::Known { number: whole(*size), qualifier: None, status: None };
        let figure = Figure { observation, ..Figure::none() };
        let progress = Progress { count: figure, of: whole(areas.len()), share: None };
        let of = Figure { observation: count.observation, ..Figure::none() };
        tallies.push(Tally { of: Trait::Count(of), progress });
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Tree;

    #[test]
    fn areas_are_tallied_by_count_and_by_criterion() {
        let document = r#"{ "version": 1, "place": "Huyện", "ntm": { "period": "2023",
            "criteria": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B" }], "areas": [
                { "code": "1", "name": "X", "met": ["b"] },
                { "code": "2", "name": "Y", "met": "all" },
                { "code": "3", "name": "Z", "met": 1 },
                { "code": "4", "name": "U" }
            ] } }"#;
        let tree = Tree::from_json(document).expect("JSON");
        let (dataset, _) = super::super::read(&tree, None).expect("a right document");
        let tallies = dataset.ntm.expect("the section").tallies(0);
        let told: Vec<(Option<f64>, Option<f64>, f64)> = tallies
            .iter()
            .map(|Tally { of, progress }| {
                let of = match of {
                    Trait::Count(figure) => figure.value(),
                    Trait::Criterion(index) => Some(10.0 + *index as f64),
                };
                (of, progress.count.value(), progress.of.value)
            })
            .collect();
        let by_count =
            [(Some(2.0), Some(1.0), 4.0), (Some(1.0), Some(2.0), 4.0), (None, Some(1.0), 4.0)];
        assert_eq!(told[..3], by_count);
        // Of those two whose criteria are known.
        assert_eq!(told[3..], [(Some(10.0), Some(1.0), 2.0), (Some(11.0), Some(2.0), 2.0)]);
    }
}
