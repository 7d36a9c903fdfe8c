//! One tree of tags over a whole batch: each piece brings its own, set apart by number and name, so
//! that whoever hears the batch hears every letter of it in order (PDF/UA-1).

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

/// The tags of a piece, ready to be joined to those of the whole.
pub(super) struct Tags {
    /// Its elements under the root.
    tops: Vec<ObjectId>,
    /// Numbers of its pages with what stands on them, in pairs.
    numbers: Vec<Object>,
    /// Names of its elements, in pairs.
    names: Vec<Object>,
    roles: Dictionary,
    /// The first number that the next piece may use.
    next: i64,
    lang: Option<Object>,
}

/// The first number of a page that is free in a document.
pub(super) fn next_number(document: &Document) -> Result<i64, lopdf::Error> {
    root(document)?.1.get(b"ParentTreeNextKey").and_then(Object::as_i64)
}

/// Takes the tags out of a piece. Its pages are numbered from `first` on, and the names of its
/// elements begin with `prefix`.
pub(super) fn of(piece: &mut Document, (first, prefix): (i64, &str)) -> Result<Tags, lopdf::Error> {
    for object in piece.objects.values_mut() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        for key in [b"StructParents".as_slice(), b"StructParent"] {
            if let Ok(number) = dictionary.get(key).and_then(Object::as_i64) {
                dictionary.set(key.to_vec(), Object::Integer(number + first));
            }
        }
        if dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|it| it == b"StructElem") {
            rename(dictionary, prefix);
        }
    }
    let (id, root) = root(piece)?;
    let root = root.clone();
    let tops = root.get(b"K")?.as_array()?;
    let tops: Vec<ObjectId> = tops.iter().filter_map(|it| it.as_reference().ok()).collect();
    let numbers = pairs(piece, &root, (b"ParentTree", b"Nums"));
    let mut shifted = Vec::new();
    for pair in numbers.chunks(2) {
        if let [number, of] = pair {
            shifted.push(Object::Integer(number.as_i64()? + first));
            shifted.push(of.clone());
        }
    }
    let mut names = pairs(piece, &root, (b"IDTree", b"Names"));
    for name in names.iter_mut().step_by(2) {
        named(name, prefix);
    }
    let tags = Tags {
        tops,
        numbers: shifted,
        names,
        roles: root.get(b"RoleMap").and_then(Object::as_dict).cloned().unwrap_or_default(),
        next: first + root.get(b"ParentTreeNextKey")?.as_i64()?,
        lang: piece.catalog()?.get(b"Lang").ok().cloned(),
    };
    piece.objects.remove(&id);
    Ok(tags)
}

/// Joins the tags of a piece, whose objects are there already, to those of the whole.
pub(super) fn join(whole: &mut Document, tags: Tags) -> Result<(), lopdf::Error> {
    let id = root(whole)?.0;
    for top in &tags.tops {
        let element = whole.get_object_mut(*top)?.as_dict_mut()?;
        element.set("P", Object::Reference(id));
        if let (false, Some(lang)) = (element.has(b"Lang"), &tags.lang) {
            element.set("Lang", lang.clone());
        }
    }
    let root = whole.get_object_mut(id)?.as_dict_mut()?;
    root.get_mut(b"K")?.as_array_mut()?.extend(tags.tops.into_iter().map(Object::Reference));
    let numbers = root.get_mut(b"ParentTree")?.as_dict_mut()?.get_mut(b"Nums")?.as_array_mut()?;
    numbers.extend(tags.numbers);
    root.set("ParentTreeNextKey", Object::Integer(tags.next));
    if !tags.names.is_empty() {
        if !root.has(b"IDTree") {
            let mut names = Dictionary::new();
            names.set("Names", Object::Array(Vec::new()));
            root.set("IDTree", Object::Dictionary(names));
        }
        let names = root.get_mut(b"IDTree")?.as_dict_mut()?.get_mut(b"Names")?.as_array_mut()?;
        names.extend(tags.names);
    }
    if !root.has(b"RoleMap") {
        root.set("RoleMap", Object::Dictionary(Dictionary::new()));
    }
    let roles = root.get_mut(b"RoleMap")?.as_dict_mut()?;
    for (role, means) in &tags.roles {
        if !roles.has(role) {
            roles.set(role.clone(), means.clone());
        }
    }
    Ok(())
}

fn root(document: &Document) -> Result<(ObjectId, &Dictionary), lopdf::Error> {
    let id = document.catalog()?.get(b"StructTreeRoot")?.as_reference()?;
    Ok((id, document.get_dictionary(id)?))
}

/// The pairs of a tree whose leaves stand in one array; none where there is no such tree.
fn pairs(document: &Document, root: &Dictionary, (tree, leaves): (&[u8], &[u8])) -> Vec<Object> {
    let Ok(tree) = root.get(tree) else { return Vec::new() };
    let tree = match tree {
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        other => other.as_dict().ok(),
    };
    let found = tree.and_then(|tree| tree.get(leaves).and_then(Object::as_array).ok());
    found.cloned().unwrap_or_default()
}

/// The name of an element, and the names of the headers that its cells point to.
fn rename(element: &mut Dictionary, prefix: &str) {
    if let Ok(id) = element.get_mut(b"ID") {
        named(id, prefix);
    }
    let Ok(Object::Array(attributes)) = element.get_mut(b"A") else { return };
    for attribute in attributes {
        let Ok(attribute) = attribute.as_dict_mut() else { continue };
        if let Ok(Object::Array(headers)) = attribute.get_mut(b"Headers") {
            headers.iter_mut().for_each(|header| named(header, prefix));
        }
    }
}

fn named(name: &mut Object, prefix: &str) {
    if let Object::String(bytes, _) = name {
        let whole = [prefix.as_bytes(), bytes].concat();
        *name = Object::String(whole, StringFormat::Literal);
    }
}
