# Money: what is offered, accepted, lapsed and paid, the panel and the insurers.

offer-acceptance-form = The form with which you can accept our offer
    .short = We offer you { $sum }. You can accept it with the form in this letter.
offer-form-how-paid = We will pay it { $paid }. Would you like it paid in another way? Please tell us.
    .heading = How we will pay you
offer-form-accept = Please fill in these lines, sign them and send them back to us.
    .heading = Your form
offer-form-line-offer = I accept the offer of { $sum } from { $landlord }, reference { $reference }.
offer-form-line-name = Name: ................................................
offer-form-line-account = Account name, sort code and number: ................................
offer-form-line-signed = Signed: ................................ Date: ................
offer-form-rights = You keep all your rights if you take the money. You can still ask us to look at your complaint again. You can still go to the Housing Ombudsman. Everything else that we promised still stands.
    .heading = Taking the money takes nothing from you
offer-form-last-date = Please send the form back by { $day }. If you need more time, tell us and we will talk about it.
    .heading = When to send it back
offer-form-no-last-date = There is no last day for this. You can accept when you are ready.
    .heading = When to send it back

offer-reminder = Our offer is still open to you
    .short = We offered you { $sum } and have not had your form yet. You can still accept it.

offer-lapsed = The time to accept our offer is over
    .short = Our offer of { $sum } has come to its end. You can ask us for it again.
offer-lapsed-lapsed = We offered you { $sum } on { $offered }. We did not get the form back in time, so the offer has come to its end. We do not take this as a no from you.
    .heading = What has happened to our offer
offer-lapsed-stands = Our answer to your complaint stays as it is. We will still do everything else that we promised. You have all the rights that you had before.
    .heading = What does not change
offer-lapsed-again = Do you still want the money? Please ask us and we will look at it again. You can { $ways }.
    .heading = You can ask again

payment-made = We have paid you
    .short = We have paid you { $sum }. This letter tells you what it is for.
payment-made-offer = We paid you { $sum } in all.
    .heading = What we have paid
payment-made-how = We paid it { $paid } on { $day }. Has it not reached you? Please tell us and we will find out why.
    .heading = How we paid you
payment-made-set-off = You owed us { $debt }. { $by } decided that we take this off the { $total } that we offered you.
payment-made-for = What it is for
payment-made-amount = Amount

panel-receipt = Our panel will look at the sum again
    .short = You told us that the sum is not right. Our panel will look at it again.
panel-receipt-amount = We offered you { $sum } on { $day }. You can still take it.
    .heading = What we offered you
panel-receipt-next = Nobody on the panel has worked on your complaint. They look at what happened and tell us which sum they think is right. Then we decide, and we write to you.
    .heading = What happens next
panel-receipt-meanwhile = Nothing in your complaint waits for the panel, and all your dates stay as they are. The panel is no further stage.
    .heading = Our dates do not move

panel-result = What our panel thinks of the sum
    .short = Our panel has looked at the sum again. We now offer you { $sum }.
panel-result-amount = We first offered you { $sum }.
    .heading = What we offered you
panel-result-recommends = The panel thinks that { $sum } is right. These are its reasons.
    .heading = What the panel says
panel-result-followed = We do what the panel says. We now offer you { $sum }.
    .heading = What we have decided
panel-result-not-followed = We have not followed the panel. We offer you { $sum }. This is why.
    .heading = What we have decided
panel-result-remedy = Would you like to take this sum? Please tell us. You can { $ways }. You keep all your rights if you take it.
    .heading = What you can do

insurer-referral = We have passed a claim to our insurers
    .short = Our insurers will look at your claim. We go on with the rest of your complaint.
insurer-referral-moved = You told us about damage or an injury. Claims like this are for our insurers, so we passed it to them. This is what we passed on:
    .heading = What we have passed on
insurer-referral-value = You put the loss at { $sum }.
insurer-referral-where = They deal with your claim from here: { $contact }. You can speak to them yourself, and that may be quicker.
    .heading = Who has your claim now
insurer-referral-where-us = We gave it to our insurers for you. Ring us on { $phone } and we will put you through to them.
    .heading = Who has your claim now
insurer-referral-kept = We still look into this, and we will answer you as we promised:
    .heading = What we go on with
insurer-referral-kept-by = Our answer is due by { $day }.

insurer-pack = A claim for you to look at
    .short = One of our residents has told us of a loss. Please take the claim on.
insurer-pack-happened = This is what we were told:
    .heading = The claim
insurer-pack-value = The loss is put at { $sum }.
insurer-pack-index = We hold this and can send it to you:
    .heading = What we hold
insurer-pack-person = Please write to { $name } yourselves within your own time limits, and tell us when you have. Our complaint goes on beside the claim.
    .heading = What we ask of you
confidential = Please keep this to yourself. Use it for this one thing, and show it only to those who need it for that.
    .heading = This is confidential
