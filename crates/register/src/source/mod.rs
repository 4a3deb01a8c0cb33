//! The first stage: what stands in the files, with the place of each word, and nothing looked up yet.
//!
//! Known here: that a file is TOML (or CSV) of the right form. Not known yet: whether an organ, a map, a source or an
//! attribute that is named exists. One file a kind of file; [`SourceRegister::read`] takes them all.

mod area;
mod case_type;
mod condition;
mod duty;
mod files;
mod instrument;
mod municipality;
mod organ;
mod question;
mod reorganisation;
mod reworded;
mod sources;
mod text;
mod vocabulary;

pub use area::{SourceArea, SourceMap, SourceRegion, SourceRegions};
pub use case_type::{
    SourceCaseType, SourceField, SourceResult, SourceRunningLimit, SourceStatus, SourceStep, SourceVersion,
};
pub use condition::{AnyOf, Conjunction, Values};
pub use duty::{SourceAmount, SourceClause, SourceContent, SourceDuty, SourceLimit, SourceNote};
pub use files::{File, Files};
pub use instrument::{SourceInstrument, SourcePractice};
pub use municipality::SourceMunicipality;
pub use organ::{OrgansFile, SourceKind, SourceOrgan, SourceRelation};
pub use question::{Expected, QuestionsFile, SourceQuestion};
pub use reorganisation::{Cutover, CutoversFile, SourceMove, SourceReorganisation};
pub use sources::{SourceSource, SourcesFile};
pub use text::{Day, Language, Search, Text};
pub use vocabulary::{SourceAttribute, SourceBand, SourceImpossible, SourceSlot, SourceValue, SourceVerb, Vocabulary};

use crate::fault::{Fault, Place};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A parsed file together with where it stands.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    /// The file it came from.
    pub file: Arc<File>,
    /// Its content.
    pub content: T,
}

impl<T> Parsed<T> {
    /// The place of a span of this file.
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        self.file.place(span)
    }
}

/// The level of government a file stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Government, ministries, central agencies.
    State,
    /// Regional state administration.
    Regional,
    /// Municipalities, wellbeing counties, employment authorities.
    Local,
    /// The person whose path it is.
    Person,
}

impl Level {
    /// All four, from the top down.
    pub const ALL: [Self; 4] = [Self::State, Self::Regional, Self::Local, Self::Person];

    /// The word used in paths and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Regional => "regional",
            Self::Local => "local",
            Self::Person => "person",
        }
    }

    /// The level of that word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == word)
    }
}

/// Everything that stands in a register's files.
#[derive(Debug, Clone)]
pub struct SourceRegister {
    /// The files themselves, for the edition and for excerpts.
    pub files: Files,
    /// `sources.toml`.
    pub sources: Parsed<SourcesFile>,
    /// `vocabulary.toml`.
    pub vocabulary: Parsed<Vocabulary>,
    /// `organs/*.toml`.
    pub organs: Vec<Parsed<OrgansFile>>,
    /// `areas/municipalities.csv`.
    pub municipalities: Vec<SourceMunicipality>,
    /// `areas/regions.toml`.
    pub regions: Parsed<SourceRegions>,
    /// The other `areas/*.toml`; the name of the map is the file's.
    pub maps: Vec<(String, Parsed<SourceMap>)>,
    /// `duties/<level>/<duty>.toml`, in the order of their paths.
    pub duties: Vec<(Level, String, Parsed<SourceDuty>)>,
    /// `case-types/<type>.toml`.
    pub case_types: Vec<(String, Parsed<SourceCaseType>)>,
    /// `instruments/**/*.toml`.
    pub instruments: Vec<Parsed<SourceInstrument>>,
    /// `reorganisations/<day>.toml`.
    pub reorganisations: Vec<Parsed<SourceReorganisation>>,
    /// `reorganisations/cutovers.toml`.
    pub cutovers: Option<Parsed<CutoversFile>>,
    /// `questions/*.toml`.
    pub questions: Vec<Parsed<QuestionsFile>>,
}

impl SourceRegister {
    /// Reads all files. Whatever can be read is; every fault is reported, not only the first.
    ///
    /// # Errors
    /// The faults of form, when there are any.
    pub fn read(files: Files) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let sources = required::<SourcesFile>(&files, "sources.toml", &mut faults);
        let vocabulary = required::<Vocabulary>(&files, "vocabulary.toml", &mut faults);
        let regions = required::<SourceRegions>(&files, "areas/regions.toml", &mut faults);
        let municipalities = match files.get("areas/municipalities.csv") {
            Some(file) => municipality::read(file, &mut faults),
            None => {
                faults.push(missing("areas/municipalities.csv"));
                Vec::new()
            }
        };
        let mut maps = Vec::new();
        for file in files.below("areas/", ".toml").filter(|file| &*file.path != "areas/regions.toml") {
            if let Some(map) = parse(file, &mut faults) {
                maps.push((file.stem().to_owned(), map));
            }
        }
        let mut duties = Vec::new();
        for file in files.below("duties/", ".toml") {
            let level = file.path.split('/').nth(1).and_then(Level::of);
            let Some(level) = level else {
                faults.push(
                    Fault::error("misplaced-file", "a duty stands in `duties/<level>/<duty>.toml`")
                        .at(Place::file(&file.path))
                        .help("the levels are `state`, `regional`, `local` and `person`"),
                );
                continue;
            };
            if let Some(duty) = parse(file, &mut faults) {
                duties.push((level, file.stem().to_owned(), duty));
            }
        }
        let mut case_types = Vec::new();
        for file in files.below("case-types/", ".toml") {
            if let Some(case_type) = parse(file, &mut faults) {
                case_types.push((file.stem().to_owned(), case_type));
            }
        }
        let organs = files.below("organs/", ".toml").filter_map(|file| parse(file, &mut faults)).collect();
        let instruments = files.below("instruments/", ".toml").filter_map(|file| parse(file, &mut faults)).collect();
        let cutovers = files.get("reorganisations/cutovers.toml").and_then(|file| parse(file, &mut faults));
        let reorganisations = files
            .below("reorganisations/", ".toml")
            .filter(|file| file.stem() != "cutovers")
            .filter_map(|file| parse(file, &mut faults))
            .collect();
        let questions = files.below("questions/", ".toml").filter_map(|file| parse(file, &mut faults)).collect();

        match (sources, vocabulary, regions) {
            (Some(sources), Some(vocabulary), Some(regions)) if faults.is_empty() => Ok(Self {
                sources,
                vocabulary,
                organs,
                municipalities,
                regions,
                maps,
                duties,
                case_types,
                instruments,
                reorganisations,
                cutovers,
                questions,
                files,
            }),
            _ => Err(faults),
        }
    }
}

fn missing(path: &str) -> Fault {
    Fault::error("missing-file", format!("the register has no `{path}`"))
        .help("point `--register` at the folder that holds `vocabulary.toml`")
}

fn required<T: DeserializeOwned>(files: &Files, path: &str, faults: &mut Vec<Fault>) -> Option<Parsed<T>> {
    match files.get(path) {
        Some(file) => parse(file, faults),
        None => {
            faults.push(missing(path));
            None
        }
    }
}

/// Parses one TOML file; a fault of form points at its words and names the field that was probably meant.
fn parse<T: DeserializeOwned>(file: &Arc<File>, faults: &mut Vec<Fault>) -> Option<Parsed<T>> {
    match toml::from_str(&file.text) {
        Ok(content) => Some(Parsed { file: file.clone(), content }),
        Err(error) => {
            let said = reworded::reworded(error.message());
            let mut fault = Fault::error("unreadable-file", said.message);
            fault.help = said.help;
            fault = match error.span() {
                Some(span) => fault.at(file.place(span)),
                None => fault.at(Place::file(&file.path)),
            };
            if let Some((word, instead)) = said.instead {
                fault = fault.did_you_mean(&word, instead.iter().map(String::as_str));
            }
            faults.push(fault);
            None
        }
    }
}
