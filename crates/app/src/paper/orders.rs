//! Letters to the Ombudsman, and to the person about what it ordered.

use redress_domain::complaint::Order;
use redress_domain::event::{Complied, MoreTime};
use redress_domain::personal::Words;
use redress_letters::block::BlockId;
use redress_letters::determination::{
    EvidenceItem, EvidenceReplyFacts, OrderFacts, TimeRequestFacts, evidence_reply,
    order_compliance, order_to_person, time_request,
};
use redress_letters::frame::Frame;
use redress_letters::letter::LetterId;
use redress_letters::ombudsman;

use crate::paper::{Made, Paper};

/// The papers that were asked for.
pub(super) fn evidence(paper: &Paper<'_>, no: u32) -> Option<Made> {
    let request = paper.before?.ombudsman.open_request()?;
    let facts = EvidenceReplyFacts {
        frame: frame(paper, LetterId::OmbudsmanEvidenceReply, no),
        their_reference: reference(paper),
        items: request
            .items
            .iter()
            .map(|item| EvidenceItem { what: item.text().to_owned(), not_held_because: None })
            .collect(),
        files: Vec::new(),
    };
    let stage = paper.after.stage();
    Some(paper.of_frame((evidence_reply(&facts), &facts.frame), stage, &[]))
}

/// More time asked for; nothing to ask once it is granted.
pub(super) fn more_time(paper: &Paper<'_>, more: &MoreTime, no: u32) -> Option<Made> {
    if more.granted {
        return None;
    }
    let request = paper.before?.ombudsman.open_request()?;
    let facts = TimeRequestFacts {
        frame: frame(paper, LetterId::OmbudsmanTimeRequest, no),
        their_reference: reference(paper),
        why: more.reason.text().to_owned(),
        old_due: request.due,
        new_due: more.to,
    };
    let stage = paper.after.stage();
    Some(paper.of_frame((time_request(&facts), &facts.frame), stage, &[]))
}

/// An order was kept: the Ombudsman is shown the proof.
pub(super) fn complied(paper: &Paper<'_>, given: &Complied, no: u32) -> Option<Made> {
    let order = found(paper, given)?;
    let frame = frame(paper, LetterId::OrderCompliance, no);
    let facts = order_facts(paper, order, given, frame);
    let stage = paper.after.stage();
    Some(paper.of_frame((order_compliance(&facts), &facts.frame), stage, &[]))
}

/// The same, told to the person in the order's terms.
pub(super) fn to_person(paper: &Paper<'_>, given: &Complied, no: u32) -> Option<Made> {
    let order = found(paper, given)?;
    let stage = paper.after.stage();
    let frame = paper.frame_as_it_stands(LetterId::OrderToPerson, stage, no);
    let facts = order_facts(paper, order, given, frame);
    Some(paper.of_frame(
        (order_to_person(&facts), &facts.frame),
        stage,
        &[(BlockId::Actions, None)],
    ))
}

fn found<'a>(paper: &Paper<'a>, given: &Complied) -> Option<&'a Order> {
    paper.after.ombudsman.orders.iter().find(|order| order.id == given.id)
}

fn order_facts(paper: &Paper<'_>, order: &Order, given: &Complied, frame: Frame) -> OrderFacts {
    OrderFacts {
        frame,
        their_reference: reference(paper),
        order: order.what.text().to_owned(),
        due: order.due,
        done_on: order.done_on.unwrap_or(paper.around.on),
        pence: order.amount,
        proof: given.proof.text().to_owned(),
    }
}

/// The Ombudsman at the address of the day.
fn frame(paper: &Paper<'_>, id: LetterId, no: u32) -> Frame {
    let register = paper.around.sender.register();
    let row = ombudsman::on(paper.around.on, &register);
    let body = row.map_or("Housing Ombudsman Service", |row| row.body.as_str());
    let mut frame = paper.frame_to(body, id, paper.after.stage(), no);
    if let Some(row) = row {
        frame.addressee.lines = row.post.split(", ").map(str::to_owned).collect();
    }
    frame
}

fn reference(paper: &Paper<'_>) -> String {
    let last = paper.after.ombudsman.contacts.last();
    last.map_or("", |(_, reference): &(_, Words)| reference.text()).to_owned()
}
