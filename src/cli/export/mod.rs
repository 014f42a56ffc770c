//! `export`: what the tools take that look after many computers. Made from the catalogue and the exit codes; no computer
//! is looked at.

mod intune;
mod rmm;
mod script;

use super::args::{Export, ExportKind};
use super::terminal::Terminal;
use super::{Exit, files};
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Texts};
use crate::queries;
use std::io::{self, Write};

/// A file that is made.
struct Made {
    name: &'static str,
    text: String,
}

/// Makes the files, and prints or writes them.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(order: &Export, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let made = files_of(order.kind, Catalog::embedded());
    let Some(folder) = &order.out else {
        for file in &made {
            writeln!(console.out, "==> {} <==\n{}", file.name, file.text)?;
        }
        return Ok(Exit::Clean);
    };
    for file in &made {
        match files::write_result(folder, file.name, &file.text) {
            Ok(path) => writeln!(console.out, "{}", path.display())?,
            Err(error) => {
                let file = folder.join(file.name).to_string_lossy().into_owned();
                let problem = files::why_not_written(&error, texts);
                let arguments = [("file", file.into()), ("problem", problem.into())];
                let _ = writeln!(console.err, "{}", texts.with(MessageId::CLI_EXPORT_FAILED, &arguments));
                return Ok(Exit::Internal);
            }
        }
    }
    Ok(Exit::Clean)
}

fn files_of(kind: ExportKind, catalog: &Catalog) -> Vec<Made> {
    match kind {
        ExportKind::Osquery => vec![
            Made { name: "cleanbreak-osquery-pack.json", text: queries::pack_json(catalog) },
            Made { name: "cleanbreak-fleet-reports.yml", text: queries::report_documents(catalog) },
            Made { name: "cleanbreak-fleet-policies.yml", text: queries::policy_documents(catalog) },
        ],
        ExportKind::Intune => intune::intune_files(&catalog.date),
        ExportKind::Rmm => rmm::rmm_files(&catalog.date),
    }
}

#[cfg(test)]
mod tests;
