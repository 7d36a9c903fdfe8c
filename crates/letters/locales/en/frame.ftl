# What surrounds every letter, and what many letters say.

our-reference = Our reference: { $reference }
your-reference = Your reference: { $reference }
greeting = Dear { $name }
signed = Yours sincerely
footer-page = page
footer-of = of
code-attached = in the letter attached

contact =
    .heading = How to reach us
line-phone = Phone: { $way }
line-email = E-mail: { $way }
line-website = Website: { $way }
line-form = Online form: { $way }
line-post = Post: { $way }

formats = We can give you this letter in large print, in braille, as sound, in easy words or in another language. Ring us on { $phone } and we will send it.
    .heading = If you need this letter in another form

follow = Go to { $at }. Type in the reference { $reference } and the code below. Keep the code to yourself: it opens your complaint.
    .heading = You can follow your complaint online

late-admission =
    .heading = We were late
late-today = We should have { $duty } by { $due }. We are writing on { $done }, { $late } late. We are sorry that we kept you waiting.
late-done = We should have { $duty } by { $due }. We did so on { $done }, { $late } late. We are sorry that we kept you waiting.
late-open = We should have { $duty } by { $due }. We have not done it yet, and it is { $late } late. We are sorry that we keep you waiting.
duty-acknowledgement = told you that we had your complaint
duty-first-contact = been in touch with you
duty-response = answered you
duty-update = told you how things stood

updates-agreed = As we agreed, we will { $way } { $interval } until you have our answer.
    .heading = How we will keep you up to date
updates-proposed = We plan to { $way } { $interval } until you have our answer. Please tell us if another way or another time suits you better.
    .heading = How we will keep you up to date
updates-next = The next time will be by { $day }.

done-so-far =
    .heading = What we have done so far
dated-item = { $day }: { $what }
answer-by = We will answer you by { $day }.
    .heading = When we will answer you
reach-them = You can reach them here: { $contact }
numbered-point = Point { $number }: { $text }
needs =
    .heading = What would help you

housing-ombudsman-advice = You can ask the Housing Ombudsman for help at any time. It is free to use and does not take sides.
    .heading = The Housing Ombudsman can help you
housing-ombudsman-date = If you do not agree with the new date, you can tell the Housing Ombudsman now. It is free to use and does not take sides.
    .heading = You can challenge the new date
housing-ombudsman-limit = If you do not agree with our decision, you can take it to the Housing Ombudsman now. It is free to use and does not take sides.
    .heading = You can take this to the Housing Ombudsman
housing-ombudsman-decision = If you do not agree with our decision, you can take it to the Housing Ombudsman now. The Ombudsman can tell us to take your complaint on. It is free to use and does not take sides.
    .heading = You can challenge this decision
housing-ombudsman-refer = If you are not happy with this answer, you can go to the Housing Ombudsman. It is free to use and does not take sides. You can go today. You do not need us to agree, and nobody has to speak for you. Please go to the Ombudsman by { $day }.
    .heading = You can take this to the Housing Ombudsman
