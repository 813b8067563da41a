//! The built-in width table: what measures text where there is no page.
//!
//! Advance widths of Be Vietnam Pro (npm: @fontsource/be-vietnam-pro 5.3.0) at
//! 400, 500 and 600, in 1/200 em, which is as fine as a byte holds and errs by
//! 0.03 px a character at 14 px. Kerning is left out. Vietnamese letters are
//! looked up by the letter that is as wide; Khmer by classes of Noto Sans
//! Khmer.

use super::MeasureText;
use crate::theme::Weight;

/// Measures by the table, whatever the family.
pub struct WidthTable;

impl MeasureText for WidthTable {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let mut after_coeng = false;
        let units: u32 = text
            .chars()
            .map(|c| {
                let is_subscript = after_coeng;
                after_coeng = c == COENG;
                if is_subscript { 0 } else { units(c, weight) }
            })
            .sum();
        f64::from(units) * size / UNITS_PER_EM
    }
}

const UNITS_PER_EM: f64 = 200.0;

/// Sets the consonant after it below the one before.
const COENG: char = '\u{17d2}';

/// An unknown letter, and one of a wide script.
const NARROW: u32 = 120;
const WIDE: u32 = 200;

fn units(c: char, weight: Weight) -> u32 {
    let c = as_wide_as(c);
    let column = match c {
        ' '..='~' => Some(c as usize - ' ' as usize),
        _ => BEYOND_ASCII.chars().position(|own| own == c).map(|index| ASCII + index),
    };
    match column {
        Some(column) => u32::from(WIDTHS[weight as usize][column]),
        None => units_by_class(c),
    }
}

fn units_by_class(c: char) -> u32 {
    match c {
        // Combining marks, joiners, variation selectors; Khmer signs.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{17b4}' | '\u{17b5}' | '\u{17b7}'..='\u{17bd}' => 0,
        '\u{17c6}' | '\u{17c9}'..='\u{17d3}' | '\u{17dd}' => 0,
        // Khmer vowels beside their consonant, on one side and on both.
        '\u{17b6}' | '\u{17be}' | '\u{17c1}'..='\u{17c3}' | 'រ' | 'វ' | 'ះ' | 'ៈ' => 60,
        '\u{17bf}' | '\u{17c0}' | 'ឈ' | 'ណ' => 240,
        '\u{17c4}' | '\u{17c5}' => 120,
        'ឃ' | 'ញ' | 'ឍ' | 'យ' | 'ល' | 'ស' | 'ហ' | 'ឡ' => 187,
        '\u{1780}'..='\u{17ff}' => 127,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => WIDE,
        '\u{ff00}'..='\u{ff60}' | '\u{10000}'.. => WIDE,
        _ => NARROW,
    }
}

/// The character of the table whose width `c` shares.
fn as_wide_as(c: char) -> char {
    match c {
        '\u{a0}' => ' ',
        '\u{c0}'..='\u{ff}' => LATIN_1.chars().nth(c as usize - 0xc0).unwrap_or(c),
        'ă' => 'à',
        'Ă' => 'A',
        'ĩ' => 'ì',
        'Ĩ' => 'Ì',
        'ũ' => 'ù',
        'Ũ' => 'Ù',
        '\u{1ea0}'..='\u{1ef9}' => {
            let upper = match c as u32 {
                ..=0x1eb7 => 'A',
                0x1eb8..=0x1ec7 => 'È',
                0x1ec8..=0x1ecb => 'Ì',
                0x1ecc..=0x1ee3 => 'O',
                0x1ee4..=0x1ef1 => 'Ù',
                _ => 'Y',
            };
            if is_lower(c) { lower(upper) } else { upper }
        }
        _ => c,
    }
}

/// In the block of Vietnamese letters small ones have odd numbers.
fn is_lower(c: char) -> bool {
    c as u32 % 2 == 1
}

/// The accented small letter; all of them are wider than the bare one.
fn lower(upper: char) -> char {
    match upper {
        'A' => 'à',
        'È' => 'è',
        'Ì' => 'ì',
        'O' => 'ò',
        'Ù' => 'ù',
        _ => 'y',
    }
}

/// U+00C0–U+00FF, each by the letter that is as wide.
const LATIN_1: &str = "AAAAAAWCÈÈÈÈÌÌÌÌĐNOOOOO×OÙÙÙÙYPoààààààwcèèèèììììònòòòòò+oùùùùypy";

/// How many columns of the table are ASCII, from the space to the tilde.
const ASCII: usize = 95;

/// The further columns of the table.
const BEYOND_ASCII: &str = "àèìòùÈÌÙđĐơƠưƯ“”‘’–—−…×·°²•₫";

/// By weight (400, 500, 600), then by column.
#[rustfmt::skip]
const WIDTHS: [[u8; 123]; 3] = [
    [
        46, 56, 64, 161, 129, 170, 148, 36, 88, 88, 99, 122, 61, 122, 57, 101, 135, 77, 130, 132,
        142, 132, 136, 119, 127, 136, 57, 61, 111, 145, 111, 115, 201, 147, 135, 155, 146, 124, 127, 157,
        142, 52, 93, 136, 125, 171, 146, 165, 129, 164, 134, 127, 130, 145, 141, 201, 144, 133, 132, 92,
        97, 92, 112, 140, 40, 128, 130, 123, 130, 120, 77, 129, 117, 53, 55, 111, 51, 179, 115, 128,
        130, 130, 78, 102, 86, 113, 115, 174, 112, 117, 100, 85, 82, 85, 94, 131, 122, 55, 130, 118,
        126, 56, 149, 132, 158, 128, 165, 115, 149, 74, 81, 57, 43, 136, 174, 127, 145, 116, 51, 95,
        87, 111, 118,
    ],
    [
        46, 60, 68, 164, 129, 171, 150, 39, 89, 89, 100, 125, 63, 122, 60, 103, 137, 80, 131, 133,
        143, 133, 137, 119, 129, 137, 60, 63, 112, 147, 112, 118, 202, 149, 137, 155, 147, 125, 127, 157,
        143, 54, 95, 138, 126, 173, 148, 165, 131, 165, 137, 129, 132, 146, 144, 204, 147, 137, 132, 95,
        100, 95, 115, 143, 46, 129, 131, 124, 131, 121, 79, 130, 118, 55, 57, 114, 53, 179, 116, 129,
        131, 131, 81, 104, 86, 115, 116, 175, 115, 118, 102, 89, 83, 89, 95, 131, 122, 57, 131, 119,
        127, 57, 149, 134, 157, 130, 165, 116, 149, 79, 85, 56, 45, 138, 174, 129, 154, 119, 54, 95,
        88, 112, 121,
    ],
    [
        46, 64, 73, 167, 130, 173, 151, 42, 90, 90, 102, 127, 66, 121, 64, 106, 138, 83, 132, 135,
        143, 135, 139, 119, 131, 139, 64, 66, 114, 149, 114, 121, 203, 152, 140, 156, 149, 127, 128, 158,
        145, 56, 96, 141, 127, 175, 149, 166, 133, 165, 139, 131, 135, 147, 146, 208, 151, 140, 133, 98,
        103, 98, 119, 145, 52, 130, 132, 125, 132, 122, 80, 131, 120, 57, 58, 117, 55, 179, 118, 130,
        132, 132, 83, 105, 87, 116, 118, 176, 118, 118, 103, 92, 85, 92, 97, 132, 123, 59, 131, 120,
        128, 58, 149, 135, 157, 132, 166, 117, 149, 84, 88, 54, 46, 139, 174, 131, 163, 122, 58, 94,
        90, 113, 124,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str) -> f64 {
        WidthTable.width(text, 1.0, Weight::Regular)
    }

    fn assert_near(text: &str, em: f64) {
        assert!((width(text) - em).abs() <= 0.011, "{text}: {} is not {em}", width(text));
    }

    #[test]
    fn vietnamese_is_as_wide_as_the_font_says() {
        // hmtx of Be Vietnam Pro 400, in em.
        for (text, em) in [
            ("ế", 0.609),
            ("ẳ", 0.653),
            ("ợ", 0.652),
            ("ự", 0.591),
            ("ỹ", 0.583),
            ("ị", 0.276),
            ("đ", 0.662),
            ("Ổ", 0.826),
            ("Ữ", 0.745),
            ("Ễ", 0.63),
            ("ũ", 0.591),
            ("ă", 0.653),
            ("é", 0.609),
            ("Ặ", 0.736),
        ] {
            assert_near(text, em);
        }
    }

    #[test]
    fn a_decomposed_letter_is_about_as_wide_as_a_composed_one() {
        assert_near("e\u{302}\u{301}", width("ế"));
    }

    #[test]
    fn figures_and_their_punctuation_are_known() {
        for (text, em) in [
            ("0", 0.675),
            ("1", 0.385),
            ("%", 0.85),
            (",", 0.305),
            ("−", 0.636),
            ("–", 0.682),
            ("\u{a0}", 0.23),
            ("…", 0.726),
        ] {
            assert_near(text, em);
        }
    }

    #[test]
    fn a_khmer_subscript_takes_no_room() {
        assert_eq!(width("ស្ត្រី"), width("ស"));
        assert_eq!(width("កំ"), width("ក"));
    }

    #[test]
    fn width_grows_with_size_and_weight() {
        let at = |size, weight| WidthTable.width("Tổng số", size, weight);
        assert_eq!(at(28.0, Weight::Regular), 2.0 * at(14.0, Weight::Regular));
        assert!(at(14.0, Weight::Regular) < at(14.0, Weight::Medium));
        assert!(at(14.0, Weight::Medium) < at(14.0, Weight::Semibold));
    }

    #[test]
    fn any_character_has_a_width() {
        for c in ('\0'..=char::MAX).step_by(7) {
            assert!(units(c, Weight::Semibold) < 260, "{c}");
        }
    }
}
