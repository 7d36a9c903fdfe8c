//! Listening: our own accept loop with limits on time and number, and the headers every answer
//! carries. A slow or hostile client costs a timer, never the service.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::web::amiss;
use crate::web::page::Page;
use crate::web::route;
use crate::web::routes;
use crate::web::state::App;

/// The most connections at once.
const CONNECTIONS: usize = 512;
/// How long a client may take to send its headers.
const HEADERS: Duration = Duration::from_secs(10);
/// How long one request may take in all.
const REQUEST: Duration = Duration::from_secs(30);
/// The longest address we read.
const ADDRESS: usize = 8 * 1024;

/// The whole program as a router: for serving, and for tests without a network.
pub fn router(app: &App) -> Router {
    let layers = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), amiss::framed))
        .layer(from_fn(always))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST));
    route::router(routes::table(), app)
        .merge(crate::web::assets::routes())
        .fallback(|| async { Page::missing() })
        .method_not_allowed_fallback(|| async { Page::plain(StatusCode::METHOD_NOT_ALLOWED) })
        .layer(DefaultBodyLimit::max(110 * 1024 * 1024))
        .layer(layers)
        .with_state(app.clone())
}

/// What holds for every request and every answer.
async fn always(request: Request, next: Next) -> Response {
    let mut response = if ADDRESS < request.uri().path().len() {
        Page::plain(StatusCode::URI_TOO_LONG).into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    response
}

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'; script-src 'none'";

const ALWAYS: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Serves until `stop` comes, then finishes what is under way.
///
/// # Errors
/// The address cannot be listened on.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let router = router(&app);
    let seats = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = hyper_util::server::graceful::GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let seat = Arc::clone(&seats).acquire_owned().await.context("no seats left")?;
        let (stream, from) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let service = TowerToHyperService::new(with_address(router.clone(), from));
        let mut http = hyper::server::conn::http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_headers(100);
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            let _ = connection.await;
            drop(seat);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(Duration::from_secs(25), graceful.shutdown()).await;
    Ok(())
}

/// Lets pages know where a request came from, for throttling.
fn with_address(
    router: Router,
    from: SocketAddr,
) -> impl tower::Service<
    hyper::Request<hyper::body::Incoming>,
    Response = Response,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone {
    ServiceBuilder::new()
        .map_request(move |request: hyper::Request<hyper::body::Incoming>| {
            let mut request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(ConnectInfo(from));
            request
        })
        .service(router)
}
