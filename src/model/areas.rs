//! Reads `bins`, `criteria` and `areas` of `ntm`.

use super::criteria::progress_of;
use super::figure::Range;
use super::ntm::LEVELS;
use super::read::{Object, Reader, Unknown, Words, excerpt};
use super::{
    Bin, BuiltInSet, CriteriaSet, Criterion, Figure, Group, Level, NtmArea, Number, Progress, State,
};
use crate::error::{Counted, Expected, Problem};
use crate::input::Tree;
use crate::order::order;

const BIN_KEYS: &[&str] = &["from", "to", "count", "share", "note", "source"];
const CRITERION_KEYS: &[&str] = &["id", "name", "group"];
const AREA_KEYS: &[&str] = &["code", "name", "met", "level", "since", "criteria", "note", "source"];
/// Of all sets together: each criterion is a column of the table.
const MAX_CRITERIA: usize = 200;
const MAX_BINS: (usize, Counted) = (MAX_CRITERIA, Counted::Entries);
const MAX_AREAS: (usize, Counted) = (20_000, Counted::Areas);

const SETS: Words<BuiltInSet> = Words {
    names: &["commune-2021-2025", "commune-2026-2030", "urban-2022", "district-2021-2025"],
    values: &[
        BuiltInSet::Commune2021,
        BuiltInSet::Commune2026,
        BuiltInSet::Urban2022,
        BuiltInSet::District2021,
    ],
};

/// The bins, sets and areas of a section.
#[derive(Default)]
pub(super) struct Grid {
    pub bins: Vec<Bin>,
    pub sets: Vec<CriteriaSet>,
    pub set: Option<usize>,
    pub areas: Vec<NtmArea>,
}

impl Reader {
    /// `levels` of the section name those of areas that are not built in.
    pub(super) fn grid(&mut self, object: Object<'_>, levels: &[Level]) -> Grid {
        let mut grid = Grid::default();
        let set = self.optional(object, "criteria", |r, tree| r.set(tree, &mut grid));
        grid.set = set;
        if object.get("bins").is_some() {
            let most = grid.sets.first().map_or(MAX_CRITERIA, CriteriaSet::len);
            grid.bins = self.entries(object, "bins", MAX_BINS, |r, tree| r.bin(tree, most));
            self.check_bins(object);
        }
        if object.get("areas").is_some() {
            let mut lacks_set = false;
            let set_is_wrong = object.get("criteria").is_some() && grid.set.is_none();
            let areas = self.entries(object, "areas", MAX_AREAS, |reader, tree| {
                reader.area(tree, &mut grid, levels, &mut lacks_set)
            });
            grid.areas = areas;
            if lacks_set && !set_is_wrong {
                self.missing("criteria");
            }
            self.unique(object, "areas", "code");
            mark_shared_names(&mut grid.areas);
        }
        grid
    }

    fn bin(&mut self, tree: &Tree, most: usize) -> Option<Bin> {
        let object = self.object(tree, BIN_KEYS, Unknown::Notice)?;
        let from = self.optional(object, "from", |r, tree| r.count_up_to(tree, most));
        let to = self.optional(object, "to", |r, tree| r.count_up_to(tree, most));
        if object.get("from").is_none() && object.get("to").is_none() {
            self.error(Problem::MissingOneOf { keys: &["from", "to"] });
        }
        if let (Some(from), Some(to)) = (from, to)
            && from.value > to.value
        {
            let (from, to) = (from.value, to.value);
            self.at("from", |reader| reader.error(Problem::BinRange { from, to }));
        }
        let Some(tree) = object.raw("count") else {
            self.missing("count");
            return None;
        };
        let count = self.at("count", |reader| {
            let count = reader.figure(tree, Range::Count);
            if let Some(of) = count.of {
                reader.check_part("count", &count, of);
            }
            count
        });
        let share = self.optional(object, "share", |r, tree| Some(r.figure(tree, Range::Percent)));
        Some(Bin { from, to, count, share, annotation: self.annotation(object) })
    }

    fn count_up_to(&mut self, tree: &Tree, most: usize) -> Option<Number> {
        let number = self.count(tree)?;
        let max = most as f64;
        if number.value > max {
            self.error(Problem::OutOfRange { min: 0.0, max });
            return None;
        }
        Some(number)
    }

    fn check_bins(&mut self, object: Object<'_>) {
        let Some(Tree::List(items)) = object.get("bins") else { return };
        let ends = |item: &Tree| {
            ["from", "to"].map(|key| match item.get(key) {
                Some(Tree::Number(end)) => Some(*end),
                _ => None,
            })
        };
        // A longer list is refused already.
        let bins: Vec<Ends> = items.iter().take(MAX_BINS.0).map(ends).collect();
        for (index, own) in bins.iter().enumerate() {
            let mut above = bins.iter().take(index).filter(|other| overlap(own, other));
            let same = above.clone().find(|other| *other == own);
            let Some(other) = same.or_else(|| above.next()) else { continue };
            let problem = if other == own {
                let value = own.map(|end| end.map_or(String::new(), |end| end.to_string()));
                Problem::Duplicate { value: value.join("–") }
            } else {
                Problem::BinsOverlap
            };
            self.at("bins", |reader| {
                reader.at_index(index, |reader| match problem {
                    Problem::BinsOverlap => reader.notice(problem),
                    _ => reader.error(problem),
                });
            });
        }
    }

    /// The index of a set among those of the section; each is kept once.
    fn set(&mut self, tree: &Tree, grid: &mut Grid) -> Option<usize> {
        let set = self.criteria(tree)?;
        let known = grid.sets.iter().position(|other| *other == set);
        if known.is_some() {
            return known;
        }
        let found = set.len() + grid.sets.iter().map(CriteriaSet::len).sum::<usize>();
        if found > MAX_CRITERIA {
            let what = Counted::Criteria;
            self.error(Problem::TooMany { found, limit: MAX_CRITERIA, what });
            return None;
        }
        grid.sets.push(set);
        Some(grid.sets.len() - 1)
    }

    fn criteria(&mut self, tree: &Tree) -> Option<CriteriaSet> {
        match tree {
            Tree::String(_) => self.word(tree, &SETS).map(CriteriaSet::built_in),
            Tree::List(_) => self.own_criteria(tree),
            _ => {
                self.wrong_type(Expected::Criteria, tree);
                None
            }
        }
    }

    /// None where any of it is wrong: areas cannot be held against the rest.
    fn own_criteria(&mut self, tree: &Tree) -> Option<CriteriaSet> {
        let items = self.list(tree, MAX_CRITERIA, Counted::Criteria)?;
        let mut criteria: Vec<Criterion> = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let criterion = self.at_index(index, |reader| reader.criterion(item));
            criteria.extend(criterion);
        }
        self.unique_items(items, "id");
        (criteria.len() == items.len()).then_some(CriteriaSet { built_in: None, criteria })
    }

    fn criterion(&mut self, tree: &Tree) -> Option<Criterion> {
        let object = self.object(tree, CRITERION_KEYS, Unknown::Notice)?;
        let id = self.required(object, "id", Reader::string);
        let name = self.required(object, "name", Reader::text);
        let group = self.optional(object, "group", Reader::text).map(Group::Own);
        Some(Criterion { id: id?, name: Some(name?), group })
    }

    fn area(
        &mut self,
        tree: &Tree,
        grid: &mut Grid,
        levels: &[Level],
        lacks_set: &mut bool,
    ) -> Option<NtmArea> {
        let object = self.object(tree, AREA_KEYS, Unknown::Notice)?;
        let code = self.required(object, "code", Reader::string);
        let name = self.required(object, "name", Reader::text);
        let own = self.optional(object, "criteria", |r, tree| r.set(tree, grid));
        let level = self.optional(object, "level", |r, tree| r.area_level(tree, levels));
        let since = self.optional(object, "since", Reader::date);
        let annotation = self.annotation(object);
        let set = match own {
            Some(own) => Some(own),
            // In place of one that is wrong there is none.
            None if object.get("criteria").is_some() => None,
            None => {
                *lacks_set |= grid.set.is_none();
                grid.set
            }
        };
        let (progress, states) = self.met(object, grid.sets.get(set?)?)?;
        Some(NtmArea {
            code: code?,
            name: name?,
            shares_name: false,
            set: set?,
            progress,
            states,
            level,
            since,
            annotation,
        })
    }

    /// A built-in level, or one that the section names.
    fn area_level(&mut self, tree: &Tree, levels: &[Level]) -> Option<String> {
        let id = self.string(tree)?;
        let is_named = levels.iter().any(|level| level.id == id && level.name.is_some());
        if !is_named && !LEVELS.contains(&id.as_str()) {
            self.error(Problem::UnknownValue { found: excerpt(&id), allowed: LEVELS });
            return None;
        }
        Some(id)
    }

    /// How many criteria an area meets, and which where that is known.
    fn met(&mut self, object: Object<'_>, set: &CriteriaSet) -> Option<(Progress, Vec<State>)> {
        let Some(tree) = object.get("met") else {
            let of = Number::new(set.len() as f64);
            return Some((Progress { count: Figure::none(), of, share: None }, Vec::new()));
        };
        self.at("met", |reader| {
            if let Some(states) = reader.states(tree, set)? {
                reader.count_figures(states.len());
                return Some((progress_of(&states), states));
            }
            let count = reader.figure(tree, Range::Count);
            let of = count.of.unwrap_or(Number::new(set.len() as f64));
            let max = set.len() as f64;
            if count.value().is_some_and(|count| count > max) || of.value > max {
                reader.error(Problem::OutOfRange { min: 0.0, max });
            } else {
                reader.check_part("count", &count, of);
            }
            Some((Progress { count, of, share: None }, Vec::new()))
        })
    }

    /// `Some(None)` where `met` is a figure; `None` where it is wrong.
    fn states(&mut self, tree: &Tree, set: &CriteriaSet) -> Option<Option<Vec<State>>> {
        match tree {
            Tree::String(text) if text.trim() == "all" => Some(Some(vec![State::Met; set.len()])),
            // One that spells a number is told how to write it.
            Tree::String(text) if !text.contains(|c: char| c.is_ascii_digit()) => {
                self.wrong_type(Expected::Met, tree);
                None
            }
            Tree::List(items) => Some(Some(self.listed(items, set))),
            Tree::Map(entries) if is_by_criterion(tree, set) => {
                let mut states = vec![State::NoFigure; set.len()];
                for (turn, (id, tree)) in entries.iter().enumerate() {
                    self.at_name(id, |reader| {
                        if let (Some(place), Some(state)) = (
                            reader.criterion_place(id, set, turn).and_then(|i| states.get_mut(i)),
                            reader.state(tree),
                        ) {
                            *place = state;
                        }
                    });
                }
                Some(Some(states))
            }
            Tree::Number(_) | Tree::String(_) | Tree::Map(_) => Some(None),
            _ => {
                self.wrong_type(Expected::Met, tree);
                None
            }
        }
    }

    /// Those in the list are met, all others are not.
    fn listed(&mut self, items: &[Tree], set: &CriteriaSet) -> Vec<State> {
        let mut states = vec![State::NotMet; set.len()];
        for (index, item) in items.iter().enumerate() {
            self.at_index(index, |reader| {
                let Some(id) = reader.string(item) else { return };
                let place = reader.criterion_place(&id, set, index);
                match place.and_then(|place| states.get_mut(place)) {
                    Some(state @ State::NotMet) => *state = State::Met,
                    Some(_) => reader.error(Problem::Duplicate { value: excerpt(&id) }),
                    None => {}
                }
            });
        }
        states
    }

    /// Most documents go through a set in its order: the id is then that of its `turn`.
    fn criterion_place(&mut self, id: &str, set: &CriteriaSet, turn: usize) -> Option<usize> {
        if set.criteria.get(turn).is_some_and(|criterion| criterion.id == id) {
            return Some(turn);
        }
        let place = set.criteria.iter().position(|criterion| criterion.id == id);
        if place.is_none() {
            let id_of = |criterion: Option<&Criterion>| {
                criterion.map_or(String::new(), |criterion| excerpt(&criterion.id))
            };
            let (first, last) = (id_of(set.criteria.first()), id_of(set.criteria.last()));
            self.error(Problem::UnknownCriterion { id: excerpt(id), first, last });
        }
        place
    }

    fn state(&mut self, tree: &Tree) -> Option<State> {
        match tree {
            Tree::Bool(true) => Some(State::Met),
            Tree::Bool(false) => Some(State::NotMet),
            Tree::Null => Some(State::NoFigure),
            Tree::String(text) if text.trim() == "notApplicable" => Some(State::NotApplicable),
            _ => {
                self.wrong_type(Expected::State, tree);
                None
            }
        }
    }
}

/// Not a figure, unless a criterion of the set has that id.
fn is_by_criterion(tree: &Tree, set: &CriteriaSet) -> bool {
    tree.get("value").is_none() || set.criteria.iter().any(|criterion| criterion.id == "value")
}

/// The ends of a bin, as far as they are given.
type Ends = [Option<f64>; 2];

/// Whether a number of criteria falls into both bins.
fn overlap([from, to]: &Ends, [other_from, other_to]: &Ends) -> bool {
    let reaches = |from: &Option<f64>, to: &Option<f64>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    let is_bin = |from: &Option<f64>, to: &Option<f64>| from.is_some() || to.is_some();
    let are_bins = is_bin(from, to) && is_bin(other_from, other_to);
    are_bins && reaches(from, other_to) && reaches(other_from, to)
}

fn mark_shared_names(areas: &mut [NtmArea]) {
    let names: Vec<&str> = areas.iter().map(|area| area.name.get("vi")).collect();
    let sorted = order(names.len(), &|a, b| names.get(a).cmp(&names.get(b)));
    let mut shared: Vec<usize> = Vec::new();
    for pair in sorted.windows(2) {
        if let [one, other] = *pair
            && names.get(one) == names.get(other)
        {
            shared.extend(pair);
        }
    }
    for index in shared {
        if let Some(area) = areas.get_mut(index) {
            area.shares_name = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Issue, Severity};

    fn issues(ntm: &str) -> Vec<Issue> {
        let document = format!(
            r#"{{ "version": 1, "place": "Huyện", "ntm": {{ "period": "2023", {ntm} }} }}"#
        );
        super::super::validate(&Tree::from_json(&document).expect("JSON"))
    }

    #[test]
    fn many_areas_with_a_set_each_are_refused_before_the_table_has_a_column_for_each() {
        let area = |index: usize| {
            let criteria = format!(r#"[{{ "id": "{index}", "name": "Nước sạch" }}]"#);
            format!(
                r#"{{ "code": "{index}", "name": "Xã", "criteria": {criteria}, "met": "all" }}"#
            )
        };
        let areas = |count| (0..count).map(area).collect::<Vec<_>>().join(",");
        assert_eq!(issues(&format!(r#""areas": [{}]"#, areas(MAX_CRITERIA))), []);
        let found = issues(&format!(r#""areas": [{}]"#, areas(MAX_CRITERIA + 1)));
        let what = Counted::Criteria;
        let problem = Problem::TooMany { found: MAX_CRITERIA + 1, limit: MAX_CRITERIA, what };
        assert_eq!((found.len(), &found[0].problem), (1, &problem));
        assert_eq!(found[0].path, "/ntm/areas/200/criteria");
    }

    #[test]
    fn bins_that_overlap_are_noticed_and_the_same_twice_refused() {
        let ends = |bins: &[(u32, u32)]| {
            let bin = |(from, to)| format!(r#"{{ "from": {from}, "to": {to}, "count": 1 }}"#);
            let bins: Vec<String> = bins.iter().copied().map(bin).collect();
            issues(&format!(r#""bins": [{{ "from": 19, "count": 4 }}, {}]"#, bins.join(",")))
        };
        assert_eq!(ends(&[(15, 18), (10, 14), (0, 9)]), []);
        for bins in [[(15, 18), (18, 18)], [(15, 18), (18, 19)]] {
            let found = ends(&bins);
            assert_eq!(found[0].path, "/ntm/bins/2");
            assert_eq!((found.len(), found[0].severity), (1, Severity::Notice));
            assert_eq!(found[0].problem, Problem::BinsOverlap);
        }
        let found = ends(&[(10, 18), (15, 18), (15, 18)]);
        assert_eq!(found[0].problem, Problem::Duplicate { value: "15–18".into() });
    }

    /// Past the limit each would be held against all before it.
    #[test]
    fn a_list_of_bins_that_is_too_long_is_refused_at_once() {
        let bins: Vec<String> =
            (0..100_000).map(|from| format!(r#"{{ "from": {from}, "count": 1 }}"#)).collect();
        let found = issues(&format!(r#""bins": [{}]"#, bins.join(",")));
        let problem = Problem::TooMany { found: 100_000, limit: MAX_BINS.0, what: MAX_BINS.1 };
        assert_eq!((found.len(), &found[0].problem), (1, &problem));
    }
}
