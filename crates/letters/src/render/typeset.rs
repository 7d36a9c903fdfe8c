//! The typesetter's world: one fixed page, six shipped typefaces, one letter as data.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::letter::Error;

/// The typefaces, in the order in which they are tried. They come from their packages at build time.
const TYPEFACES: [&[u8]; 6] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/text-regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/text-bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/arabic-regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/arabic-bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/wide-regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/wide-bold.ttf")),
];

/// The licences under which the typefaces travel in the program.
pub const TYPEFACE_LICENCES: [(&str, &str); 3] = [
    ("Atkinson Hyperlegible Next", include_str!(concat!(env!("OUT_DIR"), "/text-licence.txt"))),
    ("Vazirmatn", include_str!(concat!(env!("OUT_DIR"), "/arabic-licence.txt"))),
    ("DejaVu Sans", include_str!(concat!(env!("OUT_DIR"), "/wide-licence.txt"))),
];

/// What every letter shares; made once.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    page: Source,
    data: FileId,
}

fn workshop() -> Result<&'static Workshop, Error> {
    static SHARED: OnceLock<Option<Workshop>> = OnceLock::new();
    SHARED
        .get_or_init(open_workshop)
        .as_ref()
        .ok_or_else(|| Error::Typesetting("the page of the letters could not be opened".to_owned()))
}

fn open_workshop() -> Option<Workshop> {
    let fonts: Vec<Font> =
        TYPEFACES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    let named = |name: &str| {
        let path = VirtualPath::new(name).ok()?;
        Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
    };
    Some(Workshop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        page: Source::new(named("letter.typ")?, include_str!("letter.typ").to_owned()),
        data: named("letter.json")?,
    })
}

/// The first character that no shipped typeface has, if there is one. Signs that are never drawn
/// (spaces, joiners, direction marks) need none.
pub fn first_missing(text: &str) -> Result<Option<char>, Error> {
    let shop = workshop()?;
    Ok(text.chars().find(|c| {
        !undrawn(*c) && !shop.fonts.iter().any(|font| font.info().coverage.contains(u32::from(*c)))
    }))
}

fn undrawn(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

struct LetterWorld {
    shop: &'static Workshop,
    data: Bytes,
}

impl World for LetterWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shop.page.id() {
            Ok(self.shop.page.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    // INVARIANT: the page never asks what day it is; a letter's day is one of its facts.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The stack of the typesetter, which calls itself deeply: more than a request's thread has.
const STACK: usize = 16 * 1024 * 1024;

/// Sets the letter's data on the fixed page and writes it as PDF/UA-1, on a thread of its own.
pub fn set(data: Vec<u8>, identity: String) -> Result<Vec<u8>, Error> {
    let broken = || Error::Typesetting("the typesetter stopped half-way".to_owned());
    let thread = std::thread::Builder::new().name("typesetter".to_owned()).stack_size(STACK);
    let set = thread.spawn(move || set_here(data, identity)).map_err(|_| broken())?;
    set.join().unwrap_or_else(|_| Err(broken()))
}

fn set_here(data: Vec<u8>, identity: String) -> Result<Vec<u8>, Error> {
    let world = LetterWorld { shop: workshop()?, data: Bytes::new(data) };
    let document =
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| told(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|why| Error::Typesetting(why.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Redress".to_owned())),
        timestamp: None,
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors));
    // The typesetter remembers what it laid out; a letter's words shall not stay in memory.
    typst::comemo::evict(1);
    bytes
}

/// What the typesetter said, without the words of the letter.
fn told(errors: &[SourceDiagnostic]) -> Error {
    let said: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
    Error::Typesetting(said.join("; "))
}
