//! What a form sends, and what its fields begin with.

use casework::draft::Draft;

/// Names that say what to do with a form and are no part of it.
const DO: &str = "do";

/// The fields of a form as they were sent, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent(pub Vec<(String, String)>);

impl Sent {
    /// The first value of a name; empty when it was not sent. Line ends are those of text, not of forms.
    pub fn get(&self, name: &str) -> String {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.replace("\r\n", "\n")).unwrap_or_default()
    }

    /// The same without spaces around it; none when nothing is left.
    pub fn word(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Whether the name was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The version that it is based on.
    pub fn seen(&self) -> Option<i64> {
        self.get("seen").parse().ok()
    }

    /// What is to be done with it: `draft`, `save`, `change`; empty: to be tried.
    pub fn wanted(&self) -> String {
        self.get(DO)
    }

    /// All of it but what is to be done with it.
    pub fn content(&self) -> Vec<(String, String)> {
        self.0.iter().filter(|(name, _)| name != DO && name != "shown").cloned().collect()
    }
}

/// What the fields of a form begin with: what was sent, else the draft, else what the form itself says.
#[derive(Debug, Clone, Default)]
pub struct Values {
    sent: Option<Sent>,
    /// When the draft was saved that stands in the form, and whether its session had ended.
    pub draft: Option<(jiff::Timestamp, bool)>,
}

impl Values {
    /// What was sent.
    pub fn sent(sent: &Sent) -> Self {
        Self { sent: Some(sent.clone()), draft: None }
    }

    /// A draft, where there is one.
    pub fn draft(draft: Option<Draft>) -> Self {
        let saved = draft.as_ref().map(|draft| (draft.saved, draft.late));
        Self { sent: draft.map(|draft| Sent(draft.content)), draft: saved }
    }

    /// The value of a field.
    pub fn of(&self, name: &str, unsaid: impl Into<String>) -> String {
        match &self.sent {
            Some(sent) if sent.has(name) => sent.get(name),
            _ => unsaid.into(),
        }
    }

    /// The version that what stands here is based on, when it is not the present one.
    pub fn seen(&self) -> Option<i64> {
        self.sent.as_ref().and_then(Sent::seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_before_what_the_form_says() {
        let sent = Sent(vec![("a".into(), "x\r\ny".into()), ("b".into(), " ".into()), ("do".into(), "draft".into())]);
        assert_eq!((sent.get("a"), sent.word("b"), sent.wanted()), ("x\ny".into(), None, "draft".into()));
        let values = Values::sent(&sent);
        assert_eq!(values.of("b", "unsaid"), " ", "emptied is not unsaid");
        assert_eq!(values.of("c", "unsaid"), "unsaid");
        assert_eq!(sent.content().len(), 2);
    }
}
