//! What the landlord sets of itself and of the Ombudsman: changed as a whole, from a day on, and
//! never over somebody else's change.

use jiff::civil::Date;
use redress_domain::calendar::Nation;
use redress_domain::vocabulary::Role;
use redress_letters::ombudsman::{self, Row};
use redress_store::Tx;
use redress_store::details::{self, Details, Ombudsman};
use redress_store::settings::{self, Landlord};

use crate::desk::changes::{Kind, Noted};
use crate::desk::surroundings::Surroundings;
use crate::desk::{Declined, Desk, Signed};
use crate::paper::Sender;
use crate::words;

/// Who sets what letters print.
pub const SETTERS: &[Role] = &[Role::Administrator, Role::ComplaintsManager];

/// Everything that the landlord has set, through the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The landlord's entry, which holds before the first of the details.
    pub entry: Landlord,
    pub details: Vec<Details>,
    pub ombudsman: Vec<Ombudsman>,
}

impl House {
    /// The landlord's facts as letters of a day print them.
    pub fn details_on(&self, day: Date) -> Details {
        let held = self.details.iter().rfind(|it| it.from <= day).cloned();
        held.unwrap_or_else(|| {
            let entry = self.entry.clone();
            Details {
                from: Date::MIN,
                name: entry.name,
                address: entry.address,
                telephone: entry.telephone,
                email: entry.email,
                web: String::new(),
                team: String::new(),
                hours: entry.hours,
                set_by: None,
                set_at: jiff::Timestamp::default(),
            }
        })
    }

    /// The Ombudsman's details, each from a day on: what the landlord set stands in place of what
    /// the program knows.
    pub fn register(&self) -> Vec<Row> {
        ombudsman::replaced(ombudsman::register(), self.ombudsman.iter().map(row))
    }

    /// A digest of all of it: a form that was drawn from something else is stale.
    pub fn version(&self) -> String {
        crate::desk::checking::digest(format!("{self:?}").as_bytes())
    }
}

fn row(it: &Ombudsman) -> (Date, Row) {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let row = Row {
        body: it.body.clone(),
        phone: it.phone.clone(),
        web: it.web.clone(),
        post: it.post.clone(),
        form: some(&it.form),
        email: some(&it.email),
        valid_from: None,
        valid_to: None,
        // Whoever set it looked at it on that day, and it holds from its own day on.
        checked_on: it.from.max(it.set_at.to_zoned(jiff::tz::TimeZone::UTC).date()),
    };
    (it.from, row)
}

impl Surroundings {
    /// The sender as letters of a day name it.
    pub fn sender_on(&self, day: Date) -> Sender {
        let held = self.house.details_on(day);
        Sender {
            name: held.name,
            address: held.address.lines().map(|line| line.trim().to_owned()).collect(),
            phone: held.telephone,
            email: held.email,
            web: held.web,
            team: held.team,
            ombudsman: self.house.register(),
        }
    }
}

impl Desk {
    /// Everything that the landlord has set.
    ///
    /// # Errors
    /// The landlord has no entry, or the records cannot be reached.
    pub async fn house(&self, scope: &redress_store::Scope) -> Result<House, Declined> {
        let (entry, details, ombudsman) = tokio::try_join!(
            settings::find_landlord(&self.db, scope),
            details::list(&self.db, scope),
            details::list_ombudsman(&self.db, scope),
        )?;
        Ok(House { entry: entry.ok_or(Declined::Missing)?, details, ombudsman })
    }

    /// Everything that is set, for somebody who may change it; none where it is no longer what they saw.
    async fn house_as_seen(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        seen: &str,
    ) -> Result<Option<House>, Declined> {
        self.may(&mut *tx, signed, ("change-settings", SETTERS)).await?;
        let entry = settings::find_landlord(&mut *tx, &signed.scope).await?;
        let house = House {
            entry: entry.ok_or(Declined::Missing)?,
            details: details::list(&mut *tx, &signed.scope).await?,
            ombudsman: details::list_ombudsman(&mut *tx, &signed.scope).await?,
        };
        Ok(Some(house).filter(|house| house.version() == seen))
    }

    /// Sets the landlord's facts from a day on, and its nation at once, unless they are no longer
    /// what the person saw. False where somebody else changed them first; nothing is written then.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn set_details(
        &self,
        signed: &Signed,
        (details, nation): (&Details, Nation),
        seen: &str,
    ) -> Result<bool, Declined> {
        let mut tx = self.db.begin().await?;
        let Some(house) = self.house_as_seen(&mut tx, signed, seen).await? else {
            return Ok(false);
        };
        let held = house.details_on(details.from);
        let (was, became) = differences(&lines(&held), &lines(details));
        let about = format!("from {}", words::day(details.from));
        if !became.is_empty() || !was.is_empty() {
            details::put(&mut tx, &signed.scope, details).await?;
            let noted =
                Noted { was, became, ..Noted::of(Some(signed), Kind::DetailsChanged, &about) };
            self.note(&mut tx, &signed.scope, noted).await?;
        }
        if house.entry.nation != nation.to_string() {
            let was = title(&house.entry.nation);
            let changed = Landlord { nation: nation.to_string(), ..house.entry };
            settings::put_landlord(&mut tx, &changed).await?;
            let became = nation.title().to_owned();
            let about = "Whose bank holidays count";
            let noted =
                Noted { was, became, ..Noted::of(Some(signed), Kind::DetailsChanged, about) };
            self.note(&mut tx, &signed.scope, noted).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Sets the Ombudsman's details from a day on, unless something was set meanwhile.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn set_ombudsman(
        &self,
        signed: &Signed,
        set: &Ombudsman,
        seen: &str,
    ) -> Result<bool, Declined> {
        let mut tx = self.db.begin().await?;
        let Some(house) = self.house_as_seen(&mut tx, signed, seen).await? else {
            return Ok(false);
        };
        let register = house.register();
        let held = ombudsman::on(set.from, &register);
        let was = held.map(printed).unwrap_or_default();
        let became = printed(&row(set).1);
        if was != became {
            details::put_ombudsman(&mut tx, &signed.scope, set).await?;
            let about = format!("from {}", words::day(set.from));
            let noted =
                Noted { was, became, ..Noted::of(Some(signed), Kind::OmbudsmanChanged, &about) };
            self.note(&mut tx, &signed.scope, noted).await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}

/// Which of the two lists of details something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Landlord,
    Ombudsman,
}

impl Desk {
    /// Takes back details whose day has not come, so that those before them go on. False where
    /// somebody else changed the settings first, or their day has come.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn withdraw_details(
        &self,
        signed: &Signed,
        (whose, from): (Whose, Date),
        seen: &str,
    ) -> Result<bool, Declined> {
        let mut tx = self.db.begin().await?;
        let Some(house) = self.house_as_seen(&mut tx, signed, seen).await? else {
            return Ok(false);
        };
        let days = (from, self.today());
        let (was, withdrawn, kind) = match whose {
            Whose::Landlord => (
                house.details.iter().find(|it| it.from == from).map(|it| lines(it).join("\n")),
                details::withdraw(&mut tx, &signed.scope, days).await?,
                Kind::DetailsChanged,
            ),
            Whose::Ombudsman => (
                house.ombudsman.iter().find(|it| it.from == from).map(|it| printed(&row(it).1)),
                details::withdraw_ombudsman(&mut tx, &signed.scope, days).await?,
                Kind::OmbudsmanChanged,
            ),
        };
        if !withdrawn {
            return Ok(false);
        }
        let about = format!("from {}, taken back", words::day(from));
        let was = was.unwrap_or_default();
        self.note(&mut tx, &signed.scope, Noted { was, ..Noted::of(Some(signed), kind, &about) })
            .await?;
        tx.commit().await?;
        Ok(true)
    }
}

fn printed(row: &Row) -> String {
    row.lines().join("\n")
}

fn title(nation: &str) -> String {
    let known: Option<Nation> = nation.parse().ok();
    known.map_or_else(|| nation.to_owned(), |nation| nation.title().to_owned())
}

/// The facts as the list of changes shows them, a line each.
fn lines(it: &Details) -> Vec<String> {
    let address: Vec<&str> = it.address.lines().map(str::trim).collect();
    let facts = [
        ("Name", it.name.clone()),
        ("Address", address.join(", ")),
        ("Telephone", it.telephone.clone()),
        ("E-mail", it.email.clone()),
        ("Web", it.web.clone()),
        ("Team", it.team.clone()),
        ("Hours", it.hours.clone()),
    ];
    facts.into_iter().map(|(name, value)| format!("{name}: {value}")).collect()
}

/// The lines that differ, on each side.
fn differences(was: &[String], became: &[String]) -> (String, String) {
    let differ: Vec<(&String, &String)> =
        was.iter().zip(became).filter(|(was, became)| was != became).collect();
    let side = |lines: Vec<&String>| lines.into_iter().cloned().collect::<Vec<_>>().join("\n");
    let was = side(differ.iter().map(|(was, _)| *was).collect());
    (was, side(differ.iter().map(|(_, became)| *became).collect()))
}
