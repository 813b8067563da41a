//! A page's object, which `www/flatten.ts` made flat lists of: it says what is in each.

use crate::input::Tree;
use core::slice::{ChunksExact, Iter};
use core::str::Split;
use serde_bytes::ByteBuf;
use std::rc::Rc;
use wasm_bindgen::JsValue;

// What a value is.
const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NUMBER: u8 = 3;
const STRING: u8 = 4;
const LIST: u8 = 5;
const MAP: u8 = 6;
const TOO_LONG: u8 = 7;
const TOO_DEEP: u8 = 8;

/// The document in the lists.
pub fn read(lists: JsValue) -> Tree {
    let lists = serde_wasm_bindgen::from_value::<(ByteBuf, ByteBuf, String, String)>(lists);
    let Ok((kinds, numbers, texts, names)) = lists else { return Tree::NotData };
    let mut flat = Flat {
        kinds: kinds.iter(),
        numbers: numbers.chunks_exact(size_of::<f64>()),
        texts: texts.split('\0'),
        names: names.split('\0').map(Rc::from).collect(),
    };
    flat.value()
}

/// What is left to read.
struct Flat<'a> {
    kinds: Iter<'a, u8>,
    numbers: ChunksExact<'a, u8>,
    texts: Split<'a, char>,
    names: Vec<Rc<str>>,
}

impl Flat<'_> {
    fn value(&mut self) -> Tree {
        match self.kinds.next() {
            Some(&NULL) => Tree::Null,
            Some(&FALSE) => Tree::Bool(false),
            Some(&TRUE) => Tree::Bool(true),
            Some(&NUMBER) => Tree::Number(self.number()),
            Some(&STRING) => Tree::String(self.texts.next().unwrap_or_default().into()),
            Some(&LIST) => self.list(),
            Some(&MAP) => self.map(),
            Some(&TOO_LONG) => Tree::TooLong(self.count()),
            Some(&TOO_DEEP) => Tree::TooDeep,
            _ => Tree::NotData,
        }
    }

    fn list(&mut self) -> Tree {
        let count = self.count();
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(self.value());
        }
        Tree::List(items)
    }

    fn map(&mut self) -> Tree {
        let count = self.count();
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let index = self.count();
            let name = self.names.get(index).cloned().unwrap_or_default();
            entries.push((name, self.value()));
        }
        Tree::Map(entries)
    }

    fn count(&mut self) -> usize {
        self.number() as usize
    }

    fn number(&mut self) -> f64 {
        let bytes = self.numbers.next().and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(f64::NAN, f64::from_le_bytes)
    }
}
