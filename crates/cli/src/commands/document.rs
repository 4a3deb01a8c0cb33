//! `kotopolku document`: the files of a case.

use std::path::{Path, PathBuf};
use std::time::Duration;

use casework::House;
use casework::document::{Contents, Offered};
use clap::{Args, Subcommand};
use uuid::Uuid;

use super::document_shown::{self as shown, size};
use super::{DONE, FAULTY};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::say;
use crate::progress::{Counted, Line};

mod saving;

/// Where the bytes of documents lie.
#[derive(Debug, Args)]
pub struct Place {
    /// Where documents lie: folder:/path or s3://bucket/prefix [default: beside the SQLite file]
    #[arg(long, value_name = "ADDRESS", env = "KOTOPOLKU_DOCUMENTS")]
    documents: Option<String>,
}

/// `document`
#[derive(Debug, Subcommand)]
pub enum Document {
    /// Add a file to a case
    Add {
        /// The case, by number or identity
        case: String,
        /// The file
        file: PathBuf,
        /// The name that it gets [default: that of the file]
        #[arg(long)]
        name: Option<String>,
        /// Where documents lie.
        #[command(flatten)]
        place: Place,
    },
    /// List the documents of a case, also those withdrawn
    List {
        /// The case, by number or identity
        case: String,
    },
    /// Fetch a document: its bytes are held against their hash on the way
    #[command(disable_version_flag = true)]
    Get {
        /// The document, as `document list` shows it
        document: String,
        /// Which version [default: the last]
        #[arg(id = "number", long = "version", value_name = "N")]
        number: Option<i64>,
        /// The file or folder to write to, or - for standard output
        #[arg(long, value_name = "FILE|-")]
        to: PathBuf,
        /// Where documents lie.
        #[command(flatten)]
        place: Place,
    },
    /// Add a new version of a document
    Version {
        /// The document
        document: String,
        /// The file
        file: PathBuf,
        /// The version that you started from: it must still be the last
        #[arg(long, value_name = "N")]
        based_on: i64,
        /// The name that it gets [default: that of the file]
        #[arg(long)]
        name: Option<String>,
        /// Where documents lie.
        #[command(flatten)]
        place: Place,
    },
    /// Withdraw a document: nobody reads it any more, and it says why
    Withdraw {
        /// The document
        document: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Read every document and hold it against its hash (as the operator)
    Verify {
        /// Where documents lie.
        #[command(flatten)]
        place: Place,
    },
    /// Clear away uploads that came to nothing (as the operator)
    Sweep {
        /// Leave alone what is younger than so many hours
        #[arg(long, value_name = "N", default_value_t = 24)]
        grace_hours: u64,
        /// Where documents lie.
        #[command(flatten)]
        place: Place,
    },
    /// How large a file may be, in bytes; with a number, say so (as the operator)
    Largest {
        /// From now on
        bytes: Option<u64>,
    },
}

/// Does it.
pub async fn run(desk: &Desk, what: &Document) -> Result<u8, Trouble> {
    let w = desk.w();
    match what {
        Document::Add { case, file, name, place } => {
            let acting = desk.acting().await?;
            let case = desk.case(&acting, case).await?;
            let house = keeping(desk, place).await?;
            let taken = Taken::open(desk, file, name.as_deref()).await?;
            let (name, source) = taken.into_parts(desk);
            let added = house.add_document(&acting, case, Offered { name: &name, claimed: None }, source).await;
            shown::added(desk, &added.map_err(|error| desk.trouble(error))?);
        }
        Document::Version { document, file, based_on, name, place } => {
            let acting = desk.acting().await?;
            let document = identity(desk, document)?;
            let house = keeping(desk, place).await?;
            let taken = Taken::open(desk, file, name.as_deref()).await?;
            let (name, source) = taken.into_parts(desk);
            let offered = Offered { name: &name, claimed: None };
            let added = house.add_version(&acting, document, *based_on, offered, source).await;
            shown::added(desk, &added.map_err(|error| desk.trouble(error))?);
        }
        Document::List { case } => {
            let acting = desk.acting().await?;
            let case = desk.case(&acting, case).await?;
            let all = desk.house.documents_of_case(&acting, case).await.map_err(|error| desk.trouble(error))?;
            shown::list(desk, &all);
        }
        Document::Get { document, number, to, place } => {
            let acting = desk.acting().await?;
            let document = identity(desk, document)?;
            let house = keeping(desk, place).await?;
            saving::get(desk, &house, &acting, document, *number, to).await?;
        }
        Document::Withdraw { document, reason } => {
            let acting = desk.acting().await?;
            let document = identity(desk, document)?;
            let done = desk.house.withdraw_document(&acting, document, reason).await;
            done.map_err(|error| desk.trouble(error))?;
            desk.answer(&serde_json::json!({ "document": document, "withdrawn": true }), || {
                say(w.document_withdrawn());
            });
        }
        Document::Verify { place } => {
            let acting = desk.acting_or_operator().await?;
            let house = keeping(desk, place).await?;
            let line = Line::on_terminal();
            let told = |now: casework::document::Progress| {
                line.show(|| {
                    w.document_verifying(
                        &size(w, now.bytes_total),
                        &size(w, now.bytes_done),
                        &w.number(now.done),
                        &w.number(now.total),
                    )
                });
            };
            let verified = house.verify_documents(&acting, told).await.map_err(|error| desk.trouble(error))?;
            drop(line);
            shown::verified(desk, &verified);
            return Ok(if verified.is_whole() { DONE } else { FAULTY });
        }
        Document::Sweep { grace_hours, place } => {
            let acting = desk.acting_or_operator().await?;
            let house = keeping(desk, place).await?;
            let grace = Duration::from_secs(grace_hours.saturating_mul(3600).min(u64::from(u32::MAX)));
            let swept = house.sweep_documents(&acting, grace).await.map_err(|error| desk.trouble(error))?;
            shown::swept(desk, &swept);
        }
        Document::Largest { bytes } => {
            if let Some(bytes) = bytes {
                let acting = desk.acting_or_operator().await?;
                desk.house.set_largest_document(&acting, *bytes).await.map_err(|error| desk.trouble(error))?;
            }
            let largest = desk.house.largest_document().await.map_err(|error| desk.trouble(error))?;
            desk.answer(&serde_json::json!({ "largest_bytes": largest }), || {
                say(&w.document_largest(&size(w, largest)));
            });
        }
    }
    Ok(DONE)
}

/// The house with the place where its documents lie.
async fn keeping(desk: &Desk, place: &Place) -> Result<House, Trouble> {
    let beside = || Contents::beside(&desk.database);
    let Some(address) = place.documents.clone().or_else(beside) else {
        return Err(desk.trouble(casework::Refusal::from(casework::document::Refusal::NoPlace)));
    };
    let contents = Contents::open(&address).await.map_err(|error| desk.trouble(error))?;
    Ok(desk.house.clone().keeping(contents))
}

fn identity(desk: &Desk, word: &str) -> Result<Uuid, Trouble> {
    let w = desk.w();
    let wrong = || Trouble::wrong_use(w.document_wrong(word), w.document_unknown_todo()).coded("document-wrong");
    word.trim().parse().map_err(|_| wrong())
}

/// A file that is to be added.
struct Taken {
    path: PathBuf,
    name: String,
    size: u64,
    file: tokio::fs::File,
}

impl Taken {
    async fn open(desk: &Desk, path: &Path, name: Option<&str>) -> Result<Self, Trouble> {
        let w = desk.w();
        let shown = path.display().to_string();
        let unreadable = |why: String| {
            Trouble::failed(w.document_file_unreadable(&shown, &why))
                .coded("file-unreadable")
                .with("file", shown.as_str())
        };
        let file = tokio::fs::File::open(path).await.map_err(|fault| unreadable(saving::why(w, &fault)))?;
        let about = file.metadata().await.map_err(|fault| unreadable(saving::why(w, &fault)))?;
        if about.is_dir() {
            let trouble = Trouble::wrong_use(w.document_file_is_folder(&shown), String::new());
            return Err(trouble.coded("file-is-folder").with("file", shown.as_str()));
        }
        let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.map_or(own, str::to_owned);
        Ok(Self { path: path.to_owned(), name, size: about.len(), file })
    }

    /// Its name, and its bytes, counted aloud.
    fn into_parts(self, desk: &Desk) -> (String, impl tokio::io::AsyncRead + Send + Unpin + use<>) {
        let (w, line, whole) = (desk.w(), Line::on_terminal(), self.size);
        let shown = self.path.display().to_string();
        let told = move |read: u64| line.show(|| w.document_uploading(&shown, &size(w, read), &size(w, whole)));
        (self.name, Counted::new(self.file, told))
    }
}
