# On the way: how things stand, what we need to ask, what changed.

progress-update = How things stand with your complaint
progress-update-opening = This letter tells you what we have done and what comes next.
progress-update-late = Our answer is late, and you will have it by { $day }.
progress-update-by = You will have our answer by { $day }.
what-happens-next =
    .heading = What happens next

clarification-request = We need to ask you about your complaint
    .short = We want to be sure that we understand you. Please answer by { $day } if you can. We go on with our work in the meantime.
clarification-points =
    .heading = What we have understood so far
clarification-reply = Please let us know by { $day }. You can { $ways }. If you cannot, we will look into what we have.
    .heading = How to answer

clock-runs-on = Our own dates stay as they are.
    .heading = Our dates do not move
clock-runs-on-due = We still have to { $what } by { $day }.

definition-changed = What your complaint is about has changed
    .short = We have changed our note of what your complaint is about. We will still answer you by { $day }.
definition-changed-points =
    .heading = What your complaint is about now: the complaint definition
definition-changed-what =
    .heading = What has changed
definition-changed-check = Please tell us if this is not right. You can { $ways }.

contact-note = What we talked about
    .short = Thank you for talking to us on { $day }. This is our note of it.
contact-note-told =
    .heading = What you told us
contact-note-agreed =
    .heading = What we agreed

handler-change = Somebody new is dealing with your complaint
    .short = { $name } is now dealing with your complaint.
handler-change-who = From today { $name } ({ $role }) is the person to ask about your complaint.
    .heading = Who is dealing with it now
