# Where a case turns or ends: a late request taken on, a withdrawal, a closure.

late-escalation-decision = We are taking your complaint to stage 2
    .short = We will look at your complaint again at stage 2. It does not matter that you asked after the last day.
late-escalation-asked = You asked us on { $asked } to look again. The last day for asking was { $last }.
    .heading = We have taken your request on
late-escalation-why =
    .heading = Why we took it on
late-escalation-next = Somebody who had no part in our first answer will look at your complaint.
    .heading = What happens next
late-escalation-by = We will write to you about what we look at and when we answer by { $day }.

withdrawal-confirmed = You have taken back your complaint
    .short = We have stopped our work on your complaint, as you asked. You can come back to it.
withdrawal-asked = You told us { $channel } on { $day } that you wanted to take your complaint back. Is this not what you wanted? Please tell us and we will go on with it.
    .heading = What you asked us to do

closure = We have closed your complaint
closure-short = We have closed your complaint. You can still come back to us.
closure-short-done = We have closed your complaint. We have done what we promised.
closure-short-open = We have closed your complaint. We will still do what we promised.
closure-why =
    .heading = Why we have closed it
closure-answered = We answered you on { $day }.
closure-content-on = You told us on { $day } that you were content with our answer.
closure-content = You were content with our answer.
closure-window-passed = The time for asking us to look again has passed.
closure-last-answer = That was our last answer.
closure-taken-back = You took your complaint back.
closure-no-more = We have no more work to do on it.
closure-kept = We will tell you when each of these is done.

come-back =
    .heading = You can come back to us
come-back-ways = You can { $ways }.
come-back-by = Please ask by { $day }.
come-back-withdrawn = You can bring the complaint back, or make a new one.
come-back-stage-2 = You can still ask us to look at your complaint again at stage 2.
come-back-promise = Please tell us if we do not keep a promise, or if it happens again.
