//! Colours: how a page writes them, how they mix, how light they are.

/// A colour as the painter needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    pub(super) const fn hex(rgb: u32) -> Rgb {
        Rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// Reads the ways in which a page may hand over a colour: `#rgb`,
    /// `#rrggbb`, both also with alpha, `rgb()`, `rgba()` and the basic names.
    ///
    /// Alpha is left out, since marks lie on each other; what is fully
    /// transparent is no colour.
    pub fn parse(css: &str) -> Option<Rgb> {
        let css = css.trim().to_ascii_lowercase();
        if let Some(digits) = css.strip_prefix('#') {
            parse_hex(digits)
        } else if let Some(arguments) = css.strip_prefix("rgb") {
            parse_function(arguments)
        } else {
            NAMES.iter().find(|(name, _)| *name == css).map(|&(_, rgb)| Rgb::hex(rgb))
        }
    }

    /// `share` (0–1) of this colour laid over `ground`.
    pub(super) fn over(self, ground: Rgb, share: f64) -> Rgb {
        let mix = |top: u8, below: u8| {
            (f64::from(below) + (f64::from(top) - f64::from(below)) * share + 0.5) as u8
        };
        Rgb(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }
}

/// The basic names of CSS; any other is resolved by the page to `rgb()`.
const NAMES: [(&str, u32); 16] = [
    ("black", 0x000000),
    ("silver", 0xc0c0c0),
    ("gray", 0x808080),
    ("white", 0xffffff),
    ("maroon", 0x800000),
    ("red", 0xff0000),
    ("purple", 0x800080),
    ("fuchsia", 0xff00ff),
    ("green", 0x008000),
    ("lime", 0x00ff00),
    ("olive", 0x808000),
    ("yellow", 0xffff00),
    ("navy", 0x000080),
    ("blue", 0x0000ff),
    ("teal", 0x008080),
    ("aqua", 0x00ffff),
];

fn parse_hex(digits: &str) -> Option<Rgb> {
    let nibbles: Vec<u8> =
        digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    match *nibbles.as_slice() {
        [_, _, _, 0] | [_, _, _, _, _, _, 0, 0] => None,
        [r, g, b] | [r, g, b, _] => Some(Rgb(r * 17, g * 17, b * 17)),
        [r, s, g, h, b, c] | [r, s, g, h, b, c, _, _] => {
            Some(Rgb(r * 16 + s, g * 16 + h, b * 16 + c))
        }
        _ => None,
    }
}

/// What follows `rgb`: numbers or percentages between commas, spaces, a slash.
fn parse_function(arguments: &str) -> Option<Rgb> {
    let list = arguments.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
    let mut parts = list.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let channels = [parts.next()?, parts.next()?, parts.next()?];
    if let Some(alpha) = parts.next()
        && part_of(alpha, 1.0)? <= 0.0
    {
        return None;
    }
    let [r, g, b] = channels.map(|part| part_of(part, 255.0).map(|c| (c + 0.5) as u8));
    Some(Rgb(r?, g?, b?))
}

/// A number, or a percentage of `whole`.
fn part_of(text: &str, whole: f64) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => Some(decimal(percent)? * whole / 100.0),
        None => decimal(text),
    }
}

/// A plain decimal number. The standard library's parser reads any number
/// exactly and would cost the module more than all of this file.
fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (mut value, mut place, mut is_fraction) = (0.0, 1.0, false);
    for c in digits.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                value = value * 10.0 + f64::from(digit);
                place *= if is_fraction { 10.0 } else { 1.0 };
            }
            None if c == '.' && !is_fraction => is_fraction = true,
            None => return None,
        }
    }
    digits.ends_with(|c: char| c.is_ascii_digit()).then_some(sign * value / place)
}

/// Whether light text stands out more on it than dark text: so it is below a
/// luminance of 0.18.
pub(super) fn is_dark(surface: Rgb) -> bool {
    brightness(surface) < 0.18
}

/// Luminance by squares and cubes, which are near enough to the true curve to
/// choose an ink by, and spare the module a power function.
pub(super) fn brightness(color: Rgb) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        c * c * (0.7 + 0.3 * c)
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_colours_that_pages_write() {
        for css in [
            "#36c",
            "#3366cc",
            "#3366cc80",
            "#36c8",
            " rgb(51, 102, 204) ",
            "RGB(51 102 204 / 50%)",
            "rgba(51,102,204,.5)",
            "rgb(20%, 40%, 80%)",
        ] {
            assert_eq!(Rgb::parse(css), Some(Rgb(0x33, 0x66, 0xcc)), "{css}");
        }
        assert_eq!(Rgb::parse("Navy"), Some(Rgb(0, 0, 128)));
        assert_eq!(Rgb::parse("rgb(300, -5, 0)"), Some(Rgb(255, 0, 0)));
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for css in [
            "",
            "#",
            "#12345",
            "#12345g",
            "#ếếế",
            "rgb(1,2)",
            "rgb(1,2,3",
            "rgb(a,b,c)",
            "rgb(1,2,.)",
            "rgb(1,2,3.4.5)",
            "hsl(1,2%,3%)",
            "transparent",
            "rgba(0, 0, 0, 0)",
            "#0000",
            "#00000000",
        ] {
            assert_eq!(Rgb::parse(css), None, "{css}");
        }
    }
}
