//! How long the server takes over a page, without the network: the whole router, sign-in included.

use anyhow::{Context, anyhow};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use jiff::SignedDuration;
use redress::desk::Desk;
use redress::web::serve::router;
use redress::web::state::App;
use redress_store::accounts::{self, NewSession};
use tower::ServiceExt;

use crate::records::{longest, signed};
use crate::{Figure, spread, started};

/// How often each page is asked for.
const TIMES: usize = 200;

/// Times the pages that people open most.
pub async fn measure(desk: &Desk, cases: usize) -> anyhow::Result<Vec<Figure>> {
    let app = App::new(desk.clone(), false);
    let cookie = sign_in(desk, app.cookie_name()).await?;
    let (_, reference) = longest(desk).await?;
    let mut figures = Vec::new();
    for (name, path) in [
        ("worklist", "/complaints".to_owned()),
        ("worklist, overdue", "/complaints?view=overdue".to_owned()),
        ("my work", "/work".to_owned()),
        ("complaint page", format!("/complaints/{reference}")),
    ] {
        let mut times = Vec::new();
        let mut size = 0;
        for _ in 0..TIMES {
            let request = Request::get(&path).header("cookie", &cookie).body(Body::empty())?;
            let begin = started();
            let answer = router(&app).oneshot(request).await.map_err(|never| anyhow!("{never}"))?;
            let status = answer.status();
            let body = to_bytes(answer.into_body(), usize::MAX).await?;
            times.push(begin.elapsed());
            size = body.len();
            if !status.is_success() {
                anyhow::bail!("{path} answered {status}");
            }
        }
        figures.push(Figure {
            what: format!("{name} at {cases} cases ({} kB of HTML)", size / 1024),
            value: spread(times),
        });
    }
    Ok(figures)
}

async fn sign_in(desk: &Desk, name: &str) -> anyhow::Result<String> {
    let chloe = signed(desk, "chloe").await?;
    let token = desk.token().await.map_err(|declined| anyhow!("{declined:?}"))?;
    let session = NewSession {
        token: token.clone(),
        staff: chloe.staff.id.clone(),
        csrf: "bench".to_owned(),
        own_device: true,
        at: desk.now(),
        idle: SignedDuration::from_hours(5),
        absolute: SignedDuration::from_hours(12),
    };
    let mut tx = desk.db.begin().await?;
    accounts::open_session(&mut tx, &chloe.scope, &session).await.context("no session")?;
    tx.commit().await?;
    Ok(format!("{name}={token}"))
}
