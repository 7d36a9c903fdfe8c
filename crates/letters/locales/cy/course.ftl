# Hynt achos: gwyro oddi wrth y polisi, troi'n ôl, ailfeddwl, camau gweithredu, diwedd, methu danfon.

departure-notice = Rydym yn gwneud rhywbeth yn wahanol i'n polisi
    .short = Mae'r llythyr hwn yn dweud wrthych beth sy'n wahanol, pam, a beth mae'n ei olygu i chi.
departure-notice-what = Mae ein polisi'n dweud rhywbeth arall am hyn ({ $clause }). Yn eich achos chi nid ydym yn ei ddilyn. Cytunodd { $approver } i hyn ar { $day }.
    .heading = Yr hyn yr ydym yn ei wneud yn wahanol
departure-notice-why =
    .heading = Pam yr ydym yn gwneud hyn
departure-notice-effect = Mae eich cwyn yn parhau, ac nid yw eich hawliau'n newid. Os nad yw hyn yn iawn i chi, dywedwch wrthym. Gallwch { $ways }.
    .heading = Yr hyn y mae hyn yn ei olygu i chi
departure-notice-due = Mae'n rhaid i ni { $what } o hyd, erbyn { $day }.

disruption-notice = Mae rhywbeth wedi digwydd sy'n effeithio ar ein gwasanaeth
    .short = Mae'r llythyr hwn yn dweud wrthych beth sydd wedi digwydd a phryd y byddwn yn ôl.
disruption-notice-happened =
    .heading = Yr hyn sydd wedi digwydd
disruption-notice-effect =
    .heading = Yr hyn y mae hyn yn ei olygu i chi
disruption-notice-back = Ein bwriad yw gweithio fel arfer eto erbyn { $day }.
    .heading = Pryd y byddwn yn ôl
disruption-notice-kept = Rydym yn cadw eich cwyn, ac ni chollwyd dim a ddywedasoch wrthym.

refer-back = Hoffem edrych eto ar eich cwyn yng ngham 1 yn gyntaf
    .short = Credwn fod ffordd gyflymach o unioni hyn. Eich dewis chi ydyw.
refer-back-proposal = Gofynasoch i ni ar { $asked } am gam 2. Hoffai'r sawl a'ch atebodd yng ngham 1 edrych arni unwaith eto. Cytunasoch i hyn ar { $agreed }.
    .heading = Yr hyn y cytunwyd arno
refer-back-choice = Nid oes rhaid i chi wneud hyn. Gallwch barhau â cham 2 unrhyw bryd, ac ni fydd neb yn gofyn pam.
    .heading = Eich dewis chi ydyw
refer-back-writing = Y llythyr hwn yw ein cytundeb ysgrifenedig. Onid dyma'r hyn y cytunasoch iddo? Dywedwch wrthym. Gallwch { $ways }.
    .heading = Gwiriwch hyn
refer-back-result = Byddwch yn clywed beth a ddaeth ohono erbyn { $day }.
    .heading = Pryd y byddwch yn clywed gennym
refer-back-stage-2 = Nid yw cam 2 yn aros am hyn. Mae'n rhaid i ni eich ateb yng ngham 2 o hyd erbyn { $day }.

reconsideration-result = Rydym wedi ailfeddwl am ein hateb
    .short = Mae'r llythyr hwn yn dweud wrthych beth sydd wedi newid yn ein hateb cam 1.
reconsideration-result-changed =
    .heading = Yr hyn sydd wedi newid
reconsideration-result-remedy = Mae popeth arall yn ein hateb yn sefyll, a byddwn yn gwneud yr hyn a addawsom ynddo.
    .heading = Yr hyn sy'n aros
reconsideration-result-escalation = Gallwch ofyn i ni edrych eto ar eich cwyn yng ngham 2. Nid oes rhaid i chi ddweud pam. Gallwch { $ways }.
    .heading = Os nad ydych yn fodlon ar hyn
reconsideration-result-until = Mae'r amser ar gyfer gofyn yn dechrau eto o heddiw. Gofynnwch erbyn { $day }.
reconsideration-result-no-end = Nid oes diwrnod olaf ar gyfer hyn.

action-update = Sut y mae pethau gyda'r hyn a addawsom i chi
    .short = Mae'r llythyr hwn yn ymwneud ag un peth yr addawsom ei wneud.
action-update-action = Addawsom hyn i chi:
    .heading = Yr hyn a addawsom
action-update-done = Rydym wedi gwneud hyn. Fe'i gwnaed ar { $day }.
    .heading = Mae wedi'i wneud
action-update-not-done = A ydych yn meddwl nad yw wedi'i wneud, neu nad yw wedi'i wneud yn dda? Dywedwch wrthym. Gallwch { $ways }.
action-update-so-far =
    .heading = Yr hyn yr ydym wedi'i wneud hyd yn hyn
action-update-moved = Dywedasom y byddai hyn wedi'i wneud erbyn { $old }. Ni allwn gadw at y diwrnod hwnnw, ac mae'n ddrwg gennym. Bydd yn awr wedi'i wneud erbyn { $new }.
    .heading = Y dyddiad newydd
action-update-by = Bydd wedi'i wneud erbyn { $day }, fel y dywedasom wrthych.
    .heading = Pryd y bydd wedi'i wneud

pre-closure-contact = Cyn i ni gau eich cwyn
    .short = Credwn ein bod wedi gwneud yr hyn a addawsom. Dywedwch wrthym os oes rhywbeth ar ôl.
pre-closure-contact-actions = Dyma'r hyn a addawsom i chi, a'r hyn yr ydym wedi'i wneud:
    .heading = Yr hyn a addawsom
pre-closure-contact-done = wedi'i wneud ar { $day }
pre-closure-contact-open = heb ei wneud eto
pre-closure-contact-left = A oes rhywbeth heb ei wneud, neu heb ei wneud yn dda? Dywedwch wrthym cyn i ni gau eich cwyn. Gallwch { $ways }.
    .heading = A oes rhywbeth ar ôl?
pre-closure-contact-window = Gallwch ofyn i ni am gam 2 tan { $day }.
    .heading = Gallwch fynd ymlaen o hyd
pre-closure-contact-open-ended = Gallwch ofyn i ni am gam 2 o hyd. Nid oes diwrnod olaf ar gyfer hyn.
    .heading = Gallwch fynd ymlaen o hyd
pre-closure-contact-last = Rydym wedi rhoi ein hateb olaf i chi. Gallwch fynd at yr Ombwdsmon Tai.
    .heading = Gallwch fynd ymlaen o hyd

reopened = Rydym wedi agor eich cwyn eto
    .short = Mae eich cwyn ar agor eto. Mae'r llythyr hwn yn dweud wrthych pam a beth sy'n dod nesaf.
reopened-why =
    .heading = Pam yr agorasom hi eto
reopened-state = Mae eich cwyn yng ngham { $stage } o'n proses gwyno. { $handler } sy'n delio â hi.
    .heading = Sut y mae pethau
reopened-state-nobody = Mae eich cwyn yng ngham { $stage } o'n proses gwyno.
    .heading = Sut y mae pethau
reopened-answer = Byddwn yn eich ateb erbyn { $day }.
    .heading = Pryd y byddwn yn eich ateb
reopened-actions = Rydym wedi eich ateb o'r blaen. Mae'n rhaid gwneud o hyd yr hyn a addawsom yn yr ateb hwnnw.
    .heading = Yr hyn sydd gennym i'w wneud o hyd

delivery-problem = Ni chyrhaeddodd ein llythyr ar { $day } chi
    .short = Ysgrifenasom atoch ar { $day }, a daeth ein llythyr yn ôl.
delivery-problem-letter = Anfonasom lythyr atoch, "{ $title }". Ni chyrhaeddodd chi { $way }.
    .heading = Pa lythyr ydoedd
delivery-problem-get = Gallwch gael y llythyr eto. Gallwch { $ways }.
    .heading = Sut i'w gael
delivery-problem-check = Dywedwch wrthym a ddylem ysgrifennu atoch mewn ffordd arall neu i le arall.
    .heading = Gwiriwch sut yr ydym yn cysylltu â chi

portal-code = Eich cod newydd
    .short = Gofynasoch i ni am ffordd i agor eich cwyn ar-lein.
portal-code-code = Ewch i { $at } a theipiwch y cod hwn gyda'ch cyfeirnod. I chi yn unig y mae.
    .heading = Eich cod
portal-code-link = Agorwch y ddolen hon o fewn awr. Mae'n gweithio unwaith, ac i chi yn unig y mae.
    .heading = Eich dolen
portal-code-link-code = Yna bydd y dudalen yn gofyn am y cod hwn:
portal-code-not-you = Oni wnaethoch ofyn am hyn? Yna nid oes angen i chi wneud dim. Nid oes neb wedi gweld eich cwyn. Gallwch { $ways }.
    .heading = Os nad chi oedd hyn
