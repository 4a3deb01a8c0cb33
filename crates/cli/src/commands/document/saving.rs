//! Bringing a document out of its place, into a file that is not there yet.

use std::io::{ErrorKind, Write};
use std::path::Path;

use casework::House;
use casework::document::{Opened, Refusal, contents::Changed};
use casework::post::Acting;
use tokio::io::AsyncReadExt as _;
use uuid::Uuid;
use web::words::Words;

use super::super::document_shown::{self as shown, size};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::progress::Line;

/// Pieces of this size are read and written, in bytes.
const PIECE: usize = 128 * 1024;

/// Fetches a document. A file is made anew, for its owner alone; what comes out wrong does not stay.
pub async fn get(
    desk: &Desk,
    house: &House,
    acting: &Acting,
    document: Uuid,
    number: Option<i64>,
    to: &Path,
) -> Result<(), Trouble> {
    let w = desk.w();
    let out = to == Path::new("-");
    if out && desk.is_json() {
        let trouble = Trouble::wrong_use(w.document_bytes_and_json(), w.document_bytes_and_json_todo());
        return Err(trouble.coded("bytes-and-json"));
    }
    let mut opened = house.document(acting, document, number).await.map_err(|error| desk.trouble(error))?;
    if out {
        return pour(desk, &mut opened, std::io::stdout(), to).await;
    }
    let path = if to.is_dir() { to.join(&opened.version.name) } else { to.to_owned() };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path).map_err(|fault| unwritable(desk, &path, &fault))?;
    if let Err(trouble) = pour(desk, &mut opened, file, &path).await {
        // Half a document, or a wrong one, is worse than none.
        drop(std::fs::remove_file(&path));
        return Err(trouble);
    }
    shown::fetched(desk, &opened, &path);
    Ok(())
}

async fn pour(desk: &Desk, opened: &mut Opened, mut into: impl Write, path: &Path) -> Result<(), Trouble> {
    let (w, line) = (desk.w(), Line::on_terminal());
    let (mut piece, mut done) = (vec![0; PIECE], 0_u64);
    loop {
        let read = match opened.content.read(&mut piece).await {
            Ok(read) => read,
            Err(fault) if fault.get_ref().is_some_and(|inner| inner.is::<Changed>()) => {
                let hash = opened.version.hash.clone();
                return Err(desk.trouble(casework::Refusal::from(Refusal::Changed { hash })));
            }
            Err(fault) => return Err(desk.trouble(storage::Error::Disk(format!("documents: {fault}")))),
        };
        if read == 0 {
            break;
        }
        let bytes = piece.get(..read).unwrap_or_default();
        into.write_all(bytes).map_err(|fault| unwritable(desk, path, &fault))?;
        done += u64::try_from(read).unwrap_or_default();
        line.show(|| w.document_fetching(&opened.version.name, &size(w, done), &size(w, opened.version.size)));
    }
    into.flush().map_err(|fault| unwritable(desk, path, &fault))
}

fn unwritable(desk: &Desk, path: &Path, fault: &std::io::Error) -> Trouble {
    let w = desk.w();
    let shown = path.display().to_string();
    if fault.kind() == ErrorKind::AlreadyExists {
        let trouble = Trouble::wrong_use(w.document_file_exists(&shown), w.document_file_exists_todo());
        return trouble.coded("file-exists").with("file", shown.as_str());
    }
    Trouble::failed(w.document_file_unwritable(&shown, &why(w, fault)))
        .coded("file-unwritable")
        .with("file", shown.as_str())
}

/// What a fault of a file means.
pub fn why(w: &Words, fault: &std::io::Error) -> String {
    match fault.kind() {
        ErrorKind::NotFound => w.document_why_not_found().to_owned(),
        ErrorKind::PermissionDenied => w.document_why_denied().to_owned(),
        ErrorKind::StorageFull => w.document_why_full().to_owned(),
        _ => fault.to_string(),
    }
}
