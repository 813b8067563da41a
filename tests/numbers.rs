//! Our numbers beside those of ICU4X, the Unicode consortium's own. Those of the
//! browsers differ by version, and Chromium has none for Khmer; ICU4X is too large
//! for a page, so it is the measure and not the means.

use district_charts::locale::Locale;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use proptest::prelude::*;

/// What ICU4X writes of so many millionths, with at least so many decimals.
fn icu(tag: &str, millionths: i64, decimals: u8) -> String {
    let locale: icu_locale_core::Locale = tag.parse().expect("a tag");
    let options = DecimalFormatterOptions::default();
    let formatter = DecimalFormatter::try_new(locale.into(), options).expect("compiled data");
    let mut decimal = Decimal::from(millionths);
    decimal.multiply_pow10(-6);
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-i16::from(decimals));
    formatter.format(&decimal).to_string()
}

/// The one difference: CLDR has the hyphen for a minus in all three languages. Ours
/// is U+2212: as wide as a plus, and never taken for a dash at the end of a line.
fn with_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Khmer readers in Viet Nam mostly read Latin digits, which stand with the
    /// signs of English; Khmer digits, on request, with those of Vietnamese. That
    /// both are CLDR's is told here, since engines disagree about the first.
    #[test]
    fn numbers_are_written_as_icu4x_writes_them(
        digits in -1_000_000_000i64..1_000_000_000,
        decimals in 0u8..=6,
    ) {
        let millionths = digits * 10i64.pow(6 - u32::from(decimals));
        for tag in ["vi", "vi-VN", "en", "en-GB", "km", "km-KH", "km-u-nu-latn", "km-u-nu-khmr"] {
            let ours = Locale::parse(tag).number(millionths as f64 / 1e6, decimals);
            prop_assert_eq!(ours, with_minus(&icu(tag, millionths, decimals)), "{}", tag);
        }
    }
}
