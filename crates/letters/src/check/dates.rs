//! Days on paper: weekdays that fit, limits as their clocks say, lateness admitted.

use jiff::civil::Date;

use super::reading::words;
use super::{Code, Desk};
use crate::block::BlockId;
use crate::response::putting_right::mentions_sorry;
use crate::wording::{MONTHS, day, weekday};

pub(super) fn check(desk: &mut Desk<'_>) {
    weekdays(desk);
    dated(desk);
    limits(desk);
    late_admitted(desk);
    extension(desk);
}

/// A day printed in a text, with the weekday in front of it where one stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedDay {
    pub weekday: Option<String>,
    /// None where there is no such day (31 June).
    pub date: Option<Date>,
    pub as_printed: String,
}

/// Every "[weekday] day month year" in the text.
pub(super) fn printed_days(text: &str) -> Vec<PrintedDay> {
    let tokens: Vec<&str> = text
        .split_whitespace()
        .map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let mut found = Vec::new();
    for (index, window) in tokens.windows(3).enumerate() {
        let [number, month, year] = window else { continue };
        let (Ok(number), Ok(year)) = (number.parse::<i8>(), year.parse::<i16>()) else { continue };
        let Some(month_index) = MONTHS.iter().position(|name| name == month) else { continue };
        if !(1900..=2200).contains(&year) {
            continue;
        }
        let month_number = i8::try_from(month_index + 1).unwrap_or(1);
        let before = index.checked_sub(1).and_then(|before| tokens.get(before)).copied();
        let weekday = before.filter(|word| WEEKDAYS.contains(word)).map(str::to_owned);
        let as_printed = match &weekday {
            Some(name) => format!("{name} {}", window.join(" ")),
            None => window.join(" "),
        };
        let date = Date::new(year, month_number, number).ok();
        found.push(PrintedDay { weekday, date, as_printed });
    }
    found
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn weekdays(desk: &mut Desk<'_>) {
    for block in &desk.letter.blocks {
        // The person's own words stay as they are, also where they misremember a weekday.
        if block.id.quotes_the_person() {
            continue;
        }
        for printed in block.texts().flat_map(printed_days) {
            let Some(date) = printed.date else {
                let sentence = format!("There is no such day as {}.", printed.as_printed);
                desk.stop(Code::DateWrong, block.id, sentence, "Print the day that you mean.");
                continue;
            };
            let right = weekday(date.weekday());
            if printed.weekday.is_some_and(|name| name != right) {
                let sentence =
                    format!("The letter says \"{}\", but that is a {right}.", printed.as_printed);
                let instead = "Check which of the two is meant, and print the day as it is.";
                desk.stop(Code::DateWrong, block.id, sentence, instead);
            }
        }
    }
}

fn dated(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let printed = desk.text_of(BlockId::Date);
    if !printed_days(&printed).iter().any(|found| found.date == Some(letter.dated)) {
        let sentence = format!("The letter is of {}, but prints another day.", day(letter.dated));
        desk.stop(Code::DateWrong, BlockId::Date, sentence, "Compose it again.");
    }
    let Some(on) = desk.facts.leaving.as_ref().map(|leaving| leaving.on) else { return };
    if on != letter.dated {
        let sentence =
            format!("The letter is dated {} and leaves on {}.", day(letter.dated), day(on));
        let instead = "Compose it again for the day it leaves, with every limit counted anew.";
        desk.stop(Code::DateWrong, BlockId::Date, sentence, instead);
    }
}

fn limits(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    let mut blocks: Vec<BlockId> = facts.limits.iter().map(|limit| limit.block).collect();
    blocks.sort();
    blocks.dedup();
    for block in blocks {
        let right: Vec<Date> = facts
            .limits
            .iter()
            .filter(|limit| limit.block == block)
            .map(|limit| limit.day)
            .collect();
        // A missing block has a code of its own.
        if !desk.letter.holds(block) {
            continue;
        }
        let printed: Vec<Date> =
            printed_days(&desk.text_of(block)).into_iter().filter_map(|found| found.date).collect();
        for limit in &right {
            if !printed.contains(limit) {
                let sentence = format!("The clock says {}, and the letter does not.", day(*limit));
                let instead = "Compose the letter again from the case's own dates.";
                desk.stop(Code::DateWrong, block, sentence, instead);
            }
        }
        let dated = desk.letter.dated;
        for date in &printed {
            if dated < *date && !right.contains(date) {
                let sentence = format!("The letter promises {}, and no clock does.", day(*date));
                let instead = "Compose the letter again from the case's own dates.";
                desk.stop(Code::DateWrong, block, sentence, instead);
            }
        }
        let promise = right.iter().max().copied();
        if let Some(promise) = promise.filter(|promise| *promise < dated) {
            let sentence = format!("{} has already passed when the letter leaves.", day(promise));
            desk.stop(Code::DateWrong, block, sentence, "Promise a day that is still to come.");
        }
    }
    short_answer(desk);
    referral(desk);
}

/// The first lines promise no day that the body does not.
fn short_answer(desk: &mut Desk<'_>) {
    let right: Vec<Date> = desk.facts.limits.iter().map(|limit| limit.day).collect();
    let dated = desk.letter.dated;
    for printed in printed_days(&desk.text_of(BlockId::ShortAnswer)) {
        let Some(date) = printed.date.filter(|date| dated < *date) else { continue };
        if !right.is_empty() && !right.contains(&date) {
            let sentence = format!("The letter promises {}, and no clock does.", day(date));
            let instead = "Compose the letter again from the case's own dates.";
            desk.stop(Code::DateWrong, BlockId::ShortAnswer, sentence, instead);
        }
    }
}

fn referral(desk: &mut Desk<'_>) {
    let crate::ombudsman::Wording::Refer { last_day } = desk.facts.ombudsman else { return };
    let printed = printed_days(&desk.text_of(BlockId::Ombudsman));
    if !printed.is_empty() && !printed.iter().any(|found| found.date == Some(last_day)) {
        let sentence = format!("The last day for going to the Ombudsman is {}.", day(last_day));
        desk.stop(Code::DateWrong, BlockId::Ombudsman, sentence, "Compose the letter again.");
    }
}

fn late_admitted(desk: &mut Desk<'_>) {
    let id = desk.letter.id;
    let tells = id.acknowledges() || id.answers() || id == crate::letter::LetterId::ProgressUpdate;
    if !tells {
        return;
    }
    let text = desk.text_of(BlockId::LateAdmission);
    let days: Vec<Option<Date>> = printed_days(&text).into_iter().map(|found| found.date).collect();
    for missed in &desk.facts.missed {
        let told = days.contains(&Some(missed.due))
            && missed.done.is_none_or(|done| days.contains(&Some(done)))
            && words(&text).contains(&"late")
            && mentions_sorry(&text);
        if !told {
            let sentence = format!(
                "We missed {}, and the letter does not say by when, how late, and that we are sorry.",
                day(missed.due)
            );
            let instead = "Say when it was due, when it was done, how many days late, and sorry.";
            desk.stop(Code::LateNotAdmitted, BlockId::LateAdmission, sentence, instead);
        }
    }
}

fn extension(desk: &mut Desk<'_>) {
    let Some(facts) = &desk.facts.extension else { return };
    let text = desk.text_of(BlockId::NewDate);
    if facts.old_due < desk.letter.dated {
        let lower = text.to_lowercase();
        let admitted =
            (lower.contains("missed") || lower.contains("late")) && mentions_sorry(&text);
        if !admitted {
            let sentence = format!(
                "The answer was due on {}, and the letter reads as if that day were still to come.",
                day(facts.old_due)
            );
            let instead = "Say that the day was missed and that we are sorry. The breach stays.";
            desk.stop(Code::ExtensionLate, BlockId::NewDate, sentence, instead);
        }
    }
    let reason = desk.text_of(BlockId::Reason);
    let n_words = words(&reason).len();
    if n_words <= 1 {
        let instead = "Say what is not known yet, why, and what we are doing about it.";
        desk.stop(
            Code::ExtensionIncomplete,
            BlockId::Reason,
            "The letter gives no reason.",
            instead,
        );
    } else if n_words < 12 {
        let instead = "Say what is not known yet, why, and what we are doing about it.";
        desk.ask(Code::ExtensionIncomplete, BlockId::Reason, "The reason is very short.", instead);
    }
    if !desk.letter.holds(BlockId::Updates) {
        let instead = "Agree with the person how often they hear from us until the answer.";
        let sentence = "The letter does not say when they hear from us next.";
        desk.stop(Code::ExtensionIncomplete, BlockId::Updates, sentence, instead);
    }
    if desk.letter.id.extends() && facts.past_cap && !desk.letter.holds(BlockId::GoodReason) {
        let instead = "Say why more time than the policy sets is right, and who agreed to it.";
        let sentence = "The letter goes past the cap without a good reason.";
        desk.stop(Code::ExtensionIncomplete, BlockId::GoodReason, sentence, instead);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_in_running_text() {
        let found = printed_days("by Friday 4 July 2025, not 31 June 2025 or 5 apples 2025.");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].weekday.as_deref(), Some("Friday"));
        assert_eq!(found[0].date, Some(Date::constant(2025, 7, 4)));
        assert_eq!(found[1].date, None);
    }
}
