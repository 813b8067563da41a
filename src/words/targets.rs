//! Results beside their plans, verdicts, and changes as published.

use super::figure::{figure, figure_bare, missing, push_bracketed, status, with_unit, written};
use super::progress::{progress_share, progress_with_unit};
use super::section::Section;
use crate::locale::{Locale, Word};
use crate::model::{
    Better, Figure, Item, Missing, Number, Observation, Outcome, Outturn, Qualifier,
    ReportedChange, Text,
};

/// The unit of an item's result and plan; empty where none is given.
pub fn item_unit<'a>(item: &'a Item, locale: &Locale) -> &'a str {
    text_or_empty(&item.unit, locale)
}

pub(super) fn change_unit<'a>(item: &'a Item, locale: &Locale) -> &'a str {
    item.change.as_ref().map_or("", |change| text_or_empty(&change.unit, locale))
}

fn text_or_empty<'a>(text: &'a Option<Text>, locale: &Locale) -> &'a str {
    text.as_ref().map_or("", |text| text.get(locale.code()))
}

/// “trên 14.120 tỷ đồng”, “94/126 công trình”; none where only its share of the
/// plan was published.
pub fn item_result(item: &Item, locale: &Locale) -> Option<String> {
    let unit = item_unit(item, locale);
    if let Outturn::Part(progress) = &item.result {
        return Some(progress_with_unit(progress, unit, locale));
    }
    item.actual().map(|actual| figure(actual, unit, locale))
}

/// What share of its whole a part is: “74,6%”.
pub fn item_part(item: &Item, locale: &Locale) -> Option<String> {
    if let Outturn::Part(progress) = &item.result {
        return progress_share(progress, locale);
    }
    None
}

/// “3.868 tỷ đồng”
pub fn item_plan(item: &Item, locale: &Locale) -> Option<String> {
    item.plan().map(|plan| figure(plan, item_unit(item, locale), locale))
}

/// “trên 89%”, “101,2% (số tính toán)”
pub fn item_share(item: &Item, locale: &Locale) -> Option<String> {
    item.planned()?.share().map(|share| figure(share, "%", locale))
}

/// “trên 89% kế hoạch”, without its status.
pub fn share_of_plan(share: &Figure, locale: &Locale) -> String {
    let bare = figure_bare(share, "%", locale);
    if share.missing().is_some() {
        let label = super::uncapitalised(locale.word(Word::LabelOfPlan));
        return [&label, ": ", &bare].concat();
    }
    locale.say(Word::ShareOfPlan, &[("share", &bare)])
}

/// “82% kế hoạch (ước)”
pub fn item_share_of_plan(item: &Item, locale: &Locale) -> Option<String> {
    let share = item.planned()?.share()?;
    let mut text = share_of_plan(share, locale);
    if let Some(status) = status(share, locale) {
        push_bracketed(&mut text, status);
    }
    Some(text)
}

/// “Đạt”, “Vượt”, “Chưa đạt”; of a plan of which it is not certain, “Chưa rõ”.
pub fn outcome(outcome: Option<Outcome>, locale: &Locale) -> &'static str {
    locale.word(match outcome {
        Some(Outcome::Met) => Word::Met,
        Some(Outcome::Exceeded) => Word::Exceeded,
        Some(Outcome::NotMet) => Word::NotMet,
        None => Word::NotJudged,
    })
}

/// “Vượt (càng thấp càng tốt)”: beside a share below 100% the word alone
/// would be misread.
pub fn item_verdict(item: &Item, locale: &Locale) -> Option<String> {
    let planned = item.planned()?;
    let mut text = outcome(planned.verdict(), locale).to_string();
    if planned.better == Better::Lower {
        push_bracketed(&mut text, locale.word(Word::LowerIsBetter));
    }
    Some(text)
}

/// “tăng 16,6% so với 2022”
pub fn item_change(item: &Item, locale: &Locale) -> Option<String> {
    item.change.as_ref().map(|change| reported_change(change, locale))
}

fn reported_change(change: &ReportedChange, locale: &Locale) -> String {
    let unit = text_or_empty(&change.unit, locale);
    let mut text = match change.figure.observation {
        Observation::Missing(reason) => missing(reason, locale).to_string(),
        Observation::Known { number, qualifier, .. } => change_of(number, qualifier, unit, locale)
            .unwrap_or_else(|| figure_bare(&change.figure, unit, locale)),
    };
    if let Some(status) = status(&change.figure, locale) {
        push_bracketed(&mut text, status);
    }
    if let Some(since) = &change.since {
        text.push_str(if change.figure.missing().is_some() { ", " } else { " " });
        text.push_str(&locale.say(Word::ChangeSince, &[("since", since.get(locale.code()))]));
    }
    text
}

/// “tăng trên 16%”; none where the sign would turn the qualifier's meaning:
/// over −5 is a fall of less than 5, if it is one.
fn change_of(
    number: Number,
    qualifier: Option<Qualifier>,
    unit: &str,
    locale: &Locale,
) -> Option<String> {
    let turns = match qualifier {
        None | Some(Qualifier::About | Qualifier::Nearly) => false,
        Some(_) => number.value <= 0.0,
    };
    if turns {
        return None;
    }
    if number.value == 0.0 && qualifier.is_none() {
        return Some(locale.word(Word::Unchanged).to_string());
    }
    let size = Number { value: number.value.abs(), ..number };
    let amount = with_unit(&written(size, qualifier, locale), unit);
    let word = if number.value < 0.0 { Word::Fell } else { Word::Rose };
    Some(locale.say(word, &[("change", &amount)]))
}

/// Whose plan an item is measured by: its own, else that of the section.
pub fn basis<'a>(section: &Section<'a>, item: &'a Item) -> Option<&'a Text> {
    let of_section = section.dataset.targets.as_ref().and_then(|targets| targets.basis.as_ref());
    item.basis.as_ref().or(of_section.filter(|_| item.planned().is_some()))
}

/// What is written below an item's name: its plan, how it changed, which way
/// is better, whose plan it is.
pub fn item_asides(item: &Item, locale: &Locale) -> Vec<String> {
    let plan = item_plan(item, locale)
        .filter(|_| item.plan().is_some_and(|plan| plan.missing() != Some(Missing::NoFigure)));
    let plan = plan.map(|value| locale.say(Word::PlanValue, &[("value", &value)]));
    let is_lower = item.planned().is_some_and(|planned| planned.better == Better::Lower);
    let lower = is_lower.then(|| locale.word(Word::LowerIsBetter).to_string());
    let basis = item.basis.as_ref().map(|basis| {
        locale.say(Word::ItemBasis, &[("basis", super::unstopped(basis.get(locale.code())))])
    });
    [plan, item_change(item, locale), lower, basis].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;
    use crate::model::Status;

    const VI: &Locale = &Locale::VI;

    fn change(figure: Figure, unit: &str, since: Option<&str>) -> String {
        let change =
            ReportedChange { figure, unit: Some(text_of(unit)), since: since.map(text_of) };
        reported_change(&change, VI).replace('\u{A0}', " ")
    }

    #[test]
    fn a_change_is_a_rise_or_a_fall_since_then() {
        assert_eq!(change(exact(16.6), "%", Some("2022")), "tăng 16,6% so với 2022");
        assert_eq!(change(exact(-927.0), "hộ", None), "giảm 927 hộ");
        let points = change(exact(-2.14), "điểm phần trăm", Some("2022"));
        assert_eq!(points, "giảm 2,14 điểm phần trăm so với 2022");
        assert_eq!(change(exact(0.0), "%", Some("cùng kỳ")), "không đổi so với cùng kỳ");
        let up = change(gap(Missing::Up), "%", Some("2022"));
        assert_eq!(up, "tăng, không nêu số, so với 2022");
        assert_eq!(change(with_status(5.0, Status::Estimated), "%", None), "tăng 5% (ước)");
    }

    #[test]
    fn a_qualifier_keeps_its_side_of_the_number_line() {
        for (value, qualifier, text) in [
            (16.0, Qualifier::Over, "tăng trên 16%"),
            (16.0, Qualifier::About, "tăng khoảng 16%"),
            (-5.0, Qualifier::About, "giảm khoảng 5%"),
            (-5.0, Qualifier::Over, "trên −5%"),
            (-5.0, Qualifier::AtMost, "không quá −5%"),
            (0.0, Qualifier::Over, "trên 0%"),
        ] {
            assert_eq!(change(qualified(value, qualifier), "%", None), text);
        }
    }

    #[test]
    fn a_verdict_where_less_is_better_says_so() {
        let of = |better| item("x", "", achieved(exact(80.0), better));
        assert_eq!(item_verdict(&of(Better::Higher), VI).unwrap(), "Chưa đạt");
        let lower = item_verdict(&of(Better::Lower), VI).unwrap();
        assert_eq!(lower, "Vượt (càng thấp càng tốt)");
        let open = item("x", "", achieved(qualified(89.0, Qualifier::Over), Better::Higher));
        assert_eq!(item_verdict(&open, VI).unwrap(), "Chưa rõ");
        assert_eq!(item_verdict(&item("x", "", Outturn::Key(exact(1.0))), VI), None);
    }

    #[test]
    fn a_share_among_other_figures_says_of_what_it_is_one() {
        let say = |share| {
            let item = item("x", "", achieved(share, Better::Higher));
            item_share_of_plan(&item, VI).unwrap()
        };
        assert_eq!(say(qualified(89.0, Qualifier::Over)), "trên 89% kế hoạch");
        assert_eq!(say(with_status(82.0, Status::Estimated)), "82% kế hoạch (ước)");
        assert_eq!(say(gap(Missing::Suppressed)), "so với kế hoạch: không công bố");
    }
}
