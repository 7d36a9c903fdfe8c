# Turning away a complaint or a request for stage 2, with rights.

not-accepted = We cannot take on your complaint
not-accepted-part = We cannot take on part of your complaint
not-accepted-short = We have decided not to look into your complaint. This letter tells you why and how to challenge it.
not-accepted-short-part = We have decided not to look into part of your complaint. This letter tells you why and how to challenge it.
not-accepted-decision = We have decided that we will not look into this:
    .heading = What we have decided
escalation-declined = We cannot take your complaint to stage 2
escalation-declined-part = We cannot take part of your complaint to stage 2
escalation-declined-short = We have decided not to look at your complaint again. This letter tells you why and how to challenge it.
escalation-declined-short-part = We have decided not to look at part of your complaint again. This letter tells you why and how to challenge it.
escalation-declined-decision = We have decided that we will not look at this again:
    .heading = What we have decided
refusal-decided-by = { $name } decided this, for your complaint alone.
refusal-ground = Our complaints policy ({ $clause }) says this. { $says }
    .heading = What our policy says
refusal-reasons =
    .heading = Why this applies to you
refusal-considered =
    .heading = What else we thought about
refusal-kept = We are looking into the rest of your complaint:
    .heading = What we will go on with
refusal-kept-by = We will answer that by { $day }.
refusal-where-now =
    .heading = Who can deal with it
