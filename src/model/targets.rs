//! Reads `targets`: results beside their plans, parts of wholes, key figures.

use super::figure::Range;
use super::read::{Object, Reader, Unknown, Words};
use super::row::MAX_SERIES;
use super::verdict::worked_out_share;
use super::{
    Better, Figure, Item, Missing, Outcome, Outturn, Planned, Progress, ReportedChange, Targets,
};
use crate::error::Problem;
use crate::input::Tree;

const KEYS: &[&str] = &["title", "note", "source", "period", "basis", "items"];
const ITEM_KEYS: &[&str] = &[
    "id", "group", "name", "unit", "basis", "actual", "plan", "achieved", "outcome", "better",
    "of", "change", "note", "source",
];
/// Those of a figure, and two more.
const CHANGE_KEYS: &[&str] = &[
    "value",
    "unit",
    "since",
    "qualifier",
    "status",
    "direction",
    "decimals",
    "count",
    "of",
    "note",
    "source",
];
const FIGURES: [&str; 3] = ["actual", "plan", "achieved"];
/// What makes an item one with a plan.
const PLANNED_KEYS: [&str; 3] = ["plan", "achieved", "outcome"];

const OUTCOMES: Words<Outcome> = Words {
    names: &["met", "notMet", "exceeded"],
    values: &[Outcome::Met, Outcome::NotMet, Outcome::Exceeded],
};

const BETTER: Words<Better> =
    Words { names: &["higher", "lower"], values: &[Better::Higher, Better::Lower] };

impl Reader {
    pub(super) fn targets(&mut self, tree: &Tree) -> Option<Targets> {
        let object = self.object(tree, KEYS, Unknown::Notice)?;
        let heading = self.heading(object);
        let periods = self.required(object, "period", |r, tree| Some(r.single_period(tree)));
        let basis = self.optional(object, "basis", Reader::text);
        let mut items = self.entries(object, "items", MAX_SERIES, Reader::item);
        self.unique(object, "items", "id");
        for (index, item) in items.iter_mut().enumerate().filter(|(_, item)| item.id.is_empty()) {
            item.id = (index + 1).to_string();
        }
        Some(Targets { heading, periods: periods.unwrap_or_default(), basis, items })
    }

    /// An item; its id is empty where none is given.
    fn item(&mut self, tree: &Tree) -> Option<Item> {
        let object = self.object(tree, ITEM_KEYS, Unknown::Notice)?;
        let id = self.optional(object, "id", Reader::string).unwrap_or_default();
        let group = self.optional(object, "group", Reader::text);
        let name = self.required(object, "name", Reader::text);
        let unit = self.optional(object, "unit", Reader::text);
        let basis = self.optional(object, "basis", Reader::text);
        let change = self.optional(object, "change", |r, tree| Some(r.reported_change(tree)));
        let change = change.filter(|change| !change.figure.is_blank());
        let annotation = self.annotation(object);
        let result = self.outturn(object);
        Some(Item { id, group, name: name?, unit, basis, result: result?, change, annotation })
    }

    fn outturn(&mut self, object: Object<'_>) -> Option<Outturn> {
        if object.get("of").is_some() {
            return self.part_of_whole(object).map(Outturn::Part);
        }
        let actual = self.figure_at(object, "actual", Range::Any);
        // A `null` among them says that there is none.
        let given = |figure: &Figure| !figure.is_blank();
        let plan = self.figure_at(object, "plan", Range::Any).filter(given);
        let achieved = self.figure_at(object, "achieved", Range::NotNegative).filter(given);
        let outcome = self.optional(object, "outcome", |r, tree| r.word(tree, &OUTCOMES));
        let better = self.optional(object, "better", |r, tree| r.word(tree, &BETTER));
        if plan.is_none() && achieved.is_none() && outcome.is_none() {
            if !FIGURES.iter().any(|key| object.raw(key).is_some()) {
                self.error(Problem::MissingOneOf {
                    keys: &["actual", "plan", "achieved", "outcome"],
                });
            }
            return Some(Outturn::Key(actual.unwrap_or_else(Figure::none)));
        }
        // A share that was not published may stand there for its note.
        let has_share = |share: &Figure| share.missing() != Some(Missing::NoFigure);
        let needs_gap = actual.is_none() && !achieved.as_ref().is_some_and(has_share);
        let actual = actual.or(needs_gap.then(Figure::none));
        let better = better.unwrap_or(Better::Higher);
        let both = actual.as_ref().zip(plan.as_ref());
        let worked_out = both.and_then(|(actual, plan)| worked_out_share(actual, plan));
        let planned = Planned { actual, plan, achieved, worked_out, outcome, better };
        if let (Some(published), Some(own)) = (outcome, planned.worked_out_verdict())
            && (published == Outcome::NotMet) != (own == Outcome::NotMet)
        {
            self.at("outcome", |reader| reader.notice(Problem::OutcomeDiffers));
        }
        Some(Outturn::Planned(Box::new(planned)))
    }

    fn part_of_whole(&mut self, object: Object<'_>) -> Option<Progress> {
        for other in PLANNED_KEYS.into_iter().filter(|key| object.get(key).is_some()) {
            self.error(Problem::Conflict { one: "of", other });
        }
        let count = self.figure_at(object, "actual", Range::NotNegative);
        if count.is_none() {
            self.missing("actual");
        }
        let of = self.optional(object, "of", Reader::whole);
        let (count, of) = (count?, of?);
        self.at("actual", |reader| reader.check_part("actual", &count, of));
        Some(Progress { count, of, share: None })
    }

    fn reported_change(&mut self, tree: &Tree) -> ReportedChange {
        let figure = self.figure_with(tree, Range::Any, CHANGE_KEYS);
        let mut text = |key: &'static str| {
            let tree = tree.get(key).filter(|tree| **tree != Tree::Null)?;
            self.at(key, |reader| reader.text(tree))
        };
        ReportedChange { figure, unit: text("unit"), since: text("since") }
    }
}
