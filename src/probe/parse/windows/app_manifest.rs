//! The publisher in the manifest of an app package (`AppxManifest.xml`, `AppxBundleManifest.xml`).

use super::encoded_text;

/// The distinguished name in `Publisher` of the element `Identity`; the package was signed for it
/// (Microsoft: "Identity (package manifest)"). None: there is none that can be read.
pub fn parse_publisher(bytes: &[u8]) -> Option<String> {
    let text = encoded_text::decode_text(bytes);
    let name = attribute(start_tag(&text, "Identity")?, "Publisher")?;
    Some(encoded_text::without_entities(name.trim())).filter(|name| !name.is_empty())
}

/// What stands between the name of the first such element and the end of its start tag.
fn start_tag<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = xml;
    loop {
        let (_, after) = rest.split_once('<')?;
        if let Some(inside) = after.strip_prefix(name).filter(|inside| inside.starts_with(char::is_whitespace)) {
            return Some(inside);
        }
        rest = after.strip_prefix("!--").map_or(Some(after), |inside| Some(inside.split_once("-->")?.1))?;
    }
}

/// The value of an attribute of this start tag. Inside quotes, `>` is a letter like any other.
fn attribute<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let (name, after) = rest.split_once('=')?;
        if name.contains(['>', '<']) {
            return None;
        }
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| ['"', '\''].contains(c))?;
        let (value, behind) = after[1..].split_once(quote)?;
        if name.trim() == wanted {
            return Some(value);
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_publisher_is_the_identity_s_own() {
        let manifest = |identity: &str| {
            format!(
                "\u{feff}<?xml version=\"1.0\"?>\r\n<!-- <Identity Publisher='no'/> --><Package>{identity}<x/></Package>"
            )
        };
        let read = |identity: &str| parse_publisher(manifest(identity).as_bytes());
        let dn = "CN=A & B, O=\"A, B\", C=RU";
        let escaped = "CN=A &amp; B, O=&quot;A, B&quot;, C=RU";
        assert_eq!(read(&format!("<Identity Name='x' Publisher=\"{escaped}\" Version='1'/>")).as_deref(), Some(dn));
        assert_eq!(read("<Identity\n  Name = '>'\n  Publisher = 'CN=x'>").as_deref(), Some("CN=x"));
        for none in ["", "<Identity Name='x'/>", "<IdentityX Publisher='no'/>", "<Identity Publisher=''/>"] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_eq!(read("<Identity Name='x'/><Other Publisher='no'/>"), None);
    }
}
