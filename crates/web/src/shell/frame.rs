//! What the layout needs to know about a page.

use super::{Address, Visit, assets};
use crate::words::{Language, Words};

/// The parts of the site that the navigation leads to, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who is responsible?
    Who,
    /// The whole division as a drawing.
    Picture,
    /// The duties.
    Duties,
    /// The organs.
    Organs,
    /// Two days beside each other.
    Compare,
    /// The division written out.
    Appendix,
}

impl Section {
    const ALL: [Self; 6] = [Self::Who, Self::Picture, Self::Duties, Self::Organs, Self::Compare, Self::Appendix];

    /// Its path behind the language.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Who => "/who",
            Self::Picture => "/picture",
            Self::Duties => "/duty",
            Self::Organs => "/organ",
            Self::Compare => "/compare",
            Self::Appendix => "/appendix",
        }
    }

    fn title(self, w: &Words) -> &str {
        match self {
            Self::Who => w.frame_who(),
            Self::Picture => w.frame_picture(),
            Self::Duties => w.frame_duties(),
            Self::Organs => w.frame_organs(),
            Self::Compare => w.frame_compare(),
            Self::Appendix => w.frame_appendix(),
        }
    }
}

/// A link in the navigation or the language switch.
#[derive(Debug)]
pub struct Turn {
    /// What it says.
    pub title: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether the reader is there.
    pub current: bool,
    /// The language of the page it leads to.
    pub language: &'static str,
}

/// The frame of one page: every page template has a field `frame` and extends `shell/layout.html`.
#[derive(Debug)]
pub struct Frame {
    /// The texts of the reader's language.
    pub w: &'static Words,
    /// The title of the page, as in its heading.
    pub title: String,
    /// The address of this page.
    pub address: Address,
    /// The edition of the register that answered.
    pub edition: String,
    /// The page is shown with something to mend: its title in the browser begins with that.
    pub to_mend: bool,
    /// Whether officials sign in here.
    pub desk: bool,
    /// Whether everybody in the database is invented.
    pub demonstration: bool,
    /// Who is signed in, on pages that know it.
    pub signed: Option<Signature>,
    section: Option<Section>,
}

/// Who is signed in, as the head of a page says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// "Anna Example"
    pub name: String,
    /// "Sakkunnig, TE-byrån i Tavastland"; none while no post is chosen.
    pub acting: Option<String>,
}

/// Where the description of the interface for programs stands.
const API: &str = "/api/v1";

impl Frame {
    /// The frame of a page of a section.
    pub fn new(visit: &Visit, section: Option<Section>, title: impl Into<String>) -> Self {
        Self {
            w: visit.w,
            title: title.into(),
            address: visit.address.clone(),
            edition: visit.edition.clone(),
            to_mend: false,
            desk: visit.desk,
            demonstration: visit.demonstration,
            signed: None,
            section,
        }
    }

    /// What the browser shows on its tab.
    pub fn browser_title(&self) -> String {
        let page = self.w.frame_page_of(&self.title);
        if self.to_mend { self.w.frame_error_title(&page) } else { page }
    }

    /// The navigation.
    pub fn navigation(&self) -> Vec<Turn> {
        let language = self.w.language();
        Section::ALL
            .into_iter()
            .map(|section| Turn {
                title: section.title(self.w),
                href: format!("/{}{}", language.code(), section.path()),
                current: self.section == Some(section),
                language: language.code(),
            })
            .collect()
    }

    /// The same page in each language.
    pub fn languages(&self) -> Vec<Turn> {
        Language::ALL
            .into_iter()
            .map(|language| Turn {
                title: language.words().language_name(),
                href: self.address.href(language),
                current: language == self.w.language(),
                language: language.code(),
            })
            .collect()
    }

    /// The language's code.
    pub fn code(&self) -> &'static str {
        self.w.language().code()
    }

    /// The address of a file.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    /// The front page.
    pub fn home(&self) -> String {
        format!("/{}", self.code())
    }

    /// The same page with who is signed in.
    #[must_use]
    pub fn signed(self, signature: Signature) -> Self {
        Self { signed: Some(signature), ..self }
    }

    /// What is kept about the reader.
    pub fn privacy(&self) -> &str {
        let desk = self.signed.is_some() || self.address.path().starts_with("/sign-in");
        if desk { self.w.account_privacy() } else { self.w.frame_privacy() }
    }

    /// Whether the page leads to signing in: not when it is that page.
    pub fn leads_to_sign_in(&self) -> bool {
        self.desk && !self.address.path().starts_with("/sign-in")
    }

    /// A page of the desk, behind the language.
    pub fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.code())
    }

    /// Where programs ask.
    pub fn api(&self) -> &'static str {
        API
    }

    /// The edition's first letters, enough to tell editions apart by eye.
    pub fn edition_short(&self) -> &str {
        self.edition.get(..12).unwrap_or(&self.edition)
    }

    /// Where the source code is, when the build was told.
    pub fn source_code(&self) -> Option<&'static str> {
        Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty())
    }
}
