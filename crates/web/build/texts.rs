//! Reads `words/<language>/<noun>.ftl` and holds the languages against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey};

/// One folder of `words/`.
pub struct Language {
    pub code: String,
    /// What `language-order` says: the place in the language switch.
    pub order: u32,
    /// What `language-locale` says: how dates and numbers are written.
    pub locale: String,
    pub files: Vec<PathBuf>,
    /// What languages and countries are called: the paths of `languages.csv` and `countries.csv`.
    pub named: [PathBuf; 2],
    pub texts: BTreeMap<String, Text>,
}

/// One message, as far as the generator must know it.
pub struct Text {
    pub file: PathBuf,
    pub variables: BTreeMap<String, Kind>,
    /// The text itself when it has nothing to fill in.
    pub plain: Option<String>,
}

/// What a variable takes: a number when a language chooses a form by it, else text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Text,
    Number,
}

/// Reads all languages; the problems of all of them at once, each with file, text and language.
pub fn read(words: &Path) -> Result<Vec<Language>, Vec<String>> {
    let mut problems = Vec::new();
    let mut languages = Vec::new();
    for folder in listed(words).map_err(|problem| vec![problem])? {
        if folder.is_dir() {
            match read_language(&folder) {
                Ok(language) => languages.push(language),
                Err(mut found) => problems.append(&mut found),
            }
        }
    }
    if languages.is_empty() && problems.is_empty() {
        problems.push(format!("{}: no language found; each language is a folder of .ftl files", words.display()));
    }
    compare(&mut languages, &mut problems);
    super::named::compare(&languages, &mut problems);
    languages.sort_by_key(|language| language.order);
    if problems.is_empty() { Ok(languages) } else { Err(problems) }
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|problem| problem.to_string())?;
    paths.sort();
    Ok(paths)
}

fn read_language(folder: &Path) -> Result<Language, Vec<String>> {
    let code = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut problems = Vec::new();
    let mut language = Language {
        code,
        order: 0,
        locale: String::new(),
        files: Vec::new(),
        named: ["languages.csv", "countries.csv"].map(|file| folder.join(file)),
        texts: BTreeMap::new(),
    };
    let mut known = BTreeSet::new();
    let mut used = Vec::new();
    for path in listed(folder).map_err(|problem| vec![problem])? {
        println!("cargo::rerun-if-changed={}", path.display());
        if path.extension().is_some_and(|suffix| suffix == "ftl") {
            read_file(&path, &mut language, &mut known, &mut used, &mut problems);
        }
    }
    for (path, text, name) in used {
        if !known.contains(&name) {
            problems.push(format!(
                "{}: text `{text}` refers to `{name}`, which this language does not have",
                path.display()
            ));
        }
    }
    let plain = |key: &str| language.texts.get(key).and_then(|text| text.plain.clone());
    match plain("language-order").and_then(|order| order.trim().parse().ok()) {
        Some(order) => language.order = order,
        None => problems.push(format!("{}: `language-order` must be a number", folder.display())),
    }
    match plain("language-locale") {
        Some(locale) => language.locale = locale,
        None => problems.push(format!("{}: `language-locale` is missing (as `sv-FI`)", folder.display())),
    }
    if problems.is_empty() { Ok(language) } else { Err(problems) }
}

fn read_file(
    path: &Path,
    language: &mut Language,
    known: &mut BTreeSet<String>,
    used: &mut Vec<(PathBuf, String, String)>,
    problems: &mut Vec<String>,
) {
    let place = path.display();
    let noun = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let source = match std::fs::read_to_string(path) {
        Ok(source) => source,
        Err(problem) => return problems.push(format!("{place}: {problem}")),
    };
    let resource: Resource<&str> = match fluent_syntax::parser::parse(source.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            for error in errors {
                let line = source.get(..error.pos.start).unwrap_or_default().lines().count().max(1);
                problems.push(format!("{place}:{line}: {}", error.kind));
            }
            return;
        }
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                if !id.starts_with(&format!("{noun}-")) {
                    problems.push(format!("{place}: text `{id}` must begin with `{noun}-`, as its file does"));
                }
                if !message.attributes.is_empty() {
                    problems.push(format!("{place}: text `{id}` has attributes; give each text a name of its own"));
                }
                match examine(path, &message) {
                    Ok((text, references)) => {
                        used.extend(references.into_iter().map(|name| (path.to_owned(), id.clone(), name)));
                        known.insert(id.clone());
                        if language.texts.insert(id.clone(), text).is_some() {
                            problems.push(format!("{place}: text `{id}` stands twice in language {}", language.code));
                        }
                    }
                    Err(problem) => problems.push(problem),
                }
            }
            Entry::Term(term) => {
                known.insert(format!("-{}", term.id.name));
            }
            Entry::Junk { content } => problems.push(format!("{place}: cannot be read: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    language.files.push(path.to_owned());
}

fn examine(path: &Path, message: &Message<&str>) -> Result<(Text, BTreeSet<String>), String> {
    let Some(pattern) = &message.value else {
        return Err(format!("{}: text `{}` is empty", path.display(), message.id.name));
    };
    let mut found = Found::default();
    found.pattern(pattern);
    let plain = match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => Some((*value).to_owned()),
        _ => None,
    };
    let text = Text { file: path.to_owned(), variables: found.variables, plain };
    Ok((text, found.references))
}

#[derive(Default)]
struct Found {
    variables: BTreeMap<String, Kind>,
    references: BTreeSet<String>,
}

impl Found {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let counts = variants.iter().any(|variant| match &variant.key {
                    VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
                    VariantKey::NumberLiteral { .. } => true,
                });
                if let (InlineExpression::VariableReference { id }, true) = (selector, counts) {
                    self.variables.insert(id.name.to_owned(), Kind::Number);
                }
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.entry(id.name.to_owned()).or_insert(Kind::Text);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                    if let InlineExpression::VariableReference { id } = argument {
                        self.variables.insert(id.name.to_owned(), Kind::Number);
                    }
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// Every text in every language, each with the same variables.
fn compare(languages: &mut [Language], problems: &mut Vec<String>) {
    let mut all: BTreeMap<String, (String, PathBuf, BTreeMap<String, Kind>)> = BTreeMap::new();
    for language in languages.iter() {
        for (id, text) in &language.texts {
            let entry =
                all.entry(id.clone()).or_insert_with(|| (language.code.clone(), text.file.clone(), BTreeMap::new()));
            for (name, kind) in &text.variables {
                let known = entry.2.entry(name.clone()).or_insert(*kind);
                *known = (*known).max(*kind);
            }
        }
    }
    for language in languages.iter_mut() {
        for (id, (origin, file, variables)) in &all {
            let noun = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let place = format!("words/{}/{noun}", language.code);
            match language.texts.get_mut(id) {
                None => problems.push(format!(
                    "{place}: text `{id}` is missing in language {} (it stands in {origin})",
                    language.code
                )),
                Some(text) => {
                    for name in variables.keys().filter(|name| !text.variables.contains_key(*name)) {
                        problems.push(format!(
                            "{place}: text `{id}` in language {} does not use `${name}`, which another language uses",
                            language.code
                        ));
                    }
                    // One kind for all, so that the typed method is one.
                    text.variables.clone_from(variables);
                }
            }
        }
    }
}
