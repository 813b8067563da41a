//! How many of how many.

use super::figure::{figure, missing, push_bracketed, status, with_unit, written};
use super::name::level_unit_text;
use crate::locale::{Locale, Word};
use crate::model::{Figure, Level, Missing, Number, Observation, Progress};

/// “15/15”; a missing count is said in words.
pub fn progress_count(progress: &Progress, locale: &Locale) -> String {
    match progress.count.observation {
        Observation::Missing(reason) => missing(reason, locale).to_string(),
        Observation::Known { number, qualifier, .. } => {
            let mut text = written(number, qualifier, locale);
            text.push('/');
            text.push_str(&written(progress.of, None, locale));
            text
        }
    }
}

/// “15/15 xã”, “15/15 xã (sơ bộ)”; beside a missing count stands the whole
/// that it would be a part of.
pub fn progress_text(level: &Level, progress: &Progress, locale: &Locale) -> String {
    progress_with_unit(progress, level_unit_text(level, locale), locale)
}

pub(super) fn progress_with_unit(progress: &Progress, unit: &str, locale: &Locale) -> String {
    let count = progress_count(progress, locale);
    if progress.count.missing().is_some() {
        let mut text = count;
        let of = with_unit(&written(progress.of, None, locale), unit);
        push_bracketed(&mut text, &locale.say(Word::OfOnly, &[("of", &of)]));
        return text;
    }
    let mut text = with_unit(&count, unit);
    if let Some(status) = status(&progress.count, locale) {
        push_bracketed(&mut text, status);
    }
    text
}

/// The share as published, else worked out where the count is exact.
pub fn progress_share(progress: &Progress, locale: &Locale) -> Option<String> {
    if let Some(share) = published_share(progress) {
        return Some(figure(share, "%", locale));
    }
    let share = worked_out_share(progress)?;
    Some(with_unit(&written(share, None, locale), "%"))
}

/// A share of `null` is none.
pub fn published_share(progress: &Progress) -> Option<&Figure> {
    progress.share.as_ref().filter(|share| share.missing() != Some(Missing::NoFigure))
}

fn worked_out_share(progress: &Progress) -> Option<Number> {
    let count = progress.count.value().filter(|_| progress.count.is_exact())?;
    Some(Number::percent_of(count, progress.of.value))
}

/// Whether a published share is another one than count ÷ of.
pub(super) fn share_differs(progress: &Progress) -> bool {
    let Some(share) = progress.share.as_ref().filter(|share| share.is_exact()) else {
        return false;
    };
    let (Some(share), Some(count)) = (share.number(), progress.count.value()) else {
        return false;
    };
    let write = |value: f64| Locale::EN.number(value, share.decimals);
    progress.count.is_exact() && write(share.value) != write(100.0 * count / progress.of.value)
}

#[cfg(test)]
mod tests {
    use super::super::sample::*;
    use super::*;
    use crate::model::Qualifier;
    use proptest::prelude::*;

    const VI: &Locale = &Locale::VI;

    #[test]
    fn a_count_stands_over_its_own_total() {
        assert_eq!(progress_count(&progress(exact(15.0), 15.0), VI), "15/15");
        assert_eq!(progress_count(&progress(exact(6084.0), 7669.0), VI), "6.084/7.669");
        let over = progress(qualified(6000.0, Qualifier::Over), 7669.0);
        assert_eq!(progress_count(&over, VI), "trên 6.000/7.669");
        let communes = level("ntm", vec![]);
        assert_eq!(progress_text(&communes, &over, VI), "trên 6.000/7.669\u{A0}xã");
        let gap = progress(gap(Missing::NoFigure), 15.0);
        assert_eq!(progress_count(&gap, VI), "chưa có số liệu");
        let text = progress_text(&communes, &gap, VI);
        assert_eq!(text, "chưa có số liệu (trong tổng số 15\u{A0}xã)");
    }

    #[test]
    fn a_share_is_worked_out_with_at_most_two_decimals() {
        for (count, of, text) in [
            (15.0, 15.0, "100%"),
            (2.0, 15.0, "13,33%"),
            (1.0, 2.0, "50%"),
            (1.0, 8.0, "12,5%"),
            (0.0, 15.0, "0%"),
            (99_999.0, 100_000.0, "99,999%"),
            (1.0, 100_000.0, "0,001%"),
        ] {
            assert_eq!(progress_share(&progress(exact(count), of), VI).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_published_share_stands() {
        let mut two = progress(exact(2567.0), 6084.0);
        assert_eq!(progress_share(&two, VI).as_deref(), Some("42,19%"));
        two.share = Some(exact(42.4));
        assert_eq!(progress_share(&two, VI).as_deref(), Some("42,4%"));
        assert!(share_differs(&two));
        two.share = Some(exact(42.2));
        assert!(!share_differs(&two));
        two.share = Some(gap(Missing::Suppressed));
        assert_eq!(progress_share(&two, VI).as_deref(), Some("không công bố"));
    }

    #[test]
    fn no_share_is_worked_out_of_what_is_not_exact() {
        let over = progress(qualified(6000.0, Qualifier::Over), 7669.0);
        assert_eq!(progress_share(&over, VI), None);
        assert_eq!(progress_share(&progress(gap(Missing::Up), 15.0), VI), None);
    }

    proptest! {
        #[test]
        fn a_part_is_never_written_as_all_or_none(of in 2u32..1_000_000, part in 0.0..1.0f64) {
            let count = 1 + (part * f64::from(of - 1)) as u32;
            let text = progress_share(&progress(exact(count.into()), of.into()), VI).unwrap();
            prop_assert_eq!(text == "100%", count == of, "{}/{}: {}", count, of, text);
            prop_assert!(text != "0%");
        }
    }
}
