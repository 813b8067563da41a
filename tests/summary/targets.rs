//! Plans and results: which plans were reached follows from what the true
//! numbers can be, and the shares from result and plan.

use crate::figure::{self, Figure, number, read};
use crate::language::Language;
use crate::rows::{hear_missing, missing};
use crate::sentence::{first_few, names, place, places, sentences, without_more};
use proptest::prelude::*;
use serde_json::{Value, json};

const NAMES: [&str; 9] = ["Lúa", "Tôm", "Mía", "Dừa", "Gạch", "Chợ", "Cảng", "Điện", "Muối"];
const UNIT: &str = " tấn";
const VERDICTS: [&str; 4] = ["exceeded", "met", "notMet", "unclear"];
const MOST_TOLD: usize = 6;
/// In the document by the names of the format, in sentences by those above.
const OUTCOMES: [&str; 3] = ["exceeded", "met", "notMet"];

#[derive(Debug, Clone)]
enum Result {
    Planned {
        actual: Option<Figure>,
        plan: Option<Figure>,
        achieved: Option<Figure>,
        outcome: Option<&'static str>,
        lower_is_better: bool,
    },
    Part {
        count: i64,
        of: i64,
    },
    Key(Figure),
}

#[derive(Debug, Clone)]
pub struct Item {
    name: &'static str,
    result: Result,
}

pub fn any_items() -> impl Strategy<Value = Vec<Item>> {
    // Near each other and near 100, so that every verdict comes about.
    let amount = || figure::any(5000, 5400);
    let share = figure::any(9800, 10200);
    let outcome = prop::option::weighted(0.2, prop::sample::select(OUTCOMES.to_vec()));
    let plan = prop::option::weighted(0.6, amount());
    let achieved = prop::option::weighted(0.5, share);
    let planned = (prop::option::of(amount()), plan, achieved, outcome, any::<bool>()).prop_map(
        |(actual, plan, achieved, outcome, lower_is_better)| {
            let is_some = |figure: &Figure| *figure != Figure::Missing("noFigure");
            let (plan, achieved) = (plan.filter(is_some), achieved.filter(is_some));
            match (&plan, &achieved, outcome) {
                (None, None, None) => Result::Key(actual.unwrap_or(Figure::Missing("suppressed"))),
                _ => Result::Planned { actual, plan, achieved, outcome, lower_is_better },
            }
        },
    );
    let part = (1i64..20)
        .prop_flat_map(|of| (0..=of, Just(of)))
        .prop_map(|(count, of)| Result::Part { count, of });
    let result = prop_oneof![5 => planned, 1 => part, 1 => amount().prop_map(Result::Key)];
    prop::collection::vec(result, 1..NAMES.len() + 1).prop_map(|results| {
        let item = |(index, result)| Item { name: NAMES[index], result };
        results.into_iter().enumerate().map(item).collect()
    })
}

pub fn document(items: &[Item]) -> Value {
    let items: Vec<Value> = items.iter().map(Item::json).collect();
    json!({ "version": 1, "place": "Nơi thử", "targets":
            { "title": "Thử", "basis": "đề ra", "period": "2023", "items": items } })
}

/// The ends of what the true number can be: “about” and “nearly” may be a tenth
/// off, and nobody knows to which side.
fn ends(figure: &Figure) -> Option<(f64, f64)> {
    const JUST: f64 = 1e-6;
    let value = figure.hundredths()? as f64;
    Some(match figure.qualifier() {
        None => (value, value),
        Some("over") => (value + JUST, f64::INFINITY),
        Some("atLeast") => (value, f64::INFINITY),
        Some("under") => (f64::NEG_INFINITY, value - JUST),
        Some("atMost") => (f64::NEG_INFINITY, value),
        Some(_) => (value * 0.9, value * 1.1),
    })
}

/// How a number came out against a limit in every case that can be, if in all
/// cases alike; at least as good as the limit is met.
fn verdict(actual: (f64, f64), limit: f64, lower_is_better: bool) -> Option<&'static str> {
    let (worst, best) = if lower_is_better { (-actual.1, -actual.0) } else { actual };
    let limit = if lower_is_better { -limit } else { limit };
    match () {
        () if worst > limit => Some("exceeded"),
        () if worst == limit => Some("met"),
        () if best < limit => Some("notMet"),
        () => None,
    }
}

impl Item {
    fn json(&self) -> Value {
        let mut item = json!({ "id": self.name, "name": self.name, "unit": UNIT.trim() });
        match &self.result {
            Result::Key(figure) => item["actual"] = figure.json(),
            Result::Part { count, of } => {
                item["actual"] = number(100 * count);
                item["of"] = number(100 * of);
            }
            Result::Planned { actual, plan, achieved, outcome, lower_is_better } => {
                for (key, figure) in [("actual", actual), ("plan", plan), ("achieved", achieved)] {
                    if let Some(figure) = figure {
                        item[key] = figure.json();
                    }
                }
                if let Some(outcome) = outcome {
                    item["outcome"] = json!(outcome);
                }
                if *lower_is_better {
                    item["better"] = json!("lower");
                }
            }
        }
        item
    }

    /// The published word, else what the share and then the plan make certain.
    fn verdict(&self) -> Option<&'static str> {
        let Result::Planned { actual, plan, achieved, outcome, lower_is_better } = &self.result
        else {
            return None;
        };
        let by_share = || {
            let share = achieved.as_ref().and_then(ends)?;
            verdict(share, 10_000.0, *lower_is_better)
        };
        let by_plan = || {
            let (actual, plan) = (ends(actual.as_ref()?)?, plan.as_ref()?);
            let limit = plan.hundredths()? as f64;
            let is_range = match plan.qualifier() {
                None => return verdict(actual, limit, *lower_is_better),
                Some("over" | "atLeast") => !lower_is_better,
                Some("under" | "atMost") => *lower_is_better,
                Some(_) => false,
            };
            // Within a range that was planned nothing is exceeded, and the limit of
            // an open one is not in it.
            match verdict(actual, limit, *lower_is_better).filter(|_| is_range)? {
                "exceeded" => Some("met"),
                "met" if matches!(plan.qualifier(), Some("over" | "under")) => None,
                other => Some(other),
            }
        };
        outcome.or_else(by_share).or_else(by_plan).or(Some("unclear"))
    }

    /// As published, else result ÷ plan where the plan is exact, as open as the
    /// result and rounded so that it stays true.
    fn share(&self) -> Option<Share> {
        let Result::Planned { actual, plan, achieved, .. } = &self.result else { return None };
        if let Some(share) = achieved {
            return Some(Share::Published(share.clone()));
        }
        let (actual, plan) = (actual.as_ref()?, plan.as_ref()?.exactly()?);
        Some(Share::WorkedOut(actual.hundredths()?, plan, actual.qualifier()))
    }

    fn clause_facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        let mut say = |what: &str, fact: String| facts.push(format!("{} {what} {fact}", self.name));
        match &self.result {
            Result::Key(figure) => say("result", format!("{figure:?}")),
            Result::Part { count, of } => say("part", format!("{count} of {of}")),
            Result::Planned { actual, plan, lower_is_better, achieved, .. } => {
                // Where neither result nor share was published, that is said.
                let none = Figure::Missing("noFigure");
                let stands_in = achieved.is_none().then_some(&none);
                if let Some(actual) = actual.as_ref().or(stands_in) {
                    say("result", format!("{actual:?}"));
                }
                if let Some(plan) = plan {
                    say("plan", format!("{plan:?}"));
                }
                if *lower_is_better {
                    say("better", "lower".into());
                }
            }
        }
        facts
    }
}

enum Share {
    Published(Figure),
    WorkedOut(i64, i64, Option<&'static str>),
}

impl Share {
    fn is(&self, told: &Figure) -> bool {
        let (actual, plan, qualifier) = match self {
            Share::Published(share) => return share == told,
            Share::WorkedOut(actual, plan, qualifier) => (*actual, *plan, *qualifier),
        };
        let Some(hundredths) = told.hundredths() else { return false };
        // In hundredths of hundredths of the plan.
        let off = hundredths * plan - actual * 10_000;
        told.qualifier() == qualifier
            && match qualifier {
                None | Some("about") => 2 * off.abs() <= plan,
                Some("over" | "atLeast") => (-plan + 1..=0).contains(&off),
                Some(_) => (0..plan).contains(&off),
            }
    }
}

pub fn facts(items: &[Item]) -> Vec<String> {
    let mut facts = Vec::new();
    let of = |verdict: &str| {
        let with = items.iter().filter(|item| item.verdict() == Some(verdict));
        with.collect::<Vec<&Item>>()
    };
    let planned = items.iter().filter(|item| item.verdict().is_some()).count();
    for verdict in VERDICTS {
        let own = of(verdict);
        if planned > 1 && !own.is_empty() {
            facts.push(format!("{} of {planned} {verdict}", own.len()));
        }
        list_facts(verdict, &own, &mut facts);
    }
    facts.extend(furthest(&of("notMet")));
    let is_part = |item: &&Item| matches!(item.result, Result::Part { .. });
    list_facts("part", &items.iter().filter(is_part).collect::<Vec<_>>(), &mut facts);
    let is_key = |item: &&Item| matches!(item.result, Result::Key(_));
    list_facts("key", &items.iter().filter(is_key).collect::<Vec<_>>(), &mut facts);
    let figures: Vec<Figure> = items.iter().map(figure_of).collect();
    facts.push(missing(&figures.iter().collect::<Vec<&Figure>>()));
    facts
}

fn list_facts(heading: &str, items: &[&Item], facts: &mut Vec<String>) {
    let (named, more) = first_few(items, MOST_TOLD);
    for item in named {
        facts.push(format!("{} is {heading}", item.name));
        facts.extend(item.clause_facts());
    }
    if more > 0 {
        facts.push(format!("{more} more {heading}"));
    }
}

/// What stands for an item: its result, else its share of the plan.
fn figure_of(item: &Item) -> Figure {
    match &item.result {
        Result::Key(figure) => figure.clone(),
        Result::Part { count, .. } => figure::exact(100 * count),
        Result::Planned { actual, achieved, .. } => {
            let known = actual.as_ref().filter(|actual| actual.hundredths().is_some());
            let either = known.or(achieved.as_ref()).or(actual.as_ref());
            either.cloned().unwrap_or(Figure::Missing("noFigure"))
        }
    }
}

/// Of several plans that were missed, the one that was missed by most, where
/// published shares or worked out ones make that certain.
fn furthest(missed: &[&Item]) -> Option<String> {
    let is_lower =
        |item: &Item| matches!(item.result, Result::Planned { lower_is_better: true, .. });
    let shares: Vec<(f64, f64)> = missed
        .iter()
        .filter(|item| !is_lower(item))
        .filter_map(|item| share_ends(&item.share()?))
        .collect();
    if missed.len() < 2 || shares.len() < missed.len() {
        return None;
    }
    let is_lowest = |own: usize| {
        shares.iter().enumerate().all(|(other, ends)| {
            let is_equal = shares[own].0 == shares[own].1 && *ends == shares[own];
            other == own || shares[own].1 < ends.0 || is_equal
        })
    };
    let lowest: Vec<usize> = (0..shares.len()).filter(|&own| is_lowest(own)).collect();
    let (named, more) = first_few(&lowest, 3);
    let named: Vec<&str> = named.into_iter().map(|index| missed[index].name).collect();
    (!named.is_empty() && lowest.len() < shares.len()).then(|| format!("furthest {named:?} {more}"))
}

/// Nobody knows how far “about” reaches; “nearly” is below.
fn share_ends(share: &Share) -> Option<(f64, f64)> {
    const JUST: f64 = 1e-6;
    let (value, qualifier) = match share {
        Share::Published(figure) => (figure.hundredths()? as f64, figure.qualifier()),
        Share::WorkedOut(actual, plan, qualifier) => {
            let percent = *actual as f64 * 10_000.0 / *plan as f64;
            let rounded = match qualifier {
                Some("over" | "atLeast") => percent.floor(),
                Some("under" | "atMost" | "nearly") => percent.ceil(),
                // Not rounded for the comparison.
                _ => percent,
            };
            (rounded, *qualifier)
        }
    };
    Some(match qualifier {
        None => (value, value),
        Some("over") => (value + JUST, f64::INFINITY),
        Some("atLeast") => (value, f64::INFINITY),
        Some("under" | "nearly") => (f64::NEG_INFINITY, value - JUST),
        Some("atMost") => (f64::NEG_INFINITY, value),
        Some(_) => (f64::NEG_INFINITY, f64::INFINITY),
    })
}

pub fn told_facts(items: &[Item], summary: &str, language: &Language) -> Vec<String> {
    let mut facts = Vec::new();
    for sentence in sentences(summary, "2023", language) {
        hear(items, sentence, language, &mut facts);
    }
    facts
}

fn hear(items: &[Item], sentence: &str, language: &Language, facts: &mut Vec<String>) {
    let mut listed = |heading: &str, list: &str| hear_list(items, heading, list, language, facts);
    let only_keys = language.in_year.replace("{}", "2023: ");
    if let Some(list) = place(language.progress, sentence) {
        return listed("part", list);
    }
    let keys = place(language.key_figures, sentence);
    if let Some(list) = keys.or_else(|| sentence.strip_prefix(only_keys.as_str())) {
        return listed("key", list);
    }
    for verdict in VERDICTS {
        let list = sentence.strip_prefix(language.word(verdict));
        if let Some(list) = list.and_then(|list| list.strip_prefix(": ")) {
            return listed(verdict, list);
        }
    }
    if let Some(found) = places(language.plans, sentence) {
        for clause in found[1].split(", ") {
            let (count, word) = clause.split_once(' ').expect("a count and a verdict");
            let is_said = |verdict: &&str| language.word(verdict).to_lowercase() == word;
            let verdict = VERDICTS.into_iter().find(is_said).expect("a verdict");
            facts.push(format!("{count} of {} {verdict}", found[0]));
        }
    } else if let Some(text) = place(language.furthest, sentence) {
        let (list, _) = text.rsplit_once(", ").expect("names and a share");
        let (named, more) = names(list, language);
        facts.push(format!("furthest {named:?} {more}"));
    } else {
        facts.push(hear_missing(sentence, language));
    }
}

fn hear_list(
    items: &[Item],
    heading: &str,
    list: &str,
    language: &Language,
    facts: &mut Vec<String>,
) {
    let (clauses, more) = without_more(list, language);
    for clause in outside_brackets(clauses) {
        let (name, told) = clause.split_once(" (").expect("figures in brackets");
        let item = items.iter().find(|item| item.name == name).expect("an item");
        facts.push(format!("{name} is {heading}"));
        let told = told.strip_suffix(')').expect("figures in brackets");
        for part in told.split("; ") {
            facts.extend(hear_part(item, part, language));
        }
    }
    if more > 0 {
        facts.push(format!("{more} more {heading}"));
    }
}

/// The clauses of a list: what stands in brackets has semicolons too.
fn outside_brackets(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let is_end = |char: char| {
        depth += i32::from(char == '(') - i32::from(char == ')');
        depth == 0 && char == ';'
    };
    list.split(is_end).map(str::trim_start).collect()
}

/// One of the figures of an item; a share is checked at once.
fn hear_part(item: &Item, part: &str, language: &Language) -> Option<String> {
    let name = item.name;
    let fact = |what: &str, text: String| Some(format!("{name} {what} {text}"));
    if part == language.word("better") {
        return fact("better", "lower".into());
    }
    let of_plan = language.of_plan.trim_start_matches("{}");
    let (bare, status) = match part.split_once(" (") {
        Some((bare, status)) => (bare, format!(" ({status}")),
        None => (part, String::new()),
    };
    let missing_share = part.strip_prefix(language.share_of_plan);
    if let Some(share) = bare.strip_suffix(of_plan).or(missing_share) {
        let share = read(&[share, &status].concat(), "%", language);
        let own = item.share().unwrap_or_else(|| panic!("{name} has no share: {part}"));
        assert!(own.is(&share), "{name}: {part}");
        return None;
    }
    if let Some(plan) = place(language.plan, part) {
        return fact("plan", format!("{:?}", read(plan, UNIT, language)));
    }
    if let Result::Part { count, of } = item.result {
        if let Some(share) = part.strip_suffix('%') {
            let share = crate::figure::hundredths(share, language);
            assert!((share * of - 10_000 * count).abs() * 2 <= of, "{name}: {part}");
            return None;
        }
        let (count, of) = part.strip_suffix(UNIT)?.split_once('/')?;
        return fact("part", format!("{count} of {of}"));
    }
    fact("result", format!("{:?}", read(part, UNIT, language)))
}
