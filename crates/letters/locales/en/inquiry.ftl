# Finding out: what is asked of contractors, teams, the person, and people who are criticised.

evidence-request = We need something from you
    .short = We need some papers or pictures from you, if you have them.
evidence-request-need =
    .heading = What we need
evidence-request-cannot = Do you not have it, or is it hard for you to get? Please tell us. We will go by what we have, and we do not hold it against you.
    .heading = If you cannot send it
evidence-request-reply = Please send it by { $day } if you can. You can { $ways }.
    .heading = When we need it

meeting-invitation = We would like to meet you
    .short = We would like to meet you on { $day }.
meeting-invitation-when = We will meet on { $day } at { $time }, at { $place }. If this does not suit you, please tell us. You can { $ways }.
    .heading = When and where
meeting-invitation-who = You will meet { $people }.
    .heading = Who will be there
meeting-invitation-bring = You can bring somebody with you, or have them speak for you. You do not have to ask us first.
    .heading = You can bring somebody
meeting-invitation-needs = Is there something that would make it easier for you? Please tell us before the day.
    .heading = What would help you

information-request = We need something from you for a complaint
    .short = Please tell us what you know. This letter says what we need, and by when.
information-request-need =
    .heading = What we need
information-request-reply = Please reply by { $day }. We have to answer the resident on time, and we need your part for it. Send it to { $ways }.
    .heading = When we need it
information-request-reply-open = Please reply as early as you can. We have to answer the resident on time. Send it to { $ways }.
    .heading = When we need it

information-request-chaser = We have not had your reply
    .short = Your reply was due on { $day }. Please send it today.
information-request-chaser-reply = We asked you on { $asked }, and your reply was due on { $day }. We still have to answer the resident on time. If we do not hear from you, we answer without your part and say so. Send it to { $ways }.
    .heading = Your reply is late

comment-invitation = Please tell us your side
    .short = A complaint criticises something that you did. We would like to hear from you first.
comment-invitation-allegation = This is what is said about you:
    .heading = What is said
comment-invitation-draft = Nothing is decided. We want to know how you saw it before we decide.
    .heading = Where we stand
comment-invitation-reply = Please write to us by { $day }. You can have somebody help you. Send it to { $ways }.
    .heading = When we need it
comment-invitation-reply-open = Please write to us before we answer the complaint. You can have somebody help you. Send it to { $ways }.
    .heading = When we need it
