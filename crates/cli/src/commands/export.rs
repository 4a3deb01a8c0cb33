//! `kotopolku export`.

use super::ANSWERED;
use crate::arguments::{self, Export, ExportFormat, ExportRegister, ExportWhat};
use crate::context::{Context, Trouble};
use calendar::Date;
use clap::error::ErrorKind;
use register::export::{cpsv_ap, json, org};
use std::io::{self, Write};

pub fn run(context: &Context, command: &Export) -> Result<u8, Trouble> {
    let ExportWhat::Register(command) = &command.what;
    let out = io::stdout().lock();
    let (register, days) = (&*context.register, days(context, command)?);
    let first = days.first().copied().unwrap_or(context.today);
    let written = match command.format {
        ExportFormat::Json => json::write(register, out),
        ExportFormat::CpsvAp => cpsv_ap::write(register, first, &command.base, out),
        ExportFormat::Org => org::write(register, first, &command.base, out),
        ExportFormat::Sql => sql(&whatif::sql::export(register, &days), out),
    };
    match written {
        // A reader that has gone away (`| head`) is no fault.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::failed(error.to_string())),
        _ => Ok(ANSWERED),
    }
}

/// The days that were asked for, or today; wrong use where the form has no place for them.
fn days(context: &Context, command: &ExportRegister) -> Result<Vec<Date>, Trouble> {
    let most = match command.format {
        ExportFormat::Json => 0,
        ExportFormat::CpsvAp | ExportFormat::Org => 1,
        ExportFormat::Sql => usize::MAX,
    };
    if command.on.len() > most {
        let said = if most == 0 {
            "json carries all time: leave --on out"
        } else {
            "this form is for one day: give --on once"
        };
        arguments::command().error(ErrorKind::ArgumentConflict, said).exit();
    }
    match command.on.as_slice() {
        [] => Ok(vec![context.today]),
        days => days.iter().map(|day| context.day(Some(day))).collect(),
    }
}

/// The tables, then the query; before them what the population must look like.
fn sql(export: &whatif::sql::Export, mut out: impl Write) -> io::Result<()> {
    writeln!(out, "-- The population to be asked about is yours; it has this form (NULL: not known):")?;
    writeln!(out, "-- CREATE TABLE population (")?;
    for (at, (name, kind)) in export.columns.iter().enumerate() {
        let comma = if at + 1 < export.columns.len() { "," } else { "" };
        writeln!(out, "--   {name} {kind}{comma}")?;
    }
    writeln!(out, "-- );")?;
    writeln!(out)?;
    out.write_all(export.tables.as_bytes())?;
    writeln!(out)?;
    writeln!(out, "-- Who leads each duty for each person on each day.")?;
    writeln!(out, "{};", export.query.trim_end())?;
    out.flush()
}
