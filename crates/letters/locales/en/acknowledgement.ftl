# The acknowledgement of each stage: what we understood, whose it is, when we answer.

acknowledgement-stage-1 = We have your complaint and this is what happens next
acknowledgement-stage-2 = We have your request for stage 2 and this is what happens next
accepted-by-direction = We are now taking on your complaint
acknowledgement-have-complaint = We have your complaint.
acknowledgement-have-request = We have your request for stage 2.
acknowledgement-taking-on = We are taking on your complaint.
acknowledgement-dealing = { $name } is dealing with it.

acknowledgement-told = You told us about this { $channel } on { $day }. This is stage 1 of our complaints process.
    .heading = When you told us
acknowledgement-asked = You asked us { $channel } on { $day } to look at your complaint again. This is stage 2 of our complaints process. Somebody who had no part in our first answer will look at it.
    .heading = When you asked us

direction = The Housing Ombudsman told us on { $day } to look at your complaint.
    .heading = The Housing Ombudsman told us to do this
direction-sorry = We are sorry that we turned your complaint away on { $day }. We should have taken it on.
direction-sorry-no-day = We are sorry that we did not take your complaint on. We should have.

acknowledgement-definition = This is what we understand your complaint to be.
    .heading = What your complaint is about: the complaint definition
outcomes =
    .heading = What you want to happen
outcome-feasible = { $what } We can do this if we uphold the point.
outcome-not-feasible = { $what } We cannot do this. { $why }
outcome-to-be-decided = { $what } Our answer will tell you whether we can do this.
outcome-not-named = We asked you on { $day } what you would like to happen. You have not told us yet. You can tell us at any time.

responsibility =
    .heading = Which parts are ours to answer
responsibility-ours = This is ours to answer.
responsibility-shared-with = We share this with { $other }. We will answer for our part.
responsibility-shared = We share this with somebody else. We will answer for our part.
responsibility-for = This is not ours to answer. It is for { $other }.
responsibility-not-ours = This is not ours to answer.
responsibility-unclear-until = We do not know yet whose this is. We will find out and tell you by { $day }.
responsibility-unclear = We do not know yet whose this is.

questions =
    .heading = What we need to ask you
questions-meanwhile = We go on with our work while you think about this. The date of our answer stays the same.
check-this = Have we got anything wrong or left anything out? Please tell us and we will put it right. You can { $ways }.
    .heading = Please check that this is right
acknowledgement-handler = { $name } ({ $role }) is dealing with your complaint.
    .heading = Who is dealing with your complaint
acknowledgement-contact = We will talk to you about it by { $day }.
acknowledgement-answer = We will answer you by { $day }. That is { $length }.
    .heading = When we will answer you
acknowledgement-answer-earlier = We will try to answer by { $day }. You would have had that date had we written in time.

needs-agreed = We asked you on { $day } what would help you. We agreed:
needs-known = This is what we do for you:
needs-nothing = We asked you on { $day } what would help you. You told us that you need nothing different.
needs-no-answer = We asked you on { $day } what would help you. You have not answered yet. Please tell us at any time.
needs-ask = Do you need us to do anything in another way? Please tell us at any time.
needs-representative = { $name } acts for you in this.
needs-somebody = You can ask somebody to act for you. You can bring somebody to any meeting with us, or send them in your place.

points-moved =
    .heading = What somebody else is dealing with
points-moved-item = { $text } We have passed this to { $to }. You can reach them here: { $contact }
