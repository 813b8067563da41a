//! Areas and their criteria: who surely meets all, who surely does not, and of
//! whom that is not known.

use crate::figure::{Figure, QUALIFIERS, read};
use crate::language::Language;
use crate::sentence::{first_few, place, places, sentences, some_of};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const NAMES: [&str; 8] = ["Lúa", "Tôm", "Mía", "Dừa", "Gạch", "Chợ", "Cảng", "Điện"];
const CRITERIA: [&str; 5] = ["Đường", "Trường", "Trạm", "Nước", "Rác"];
const STATES: [&str; 4] = ["met", "notMet", "notApplicable", "noFigure"];
/// So few areas are told one by one.
const FEW: usize = 3;
const NAMED: usize = 3;

#[derive(Debug, Clone)]
enum Met {
    All,
    States(Vec<&'static str>),
    Count(Figure),
}

#[derive(Debug, Clone)]
pub struct Grid {
    areas: Vec<Met>,
    highlight: bool,
}

pub fn any_grid() -> impl Strategy<Value = Grid> {
    let whole = CRITERIA.len() as i64;
    let state = prop_oneof![3 => Just(0usize), 2 => Just(1), 1 => Just(2), 1 => Just(3)];
    let states = prop::collection::vec(state.prop_map(|state| STATES[state]), CRITERIA.len());
    let qualifier = prop::option::weighted(0.5, prop::sample::select(QUALIFIERS.to_vec()));
    let count = (0..=whole, qualifier).prop_map(move |(count, qualifier)| {
        // “Over 5 of 5” and “under 0” are refused.
        let qualifier = qualifier.filter(|_| count > 0 && count < whole);
        Met::Count(Figure::Known { hundredths: 100 * count, qualifier, status: None })
    });
    let met = prop_oneof![
        2 => Just(Met::All),
        4 => states.prop_map(Met::States),
        2 => count,
        1 => prop::sample::select(vec!["noFigure", "suppressed", "notApplicable"])
            .prop_map(|reason| Met::Count(Figure::Missing(reason))),
    ];
    (prop::collection::vec(met, 1..NAMES.len() + 1), prop::bool::weighted(0.2))
        .prop_map(|(areas, highlight)| Grid { areas, highlight })
}

impl Met {
    fn json(&self) -> Value {
        let states = match self {
            Met::All => return json!("all"),
            Met::Count(figure) => return figure.json(),
            Met::States(states) => states,
        };
        let state = |(index, state): (usize, &&str)| {
            let value = match *state {
                "met" => json!(true),
                "notMet" => json!(false),
                "noFigure" => Value::Null,
                other => json!(other),
            };
            ((index + 1).to_string(), value)
        };
        Value::Object(states.iter().enumerate().map(state).collect::<Map<String, Value>>())
    }

    fn number_of(&self, state: &str) -> usize {
        match self {
            Met::All if state == "met" => CRITERIA.len(),
            Met::States(states) => states.iter().filter(|own| **own == state).count(),
            _ => 0,
        }
    }

    /// How many are met, and of how many.
    fn count(&self) -> (Figure, usize) {
        let figure = match self {
            Met::Count(figure) => return (figure.clone(), CRITERIA.len()),
            _ if self.number_of("notApplicable") == CRITERIA.len() => {
                return (Figure::Missing("notApplicable"), 0);
            }
            _ => {
                let hundredths = 100 * self.number_of("met") as i64;
                let is_open = self.number_of("noFigure") > 0;
                let qualifier = is_open.then_some("atLeast");
                Figure::Known { hundredths, qualifier, status: None }
            }
        };
        let of = CRITERIA.len() - self.number_of("notApplicable");
        if self.number_of("noFigure") == of {
            return (Figure::Missing("noFigure"), of);
        }
        (figure, of)
    }

    fn fact(&self) -> String {
        match self.count() {
            (figure @ Figure::Known { .. }, of) => format!("{figure:?}/{of}"),
            (figure, _) => format!("{figure:?}"),
        }
    }

    /// No number that it can be is less than the whole.
    fn meets_all(&self) -> bool {
        let (figure, of) = self.count();
        let is_all = figure.hundredths() == Some(100 * of as i64);
        is_all && matches!(figure.qualifier(), None | Some("atLeast"))
    }

    /// No number that it can be is the whole.
    fn is_short(&self) -> bool {
        let (figure, of) = self.count();
        let Some(hundredths) = figure.hundredths() else { return false };
        let is_below = hundredths < 100 * of as i64;
        self.number_of("notMet") > 0
            || match figure.qualifier() {
                None | Some("atMost") => is_below,
                Some("under" | "nearly") => true,
                Some(_) => false,
            } && matches!(self, Met::Count(_))
    }

    fn is_unknown(&self) -> bool {
        match self {
            Met::Count(figure) => *figure != Figure::Missing("notApplicable"),
            _ => self.number_of("noFigure") > 0,
        }
    }
}

impl Grid {
    pub fn highlight(&self) -> Option<&'static str> {
        self.highlight.then_some("0")
    }

    pub fn document(&self) -> Value {
        let criterion =
            |(index, name): (usize, &&str)| json!({ "id": format!("{}", index + 1), "name": name });
        let criteria: Vec<Value> = CRITERIA.iter().enumerate().map(criterion).collect();
        let area = |(index, met): (usize, &Met)| json!({ "code": index.to_string(), "name": NAMES[index], "met": met.json() });
        let areas: Vec<Value> = self.areas.iter().enumerate().map(area).collect();
        json!({ "version": 1, "place": "Nơi thử", "ntm":
                { "title": "Thử", "period": "2023", "criteria": criteria, "areas": areas } })
    }

    pub fn facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        let all: Vec<(usize, &Met)> = self.areas.iter().enumerate().collect();
        let said = |(index, met): &(usize, &Met)| format!("{} {}", NAMES[*index], met.fact());
        if self.highlight {
            facts.push(said(&all[0]));
        }
        if all.len() <= FEW {
            facts.extend(all.iter().map(said));
        } else {
            let meeting = all.iter().filter(|(_, met)| met.meets_all()).count();
            facts.push(format!("{meeting} of {} meet all", all.len()));
            let mut short: Vec<(usize, &Met)> =
                all.iter().filter(|(_, met)| met.is_short()).copied().collect();
            short.sort_by_key(|(_, met)| met.count().0.hundredths());
            list_facts("short", &short.iter().map(said).collect::<Vec<_>>(), &mut facts);
        }
        let unmet = |index: usize| {
            let is_unmet = |met: &&Met| match met {
                Met::States(states) => states[index] == "notMet",
                _ => false,
            };
            self.areas.iter().filter(is_unmet).count()
        };
        let mut criteria: Vec<(usize, usize)> =
            (0..CRITERIA.len()).map(|index| (index, unmet(index))).collect();
        criteria.retain(|(_, unmet)| *unmet > 0);
        criteria.sort_by_key(|(_, unmet)| std::cmp::Reverse(*unmet));
        let said =
            |(index, unmet): &(usize, usize)| format!("{} {} {unmet}", index + 1, CRITERIA[*index]);
        list_facts("unmet", &criteria.iter().map(said).collect::<Vec<_>>(), &mut facts);
        let unknown = all.iter().filter(|(_, met)| met.is_unknown());
        let unknown: Vec<String> = unknown.map(|(index, _)| NAMES[*index].into()).collect();
        list_facts("unknown", &unknown, &mut facts);
        facts
    }

    pub fn told_facts(&self, summary: &str, language: &Language) -> Vec<String> {
        let mut facts = Vec::new();
        for sentence in sentences(summary, "2023", language) {
            self.hear(sentence, language, &mut facts);
        }
        facts
    }

    fn hear(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) {
        let total = self.areas.len();
        let lists = [
            ("short", language.short),
            ("unmet", language.most_unmet),
            ("unknown", language.unknown),
        ];
        for (heading, pattern) in lists {
            let Some(list) = place(pattern, sentence) else { continue };
            let (named, more) = some_of(list, "; ", language);
            let items = named.into_iter().map(|item| match heading {
                "short" => hear_area(item, "", language),
                "unmet" => item.replace(['(', ')'], ""),
                _ => item.to_string(),
            });
            facts.extend(items.map(|item| format!("{heading}: {item}")));
            if more > 0 {
                facts.push(format!("{more} more {heading}"));
            }
            return;
        }
        if let Some(count) = place(language.every_meets_all, sentence) {
            facts.push(format!("{count} of {total} meet all"));
        } else if let Some(found) = places(language.some_meet_all, sentence) {
            facts.push(format!("{} of {} meet all", found[0], found[1]));
        } else {
            let unit = language.word("criteria");
            facts.extend(sentence.split("; ").map(|clause| hear_area(clause, unit, language)));
        }
    }
}

fn list_facts(heading: &str, items: &[String], facts: &mut Vec<String>) {
    let (named, more) = first_few(items, NAMED);
    facts.extend(named.into_iter().map(|item| format!("{heading}: {item}")));
    if more > 0 {
        facts.push(format!("{more} more {heading}"));
    }
}

/// “Lúa ít nhất 2/5 tiêu chí”
fn hear_area(clause: &str, unit: &str, language: &Language) -> String {
    let (name, text) = clause.split_once(' ').expect("a name");
    match text.rsplit_once('/') {
        Some((count, of)) => {
            let of = of.strip_suffix(unit).expect("criteria");
            format!("{name} {:?}/{of}", read(count, "", language))
        }
        None => format!("{name} {:?}", read(text, "", language)),
    }
}
