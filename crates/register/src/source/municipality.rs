//! `areas/municipalities.csv`.

use super::files::File;
use crate::fault::{Fault, Place};
use calendar::Date;
use std::sync::Arc;

/// A municipality as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceMunicipality {
    /// Its three-digit code.
    pub code: String,
    /// Its Finnish name.
    pub fi: String,
    /// Its Swedish name.
    pub sv: String,
    /// The code of its region.
    pub region: String,
    /// First day.
    pub from: Option<Date>,
    /// First day after.
    pub until: Option<Date>,
    /// The municipality it became part of.
    pub merged_into: Option<String>,
    /// Where it stands.
    pub place: Place,
}

const HEADER: &str = "code;fi;sv;region;from;until;merged_into";

/// Reads the list. Lines that begin with `#` are comments.
pub(super) fn read(file: &Arc<File>, faults: &mut Vec<Fault>) -> Vec<SourceMunicipality> {
    let mut all = Vec::new();
    let mut header = false;
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        start += line.len();
        let line = line.trim_end().trim_start_matches('\u{feff}');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let place = file.place(span);
        if !header {
            header = true;
            if line != HEADER {
                faults.push(
                    Fault::error("unreadable-file", "the list of municipalities has other columns than expected")
                        .at(place)
                        .help(format!("the first line is `{HEADER}`")),
                );
                return all;
            }
            continue;
        }
        match row(line, place.clone()) {
            Ok(municipality) => all.push(municipality),
            Err(message) => faults.push(Fault::error("unreadable-file", message).at(place)),
        }
    }
    all
}

fn row(line: &str, place: Place) -> Result<SourceMunicipality, String> {
    let cells: Vec<&str> = line.split(';').map(str::trim).collect();
    let [code, fi, sv, region, from, until, merged_into] = cells.as_slice() else {
        return Err(format!("a municipality has seven cells, here are {}", cells.len()));
    };
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("`{code}` is not a municipality code of three digits"));
    }
    let day = |cell: &str| match cell {
        "" => Ok(None),
        written => written.parse().map(Some).map_err(|_| format!("`{written}` is not a day; write it as 2025-01-01")),
    };
    Ok(SourceMunicipality {
        code: (*code).to_owned(),
        fi: (*fi).to_owned(),
        sv: (*sv).to_owned(),
        region: (*region).to_owned(),
        from: day(from)?,
        until: day(until)?,
        merged_into: (!merged_into.is_empty()).then(|| (*merged_into).to_owned()),
        place,
    })
}
