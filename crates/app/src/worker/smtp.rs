//! Speaking to the landlord's mail server, one step at a time, so that it is always known how far
//! a message got.

use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

/// How the way to the mail server is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// The connection begins in clear and is made secret before anything is said.
    StartTls,
    /// The connection is secret from its first byte.
    Wrapped,
    /// In clear: only for a mail server on the same machine.
    None,
}

/// The mail server, as the settings name it.
#[derive(Clone)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub secrecy: Secrecy,
    /// Name and password, where the server wants them.
    pub credentials: Option<(String, String)>,
    /// Certificates of the house's own authority, as PEM.
    pub authority: Option<Vec<u8>>,
    /// How long one step may take.
    pub patience: Duration,
}

/// A message on its way to the server.
pub struct Message {
    /// Where a failure is told; nowhere for what a machine writes.
    pub return_path: Option<Address>,
    pub to: Address,
    pub bytes: Vec<u8>,
}

/// What the server said in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It took the message over.
    Taken(String),
    /// Not now: nothing was handed over.
    Later(String),
    /// Never: nothing was handed over, or it was thrown back.
    Refused(String),
    /// The message was handed over and no answer came.
    Unknown(String),
}

/// Hands a message over.
pub async fn hand_over(server: &Server, message: &Message) -> Told {
    let mut connection = match within(server, open(server)).await {
        Ok(connection) => connection,
        Err(told) => return told,
    };
    let begun = within(server, begin(&mut connection, message)).await;
    if let Err(told) = begun {
        let _ = tokio::time::timeout(server.patience, connection.abort()).await;
        return told;
    }
    // From here on the server may have the message although nobody hears of it.
    let handed = tokio::time::timeout(server.patience, connection.message(&message.bytes)).await;
    let told = match handed {
        Ok(Ok(response)) => Told::Taken(response.message().collect::<Vec<_>>().join(" ")),
        Ok(Err(error)) if error.is_permanent() => Told::Refused(said(&error)),
        Ok(Err(error)) if error.is_transient() => Told::Later(said(&error)),
        Ok(Err(error)) => Told::Unknown(said(&error)),
        Err(_) => Told::Unknown("no answer in time".to_owned()),
    };
    let _ = tokio::time::timeout(server.patience, connection.quit()).await;
    told
}

/// A step before anything is handed over: whatever goes wrong, nothing has left.
async fn within<T>(
    server: &Server,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, Told> {
    match tokio::time::timeout(server.patience, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) if error.is_permanent() => Err(Told::Refused(said(&error))),
        Ok(Err(error)) => Err(Told::Later(said(&error))),
        Err(_) => Err(Told::Later("no answer in time".to_owned())),
    }
}

async fn open(server: &Server) -> Result<AsyncSmtpConnection, Error> {
    let hello = ClientId::Domain("redress".to_owned());
    let wrapped = match server.secrecy {
        Secrecy::Wrapped => Some(tls(server)?),
        Secrecy::StartTls | Secrecy::None => None,
    };
    let place = (server.host.as_str(), server.port);
    let mut connection =
        AsyncSmtpConnection::connect_tokio1(place, Some(server.patience), &hello, wrapped, None)
            .await?;
    if server.secrecy == Secrecy::StartTls {
        connection.starttls(tls(server)?, &hello).await?;
    }
    if let Some((name, password)) = &server.credentials {
        let credentials = Credentials::new(name.clone(), password.clone());
        match connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await {
            Ok(_) => {}
            Err(error) => {
                connection.abort().await;
                return Err(error);
            }
        }
    }
    Ok(connection)
}

async fn begin(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Error> {
    connection.command(Mail::new(message.return_path.clone(), Vec::new())).await?;
    connection.command(Rcpt::new(message.to.clone(), Vec::new())).await?;
    connection.command(Data).await?;
    Ok(())
}

fn tls(server: &Server) -> Result<TlsParameters, Error> {
    let builder: TlsParametersBuilder = TlsParameters::builder(server.host.clone());
    match &server.authority {
        Some(pem) => builder
            .certificate_store(CertificateStore::None)
            .add_root_certificate(Certificate::from_pem(pem)?)
            .build_rustls(),
        None => builder.build_rustls(),
    }
}

/// What the server said, shortened, on one line. It may quote the address: never in a log.
fn said(error: &Error) -> String {
    let mut whole = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        whole.push_str(": ");
        whole.push_str(&inner.to_string());
        source = inner.source();
    }
    let line: String = whole.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.chars().take(300).collect()
}
