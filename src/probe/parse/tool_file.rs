//! Configuration files of tools that may name a file of trusted certificates.

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `pip.conf` and `pip.ini`: `cert = FILE`.
    Pip,
    /// `.gitconfig`: `sslCAInfo = FILE` in a section `http`.
    Git,
    /// `.npmrc`: `cafile=FILE`.
    Npm,
    /// `.curlrc`: `cacert = FILE`, also without `=` and with dashes in front.
    Curl,
    /// Shell files and `/etc/environment`: `NAME=FILE`, also after `export`.
    Shell,
}

/// Environment variables by which tools are pointed at a file of trusted certificates.
pub const VARIABLES: [&str; 7] = [
    "NODE_EXTRA_CA_CERTS",
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "PIP_CERT",
    "GIT_SSL_CAINFO",
    "AWS_CA_BUNDLE",
];

/// The options in a file that name a certificate file: the option and the file, as they stand there.
pub fn certificate_files(format: Format, bytes: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(bytes);
    let mut section = String::new();
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']').to_ascii_lowercase();
            continue;
        }
        let Some((option, value)) = pair(format, line) else { continue };
        if names_certificates(format, &section, option) {
            let value = unquoted(value);
            found.extend((!value.is_empty()).then(|| (option.to_string(), value)));
        }
    }
    found
}

/// Splits a line into option and value.
fn pair(format: Format, line: &str) -> Option<(&str, &str)> {
    let line = match format {
        Format::Shell => line.strip_prefix("export ").unwrap_or(line).trim_start(),
        Format::Curl => line.trim_start_matches('-'),
        _ => line,
    };
    let split = match format {
        Format::Pip => line.split_once(['=', ':']),
        Format::Curl => line.split_once(['=', ':', ' ', '\t']),
        _ => line.split_once('='),
    };
    split.map(|(option, value)| (option.trim_end(), value.trim().trim_start_matches(['=', ':']).trim_start()))
}

fn names_certificates(format: Format, section: &str, option: &str) -> bool {
    match format {
        Format::Pip => option.eq_ignore_ascii_case("cert"),
        Format::Git => {
            section.split_ascii_whitespace().next() == Some("http") && option.eq_ignore_ascii_case("sslCAInfo")
        }
        Format::Npm => option == "cafile",
        Format::Curl => option == "cacert",
        Format::Shell => VARIABLES.contains(&option),
    }
}

/// The value inside its quotation marks, or up to a comment.
fn unquoted(value: &str) -> String {
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split(quote).next().unwrap_or_default().to_string(),
        _ => value.split(" #").next().unwrap_or_default().trim_end_matches(';').trim_end().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(format: Format, text: &str) -> Vec<(String, String)> {
        certificate_files(format, text.as_bytes())
    }

    fn one(option: &str, value: &str) -> Vec<(String, String)> {
        vec![(option.to_string(), value.to_string())]
    }

    #[test]
    fn each_format_is_read() {
        assert_eq!(found(Format::Pip, "[global]\ntimeout = 60\ncert = /a b/k.pem\n"), one("cert", "/a b/k.pem"));
        assert_eq!(found(Format::Npm, "registry=x\ncafile=\"C:\\k.pem\"\n"), one("cafile", "C:\\k.pem"));
        assert_eq!(found(Format::Shell, "export SSL_CERT_FILE='/k.pem' # y\n"), one("SSL_CERT_FILE", "/k.pem"));
        assert_eq!(found(Format::Shell, "PIP_CERT=/k.pem # why\n"), one("PIP_CERT", "/k.pem"));
        for line in ["cacert = /k.pem", "cacert /k.pem", "--cacert \"/k.pem\"", "cacert=/k.pem"] {
            assert_eq!(found(Format::Curl, line), one("cacert", "/k.pem"), "{line}");
        }
    }

    #[test]
    fn git_s_option_counts_in_its_section_only() {
        let text = "[user]\n\tsslCAInfo = /no.pem\n[http \"https://example.com\"]\n\tsslcainfo = ~/k.pem\n";
        assert_eq!(found(Format::Git, text), one("sslcainfo", "~/k.pem"));
    }

    #[test]
    fn comments_other_options_and_empty_values_are_passed_over() {
        assert_eq!(found(Format::Pip, "# cert = a\n;cert = b\ncert =\nclient_cert = c\ncert\n"), []);
        assert_eq!(found(Format::Shell, "export PATH=/x\n\u{FFFD}=\n=\n"), []);
        assert_eq!(found(Format::Npm, "cafile=\"\n"), []);
    }
}
