use super::*;
use proptest::prelude::*;

#[test]
fn the_primary_subtag_decides() {
    for (tag, code) in [
        ("", "vi"),
        ("vi", "vi"),
        ("VI-vn", "vi"),
        ("vi_VN", "vi"),
        ("en-GB", "en"),
        ("km", "km"),
        ("km-KH", "km"),
        ("fr", "en"),
        ("vie", "en"),
        ("-", "vi"),
    ] {
        assert_eq!(Locale::parse(tag).code(), code, "{tag}");
    }
}

#[test]
fn khmer_digits_only_on_request_and_only_in_khmer() {
    for (tag, number) in [
        ("km", "14,120.5"),
        ("km-u-nu-khmr", "១៤.១២០,៥"),
        ("km-KH-u-ca-gregory-nu-khmr", "១៤.១២០,៥"),
        ("km-u-nu-latn", "14,120.5"),
        ("km-nu-khmr", "14,120.5"),
        ("vi-u-nu-khmr", "14.120,5"),
        ("en-u-nu-khmr", "14,120.5"),
    ] {
        assert_eq!(Locale::parse(tag).number(14120.5, 1), number, "{tag}");
    }
}

#[test]
fn numbers_keep_the_decimals_they_were_given() {
    let vi = Locale::VI;
    assert_eq!(vi.number(2.33, 2), "2,33");
    assert_eq!(vi.number(7.5, 2), "7,50");
    assert_eq!(vi.number(14120.0, 0), "14.120");
    assert_eq!(vi.number(1234567.89, 2), "1.234.567,89");
    assert_eq!(vi.number(1e15, 0), "1.000.000.000.000.000");
    assert_eq!(vi.number(0.05, 2), "0,05");
    assert_eq!(vi.number(1.0625, 3), "1,063");
    assert_eq!(vi.number(9.999, 2), "10,00");
}

#[test]
fn a_negative_number_has_a_true_minus_and_zero_has_none() {
    assert_eq!(Locale::VI.number(-3.5, 1), "−3,5");
    assert_eq!(Locale::EN.number(-1234.0, 0), "−1,234");
    assert_eq!(Locale::VI.number(-0.0, 0), "0");
    assert_eq!(Locale::VI.number(-0.04, 1), "0,0");
    assert_eq!(plain_number_with(-3.5, 1), "-3.5");
}

#[test]
fn numbers_that_no_model_holds_do_not_trap() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE] {
        for decimals in [0, 6, 7, 255] {
            Locale::VI.number(value, decimals);
        }
    }
}

#[test]
fn dates_say_what_is_known() {
    for (tag, day, month, year) in [
        ("vi", "05/01/2024", "01/2024", "2024"),
        ("en", "5 January 2024", "January 2024", "2024"),
        ("km", "5 មករា 2024", "មករា 2024", "2024"),
        ("km-u-nu-khmr", "៥ មករា ២០២៤", "មករា ២០២៤", "២០២៤"),
    ] {
        let locale = Locale::parse(tag);
        assert_eq!(locale.date(2024, 1, 5), day);
        assert_eq!(locale.date(2024, 1, 0), month);
        assert_eq!(locale.date(2024, 0, 0), year);
        locale.date(0, 13, 99);
    }
}

#[test]
fn words_of_a_page_stand_in_place_of_the_language_s_own() {
    let lines = |own: &[(Word, &str)]| {
        let mut lines = vec![""; Word::ALL.len()];
        own.iter().for_each(|(word, text)| lines[*word as usize] = text);
        lines.join("\n")
    };
    adopt(lines(&[(Word::And, "&"), (Word::February, "Fév.")]));
    adopt(lines(&[(Word::SectorII, "Sản xuất")]));
    let (first, second) = (Locale::parse("en-GB-x-1"), Locale::parse("vi-x-2"));
    assert_eq!(first.word(Word::And), "&");
    assert_eq!(first.date(2024, 2, 1), "1 Fév. 2024");
    assert_eq!(first.word(Word::Over), "over");
    assert_eq!(second.builtin(Builtin::Sector, "II"), Some("Sản xuất"));
    assert_eq!(second.word(Word::And), "và");
    assert_eq!(second.code(), "vi");
    assert_eq!(Locale::parse("vi").builtin(Builtin::Sector, "II"), Some("Công nghiệp và xây dựng"));
    assert_eq!(Locale::parse("vi-x-3").word(Word::And), "và");
    assert_eq!(Locale::parse("km-u-nu-khmr-x-2").whole(5), "៥");
}

#[test]
fn filling_looks_at_a_template_once() {
    assert_eq!(fill("{a} và {b}", &[("a", "{b}"), ("b", "x")]), "{b} và x");
    assert_eq!(fill("{ \"value\": {a} }", &[("a", "1")]), "{ \"value\": 1 }");
    assert_eq!(fill("{a", &[("a", "1")]), "{a");
    assert_eq!(fill("{none} {a}", &[("a", "1")]), "{none} 1");
}

proptest! {
    #[test]
    fn a_written_number_reads_back(mantissa in -1_000_000_000_000_000i64..=1_000_000_000_000_000, decimals in 0u8..=6) {
        let value = mantissa as f64 / 10f64.powi(decimals.into());
        for (locale, group, decimal) in [(Locale::VI, ".", ","), (Locale::EN, ",", ".")] {
            let text = locale.number(value, decimals);
            let plain = text.replace(group, "").replace(decimal, ".").replace('−', "-");
            prop_assert_eq!(plain.parse::<f64>().unwrap(), value, "{}", text);
            prop_assert_eq!(plain, plain_number_with(value, decimals));
        }
        prop_assert_eq!(plain_number(value).parse::<f64>().unwrap(), value);
    }

    #[test]
    fn groups_have_three_digits(value in 0u64..1_000_000_000_000_000) {
        let text = Locale::VI.number(value as f64, 0);
        let mut groups = text.split('.');
        prop_assert!((1..=3).contains(&groups.next().unwrap().len()));
        prop_assert!(groups.all(|group| group.len() == 3));
    }
}
