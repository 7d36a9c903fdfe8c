//! A mail server for tests: it takes messages, and at any step it can be told to say something
//! else, to keep silent or to hang up.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// The steps of a conversation, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Nothing,
    Greeting,
    Hello,
    From,
    To,
    Data,
    /// The whole message was read, and nothing is answered yet.
    Message,
    /// The message was taken and 250 is said.
    Taken,
}

impl Step {
    /// Every step at which something can be said.
    pub const ALL: [Step; 7] =
        [Step::Greeting, Step::Hello, Step::From, Step::To, Step::Data, Step::Message, Step::Taken];
}

/// What the server does at a step instead of what is usual.
#[derive(Clone, Debug)]
pub enum Instead {
    /// It says this line.
    Says(&'static str),
    /// It never says anything.
    IsSilent,
    /// It hangs up.
    HangsUp,
}

/// A message that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    pub from: String,
    pub to: String,
    pub message: String,
}

impl Taken {
    /// A header of the message, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.message.split("\r\n\r\n").next().unwrap_or_default();
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        unfolded.split("\r\n").find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    }
}

/// The server, listening on this machine only.
pub struct Sink {
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    plans: Arc<Mutex<VecDeque<(Step, Instead)>>>,
    reached: watch::Receiver<Step>,
}

impl Sink {
    /// Begins to listen.
    pub async fn open() -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let plans = Arc::new(Mutex::new(VecDeque::new()));
        let (tell, reached) = watch::channel(Step::Nothing);
        let tell = Arc::new(tell);
        let (kept, planned) = (Arc::clone(&taken), Arc::clone(&plans));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let plan = planned.lock().unwrap().pop_front();
                let (kept, tell) = (Arc::clone(&kept), Arc::clone(&tell));
                tokio::spawn(async move {
                    let _ = talk(stream, plan, kept, &tell).await;
                });
            }
        });
        Sink { port, taken, plans, reached }
    }

    /// What the next conversation without a plan does instead of the usual.
    pub fn plan(&self, at: Step, instead: Instead) {
        self.plans.lock().unwrap().push_back((at, instead));
    }

    /// Every message that was taken, the first first.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// Waits until a conversation has reached a step.
    pub async fn reaches(&self, step: Step) {
        let mut reached = self.reached.clone();
        reached.wait_for(|now| step <= *now).await.unwrap();
    }
}

async fn talk(
    stream: TcpStream,
    plan: Option<(Step, Instead)>,
    kept: Arc<Mutex<Vec<Taken>>>,
    tell: &watch::Sender<Step>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut from, mut to) = (String::new(), String::new());
    let mut step = Step::Greeting;
    let mut line = String::new();
    loop {
        if step == Step::Taken {
            // Taken over before anything is said: whoever hears nothing cannot know.
            let message = std::mem::take(&mut line);
            let of = Taken { from: from.clone(), to: to.clone(), message };
            kept.lock().unwrap().push(of);
        }
        tell.send_replace(step);
        let usual = match step {
            Step::Greeting => "220 sink ready",
            Step::Hello => "250 sink",
            Step::Data => "354 go on",
            _ => "250 so be it",
        };
        match &plan {
            Some((at, instead)) if *at == step => match instead {
                Instead::Says(words) => {
                    let words = format!("{words}\r\n");
                    stream.get_mut().write_all(words.as_bytes()).await?;
                }
                Instead::IsSilent => std::future::pending::<()>().await,
                Instead::HangsUp => return Ok(()),
            },
            // Between the message and its answer nothing is said.
            _ if step == Step::Message => {}
            _ => stream.get_mut().write_all(format!("{usual}\r\n").as_bytes()).await?,
        }
        if step == Step::Message && !matches!(&plan, Some((Step::Message, _))) {
            step = Step::Taken;
            continue;
        }
        if step == Step::Data && !matches!(&plan, Some((Step::Data, Instead::Says(_)))) {
            line = body(&mut stream).await?;
            step = Step::Message;
            continue;
        }
        let mut said = String::new();
        if stream.read_line(&mut said).await? == 0 {
            return Ok(());
        }
        let verb = said.get(..4).unwrap_or_default().to_uppercase();
        step = match verb.as_str() {
            "EHLO" | "HELO" => Step::Hello,
            "MAIL" => {
                from = within(&said);
                Step::From
            }
            "RCPT" => {
                to = within(&said);
                Step::To
            }
            "DATA" => Step::Data,
            "QUIT" => {
                stream.get_mut().write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => {
                stream.get_mut().write_all(b"502 not here\r\n").await?;
                continue_after_odd(&mut stream).await?;
                return Ok(());
            }
        };
    }
}

async fn continue_after_odd(stream: &mut BufReader<TcpStream>) -> std::io::Result<()> {
    stream.get_mut().shutdown().await
}

/// The lines up to the dot alone.
async fn body(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut whole = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(String::from_utf8_lossy(&whole).into_owned());
        }
        whole.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

/// What stands between angle brackets.
fn within(line: &str) -> String {
    let inner = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inner.map(|(inner, _)| inner.to_owned()).unwrap_or_default()
}
