//! Why an uninstall command is not started.

use thiserror::Error;

/// One reason for not starting an uninstall command. Each has a page of its own; none of them
/// repeats the command, which may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No register names the product; only a service or a folder shows it.
    #[error("no register has an entry for this product")]
    NotRegistered,
    /// The entry has no command.
    #[error("the entry has no uninstall command")]
    EmptyCommand,
    /// The command is longer than any real one.
    #[error("the command is too long")]
    TooLong,
    /// Control characters, or characters that change how the text around them is shown.
    #[error("the command has control or invisible characters")]
    ControlCharacters,
    /// Quotation marks that Windows' two readers of command lines understand differently.
    #[error("the quotation marks of the command can be read in two ways")]
    BadQuotes,
    /// It begins with a variable that is not one of Windows' own folders.
    #[error("the command begins with the unknown variable {0}")]
    Variable(String),
    /// No drive and folder: what it starts would depend on the current folder.
    #[error("the program has no full path")]
    Relative,
    /// A file on another computer; opening it would send the account's credentials.
    #[error("the program is on another computer")]
    NetworkPath,
    /// A path of the kernel (`\\?\`, `\\.\`, `\??\`) or a device such as `NUL`.
    #[error("the path names a device")]
    DevicePath,
    /// `.` or `..` in the path.
    #[error("the path has a . or .. in it")]
    ParentFolder,
    /// A short name such as `PROGRA~1`, which can mean another folder than it seems.
    #[error("the path has a short name in it")]
    ShortName,
    /// A second colon: a hidden stream of a file.
    #[error("the path names an alternate data stream")]
    AlternateStream,
    /// A part of the path begins with a space, or ends with a dot or space that Windows would drop.
    #[error("a part of the path begins with a space, or ends with a dot or a space")]
    DotOrSpaceAtEnd,
    /// Characters that no file name has, empty parts, or `/` for `\`.
    #[error("the path is not spelled as Windows spells it")]
    OddSpelling,
    /// A command interpreter, script host, or a program that starts others. Its name.
    #[error("the command starts {0}, which can do anything")]
    Interpreter(String),
    /// Not an `.exe` file.
    #[error("the program is not an .exe file")]
    NotAnExecutable,
    /// Neither below Program Files nor below Program Files (x86), so anybody may have written it.
    #[error("the program is not below Program Files")]
    OutsideProgramFiles,
    /// No product code where one is needed: a package file, an address, or a broken one.
    #[error("the command names no valid product code")]
    BadProductCode,
    /// More than one product code.
    #[error("the command names more than one product code")]
    SeveralProductCodes,
    /// The entry belongs to one product, and its command removes another.
    #[error("the command names another product than its entry")]
    OtherProductCode,
    /// The entry of one account leads to a product of somebody else.
    #[error("the entry of one account leads to a product of somebody else")]
    OtherProduct,
    /// Windows Installer is asked for something other than the removal of a whole product. The
    /// switch or property.
    #[error("the command asks Windows Installer for something else ({0})")]
    OtherMsiAction(String),
    /// An argument for Windows Installer that is neither a switch nor a property.
    #[error("the command has an argument that Windows Installer does not know")]
    UnknownArgument,
    /// A package name with characters that no package name has; it must not be put in a shell.
    #[error("the package name has characters that no package name has")]
    BadPackageName,
}
