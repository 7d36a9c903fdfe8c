# At the door: receipts, the choice to complain, representatives, groups, members, thanks, surveys.

contact-receipt = We have your message
    .short = We have what you sent us. This is not our answer yet.
contact-receipt-received = It reached us { $channel } on { $day }.
    .heading = When it reached us
contact-receipt-words =
    .heading = What you wrote
contact-receipt-next = Somebody will read it. If it is a complaint, we will write by { $day } and tell you what we have understood. This message does not stand for that letter.
    .heading = What happens next
contact-receipt-next-open = Somebody will read it and be in touch with you.
    .heading = What happens next
how-to-complain = You do not have to use the word complaint, and you do not need a form. You can { $ways }.
    .heading = How to complain
how-to-complain-within = Please tell us while it is fresh, and if you can within { $length } of the day it happened. We look at older things too if there is a good reason.

choice-offer = Would you like to make a complaint?
    .short = You told us that you were not happy. You can make a complaint if you want to.
choice-offer-heard = This is what we heard from you on { $day }:
    .heading = What we heard
choice-offer-choice = It is your choice. If you complain, we look into what happened and write to you with our answer. If you do not, we still do what we can to put it right. You can also decide later.
    .heading = It is your choice

service-request-receipt = We have your request
    .short = We have your request and are dealing with it.
service-request-received = You asked us { $channel } on { $day } to put this right:
    .heading = What you asked for
service-request-next = The team that does this work has it now. We treat it as a { $name }, and you do not have to complain to get it done.
    .heading = What happens next
service-request-contact = We will be in touch with you by { $day }.
    .heading = When you will hear from us
service-request-choice = Are you unhappy with how we deal with it? Then you can complain at any time, and the work goes on all the same. You can { $ways }.
    .heading = You can also complain

authority-request = May { $who } speak for you?
    .short = { $who } has written to us for you. We need to hear from you that this is right.
authority-request-wrote = { $who } wrote to us on { $day } about this:
    .heading = Who has written to us
authority-request-need = Please tell us that { $who } may speak for you, in a letter, in an e-mail or on the phone. You can { $ways }.
    .heading = What we need from you
authority-request-meanwhile = Your complaint does not wait for this. We will look into it, and we write to you until we know.
    .heading = What happens meanwhile
authority-request-due = We still have to { $what } by { $day }.

authority-request-representative = Thank you for writing to us for { $person }
    .short = We have your message. We need to hear from { $person } before we can tell you more.
authority-request-representative-wrote = You wrote to us on { $day }:
    .heading = What you told us
authority-request-representative-need = Please ask { $person } to tell us that you may speak for them. A letter, an e-mail or a call will do. If you hold a power of attorney, please send us a copy.
    .heading = What we need
authority-request-representative-meanwhile = Nothing waits for this. We look into what you told us, and we write to { $person } about it.
    .heading = What happens meanwhile

petition-lead-request = Who should we write to for your group?
    .short = We have your petition. Please tell us who we should write to.
petition-lead-received = It reached us { $channel } on { $day }.
    .heading = When it reached us
petition-lead-who = Please choose one person who speaks for all of you, and tell us the name. You can { $ways }.
    .heading = Who speaks for you
petition-lead-meanwhile = We start work now and do not wait for the name. Until we have it, we write to everybody we know.
    .heading = What happens meanwhile

petition-new-contact = Somebody new speaks for your group
    .short = From today we write to { $lead } about your group's complaint.
petition-new-who = { $lead } now speaks for the group. We have told the person who did so before.
    .heading = Who speaks for you
petition-new-state = The complaint is at stage { $stage } of our complaints process.
    .heading = How things stand
petition-new-answer = We will answer it by { $day }.

other-route = Somebody else deals with part of what you told us
    .short = We have passed part of what you told us to those who can deal with it.
other-route-moved = We have passed this on:
    .heading = What we have passed on
other-route-where = You can reach them yourself:
    .heading = Who deals with it now
other-route-kept = We still look into this, and we will answer you as we promised:
    .heading = What we go on with

member-reply = Our answer to your enquiry
    .short = Thank you for writing to us. This is our answer.
member-reply-question = You wrote to us on { $day }:
    .heading = What you asked
member-reply-answer =
    .heading = Our answer
member-reply-consent-held = We hold the permission of the person you wrote for, so we can speak with you about their case.
    .heading = Their permission
member-reply-consent-none = We do not hold the permission of the person you wrote for. So this letter says nothing about them or their home. Please ask them to write to us.
    .heading = Their permission
member-reply-next = Do you have more to ask? You can { $ways }. Anybody who is not happy with us can complain, and they do not need you or us to agree.
    .heading = What happens next

compliment-thanks = Thank you for what you told us
    .short = Thank you for taking the time to tell us.
compliment-thanks-thanks = You told us on { $day } what you think of our work. It helps us to know.
    .heading = Thank you
compliment-thanks-use = We pass your words to those who did the work, and we keep them with what others tell us. That is how we learn what works.
    .heading = What we do with it

compliment-to-staff = Somebody has praised your work
    .short = Thank you for your good work. This is what we were told.
compliment-to-staff-praise = This is what they said:
    .heading = The praise
compliment-to-staff-from = It comes from { $giver }, who is happy for you to know.
compliment-to-staff-nobody = They did not ask us to give you their name.

survey-invitation = How did we deal with your complaint?
    .short = We would like to know how we did. It takes a few minutes.
survey-invitation-survey = We want to know two things. How did we deal with your complaint, and are you happy with what came of it? You can { $ways }.
    .heading = What we would like to know
survey-invitation-opt-out = You do not have to answer. If you would like no more letters like this one, please tell us.
    .heading = It is up to you
