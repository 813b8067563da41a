//! Writes JSON.

/// What is written so far. A value comes after a key in an object, after `[` or another
/// value in a list.
#[derive(Debug, Default)]
pub struct Json(String);

impl Json {
    pub fn finish(self) -> String {
        self.0
    }

    /// Begins an object by `{`, a list by `[`.
    pub fn begin(&mut self, bracket: char) {
        self.separate();
        self.0.push(bracket);
    }

    pub fn end(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Keys are ours: none has to be escaped.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.separate();
        for part in ["\"", key, "\":"] {
            self.0.push_str(part);
        }
        self
    }

    pub fn text(&mut self, text: &str) {
        self.raw("\"");
        // Almost all are as they are.
        if text.bytes().map(char::from).any(is_escaped) {
            text.chars().for_each(|c| self.character(c));
        } else {
            self.0.push_str(text);
        }
        self.0.push('"');
    }

    pub fn texts(&mut self, texts: &[String]) {
        self.begin('[');
        texts.iter().for_each(|text| self.text(text));
        self.end(']');
    }

    /// A value as JSON has it: a number, `true`, `null`.
    pub fn raw(&mut self, value: &str) {
        self.separate();
        self.0.push_str(value);
    }

    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'[' | b'{' | b':')) {
            self.0.push(',');
        }
    }

    fn character(&mut self, c: char) {
        if is_escaped(c) {
            let code = c as u32;
            self.0.push_str("\\u00");
            self.0.extend(
                [code >> 4, code & 15].iter().flat_map(|&digit| char::from_digit(digit, 16)),
            );
        } else {
            self.0.push(c);
        }
    }
}

fn is_escaped(c: char) -> bool {
    c < ' ' || c == '"' || c == '\\'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_text_is_escaped() {
        let wrong = "“Trà Cú” \"\\\n\u{1}\u{1f} 😀:";
        let mut json = Json::default();
        json.text(wrong);
        let json = json.finish();
        assert_eq!(json, r#""“Trà Cú” \u0022\u005c\u000a\u0001\u001f 😀:""#);
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), wrong);
    }

    #[test]
    fn commas_stand_between_values() {
        let mut json = Json::default();
        json.begin('{');
        json.key("empty").texts(&[]);
        json.key("texts").texts(&["[".to_string(), String::new()]);
        json.key("objects").begin('[');
        for value in ["1.5", "null"] {
            json.begin('{');
            json.key("a").raw(value);
            json.end('}');
        }
        json.end(']');
        json.key("last").text("b");
        json.end('}');
        let expected =
            r#"{"empty":[],"texts":["[",""],"objects":[{"a":1.5},{"a":null}],"last":"b"}"#;
        assert_eq!(json.finish(), expected);
    }
}
