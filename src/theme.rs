//! Colours and type: what a page can set, and the defaults of both.

mod color;
mod family;
mod ink;

pub use color::Rgb;
pub use ink::{HIGHLIGHTED, Ink, TOTAL, Weight};

use color::{brightness, is_dark};
use family::css_family;

/// Every colour and the type of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub palette: [Rgb; 8],
    pub text: Rgb,
    pub muted: Rgb,
    pub grid: Rgb,
    pub rule: Rgb,
    pub quiet: Rgb,
    /// Of the highlighted series, where colours do not tell series apart.
    pub highlight: Option<Rgb>,
    /// What is written on it; its pair in a system's colours.
    pub highlight_text: Option<Rgb>,
    pub surface: Rgb,
    /// A CSS list of families, each name valid or quoted.
    pub font_family: String,
    /// CSS pixels; every other size is a ratio of it.
    pub font_size: f64,
    /// Between letters and between words, as CSS writes lengths.
    pub letter_spacing: String,
    pub word_spacing: String,
    /// White lines in every second colour, so that grey paper tells neighbours apart.
    pub patterns: bool,
}

/// What a page sets of a theme, as the page wrote it. What cannot be read is
/// left at its default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// The palette from its first slot on.
    pub colors: Vec<String>,
    pub text: Option<String>,
    pub muted: Option<String>,
    pub grid: Option<String>,
    pub highlight: Option<String>,
    pub highlight_text: Option<String>,
    pub surface: Option<String>,
    pub font_family: Option<String>,
    pub font_size: Option<f64>,
    pub letter_spacing: Option<String>,
    pub word_spacing: Option<String>,
    /// Which defaults to take where `surface` does not say it.
    pub dark: bool,
    pub patterns: bool,
}

const FONT_FAMILY: &str = "Be Vietnam Pro, Noto Sans Khmer, system-ui, sans-serif";

pub const NO_SPACING: &str = "0px";

/// Smaller type cannot be read, larger leaves no room for a chart.
const FONT_SIZES: (f64, f64) = (8.0, 64.0);

/// Share of the colour in the fill of an earlier period.
const TINT: f64 = 0.28;
/// Share of the colour in the band between two columns.
const BAND: f64 = 0.16;

impl Theme {
    pub fn light() -> Theme {
        Theme {
            palette: [
                0x347d61, 0xd77000, 0x1d3c86, 0xa39049, 0x814b7c, 0x309faa, 0x801719, 0x5f5550,
            ]
            .map(Rgb::hex),
            text: Rgb::hex(0x241d17),
            muted: Rgb::hex(0x6b6056),
            grid: Rgb::hex(0xe6dfd4),
            rule: Rgb::hex(0xcfc5b6),
            quiet: Rgb::hex(0x958a7e),
            highlight: None,
            highlight_text: None,
            surface: Rgb::hex(0xfffdf9),
            font_family: FONT_FAMILY.to_string(),
            font_size: 14.0,
            letter_spacing: NO_SPACING.to_string(),
            word_spacing: NO_SPACING.to_string(),
            patterns: false,
        }
    }

    pub fn dark() -> Theme {
        Theme {
            palette: [
                0x4dba91, 0xee9a47, 0x6782b9, 0xddd48e, 0xab7097, 0x92d1da, 0xd75a53, 0x8f8c85,
            ]
            .map(Rgb::hex),
            text: Rgb::hex(0xf4eee4),
            muted: Rgb::hex(0xb5aa9b),
            grid: Rgb::hex(0x38322b),
            rule: Rgb::hex(0x544c42),
            quiet: Rgb::hex(0x7a7166),
            surface: Rgb::hex(0x1b1815),
            ..Theme::light()
        }
    }

    /// The defaults that suit the page, with what the page sets.
    pub fn new(settings: &Settings) -> Theme {
        let set = |color: &Option<String>| color.as_deref().and_then(Rgb::parse);
        let surface = set(&settings.surface);
        let mut theme = match surface.map_or(settings.dark, is_dark) {
            true => Theme::dark(),
            false => Theme::light(),
        };
        let (quiet_share, rule_share) = theme.shares();
        let is_own = surface.is_some() || settings.muted.is_some() || settings.grid.is_some();
        theme.patterns = settings.patterns;
        theme.highlight = set(&settings.highlight);
        theme.highlight_text = set(&settings.highlight_text);
        theme.surface = surface.unwrap_or(theme.surface);
        theme.text = set(&settings.text).unwrap_or(theme.text);
        theme.muted = set(&settings.muted).unwrap_or(theme.muted);
        theme.grid = set(&settings.grid).unwrap_or(theme.grid);
        if is_own {
            // What is highlighted stands out by its colour, then nothing is mixed.
            let share = if theme.highlight.is_some() { 1.0 } else { quiet_share };
            theme.quiet = theme.muted.over(theme.surface, share);
            theme.rule = match theme.is_stark() {
                true => theme.text,
                false => theme.text.over(theme.surface, rule_share),
            };
        }
        for (slot, color) in theme.palette.iter_mut().zip(&settings.colors) {
            *slot = Rgb::parse(color).unwrap_or(*slot);
        }
        if let Some(family) = settings.font_family.as_deref().and_then(css_family) {
            theme.font_family = family;
        }
        if let Some(size) = settings.font_size.filter(|size| size.is_finite()) {
            theme.font_size = size.clamp(FONT_SIZES.0, FONT_SIZES.1);
        }
        let spacing = |own: &Option<String>| own.clone().unwrap_or(NO_SPACING.to_string());
        theme.letter_spacing = spacing(&settings.letter_spacing);
        theme.word_spacing = spacing(&settings.word_spacing);
        theme
    }

    /// Whether both set text alike: then every mark stays where it is.
    pub fn sets_text_like(&self, other: &Theme) -> bool {
        self.font_family == other.font_family
            && self.font_size == other.font_size
            && self.letter_spacing == other.letter_spacing
            && self.word_spacing == other.word_spacing
    }

    /// Shares of the muted ink in `quiet` and of the text in `rule`, as in
    /// the default colours.
    fn shares(&self) -> (f64, f64) {
        match is_dark(self.surface) {
            true => (0.61, 0.25),
            false => (0.73, 0.23),
        }
    }

    pub fn rgb(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            Ink::Grid => self.grid,
            Ink::Rule => self.rule,
            Ink::Surface => self.surface,
            Ink::Series(slot) => self.series(slot),
            Ink::Tint(slot) => self.tint(self.series(slot), TINT),
            Ink::Quiet => self.quiet,
            Ink::QuietTint | Ink::Track => self.tint(self.quiet, TINT),
            Ink::Part(slot) => self.part(slot),
            Ink::OnPart(slot) => match self.highlight_text {
                Some(text) if slot >= HIGHLIGHTED => text,
                _ => self.on(self.part(slot)),
            },
            Ink::Band(slot) => self.tint(self.part(slot), BAND),
        }
    }

    /// Whether the person asks for more contrast, or for colours of his own: nothing
    /// is muted then.
    pub fn is_stark(&self) -> bool {
        self.muted == self.text
    }

    /// A pale fill that carries nothing alone: none where colours have to be stark.
    fn tint(&self, ink: Rgb, share: f64) -> Rgb {
        if self.is_stark() { self.surface } else { ink.over(self.surface, share) }
    }

    fn series(&self, slot: u8) -> Rgb {
        match self.highlight {
            Some(highlight) if slot >= HIGHLIGHTED => highlight,
            _ => *self.palette.get(usize::from(slot % HIGHLIGHTED)).unwrap_or(&self.text),
        }
    }

    fn part(&self, slot: u8) -> Rgb {
        let series = self.series(slot);
        if series == self.text { self.surface } else { series }
    }

    /// Text or surface, whichever stands out more on `fill`.
    fn on(&self, fill: Rgb) -> Rgb {
        let lightness = brightness(fill) + 0.05;
        let ratio = |ink: Rgb| {
            let other = brightness(ink) + 0.05;
            other.max(lightness) / other.min(lightness)
        };
        if ratio(self.text) < ratio(self.surface) { self.surface } else { self.text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2, 0–1.
    fn luminance(color: Rgb) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
    }

    /// Contrast by WCAG 2, from 1 (the same) to 21.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    fn of(settings: Settings) -> Theme {
        Theme::new(&settings)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_string())
    }

    #[test]
    fn marks_have_3_to_1_and_text_4_5_to_1_against_the_surface() {
        for theme in [Theme::light(), Theme::dark()] {
            let against = |rgb| contrast(rgb, theme.surface);
            for slot in 0..8 {
                assert!(against(theme.rgb(Ink::Series(slot))) >= 3.0, "slot {slot}");
            }
            assert!(against(theme.quiet) >= 3.0);
            assert!(against(theme.text) >= 4.5 && against(theme.muted) >= 4.5);
            assert!(contrast(theme.muted, theme.grid) >= 4.5, "ticks beside a track");
        }
    }

    #[test]
    fn the_grid_is_seen_and_does_not_shout() {
        for theme in [Theme::light(), Theme::dark()] {
            let grid = contrast(theme.grid, theme.surface);
            let rule = contrast(theme.rule, theme.surface);
            assert!((1.2..1.6).contains(&grid) && (1.6..2.5).contains(&rule));
        }
    }

    #[test]
    fn text_stands_out_on_a_tint() {
        for theme in [Theme::light(), Theme::dark()] {
            for ink in (0..8).map(Ink::Tint).chain([Ink::Tint(TOTAL), Ink::QuietTint]) {
                assert!(contrast(theme.text, theme.rgb(ink)) >= 4.5, "{ink:?}");
            }
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)), 21.0);
        assert_eq!(contrast(Rgb(9, 9, 9), Rgb(9, 9, 9)), 1.0);
        assert!((contrast(Rgb::hex(0x777777), Rgb::hex(0xffffff)) - 4.48).abs() < 0.005);
    }

    #[test]
    fn a_tint_is_28_per_cent_on_the_surface() {
        let theme = Theme { surface: Rgb(255, 255, 255), ..Theme::light() };
        assert_eq!(theme.rgb(Ink::Tint(1)), Rgb(244, 215, 184));
    }

    #[test]
    fn the_defaults_follow_the_surface_of_the_page() {
        let dark = of(Settings { surface: some("#101418"), ..Settings::default() });
        assert_eq!((dark.text, dark.palette), (Theme::dark().text, Theme::dark().palette));
        assert!(contrast(dark.quiet, dark.surface) >= 3.0);
        let light = of(Settings { surface: some("white"), dark: true, ..Settings::default() });
        assert_eq!(light.text, Theme::light().text);
        assert!(contrast(light.quiet, light.surface) >= 3.0);
        assert_eq!(of(Settings { dark: true, ..Settings::default() }), Theme::dark());
        assert_eq!(
            of(Settings { surface: some("transparent"), ..Settings::default() }),
            Theme::light()
        );
    }

    #[test]
    fn a_surface_is_dark_where_white_text_stands_out_more() {
        for level in 0..=255 {
            let grey = Rgb(level, level, level);
            let (light, dark) = (contrast(grey, Rgb(255, 255, 255)), contrast(grey, Rgb(0, 0, 0)));
            assert!(is_dark(grey) == (light > dark) || (light - dark).abs() < 0.1, "{level}");
        }
    }

    #[test]
    fn what_is_written_on_a_part_can_be_read() {
        for theme in [Theme::light(), Theme::dark()] {
            for slot in 0..8 {
                let (part, on) = (theme.rgb(Ink::Part(slot)), theme.rgb(Ink::OnPart(slot)));
                assert!(contrast(part, on) >= 4.5, "{slot}: {}", contrast(part, on));
            }
        }
    }

    #[test]
    fn the_ink_on_a_part_is_the_better_of_the_two_or_hardly_worse() {
        for theme in [Theme::light(), Theme::dark()] {
            for level in 0..=255u32 {
                let color = Rgb::hex((level * 31 % 256) << 16 | level << 8 | (level * 97 % 256));
                let best = contrast(theme.text, color).max(contrast(theme.surface, color));
                assert!(contrast(theme.on(color), color) >= 0.9 * best, "{color:?}");
            }
        }
    }

    #[test]
    fn parts_of_one_colour_are_outlines() {
        let white = || some("#fff");
        let colors = vec!["#fff".to_string(); 8];
        let forced =
            of(Settings { surface: some("#000"), text: white(), colors, ..Settings::default() });
        assert_eq!(forced.rgb(Ink::Part(3)), forced.surface);
        assert_eq!(forced.rgb(Ink::OnPart(3)), forced.text);
        assert_eq!(forced.rgb(Ink::Band(3)), forced.surface);
    }

    #[test]
    fn forced_colours_leave_quiet_marks_visible() {
        let forced = of(Settings {
            surface: some("#000"),
            text: some("#fff"),
            muted: some("#fff"),
            grid: some("#fff"),
            ..Settings::default()
        });
        assert!(contrast(forced.quiet, forced.surface) >= 3.0);
        assert_eq!(forced.rule, forced.text);
    }

    #[test]
    fn in_forced_colours_only_the_highlighted_has_the_colour_for_it() {
        let forced = Settings {
            surface: some("#000"),
            text: some("#fff"),
            muted: some("#fff"),
            colors: vec!["#fff".to_string(); 8],
            highlight: some("#1aebff"),
            highlight_text: some("#263b50"),
            ..Settings::default()
        };
        let (white, cyan) = (Rgb::hex(0xffffff), Rgb::hex(0x1aebff));
        let theme = of(forced.clone());
        for slot in (0..8).chain([TOTAL]) {
            assert_eq!(theme.rgb(Ink::Series(slot)), white);
            assert_eq!(theme.rgb(Ink::Series(slot + HIGHLIGHTED)), cyan);
        }
        assert_eq!(theme.quiet, white);
        assert_eq!(theme.rgb(Ink::Part(HIGHLIGHTED + 2)), cyan);
        assert_eq!(theme.rgb(Ink::OnPart(HIGHLIGHTED + 2)), Rgb::hex(0x263b50));
        assert_eq!(theme.rgb(Ink::OnPart(2)), theme.text, "of a part that is surface");
        assert_eq!(theme.rgb(Ink::Band(HIGHLIGHTED + 2)), theme.surface, "no mixture of two");
        let alone = of(Settings { highlight_text: None, ..forced.clone() });
        assert_eq!(alone.rgb(Ink::OnPart(HIGHLIGHTED + 2)), alone.surface);
        assert!(of(Settings { highlight: None, ..forced }).quiet != white);
    }

    #[test]
    fn a_theme_of_many_colours_leaves_the_highlighted_its_own() {
        for theme in [Theme::light(), Theme::dark()] {
            for slot in (0..8).chain([TOTAL]) {
                let ink = |slot| [Ink::Series(slot), Ink::Tint(slot), Ink::Part(slot)];
                let own = ink(slot).map(|ink| theme.rgb(ink));
                assert_eq!(ink(slot + HIGHLIGHTED).map(|ink| theme.rgb(ink)), own);
            }
            assert_eq!(theme.rgb(Ink::Series(TOTAL)), theme.text);
        }
    }

    #[test]
    fn where_nothing_is_muted_a_tint_is_an_outline_alone() {
        let stark = of(Settings { muted: some("#241d17"), ..Settings::default() });
        assert!(stark.is_stark() && !Theme::light().is_stark() && !Theme::dark().is_stark());
        for ink in [Ink::Tint(1), Ink::Tint(TOTAL), Ink::QuietTint] {
            assert_eq!(stark.rgb(ink), stark.surface, "{ink:?}");
        }
        assert_eq!(stark.rgb(Ink::Part(1)), Theme::light().palette[1]);
    }

    #[test]
    fn a_page_sets_as_many_colours_as_it_likes() {
        let theme =
            of(Settings { colors: vec!["#123456".into(), "oops".into()], ..Settings::default() });
        assert_eq!(theme.palette[0], Rgb::hex(0x123456));
        assert_eq!(theme.palette[1..], Theme::light().palette[1..]);
    }

    #[test]
    fn names_of_families_are_quoted_where_css_asks_for_it() {
        let family = |list: &str| {
            of(Settings { font_family: some(list), ..Settings::default() }).font_family
        };
        assert_eq!(family("Be Vietnam Pro, serif"), "Be Vietnam Pro, serif");
        assert_eq!(family("Source Sans 3,serif"), "\"Source Sans 3\", serif");
        assert_eq!(family("'A, B', \"C\""), "\"A, B\", \"C\"");
        assert_eq!(family("a;b"), "\"a;b\"");
        assert_eq!(family(" , "), FONT_FAMILY);
    }

    #[test]
    fn a_size_of_type_that_cannot_be_is_left_out() {
        let size = |size| of(Settings { font_size: Some(size), ..Settings::default() }).font_size;
        assert_eq!(size(18.0), 18.0);
        assert_eq!(size(f64::NAN), 14.0);
        assert_eq!((size(0.0), size(1e9)), (8.0, 64.0));
    }
}
