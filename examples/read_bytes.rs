//! Reads each byte of a file, or of all files in a folder, and does nothing with it: what `triage` is measured against.
#![allow(clippy::disallowed_methods, reason = "a program of its own, which reads what it is told")]

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// As many bytes at once as `triage` asks for.
const CHUNK: usize = 128 * 1024;

fn main() -> io::Result<()> {
    let mut buffer = vec![0; CHUNK];
    let mut sum = 0;
    for argument in std::env::args_os().skip(1) {
        sum += read_path(Path::new(&argument), &mut buffer)?;
    }
    println!("{sum}");
    Ok(())
}

fn read_path(path: &Path, buffer: &mut [u8]) -> io::Result<u64> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return read_file(path, buffer);
    }
    let mut sum = 0;
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        sum += if kind.is_dir() { read_path(&entry.path(), buffer)? } else { read_file(&entry.path(), buffer)? };
    }
    Ok(sum)
}

/// Reads a file to its end, and looks at a byte of each piece, so that no compiler leaves it out.
fn read_file(path: &Path, buffer: &mut [u8]) -> io::Result<u64> {
    let (mut file, mut sum) = (File::open(path)?, 0);
    loop {
        match file.read(buffer)? {
            0 => return Ok(sum),
            count => sum += count as u64 + u64::from(buffer[count / 2]),
        }
    }
}
