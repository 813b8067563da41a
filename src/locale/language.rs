//! Where the words of each language are: one file a language, `Word` → string.
//!
//! Vietnamese is as a provincial statistics office writes; its built-in names
//! are those that yearbooks, decisions and reports print. Khmer is ours, kept
//! simple on purpose, and awaits the reading of a native speaker; so do its
//! built-in names, for which no public source was found. The compiled module
//! carries no words: the page gives them, and only those of its languages.

#[cfg(not(target_arch = "wasm32"))]
use super::Word;
use core::cell::RefCell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Vi,
    En,
    Km,
}

impl Language {
    pub fn parse(code: &str) -> Option<Language> {
        let all = [Language::Vi, Language::En, Language::Km];
        all.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    pub fn code(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
            Language::Km => "km",
        }
    }

    /// Vietnamese where this language has no such word, as with every `Text`.
    pub fn word(self, index: usize) -> &'static str {
        match self.own(index) {
            "" => Language::Vi.own(index),
            own => own,
        }
    }

    /// Empty where this language has no such word.
    fn own(self, index: usize) -> &'static str {
        self.words().get(index).copied().unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Language {
    fn words(self) -> &'static [&'static str] {
        use std::sync::LazyLock;
        static VI: LazyLock<Words> = LazyLock::new(|| read(include_str!("vi.json")));
        static EN: LazyLock<Words> = LazyLock::new(|| read(include_str!("en.json")));
        static KM: LazyLock<Words> = LazyLock::new(|| read(include_str!("km.json")));
        match self {
            Language::Vi => &VI,
            Language::En => &EN,
            Language::Km => &KM,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
type Words = Vec<&'static str>;

#[cfg(not(target_arch = "wasm32"))]
fn read(file: &str) -> Words {
    let mut words: std::collections::HashMap<String, String> =
        serde_json::from_str(file).unwrap_or_default();
    let word = |word: &Word| &*words.remove(&format!("{word:?}")).unwrap_or_default().leak();
    Word::ALL.iter().map(word).collect()
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    static GIVEN: core::cell::Cell<[&'static [&'static str]; 3]> =
        const { core::cell::Cell::new([&[]; 3]) };
}

#[cfg(target_arch = "wasm32")]
impl Language {
    fn words(self) -> &'static [&'static str] {
        GIVEN.get()[self as usize]
    }

    /// Takes the words of this language, one a line in the order of
    /// `Word::ALL`, for as long as the module lives.
    pub fn give(self, lines: String) {
        let words: Vec<&'static str> = lines.leak().split('\n').collect();
        let mut given = GIVEN.get();
        given[self as usize] = words.leak();
        GIVEN.set(given);
    }
}

thread_local! {
    /// What pages say in place of words of a language, by number from 1.
    static ADOPTED: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// Takes words of a page's own, for as long as the module lives: one a line in the
/// order of `Word::ALL`, empty where the language's own stands.
pub fn adopt(lines: String) {
    let words: Vec<&'static str> = lines.leak().split('\n').collect();
    ADOPTED.with_borrow_mut(|adopted| adopted.push(words.leak()));
}

/// The page's own word of that number; empty where it has none.
pub fn adopted(number: usize, index: usize) -> &'static str {
    let words = ADOPTED.with_borrow(|all| all.get(number.checked_sub(1)?).copied());
    words.and_then(|words| words.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const FILES: [(Language, &str); 3] = [
        (Language::Vi, include_str!("vi.json")),
        (Language::En, include_str!("en.json")),
        (Language::Km, include_str!("km.json")),
    ];

    /// Not the braces of JSON that a sentence shows.
    fn places(template: &str) -> BTreeSet<&str> {
        let starts = template.split('{').skip(1);
        let names = starts.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        names.filter(|name| !name.contains(' ')).collect()
    }

    /// The page gives the strings without their names. Keys without a capital are of
    /// the element's messages, which the module does not say.
    #[test]
    fn each_file_has_every_word_once_and_in_order() {
        let names: Vec<String> = Word::ALL.iter().map(|word| format!("{word:?}")).collect();
        for (_, file) in FILES {
            let lines = file.lines().filter_map(|line| line.trim().split_once("\": \""));
            let keys = lines.map(|(key, _)| key.trim_start_matches('"'));
            let keys: Vec<&str> = keys.filter(|key| key.starts_with(char::is_uppercase)).collect();
            assert_eq!(keys, names);
        }
    }

    #[test]
    fn each_sentence_has_the_same_places_in_every_language() {
        for &word in Word::ALL {
            for (language, _) in FILES {
                let (own, vietnamese) =
                    (language.word(word as usize), Language::Vi.word(word as usize));
                assert_eq!(places(own), places(vietnamese), "{word:?}");
            }
        }
    }

    #[test]
    fn only_months_in_digits_are_empty() {
        for &word in Word::ALL {
            assert!(!Language::En.own(word as usize).is_empty(), "{word:?}");
            let is_month = word as usize >= Word::January as usize;
            assert_eq!(Language::Vi.own(word as usize).is_empty(), is_month, "{word:?}");
            assert!(!Language::Km.own(word as usize).is_empty(), "{word:?}");
        }
    }

    #[test]
    fn a_word_is_one_line() {
        for (language, _) in FILES {
            assert!(language.words().iter().all(|word| !word.contains('\n')));
        }
    }
}
