//! Several things in one place of a sentence.

use crate::locale::{Locale, Word};

const MAX_NAMED: usize = 3;

/// Things by name: the first few, and how many in all.
#[derive(Default)]
pub struct List {
    text: String,
    count: usize,
}

impl List {
    /// What is not among the first few is not written at all.
    pub fn add(&mut self, name: &dyn Fn() -> String) {
        self.count += 1;
        if self.count > MAX_NAMED {
            return;
        }
        if self.count > 1 {
            self.text.push_str("; ");
        }
        self.text.push_str(&name());
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// “a; b; c và 2 mục khác”
    pub fn say(&self, locale: &Locale) -> String {
        let mut text = self.text.clone();
        if self.count > MAX_NAMED {
            let more = locale.whole(self.count - MAX_NAMED);
            text.push(' ');
            text.push_str(&locale.say(Word::AndOthers, &[("count", &more)]));
        }
        text
    }
}
