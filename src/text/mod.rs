//! Measuring and wrapping text. Measuring is injected: the browser's own in a
//! page, a fixed table elsewhere, so that layout never touches a page.

use crate::theme::Weight;

pub mod metrics;

pub trait MeasureText {
    /// Width of one line in CSS pixels.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;

    /// The text with zero-width spaces between words that are written without
    /// spaces, as Khmer ones are. None where there are no such words, or no
    /// dictionary to find them by.
    fn part_words(&self, _text: &str) -> Option<String> {
        None
    }
}

/// Size and weight of one role of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    pub size: f64,
    pub weight: Weight,
}

impl Font {
    pub fn width(self, text: &str, measure: &dyn MeasureText) -> f64 {
        measure.width(text, self.size, self.weight)
    }
}

/// Breaks `text` into lines no wider than `max_width`, at most `max_lines`.
///
/// Breaks at spaces and U+200B, greedily, and inside a word only where the
/// word alone is too wide. Text that does not fit ends in an ellipsis. A last
/// line of one syllable is avoided by narrowing the box, since Vietnamese
/// compounds read badly when their last syllable stands alone.
pub fn wrap(
    text: &str,
    max_width: f64,
    max_lines: usize,
    font: Font,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let parted = measure.part_words(text);
    let text = parted.as_deref().unwrap_or(text);
    let lines = fill(text, (max_width, max_lines), font, measure);
    let balanced = if lines.len() > 1 && lines.len() <= max_lines {
        balance(text, &lines, max_width, font, measure)
    } else {
        lines
    };
    shorten(balanced, max_width, max_lines, font, measure)
}

/// The text on one line, ending in an ellipsis where it is too wide.
pub fn fit(text: &str, max_width: f64, font: Font, measure: &dyn MeasureText) -> String {
    wrap(text, max_width, 1, font, measure).pop().unwrap_or_default()
}

/// Greedy lines, as many as it takes; past `most` the rest of a long text is left out.
fn fill(
    text: &str,
    (max_width, most): (f64, usize),
    font: Font,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let mut words: Vec<(&str, &str)> = words(text).collect();
    let mut start = 0;
    let mut lines: Vec<String> = Vec::new();
    while let Some(rest @ [(_, word), others @ ..]) = words.get(start..)
        && lines.len() <= most
    {
        let line = |count: usize| {
            let mut line = String::new();
            for (gap, word) in rest.iter().take(count) {
                if !line.is_empty() {
                    line.push_str(gap);
                }
                line.push_str(word);
            }
            line
        };
        let fits = |count: usize| font.width(&line(count), measure) <= max_width;
        let count = most_that(&fits, rest.len());
        let mut cut: Vec<(&str, &str)> = Vec::new();
        if count == 0 {
            // A word that is too wide is cut, never before a combining mark.
            cut.extend(clusters(word).map(|cluster| ("", cluster)));
        }
        if cut.len() > 1 {
            cut.extend_from_slice(others);
            (words, start) = (cut, 0);
        } else {
            lines.push(line(count.max(1)));
            start += count.max(1);
        }
    }
    lines
}

/// How many of `all` parts fit, where fewer do too: by doubling, then by halving, since
/// of a long text few stand on a line, and measuring is what takes the time.
fn most_that(fits: &dyn Fn(usize) -> bool, all: usize) -> usize {
    let (mut least, mut end) = (0, 1);
    while end < all && fits(end) {
        (least, end) = (end, end * 2);
    }
    let mut most = if end < all { end - 1 } else { all };
    while least < most {
        let middle = (least + most).div_ceil(2);
        if fits(middle) { least = middle } else { most = middle - 1 }
    }
    least
}

/// Words, each with what stands before it on a line: a space, or nothing
/// after a zero-width space.
fn words(text: &str) -> impl Iterator<Item = (&'static str, &str)> {
    text.split([' ', '\t', '\n', '\r']).flat_map(|chunk| {
        chunk
            .split('\u{200b}')
            .enumerate()
            .map(|(index, word)| (if index == 0 { " " } else { "" }, word))
            .filter(|(_, word)| !word.is_empty())
    })
}

/// Base characters with the marks that belong to them.
fn clusters(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    core::iter::from_fn(move || {
        let mut coeng = false;
        let end = rest
            .char_indices()
            .skip(1)
            .find(|&(_, c)| {
                let joins = coeng || is_mark(c);
                coeng = c == '\u{17d2}';
                !joins
            })
            .map_or(rest.len(), |(index, _)| index);
        let (cluster, tail) = rest.split_at(end);
        rest = tail;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// Latin combining marks, Khmer vowels and signs, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{200c}' | '\u{200d}')
}

/// The widest piece of `text` that no line break may cut.
pub fn widest_word(text: &str, font: Font, measure: &dyn MeasureText) -> f64 {
    let parted = measure.part_words(text);
    let text = parted.as_deref().unwrap_or(text);
    words(text).map(|(_, word)| font.width(word, measure)).fold(0.0, f64::max)
}

/// One more than from the whole box to six tenths of it takes, for what rounding leaves.
const BALANCING_STEPS: usize = 9;

/// Narrows the box until the last line holds three syllables, if that costs
/// no further line and cuts no word.
fn balance(
    text: &str,
    lines: &[String],
    max_width: f64,
    font: Font,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let lonely = |lines: &[String]| lines.last().is_some_and(|last| !last.contains(' '));
    let mut best = lines.to_vec();
    let mut width = max_width;
    let least = widest_word(text, font, measure).max(max_width * 0.6);
    // Counted: of a box next to nothing wide a twentieth is nothing.
    for _ in 0..BALANCING_STEPS {
        if !lonely(&best) || width <= least {
            break;
        }
        width = (width - max_width * 0.05).max(least);
        let narrower = fill(text, (width, lines.len()), font, measure);
        if narrower.len() != lines.len() {
            break;
        }
        best = narrower;
    }
    if lonely(&best) { lines.to_vec() } else { best }
}

/// Keeps `max_lines` and marks what was left out.
fn shorten(
    mut lines: Vec<String>,
    max_width: f64,
    max_lines: usize,
    font: Font,
    measure: &dyn MeasureText,
) -> Vec<String> {
    if lines.len() <= max_lines {
        return lines;
    }
    lines.truncate(max_lines);
    if let Some(last) = lines.last_mut() {
        let pieces: Vec<&str> = clusters(last).collect();
        let shortened = |count: usize| {
            [pieces.get(..count).unwrap_or_default().concat().trim_end(), "…"].concat()
        };
        let fits = |count: usize| font.width(&shortened(count), measure) <= max_width;
        *last = shortened(most_that(&fits, pieces.len()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is half its size wide, marks are not.
    struct Half;
    impl MeasureText for Half {
        fn width(&self, text: &str, size: f64, _: Weight) -> f64 {
            text.chars().filter(|&c| !is_mark(c)).count() as f64 * size / 2.0
        }
    }

    const FONT: Font = Font { size: 10.0, weight: Weight::Regular };

    fn lines(text: &str, width: f64, max: usize) -> Vec<String> {
        wrap(text, width, max, FONT, &Half)
    }

    #[test]
    fn short_text_stays_on_one_line() {
        assert_eq!(lines("Dịch vụ", 100.0, 3), ["Dịch vụ"]);
        assert!(lines("", 100.0, 3).is_empty());
    }

    #[test]
    fn breaks_at_spaces_and_keeps_numbers_with_their_unit() {
        assert_eq!(
            lines("đạt 14.120\u{a0}tỷ\u{a0}đồng", 80.0, 3),
            ["đạt", "14.120\u{a0}tỷ\u{a0}đồng"]
        );
    }

    #[test]
    fn a_last_line_of_one_syllable_takes_company() {
        assert_eq!(lines("một hai ba bốn năm", 75.0, 3), ["một hai ba", "bốn năm"]);
    }

    #[test]
    fn a_lonely_last_line_cuts_no_word() {
        let broken = lines("2016–2021: chưa có số liệu", 60.0, 4);
        assert!(broken.contains(&"2016–2021:".to_string()), "{broken:?}");
    }

    #[test]
    fn breaks_khmer_at_zero_width_spaces_without_a_space() {
        assert_eq!(lines("កខ\u{200b}គឃ", 100.0, 2), ["កខគឃ"]);
        assert_eq!(lines("កខ\u{200b}គឃ", 12.0, 2), ["កខ", "គឃ"]);
    }

    #[test]
    fn words_without_spaces_are_parted_by_who_knows_them() {
        struct Dictionary;
        impl MeasureText for Dictionary {
            fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
                Half.width(text, size, weight)
            }
            fn part_words(&self, text: &str) -> Option<String> {
                Some(text.replace("ស្រុក", "\u{200b}ស្រុក"))
            }
        }
        let text = "នៅក្នុងស្រុក";
        assert_eq!(wrap(text, 30.0, 3, FONT, &Dictionary), ["នៅក្នុង", "ស្រុក"]);
        assert_ne!(wrap(text, 30.0, 3, FONT, &Half), ["នៅក្នុង", "ស្រុក"]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_cut_between_clusters() {
        assert_eq!(lines("nghieng", 20.0, 3), ["nghi", "eng"]);
        assert_eq!(lines("e\u{302}\u{301}e\u{302}", 5.0, 3), ["e\u{302}\u{301}", "e\u{302}"]);
        assert_eq!(lines("ស្ត្រី", 5.0, 3).len(), 1);
    }

    #[test]
    fn a_box_next_to_nothing_wide_ends_too() {
        let font = Font { size: 5e-324, ..FONT };
        for width in [5e-323, 5e-324, 0.0, -1.0, f64::NAN] {
            assert_eq!(lines("một hai", width, 6).concat().replace(' ', ""), "mộthai");
            assert!(wrap("22s2\nVVVV", width, 6, font, &Half).len() <= 6);
        }
    }

    /// Counts what is measured: texts and their characters.
    #[derive(Default)]
    struct Counting(std::cell::Cell<(usize, usize)>);
    impl MeasureText for Counting {
        fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
            let (texts, characters) = self.0.get();
            self.0.set((texts + 1, characters + text.chars().count()));
            Half.width(text, size, weight)
        }
    }

    #[test]
    fn of_a_long_text_no_more_is_measured_than_its_lines() {
        for text in ["một hai ".repeat(250), "m".repeat(2_000), "m ".repeat(1_000)] {
            let counting = Counting::default();
            let lines = wrap(&text, 300.0, 3, FONT, &counting);
            assert_eq!(lines.len(), 3);
            let (texts, characters) = counting.0.get();
            assert!(texts < 70, "{texts} times");
            assert!(characters < 4_500, "{characters} characters");
        }
    }

    #[test]
    fn as_many_as_fit_are_found() {
        for all in 0..40 {
            for most in 0..=all {
                assert_eq!(most_that(&|count| count <= most, all), most);
            }
        }
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(lines("một hai ba bốn", 40.0, 1), ["một hai…"]);
        assert_eq!(fit("Nông, lâm nghiệp", 45.0, FONT, &Half), "Nông, lâ…");
    }
}
