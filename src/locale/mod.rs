//! Languages: words, numbers and dates.

mod language;
mod number;
mod word;

pub use language::{Language, adopt};
pub use word::{Builtin, Word};

use number::Style;

/// A language, and for Khmer the digits to write it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    language: Language,
    khmer_digits: bool,
    /// Number of the words that the page adopted; 0 for none.
    adopted: usize,
}

impl Locale {
    pub const VI: Locale = Locale { language: Language::Vi, khmer_digits: false, adopted: 0 };
    pub const EN: Locale = Locale { language: Language::En, khmer_digits: false, adopted: 0 };

    /// Reads a BCP 47 tag by its primary subtag: Vietnamese where there is
    /// none, English where the language is another. `km-u-nu-khmr` asks for
    /// Khmer digits; readers of Khmer in Viet Nam mostly use Latin ones. The private
    /// `-x-2` at its end asks for the second words that were [`adopt`]ed.
    pub fn parse(tag: &str) -> Locale {
        let (tag, number) = match tag.rsplit_once('-') {
            Some((tag, number)) if tag.ends_with("-x") => (tag, number),
            _ => (tag, ""),
        };
        Locale { adopted: number.parse().unwrap_or_default(), ..Locale::of_language(tag) }
    }

    fn of_language(tag: &str) -> Locale {
        let mut subtags = tag.trim().split(['-', '_']);
        let primary = subtags.next().unwrap_or_default();
        let is = |code| primary.eq_ignore_ascii_case(code);
        if primary.is_empty() || is("vi") {
            return Locale::VI;
        }
        if !is("km") {
            return Locale::EN;
        }
        let extension = subtags.skip_while(|part| !part.eq_ignore_ascii_case("u"));
        let mut numbers = extension.skip_while(|part| !part.eq_ignore_ascii_case("nu"));
        let khmer_digits = numbers.nth(1).is_some_and(|part| part.eq_ignore_ascii_case("khmr"));
        Locale { language: Language::Km, khmer_digits, ..Locale::VI }
    }

    /// The key under which a `Text` holds this language.
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    pub fn word(&self, word: Word) -> &'static str {
        self.nth(word, 0)
    }

    /// A word of a list whose words follow each other, from its first.
    pub fn nth(&self, first: Word, index: usize) -> &'static str {
        let index = first as usize + index;
        match language::adopted(self.adopted, index) {
            "" => self.language.word(index),
            own => own,
        }
    }

    /// A sentence of this language with its places filled.
    pub fn say(&self, word: Word, places: &[(&str, &str)]) -> String {
        fill(self.word(word), places)
    }

    /// The name of a built-in id.
    pub fn builtin(&self, kind: Builtin, id: &str) -> Option<&'static str> {
        kind.word(id).map(|word| self.word(word))
    }

    /// 14.120 and −2,33 in Vietnamese, 14,120 and −2.33 in English.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        let (group, decimal) = match self.language {
            Language::Vi => ('.', ','),
            Language::Km if self.khmer_digits => ('.', ','),
            Language::En | Language::Km => (',', '.'),
        };
        let style = Style { group: Some(group), decimal, zero: self.zero(), minus: '\u{2212}' };
        number::write(value, decimals, &style)
    }

    pub fn whole(&self, number: usize) -> String {
        self.number(number as f64, 0)
    }

    /// A day, a month (day 0) or a year (month 0).
    pub fn date(&self, year: u16, month: u8, day: u8) -> String {
        let name = word::month(month).map_or("", |name| self.word(name));
        let mut out = String::new();
        if name.is_empty() {
            for part in [day, month].into_iter().filter(|&part| part > 0) {
                number::push_padded(&mut out, part.into(), 2, self.zero());
                out.push('/');
            }
        } else {
            if day > 0 {
                number::push_padded(&mut out, day.into(), 1, self.zero());
                out.push(' ');
            }
            out.push_str(name);
            out.push(' ');
        }
        number::push_padded(&mut out, year.into(), 4, self.zero());
        out
    }

    fn zero(&self) -> char {
        if self.khmer_digits { '\u{17E0}' } else { '0' }
    }
}

/// A day, a month (day 0) or a year (month 0), by ISO 8601.
pub fn plain_date(year: u16, month: u8, day: u8) -> String {
    let mut out = String::new();
    number::push_padded(&mut out, year.into(), 4, '0');
    for part in [month, day].into_iter().filter(|&part| part > 0) {
        out.push('-');
        number::push_padded(&mut out, part.into(), 2, '0');
    }
    out
}

/// A number as JSON and CSV write it, with as few decimals as it needs.
pub fn plain_number(value: f64) -> String {
    plain_number_with(value, decimals_needed(value, number::MAX_DECIMALS))
}

/// A number as JSON and CSV write it.
pub fn plain_number_with(value: f64, decimals: u8) -> String {
    number::write(value, decimals, &number::PLAIN)
}

pub use number::decimals_needed;

/// Puts `values` into the `{name}` places of a template. Other braces stay,
/// and what is put in is not looked at again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let place = after.split_once('}').and_then(|(name, after)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, after))
        });
        match place {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
