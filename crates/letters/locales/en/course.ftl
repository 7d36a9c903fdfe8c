# The course of a case: departures, turning back, thinking again, actions, endings, failed delivery.

departure-notice = We are doing something differently from our policy
    .short = This letter tells you what is different, why, and what it means for you.
departure-notice-what = Our policy says something else on this ({ $clause }). In your case we do not follow it. { $approver } agreed to this on { $day }.
    .heading = What we are doing differently
departure-notice-why =
    .heading = Why we are doing this
departure-notice-effect = Your complaint goes on, and your rights stay as they are. If this is not right for you, please tell us. You can { $ways }.
    .heading = What this means for you
departure-notice-due = We still have to { $what } by { $day }.

disruption-notice = Something has happened that affects our service
    .short = This letter tells you what has happened and when we will be back.
disruption-notice-happened =
    .heading = What has happened
disruption-notice-effect =
    .heading = What this means for you
disruption-notice-back = We plan to work as usual again by { $day }.
    .heading = When we will be back
disruption-notice-kept = We keep your complaint, and nothing you told us is lost.

refer-back = We would like to look at your complaint again at stage 1 first
    .short = We think there is a quicker way to put this right. It is your choice.
refer-back-proposal = You asked us on { $asked } for stage 2. Whoever answered you at stage 1 would like to look at it once more. You agreed to this on { $agreed }.
    .heading = What we have agreed
refer-back-choice = You do not have to do this. You can go on with stage 2 at any time, and nobody will ask you why.
    .heading = It is your choice
refer-back-writing = This letter is our agreement in writing. Is it not what you agreed to? Please tell us. You can { $ways }.
    .heading = Please check this
refer-back-result = You will hear what has come of it by { $day }.
    .heading = When you will hear from us
refer-back-stage-2 = Stage 2 does not wait for this. We still have to answer you at stage 2 by { $day }.

reconsideration-result = We have thought again about our answer
    .short = This letter tells you what has changed in our stage 1 answer.
reconsideration-result-changed =
    .heading = What has changed
reconsideration-result-remedy = Everything else in our answer stands, and we will do what we promised in it.
    .heading = What stays
reconsideration-result-escalation = You can ask us to look at your complaint again at stage 2. You do not have to tell us why. You can { $ways }.
    .heading = If you are not happy with this
reconsideration-result-until = The time for asking starts again from today. Please ask by { $day }.
reconsideration-result-no-end = There is no last day for this.

action-update = How things stand with what we promised you
    .short = This letter is about one thing that we promised to do.
action-update-action = We promised you this:
    .heading = What we promised
action-update-done = We have done this. It was done on { $day }.
    .heading = It is done
action-update-not-done = Do you think that it is not done, or not done well? Please tell us. You can { $ways }.
action-update-so-far =
    .heading = What we have done so far
action-update-moved = We said that this would be done by { $old }. We cannot keep that day, and we are sorry. It will now be done by { $new }.
    .heading = The new date
action-update-by = It will be done by { $day }, as we told you.
    .heading = When it will be done

pre-closure-contact = Before we close your complaint
    .short = We think that we have done what we promised. Please tell us if anything is left.
pre-closure-contact-actions = This is what we promised you, and what we have done:
    .heading = What we promised
pre-closure-contact-done = done on { $day }
pre-closure-contact-open = not done yet
pre-closure-contact-left = Is anything not done, or not done well? Please tell us before we close your complaint. You can { $ways }.
    .heading = Is anything left?
pre-closure-contact-window = You can ask us for stage 2 until { $day }.
    .heading = You can still go on
pre-closure-contact-open-ended = You can still ask us for stage 2. There is no last day for this.
    .heading = You can still go on
pre-closure-contact-last = We have given you our last answer. You can go to the Housing Ombudsman.
    .heading = You can still go on

reopened = We have opened your complaint again
    .short = Your complaint is open again. This letter tells you why and what comes next.
reopened-why =
    .heading = Why we opened it again
reopened-state = Your complaint is at stage { $stage } of our complaints process. { $handler } is dealing with it.
    .heading = How things stand
reopened-state-nobody = Your complaint is at stage { $stage } of our complaints process.
    .heading = How things stand
reopened-answer = We will answer you by { $day }.
    .heading = When we will answer you
reopened-actions = We have answered you before. What we promised in that answer still has to be done.
    .heading = What we still have to do

delivery-problem = Our letter of { $day } did not reach you
    .short = We wrote to you on { $day }, and our letter came back.
delivery-problem-letter = We sent you a letter, "{ $title }". It did not reach you { $way }.
    .heading = Which letter it was
delivery-problem-get = You can have the letter again. You can { $ways }.
    .heading = How to get it
delivery-problem-check = Please tell us if we should write to you in another way or at another place.
    .heading = Please check how we reach you

portal-code = Your new code
    .short = You asked us for a way to open your complaint online.
portal-code-code = Go to { $at } and type in this code with your reference. It is for you alone.
    .heading = Your code
portal-code-link = Open this link within one hour. It works once, and it is for you alone.
    .heading = Your link
portal-code-link-code = The page then asks for this code:
portal-code-not-you = Did you not ask for this? Then you need do nothing. Nobody has seen your complaint. You can { $ways }.
    .heading = If this was not you
