# Behaviour and adjustments.

adjustment-confirmed = What we do differently for you
    .short = This letter says what we agreed to do so that it is easier for you to deal with us.
adjustment-confirmed-agreed = This is what we do for you from now on:
    .heading = What we agreed
adjustment-confirmed-none = You told us that you need nothing different from us.
    .heading = What we agreed
adjustment-confirmed-review = We will look at this again with you by { $day }, to see whether it still helps.
    .heading = When we look at it again
adjustment-confirmed-no-review = We keep to this until you tell us that it should change.
    .heading = When we look at it again
adjustment-confirmed-again = Is this not right, or do you need something more? Please tell us at any time. You can { $ways }.
    .heading = You can ask again

behaviour-warning = Please change how you deal with our staff
    .short = We want to go on helping you. We ask you to change one thing.
behaviour-warning-happened =
    .heading = What has happened
behaviour-warning-ask = Please treat our staff with respect, as they must treat you. If something made this hard for you, please tell us. We will see what we can do about it.
    .heading = What we ask of you
behaviour-warning-follow = If it happens again, we may limit how you can reach us. We would look at your needs first, and we would write to you before anything changes.
    .heading = What could follow
case-goes-on = We go on with your complaint. You can add to it, ask for stage 2 and go to the Housing Ombudsman, as everybody can.
    .heading = Your complaint goes on

restriction-notice = We are limiting how you can reach us
    .short = From today there is a limit on how you can reach us. Your complaint goes on.
restriction-notice-restriction =
    .heading = What changes from today
restriction-notice-evidence =
    .heading = Why we do this
restriction-notice-considered =
    .heading = What we thought about first
restriction-notice-open = You can always reach us { $channel }. That way is open for your complaint and for everything else.
    .heading = How you can still reach us
restriction-notice-review = We will look at this again by { $day }. We will ask what you think of it.
    .heading = When we look at it again
restriction-notice-challenge = { $approver } decided this. You can ask us to look at the decision again. Tell us why you think it is wrong, if you like. You can { $ways }.
    .heading = You can challenge this

restriction-review = We have looked again at the limit on how you can reach us
    .short = This letter tells you what we have decided.
restriction-review-lifted = The limit has ended today. You can reach us like everybody else.
    .heading = The limit has ended
restriction-review-kept = The limit stays for now. It says this:
    .heading = The limit stays
restriction-review-outcome =
    .heading = What we thought about
