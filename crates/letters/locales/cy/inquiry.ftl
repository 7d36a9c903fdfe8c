# Canfod: yr hyn a ofynnir gan gontractwyr, timau, y person, a phobl a feirniedir.

evidence-request = Mae arnom angen rhywbeth gennych
    .short = Mae arnom angen rhai papurau neu luniau gennych, os ydynt gennych.
evidence-request-need =
    .heading = Yr hyn sydd ei angen arnom
evidence-request-cannot = Onid yw gennych, neu a yw'n anodd i chi ei gael? Dywedwch wrthym. Byddwn yn mynd wrth yr hyn sydd gennym, ac ni fyddwn yn dal hynny yn eich erbyn.
    .heading = Os na allwch ei anfon
evidence-request-reply = Anfonwch ef erbyn { $day } os gallwch. Gallwch { $ways }.
    .heading = Pryd y mae arnom ei angen

meeting-invitation = Hoffem gwrdd â chi
    .short = Hoffem gwrdd â chi ar { $day }.
meeting-invitation-when = Byddwn yn cwrdd ar { $day } am { $time }, yn { $place }. Os nad yw hyn yn gyfleus i chi, dywedwch wrthym. Gallwch { $ways }.
    .heading = Pryd a ble
meeting-invitation-who = Byddwch yn cwrdd â { $people }.
    .heading = Pwy fydd yno
meeting-invitation-bring = Gallwch ddod â rhywun gyda chi, neu eu cael i siarad drosoch. Nid oes rhaid i chi ofyn i ni yn gyntaf.
    .heading = Gallwch ddod â rhywun
meeting-invitation-needs = A oes rhywbeth a fyddai'n ei gwneud yn haws i chi? Dywedwch wrthym cyn y diwrnod.
    .heading = Yr hyn a fyddai'n eich helpu

information-request = Mae arnom angen rhywbeth gennych ar gyfer cwyn
    .short = Dywedwch wrthym yr hyn a wyddoch. Mae'r llythyr hwn yn dweud beth sydd ei angen arnom, ac erbyn pryd.
information-request-need =
    .heading = Yr hyn sydd ei angen arnom
information-request-reply = Atebwch erbyn { $day }. Mae'n rhaid i ni ateb y preswylydd mewn pryd, ac mae arnom angen eich rhan chi ar gyfer hynny. Anfonwch hi at { $ways }.
    .heading = Pryd y mae arnom ei angen
information-request-reply-open = Atebwch cyn gynted ag y gallwch. Mae'n rhaid i ni ateb y preswylydd mewn pryd. Anfonwch hi at { $ways }.
    .heading = Pryd y mae arnom ei angen

information-request-chaser = Nid ydym wedi cael eich ateb
    .short = Roedd disgwyl eich ateb erbyn { $day }. Anfonwch ef heddiw.
information-request-chaser-reply = Gofynasom i chi ar { $asked }, ac roedd disgwyl eich ateb erbyn { $day }. Mae'n rhaid i ni ateb y preswylydd mewn pryd o hyd. Os na chlywn gennych, byddwn yn ateb heb eich rhan chi ac yn dweud hynny. Anfonwch hi at { $ways }.
    .heading = Mae eich ateb yn hwyr

comment-invitation = Dywedwch eich ochr chi wrthym
    .short = Mae cwyn yn beirniadu rhywbeth a wnaethoch. Hoffem glywed gennych yn gyntaf.
comment-invitation-allegation = Dyma'r hyn a ddywedir amdanoch:
    .heading = Yr hyn a ddywedir
comment-invitation-draft = Nid oes dim wedi'i benderfynu. Rydym am wybod sut y gwelsoch chi bethau cyn i ni benderfynu.
    .heading = Ble yr ydym arni
comment-invitation-reply = Ysgrifennwch atom erbyn { $day }. Gallwch gael rhywun i'ch helpu. Anfonwch ef at { $ways }.
    .heading = Pryd y mae arnom ei angen
comment-invitation-reply-open = Ysgrifennwch atom cyn i ni ateb y gŵyn. Gallwch gael rhywun i'ch helpu. Anfonwch ef at { $ways }.
    .heading = Pryd y mae arnom ei angen

confidential = Cadwch hyn i chi eich hun. Defnyddiwch ef at yr un peth hwn, a dangoswch ef dim ond i'r rhai y mae arnynt ei angen ar gyfer hynny.
    .heading = Mae hyn yn gyfrinachol
