# Moving the day of an answer.

extension = We need more time to answer your complaint
extension-further = We need more time again to answer your complaint
extension-short = We will answer your complaint by { $day }. That is later than we told you, and we are sorry.
extension-date = We told you that we would answer by { $old }. We are not able to do that. We will now answer you by { $new }.
    .heading = The new date of our answer
extension-date-late = We told you that we would answer by { $old }. We missed that day, and we are sorry. We should have told you before it passed. We will now answer you by { $new }.
    .heading = The new date of our answer
extension-reason =
    .heading = Why we need more time
extension-good-reason =
    .heading = Why we need longer than our policy sets
extension-approved = { $name } has agreed to this.
extension-agreed = We asked you about the new date on { $day }. You agreed to it.
    .heading = What you told us about the new date
extension-not-agreed = We asked you about the new date on { $day }. You did not agree to it. You can challenge it, and the end of this letter tells you how.
    .heading = What you told us about the new date
extension-not-reached = We tried to ask you about the new date on { $day }. We could not reach you. Please tell us what you think of it.
    .heading = What you told us about the new date
extension-sorry = We are sorry that you have to wait longer for our answer.
