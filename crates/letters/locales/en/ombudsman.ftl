# To the Ombudsman, and to the person about what it ordered.

ombudsman-evidence-reply = The papers that you asked us for
    .short = These are the papers that you asked us for, with what we do not hold.
ombudsman-reference = Your reference is { $theirs }. Ours is { $ours }.
    .heading = The case
ombudsman-evidence-items = This answers each thing that you asked for:
    .heading = What you asked for
ombudsman-evidence-held = held and sent with this letter
ombudsman-evidence-not-held = We do not hold these, and this is why:
    .heading = What we do not hold
ombudsman-evidence-index = These files go with this letter:
    .heading = The files

ombudsman-time-request = We ask you for more time
    .short = We cannot send you the papers by { $old }. We ask for time until { $new }.
ombudsman-time-why =
    .heading = Why we need more time
ombudsman-time-new = You asked for the papers by { $old }. We ask you to agree to { $new }. Until you do, your own date stands.
    .heading = The date that we ask for

order-compliance = We have done what you ordered
    .short = This letter tells you what we have done, and shows the proof.
order-compliance-order = You ordered or recommended this:
    .heading = The order
order-compliance-done = We did this on { $day }.
order-compliance-due = It was due by { $day }.
order-compliance-proof =
    .heading = The proof

order-to-person = We have done what the Housing Ombudsman ordered
    .short = The Housing Ombudsman told us to put something right. We have done it.
order-to-person-actions = The Ombudsman told us to do this:
    .heading = What we have done
order-to-person-done = We did this on { $day }.
order-to-person-offer = This includes { $sum } for you.
    .heading = Money for you
order-to-person-apology = We are sorry that it took the Ombudsman to put this right. We should have done it ourselves.
    .heading = We are sorry
