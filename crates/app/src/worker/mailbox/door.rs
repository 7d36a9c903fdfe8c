//! Getting into a mailbox: always over TLS, with the server's certificate checked.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use super::{Imap, Trouble};
use crate::config::Mailbox;

/// How long getting in may take.
const OPENS_WITHIN: Duration = Duration::from_secs(60);

/// Signs in.
///
/// # Errors
/// The server cannot be reached or trusted, or the password is not taken.
pub async fn open(settings: &Mailbox) -> Result<Imap, Trouble> {
    tokio::time::timeout(OPENS_WITHIN, enter(settings)).await.unwrap_or(Err(Trouble::Slow))
}

async fn enter(settings: &Mailbox) -> Result<Imap, Trouble> {
    let reach = |why: std::io::Error| Trouble::Reach(why.to_string());
    let password = tokio::fs::read_to_string(&settings.password_file)
        .await
        .map_err(|why| Trouble::Settings(format!("the password file: {why}")))?;
    let name = ServerName::try_from(settings.server.clone())
        .map_err(|_| Trouble::Settings(format!("{:?} is no name of a server", settings.server)))?;
    let connector = TlsConnector::from(Arc::new(trusting(settings)?));
    let port = settings.port.unwrap_or(993);
    let line = TcpStream::connect((settings.server.as_str(), port)).await.map_err(reach)?;
    let line = connector.connect(name, line).await.map_err(reach)?;
    let mut imap = Imap::greeted(line).await?;
    let user = settings.user.as_deref().unwrap_or(&settings.address);
    imap.login(user, password.trim_end_matches(['\r', '\n'])).await?;
    Ok(imap)
}

/// Whom to trust: the machine's own authorities, or the one that the settings name.
fn trusting(settings: &Mailbox) -> Result<ClientConfig, Trouble> {
    let mut roots = RootCertStore::empty();
    match &settings.ca_file {
        Some(path) => {
            let wrong = |why: String| Trouble::Settings(format!("the file of certificates: {why}"));
            let read = CertificateDer::pem_file_iter(path).map_err(|why| wrong(why.to_string()))?;
            for certificate in read {
                let certificate = certificate.map_err(|why| wrong(why.to_string()))?;
                roots.add(certificate).map_err(|why| wrong(why.to_string()))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let provider = Arc::new(crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|why| Trouble::Settings(why.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
