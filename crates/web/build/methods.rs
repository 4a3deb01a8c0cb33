//! Writes the Rust that stands for the texts: the languages, and a method on `Words` for each text.

use std::fmt::Write as _;

use super::texts::{Kind, Language, Text};

/// The whole of `words.rs`.
pub fn generate(languages: &[Language]) -> String {
    let mut code = String::new();
    language_enum(&mut code, languages);
    let Some(first) = languages.first() else { return code };

    let plain: Vec<&String> =
        first.texts.iter().filter(|(_, text)| text.variables.is_empty()).map(|(id, _)| id).collect();
    let _ = writeln!(
        code,
        "/// The texts that take nothing, in the order their methods know.\nstatic PLAIN: [&str; {}] = {plain:?};\n",
        plain.len()
    );

    code.push_str(
        "/// One method for each text; its documentation shows the text in the first languages.\nimpl Words {\n",
    );
    let mut index = 0;
    for (id, text) in &first.texts {
        let shown = languages.iter().filter_map(|language| Some((language.code.as_str(), language.texts.get(id)?)));
        method(&mut code, id, text, shown, &mut index);
    }
    code.push_str("}\n");
    code
}

fn language_enum(code: &mut String, languages: &[Language]) {
    code.push_str("/// A language that the product speaks: each folder of `words/` is one.\n");
    code.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Language {\n");
    for language in languages {
        let _ = writeln!(code, "    /// `words/{}`.\n    {},", language.code, variant(&language.code));
    }
    code.push_str("}\n\n");
    let count = languages.len();
    let _ = writeln!(
        code,
        "impl Language {{\n    /// All of them, in the order of the language switch; the first is the one used when nothing is known."
    );
    let list: Vec<String> = languages.iter().map(|language| format!("Self::{}", variant(&language.code))).collect();
    let _ = writeln!(code, "    pub const ALL: [Self; {count}] = [{}];\n", list.join(", "));
    let _ = writeln!(
        code,
        "    /// The code as it stands in addresses and in the `lang` attribute.\n    pub const fn code(self) -> &'static str {{\n        match self {{"
    );
    for language in languages {
        let _ = writeln!(code, "            Self::{} => {:?},", variant(&language.code), language.code);
    }
    code.push_str("        }\n    }\n\n    const fn locale(self) -> &'static str {\n        match self {\n");
    for language in languages {
        let _ = writeln!(code, "            Self::{} => {:?},", variant(&language.code), language.locale);
    }
    code.push_str(
        "        }\n    }\n\n    const fn sources(self) -> &'static [&'static str] {\n        match self {\n",
    );
    for language in languages {
        let files: Vec<String> =
            language.files.iter().map(|file| format!("include_str!({:?})", file.display().to_string())).collect();
        let _ = writeln!(code, "            Self::{} => &[{}],", variant(&language.code), files.join(", "));
    }
    code.push_str("        }\n    }\n\n    /// Codes and names of languages, then of countries, one a line.\n    const fn named(self) -> [&'static str; 2] {\n        match self {\n");
    for language in languages {
        let [languages, countries] = language.named.each_ref().map(|file| file.display().to_string());
        let _ = writeln!(
            code,
            "            Self::{} => [include_str!({languages:?}), include_str!({countries:?})],",
            variant(&language.code)
        );
    }
    code.push_str("        }\n    }\n}\n\n");
}

fn method<'a>(
    code: &mut String,
    id: &str,
    text: &Text,
    shown: impl Iterator<Item = (&'a str, &'a Text)>,
    index: &mut usize,
) {
    let name = id.replace('-', "_");
    let file = text.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let _ = writeln!(code, "    /// `{id}` in `{file}`.");
    for (language, text) in shown {
        if let Some(plain) = &text.plain {
            let line = plain.lines().collect::<Vec<_>>().join(" ").replace('[', "\\[").replace(']', "\\]");
            let _ = writeln!(code, "    ///\n    /// {language}: {}", line.replace('<', "\\<"));
        }
    }
    if text.variables.is_empty() {
        let _ = writeln!(code, "    pub fn {name}(&self) -> &str {{\n        self.plain({index})\n    }}\n");
        *index += 1;
        return;
    }
    let parameters: Vec<String> = text
        .variables
        .iter()
        .map(|(variable, kind)| match kind {
            Kind::Text => format!("{}: &str", parameter(variable)),
            Kind::Number => format!("{}: impl Count", parameter(variable)),
        })
        .collect();
    let arguments: Vec<String> = text
        .variables
        .iter()
        .map(|(variable, kind)| match kind {
            Kind::Text => format!("({variable:?}, FluentValue::from({}))", parameter(variable)),
            Kind::Number => format!("({variable:?}, FluentValue::from({}.count()))", parameter(variable)),
        })
        .collect();
    let _ = writeln!(
        code,
        "    pub fn {name}(&self, {}) -> String {{\n        self.filled({id:?}, [{}])\n    }}\n",
        parameters.join(", "),
        arguments.join(", ")
    );
}

fn parameter(variable: &str) -> String {
    let name = variable.replace('-', "_");
    if ["in", "as", "for", "type", "where", "ref", "self"].contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

fn variant(code: &str) -> String {
    code.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
        })
        .collect()
}
