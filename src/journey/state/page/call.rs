//! The table that gives each page a place of seven bits, for the call code.
//!
//! Codes are read out by people whose program is older or newer than ours. So a place is never given to another page: a
//! new page comes at the end, and one that goes keeps its row. A test holds it against `tests/call_pages.txt`.

/// The number of the page at each place. The first one is no page: a scan.
#[rustfmt::skip]
pub const CALL_PAGES: &[&str] = &[
    "000", "100", "110", "120", "130", "131", "140", "200", "210", "211", "300", "301", "302", "303", "304", "305",
    "306", "307", "308", "310", "311", "312", "313", "314", "315", "316", "317", "318", "319", "320", "321", "322",
    "323", "330", "331", "332", "333", "340", "341", "350", "351", "352", "360", "361", "370", "371", "380", "381",
    "382", "390", "391", "400", "410", "420", "421", "430", "440", "450", "451", "452", "500", "501", "502", "510",
    "511", "600", "610", "620", "630", "631", "632", "633", "640", "650", "651", "700", "701", "702", "710", "711",
    "712", "720", "800", "810", "820", "830", "840", "900", "910", "911", "912", "913", "920", "921", "930", "940", "950",
    "503", "901",
];

/// The place of the page with this number. None: it has none.
pub fn call_place(number: &str) -> Option<u8> {
    CALL_PAGES.iter().position(|page| *page == number).and_then(|place| u8::try_from(place).ok())
}

/// The number of the page at a place. None: it is a page of a newer program.
pub fn call_page(place: u8) -> Option<&'static str> {
    CALL_PAGES.get(usize::from(place)).copied()
}
