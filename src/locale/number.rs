//! Numbers written digit by digit: `core::fmt` for floats is larger than all
//! of this, and does not group.

/// A figure has at most six decimals.
pub const MAX_DECIMALS: u8 = 6;

/// The signs of one way of writing numbers.
pub struct Style {
    pub group: Option<char>,
    pub decimal: char,
    pub zero: char,
    pub minus: char,
}

/// As JSON and CSV write it: 14120 and -2.33.
pub const PLAIN: Style = Style { group: None, decimal: '.', zero: '0', minus: '-' };

/// Rounds half away from zero; what rounds to zero has no sign.
pub fn write(value: f64, decimals: u8, style: &Style) -> String {
    let scale = 10u64.pow(decimals.min(MAX_DECIMALS).into());
    let size = value.abs();
    let mut whole = size as u64;
    // Exact up to here, so that 2.33 × 100 is the only rounding.
    let mut fraction = ((size - whole as f64) * scale as f64 + 0.5) as u64;
    if fraction >= scale {
        whole = whole.saturating_add(1);
        fraction -= scale;
    }
    let mut out = String::new();
    if value < 0.0 && (whole > 0 || fraction > 0) {
        out.push(style.minus);
    }
    push_grouped(&mut out, whole, style);
    if decimals > 0 {
        out.push(style.decimal);
        push_padded(&mut out, fraction, decimals.min(MAX_DECIMALS), style.zero);
    }
    out
}

/// The fewest decimals, up to `most`, that keep the value.
pub fn decimals_needed(value: f64, most: u8) -> u8 {
    let text = write(value, most, &PLAIN);
    let zeros = text.len() - text.trim_end_matches('0').len();
    most.min(MAX_DECIMALS).saturating_sub(zeros.min(255) as u8)
}

fn push_grouped(out: &mut String, number: u64, style: &Style) {
    match style.group {
        Some(group) if number >= 1000 => {
            push_grouped(out, number / 1000, style);
            out.push(group);
            push_padded(out, number % 1000, 3, style.zero);
        }
        _ => push_padded(out, number, 1, style.zero),
    }
}

/// At least `width` digits, from the script whose zero is given.
pub fn push_padded(out: &mut String, number: u64, width: u8, zero: char) {
    if number >= 10 || width > 1 {
        push_padded(out, number / 10, width.saturating_sub(1), zero);
    }
    out.extend(char::from_u32(zero as u32 + (number % 10) as u32));
}
