//! `remove --unattended`: removes the products of offices with nobody at the keyboard, and says what became of it.

use super::Exit;
use super::args::Unattended;
use super::terminal::Terminal;
use crate::act::unattended::{
    Outcome, PasswordRefusal, ProductAnswer, ProductState, RemovalPassword, UnattendedAnswer, UnattendedOrder,
    remove_unattended,
};
use crate::i18n::{MessageId, Texts};
use crate::journey::Obstacle;
use crate::machine::safe::{safe_json, safe_text};
use std::io::{self, BufRead, Read, Write};
use std::time::Duration;

/// No two passwords are longer, in bytes.
const LONGEST: u64 = 4096;
/// What finishes it after the restart.
const RESUME: &str = "cleanbreak-cli remove --unattended --resume";

/// Carries out the order and prints what became of it.
///
/// # Errors
/// Only what keeps the answer from being written.
pub(super) fn run(order: &Unattended, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let password = match order.password_on_input.then(|| read_password(console.input)).transpose() {
        Ok(password) => password,
        Err(why) => {
            let words = texts.with(MessageId::UNATTENDED_NO_PASSWORD, &[("problem", why.to_string().into())]);
            return writeln!(console.err, "{words}").map(|()| Exit::Usage);
        }
    };
    let answered = order.answered.iter().copied().collect();
    let limit = Duration::from_secs(60 * u64::from(order.minutes.max(1)));
    let wanted = UnattendedOrder { resume: order.resume, password, answered, limit };
    let answer = remove_unattended(&wanted, order.log.as_deref());
    if order.json {
        writeln!(console.out, "{}", safe_json(&answer)?)?;
    } else {
        print(&answer, texts, console)?;
    }
    Ok(exit_of(answer.outcome))
}

fn read_password(input: &mut dyn BufRead) -> Result<RemovalPassword, PasswordRefusal> {
    let mut bytes = Vec::new();
    // What cannot be read is no password; the system's words could say nothing that helps more.
    let read = Read::take(&mut *input, LONGEST).read_to_end(&mut bytes);
    let text = read.ok().and_then(|_| String::from_utf8(bytes).ok()).ok_or(PasswordRefusal::ControlCharacter)?;
    RemovalPassword::parse(&text)
}

/// The exit code of an outcome. Scripts rely on it.
fn exit_of(outcome: Outcome) -> Exit {
    match outcome {
        Outcome::Gone => Exit::Clean,
        Outcome::StillHere => Exit::Installed,
        Outcome::CannotTell => Exit::CannotTell,
        Outcome::NoRights => Exit::NoRights,
        Outcome::RestartDue => Exit::RestartDue,
        Outcome::Refused => Exit::Refused,
    }
}

fn print(answer: &UnattendedAnswer, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<()> {
    writeln!(console.out, "{}", texts.with(headline(answer.outcome), &[("command", RESUME.into())]))?;
    for one in &answer.refused {
        let words = texts.with(why(one.why), &[("detail", safe_text(&one.detail).into())]);
        writeln!(console.out, "  {}", words.trim_end())?;
    }
    for product in &answer.products {
        for line in product_lines(product, texts) {
            writeln!(console.out, "{line}")?;
        }
    }
    if let Some(filters) = answer.filters.as_ref().filter(|filters| !filters.fixed.is_empty()) {
        let names = safe_text(&filters.fixed.join(", "));
        writeln!(console.out, "{}", texts.with(MessageId::UNATTENDED_FIXED, &[("names", names.into())]))?;
    }
    if let Some(left) = answer.left.as_ref().filter(|left| !left.leftovers.is_empty()) {
        let count = [("count", left.leftovers.len().into())];
        writeln!(console.out, "{}", texts.with(MessageId::UNATTENDED_LEFTOVERS, &count))?;
    }
    match &answer.protection {
        Some(protection) if protection.proven => {
            let name = safe_text(&protection.by);
            writeln!(console.out, "{}", texts.with(MessageId::UNATTENDED_PROTECTED, &[("name", name.into())]))
        }
        Some(_) => writeln!(console.out, "{}", texts.get(MessageId::UNATTENDED_NOT_PROTECTED)),
        None => Ok(()),
    }
}

fn product_lines(product: &ProductAnswer, texts: &Texts) -> Vec<String> {
    let text = |id, name: &'static str, value: &str| texts.with(id, &[(name, safe_text(value).into())]);
    let mut lines = vec![text(state(product.state), "name", &product.name)];
    if let Some(code) = product.exit_code {
        let arguments = [("code", code.to_string().into()), ("meaning", product.meaning.clone().into())];
        lines.push(format!("  {}", texts.with(MessageId::UNATTENDED_CODE, &arguments)));
    }
    if !product.detail.is_empty() {
        lines.push(format!("  {}", text(MessageId::UNATTENDED_DETAIL, "detail", &product.detail)));
    }
    if let Some(log) = &product.log {
        lines.push(format!("  {}", text(MessageId::UNATTENDED_LOG, "file", log)));
    }
    if product.log_removed {
        lines.push(format!("  {}", texts.get(MessageId::UNATTENDED_LOG_REMOVED)));
    }
    lines
}

fn headline(outcome: Outcome) -> MessageId {
    match outcome {
        Outcome::Gone => MessageId::UNATTENDED_GONE,
        Outcome::StillHere => MessageId::UNATTENDED_STILL_HERE,
        Outcome::CannotTell => MessageId::UNATTENDED_CANNOT_TELL,
        Outcome::NoRights => MessageId::UNATTENDED_NO_RIGHTS,
        Outcome::RestartDue => MessageId::UNATTENDED_RESTART_DUE,
        Outcome::Refused => MessageId::UNATTENDED_REFUSED,
    }
}

fn state(state: ProductState) -> MessageId {
    match state {
        ProductState::Gone => MessageId::UNATTENDED_PRODUCT_GONE,
        ProductState::StillHere => MessageId::UNATTENDED_PRODUCT_STILL_HERE,
        ProductState::NotTried => MessageId::UNATTENDED_PRODUCT_NOT_TRIED,
        ProductState::StillRunning => MessageId::UNATTENDED_PRODUCT_STILL_RUNNING,
    }
}

fn why(why: Obstacle) -> MessageId {
    match why {
        Obstacle::OnlyWindows => MessageId::UNATTENDED_WHY_ONLY_WINDOWS,
        Obstacle::HomeProduct => MessageId::UNATTENDED_WHY_HOME_PRODUCT,
        Obstacle::UnlistedProduct => MessageId::UNATTENDED_WHY_UNLISTED_PRODUCT,
        Obstacle::ManagementServer => MessageId::UNATTENDED_WHY_MANAGEMENT_SERVER,
        Obstacle::DiskEncryption => MessageId::UNATTENDED_WHY_DISK_ENCRYPTION,
        Obstacle::DiskEncryptionUnknown => MessageId::UNATTENDED_WHY_DISK_ENCRYPTION_UNKNOWN,
        Obstacle::FileEncryption => MessageId::UNATTENDED_WHY_FILE_ENCRYPTION,
        Obstacle::BitlockerKey => MessageId::UNATTENDED_WHY_BITLOCKER_KEY,
        Obstacle::BitlockerUnknown => MessageId::UNATTENDED_WHY_BITLOCKER_UNKNOWN,
        Obstacle::Passwords => MessageId::UNATTENDED_WHY_PASSWORDS,
        Obstacle::SecretVault => MessageId::UNATTENDED_WHY_SECRET_VAULT,
        Obstacle::Backups => MessageId::UNATTENDED_WHY_BACKUPS,
        Obstacle::OtherAccounts => MessageId::UNATTENDED_WHY_OTHER_ACCOUNTS,
        Obstacle::NotRegistered => MessageId::UNATTENDED_WHY_NOT_REGISTERED,
        Obstacle::OnlyOneAccount => MessageId::UNATTENDED_WHY_ONLY_ONE_ACCOUNT,
        Obstacle::OwnProgram => MessageId::UNATTENDED_WHY_OWN_PROGRAM,
        Obstacle::NotByCode => MessageId::UNATTENDED_WHY_NOT_BY_CODE,
        Obstacle::CommandRefused => MessageId::UNATTENDED_WHY_COMMAND_REFUSED,
        Obstacle::EntryNotGuarded => MessageId::UNATTENDED_WHY_ENTRY_NOT_GUARDED,
        Obstacle::OtherInstallation => MessageId::UNATTENDED_WHY_OTHER_INSTALLATION,
        Obstacle::Password => MessageId::UNATTENDED_WHY_PASSWORD,
        Obstacle::LogFolder => MessageId::UNATTENDED_WHY_LOG_FOLDER,
        Obstacle::Memory => MessageId::UNATTENDED_WHY_MEMORY,
        Obstacle::FilterWithoutDriver => MessageId::UNATTENDED_WHY_FILTER_WITHOUT_DRIVER,
        Obstacle::FiltersUnread => MessageId::UNATTENDED_WHY_FILTERS_UNREAD,
    }
}
