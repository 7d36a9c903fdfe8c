
# What is wrong, answers that say no, and what to expect of these pages.

## What is wrong
error-heading = There is a problem
banner-done = Done
text-nul = This holds a character that we cannot keep. Paste the words again as plain text
text-too-long = This is too long for one box. Shorten it, or send the long text as a file
file-broken = { $name } did not arrive whole. Choose it again
file-too-large = { $name } is larger than 25 MB. Choose a smaller file, or ask us for another way
file-empty = { $name } is empty. Choose another file
file-other-kind = { $name } is not a kind of file we can take. Send a photo, PDF, Word file, sound or film
file-no-picture = { $name } is not a picture, although its name says so. Choose another file
holiday-new-year = New Year's Day
holiday-2-january = 2 January
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-early-may = early May bank holiday
holiday-spring = spring bank holiday
holiday-summer = summer bank holiday
holiday-christmas = Christmas Day
holiday-boxing-day = Boxing Day
holiday-instead = in place of { $holiday }

## Answers that say no
amiss-way = Go to the start page
amiss-number = If it happens again, tell us this number: { $number }.
amiss-missing-title = Page not found
amiss-missing = If you typed the address, check that it is right. If you followed a link, what it led to may have moved.
amiss-broken-title = We could not read that
amiss-broken = The form or the address arrived broken. Go back and try again.
amiss-form-title = We did not take that form
amiss-form = The page it came from was too old, or the form was sent before. Nothing was recorded this time. Go back, load the page again and send it once more.
amiss-large-title = That was too large
amiss-large = That was more than we can take at once. Send fewer or smaller files, or a shorter text. Nothing was recorded.
amiss-busy-title = Please try again
amiss-busy = Somebody else was saving at the same moment. Nothing was recorded.
amiss-not-saved-title = Not saved, as far as we know
amiss-not-saved = We cannot say whether it was recorded. Go back and send the same form again: it is not recorded twice.
amiss-other-title = That did not work
amiss-other = Go back and try again.
amiss-fault-title = Sorry, there is a fault
amiss-fault = Something went wrong on our side. What you sent may not be recorded: open the page again and look.

## What to expect of these pages
accessibility-title = Accessibility
accessibility-lead = We want as many people as possible to be able to use these pages. They are made to meet the Web Content Accessibility Guidelines 2.2, level AA.
accessibility-works = What works
accessibility-keyboard = everything by keyboard alone, and with a screen reader
accessibility-phone = the same pages on a phone, at 400% zoom and on paper
accessibility-script = nothing moves, nothing has to be dragged, and nothing shows only when you point at it
accessibility-colours = colour is never the only sign, and your own colours are used where your device sets them
accessibility-kept = what you typed is kept when something in a form is wrong, or when you were away too long
accessibility-not = What does not work well
accessibility-old = older browsers show every follow-up question at once: answers that do not apply are left out
accessibility-warn = no page can warn you before it closes: each page says when that will be
accessibility-english = our policy is in English only, and so is anything that staff write to you: ask us for it in your language
accessibility-tell = Tell us
accessibility-tell-us = If something does not work for you, or you need it in another form, tell us.
accessibility-unhappy = If you are not happy with our answer, this service can help:
privacy-title = Privacy
privacy-lead = { $landlord } keeps here what is needed to deal with complaints. Nothing is sold or used for advertising.
privacy-lead-bare = Your landlord keeps here what is needed to deal with complaints. Nothing is sold or used for advertising.
privacy-kept = What is kept
privacy-kept-said = what was said, by whom and when, and what was done about it
privacy-kept-reach = how to reach you, and what you need from us to be treated fairly
privacy-kept-letters = letters as they were sent, and the files that came with a complaint
privacy-kept-looks = who on our staff opened your complaint, and when
privacy-erased = What happened cannot be changed afterwards. Personal words can be erased where the law or our own limits say so, and the record still shows that something was there.
privacy-sees = Who sees it
privacy-sees-who = Staff who deal with your complaint. Anybody it is about does not see it. Your name stands in no page address, no page title and no log.
privacy-cookies = Cookies
privacy-cookies-which = One cookie, set when you open or begin a complaint, or when staff sign in. It holds a random number and is gone when you leave. Another remembers the language, if you chose one. No other website is asked for anything.
privacy-rights = Your rights
privacy-rights-which = You may ask what we hold about you, and have mistakes put right.
privacy-unhappy = If you are not happy with what we do with it, tell:
