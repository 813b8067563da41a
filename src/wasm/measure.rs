//! Measuring by the page's own fonts, remembered.

use super::canvas::{context_of, font, new_canvas, set_spacing};
use crate::text::MeasureText;
use crate::theme::{NO_SPACING, Theme, Weight};
use core::cell::{Cell, OnceCell, RefCell};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

thread_local! {
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
    /// How often the widths were forgotten.
    static GENERATION: Cell<u32> = const { Cell::new(0) };
}

#[wasm_bindgen]
extern "C" {
    /// Absent in older browsers: their Khmer lines break within words.
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Options) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;

    type Options;
    #[wasm_bindgen(method, setter)]
    fn set_granularity(this: &Options, granularity: &str);

    type Segment;
    /// Where it begins, in UTF-16 units.
    #[wasm_bindgen(method, getter)]
    fn index(this: &Segment) -> u32;
}

/// A context that only measures, and what it measured.
struct Page {
    context: CanvasRenderingContext2d,
    font: String,
    letter_spacing: String,
    word_spacing: String,
    /// Sorted by text and font.
    widths: Vec<(String, f64)>,
    /// Made for the first Khmer text: other pages do without. None where the
    /// browser has none.
    khmer: OnceCell<Option<Segmenter>>,
}

/// Far more than the charts of a page have; a page whose data change for ever
/// starts anew here.
const MOST_WIDTHS: usize = 4_096;

impl Page {
    fn new() -> Option<Page> {
        Some(Page {
            context: context_of(&new_canvas()?)?,
            font: String::new(),
            letter_spacing: NO_SPACING.to_string(),
            word_spacing: NO_SPACING.to_string(),
            widths: Vec::new(),
            khmer: OnceCell::new(),
        })
    }

    /// Few pages have charts of several spacings: what was measured with another is forgotten.
    fn space(&mut self, theme: &Theme) {
        if self.letter_spacing != theme.letter_spacing || self.word_spacing != theme.word_spacing {
            set_spacing(&self.context, theme);
            self.letter_spacing.clone_from(&theme.letter_spacing);
            self.word_spacing.clone_from(&theme.word_spacing);
            self.widths.clear();
        }
    }

    fn width(&mut self, text: &str, font: String) -> f64 {
        // Texts differ sooner than fonts.
        let key = [text, "\n", &font].concat();
        let index = match self.widths.binary_search_by(|(own, _)| own.cmp(&key)) {
            Ok(index) => return self.widths[index].1,
            Err(index) => index,
        };
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        if self.widths.len() < MOST_WIDTHS {
            self.widths.insert(index, (key, width));
        } else {
            self.widths = vec![(key, width)];
        }
        width
    }
}

/// The page's measuring for one theme's type.
pub struct PageText<'a> {
    family: &'a str,
}

impl<'a> PageText<'a> {
    /// None where there is no page, or it has no canvas.
    pub fn new(theme: &'a Theme) -> Option<Self> {
        PAGE.with_borrow_mut(|page| {
            *page = page.take().or_else(Page::new);
            page.as_mut()?.space(theme);
            Some(PageText { family: &theme.font_family })
        })
    }
}

impl MeasureText for PageText<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let font = font(weight.css(), size, self.family);
        PAGE.with_borrow_mut(|page| page.as_mut().map_or(0.0, |page| page.width(text, font)))
    }

    fn part_words(&self, text: &str) -> Option<String> {
        // An author who parted them knows better.
        if !text.contains(is_khmer) || text.contains(BREAK) {
            return None;
        }
        PAGE.with_borrow(|page| {
            let khmer = page.as_ref()?.khmer.get_or_init(khmer_segmenter);
            let segments = khmer.as_ref()?.segment(text);
            Some(part_at(text, &Array::from(&segments)))
        })
    }
}

const BREAK: char = '\u{200b}';
/// What a word may not be parted from: spaces break or hold by themselves, and
/// an opening bracket or quotation mark would end its line.
const HOLDS: [char; 5] = [' ', '\u{a0}', '(', '“', '«'];

/// Letters that begin a syllable.
fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17b3}')
}

fn khmer_segmenter() -> Option<Segmenter> {
    let options: Options = Object::new().unchecked_into();
    options.set_granularity("word");
    Segmenter::new("km", &options).ok()
}

/// The text with a break before each segment that begins with a Khmer letter.
fn part_at(text: &str, segments: &Array) -> String {
    let mut parted = String::new();
    let (mut at, mut segment) = (0, 0);
    for c in text.chars() {
        let starts: Segment = segments.get(segment).unchecked_into();
        if segment < segments.length() && starts.index() == at {
            segment += 1;
            if is_khmer(c) && !parted.is_empty() && !parted.ends_with(HOLDS) {
                parted.push(BREAK);
            }
        }
        parted.push(c);
        at += c.len_utf16() as u32;
    }
    parted
}

/// After a font has loaded, what was measured with its stand-in is wrong.
pub fn forget() {
    PAGE.set(None);
    GENERATION.set(generation() + 1);
}

/// Changes whenever the widths were forgotten.
pub fn generation() -> u32 {
    GENERATION.get()
}
