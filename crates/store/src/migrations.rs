//! The schema, step by step. Shared steps run on both databases; where they must differ, a second
//! text of the same number follows. A step that was released is never changed, only added to.

use crate::db::{Db, Pools};
use crate::{Error, dialect};

struct Step {
    version: i64,
    shared: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        version: 1,
        shared: include_str!("../migrations/0001_record.sql"),
        sqlite: include_str!("../migrations/sqlite/0001_record.sql"),
        postgres: include_str!("../migrations/postgres/0001_record.sql"),
    },
    Step {
        version: 2,
        shared: include_str!("../migrations/0002_lists.sql"),
        sqlite: include_str!("../migrations/sqlite/0002_lists.sql"),
        postgres: include_str!("../migrations/postgres/0002_lists.sql"),
    },
    Step {
        version: 3,
        shared: include_str!("../migrations/0003_house.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 4,
        shared: include_str!("../migrations/0004_drafts.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 5,
        shared: include_str!("../migrations/0005_date_moves.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 6,
        shared: include_str!("../migrations/0006_clearance.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 7,
        shared: include_str!("../migrations/0007_policies.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 8,
        shared: include_str!("../migrations/0008_post.sql"),
        sqlite: "",
        postgres: include_str!("../migrations/postgres/0008_post.sql"),
    },
    Step {
        version: 9,
        shared: include_str!("../migrations/0009_portal.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 10,
        shared: include_str!("../migrations/0010_details.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 11,
        shared: include_str!("../migrations/0011_registers.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 12,
        shared: include_str!("../migrations/0012_mail.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 13,
        shared: include_str!("../migrations/0013_mail_out.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 14,
        shared: include_str!("../migrations/0014_revision.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 15,
        shared: include_str!("../migrations/0015_in_view.sql"),
        sqlite: "",
        postgres: "",
    },
    Step {
        version: 16,
        shared: include_str!("../migrations/0016_exceptional_event.sql"),
        sqlite: "",
        postgres: "",
    },
];

/// The newest schema this program knows.
pub(crate) fn newest() -> i64 {
    STEPS.iter().map(|step| step.version).max().unwrap_or_default()
}

/// Brings the database to the newest schema.
pub(crate) async fn migrate(db: &Db) -> Result<(), Error> {
    migrate_to(db, newest()).await
}

/// Brings the database to a schema, each step in a transaction of its own.
pub(crate) async fn migrate_to(db: &Db, version: i64) -> Result<(), Error> {
    if dialect::schema(db).await? == version {
        return Ok(());
    }
    for step in STEPS.iter().filter(|step| step.version <= version) {
        let mut tx = db.begin().await?;
        dialect::alone(&mut tx).await?;
        let found = dialect::schema_in(&mut tx).await?;
        if newest() < found {
            return Err(Error::NewerSchema { found, known: newest() });
        }
        if found < step.version {
            let own = match &db.pools {
                Pools::Sqlite { .. } => step.sqlite,
                Pools::Postgres(_) => step.postgres,
            };
            tx.script(step.shared).await?;
            tx.script(own).await?;
            let noted = "INSERT INTO schema_version (version) VALUES ($1)";
            tx.run(noted, &[step.version.into()]).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
