//! `redress serve`: answers pages until it is told to stop.

use std::net::SocketAddr;
use std::path::Path;

use clap::{Args, ValueEnum};
use tokio::net::TcpListener;
use tracing::level_filters::LevelFilter;

use crate::cli::place::Place;
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::config::{self, Config, LogLevel, LogStyle};
use crate::desk::Desk;
use crate::web::serve;
use crate::web::state::App;
use crate::worker;
use crate::worker::post::MailRoom;
use redress_store::settings;

/// Answer pages.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub listening: Listening,
    #[command(flatten)]
    pub place: Place,
}

/// Where pages are answered, and what is logged meanwhile.
#[derive(Clone, Debug, Args)]
pub struct Listening {
    /// Where to listen [usual: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT", env = "REDRESS_LISTEN")]
    listen: Option<String>,
    /// Where people reach the program from outside, as letters say it: https://complaints.example.org
    #[arg(long, value_name = "URL", env = "REDRESS_ADDRESS")]
    address: Option<String>,
    /// People reach the program by https, through a proxy in front of it
    #[arg(long, env = "REDRESS_HTTPS")]
    https: bool,
    /// How the log is written [usual: plain]
    #[arg(long, value_name = "STYLE", env = "REDRESS_LOG")]
    log: Option<Style>,
    /// How much is logged [usual: info]
    #[arg(long, value_name = "LEVEL", env = "REDRESS_LOG_LEVEL")]
    log_level: Option<Level>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Style {
    Plain,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Level {
    Error,
    Warn,
    Info,
    Debug,
}

/// Serves until an interrupt or a request to terminate.
///
/// # Errors
/// The settings are not in order, the records cannot be opened, the address is taken.
pub fn run(ask: &Serve, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let config = ask.place.config()?;
    let settled = ask.place.settle(&config, Path::new(config::DATA));
    ask.listening.start_log(&config);
    running::block_on(async {
        let desk = settled.open().await?;
        if settings::list_landlords(&desk.db).await?.is_empty() {
            say(streams.err, "There is no landlord here yet: run redress init.\n")?;
        }
        ask.listening.listen(&config, desk, streams, "").await?;
        Ok(Exit::Done)
    })
}

impl Listening {
    /// Answers pages over a desk; says where, and `then` what.
    ///
    /// # Errors
    /// The address cannot be listened on.
    pub async fn listen(
        &self,
        config: &Config,
        desk: Desk,
        streams: &mut Streams<'_>,
        then: &str,
    ) -> Result<(), Failure> {
        let address = self.address(config)?;
        let listener = TcpListener::bind(address).await.map_err(|why| {
            Failure::fault(format!("cannot listen on {address}: {why}"))
                .hint("choose another with --listen")
        })?;
        let bound = listener.local_addr().unwrap_or(address);
        let told_to_stop = running::told_to_stop()?;
        say(streams.out, &format!("Redress answers at http://{bound}\n{then}"))?;
        // Whoever waits for this line must not wait for more.
        let _ = streams.out.flush();
        tracing::info!(%bound, "listening");
        let outside = self.address.as_deref().or(config.address.as_deref());
        let desk = desk.reached_at(outside);
        let https = self.https || config.https.unwrap_or(false);
        let room = match &config.smtp {
            Some(smtp) => Some(MailRoom::open(smtp).map_err(Failure::usage)?),
            None => None,
        };
        let desk = if room.is_some() { desk.that_mails() } else { desk };
        let mut clockwork = tokio::task::JoinSet::new();
        clockwork.spawn(worker::keep_house(desk.clone()));
        for mailbox in &config.mailboxes {
            clockwork.spawn(worker::mailbox::watch(desk.clone(), mailbox.clone()));
        }
        if let Some(room) = room {
            let scheme = if https { "https" } else { "http" };
            let address = outside.map_or_else(|| format!("{scheme}://{bound}"), str::to_owned);
            clockwork.spawn(worker::post::keep_sending(desk.clone(), room.clone()));
            clockwork.spawn(worker::digest::keep_reminding(desk.clone(), room, address));
        }
        let served = serve::serve(App::new(desk, https), listener, told_to_stop).await;
        clockwork.abort_all();
        served.map_err(|error| Failure::fault(format!("{error:#}")))?;
        tracing::info!("stopped");
        Ok(())
    }

    fn address(&self, config: &Config) -> Result<SocketAddr, Failure> {
        let given = self.listen.as_deref().or(config.listen.as_deref()).unwrap_or(config::LISTEN);
        given.parse().map_err(|_| {
            Failure::usage(format!("{given:?} is not an address and a port"))
                .hint("write 127.0.0.1:8080 or [::1]:8080")
        })
    }

    /// Starts the log, on standard error.
    pub fn start_log(&self, config: &Config) {
        let style = match self.log {
            Some(Style::Plain) => LogStyle::Plain,
            Some(Style::Json) => LogStyle::Json,
            None => config.log.unwrap_or_default(),
        };
        let level = match self.log_level {
            Some(Level::Error) => LogLevel::Error,
            Some(Level::Warn) => LogLevel::Warn,
            Some(Level::Info) => LogLevel::Info,
            Some(Level::Debug) => LogLevel::Debug,
            None => config.log_level.unwrap_or_default(),
        };
        let filter = match level {
            LogLevel::Error => LevelFilter::ERROR,
            LogLevel::Warn => LevelFilter::WARN,
            LogLevel::Info => LevelFilter::INFO,
            LogLevel::Debug => LevelFilter::DEBUG,
        };
        let log = tracing_subscriber::fmt()
            .with_writer(std::io::stderr)
            .with_ansi(false)
            .with_max_level(filter);
        // A log that is running already goes on.
        let _ = match style {
            LogStyle::Plain => log.try_init(),
            LogStyle::Json => log.json().try_init(),
        };
    }
}
