# Yr hyn sydd o amgylch pob llythyr, a'r hyn a ddywed llawer o lythyrau.

our-reference = Ein cyfeirnod: { $reference }
your-reference = Eich cyfeirnod: { $reference }
greeting = Annwyl { $name }
signed = Yn gywir
footer-page = tudalen
footer-of = o
code-attached = yn y llythyr sydd ynghlwm

contact =
    .heading = Sut i gysylltu â ni
line-phone = Ffôn: { $way }
line-email = E-bost: { $way }
line-website = Gwefan: { $way }
line-form = Ffurflen ar-lein: { $way }
line-post = Post: { $way }

formats = Gallwn roi'r llythyr hwn i chi mewn print mawr, mewn braille, ar ffurf sain, mewn geiriau hawdd neu mewn iaith arall. Ffoniwch ni ar { $phone } a byddwn yn ei anfon atoch.
    .heading = Os oes arnoch angen y llythyr hwn ar ffurf arall

follow = Ewch i { $at }. Teipiwch y cyfeirnod { $reference } a'r cod isod. Cadwch y cod i chi eich hun: mae'n agor eich cwyn.
    .heading = Gallwch ddilyn eich cwyn ar-lein

late-admission =
    .heading = Roeddem yn hwyr
late-today = Dylem fod wedi { $duty } erbyn { $due }. Rydym yn ysgrifennu ar { $done }, { $late } yn hwyr. Mae'n ddrwg gennym ein bod wedi eich cadw i aros.
late-done = Dylem fod wedi { $duty } erbyn { $due }. Gwnaethom hynny ar { $done }, { $late } yn hwyr. Mae'n ddrwg gennym ein bod wedi eich cadw i aros.
late-open = Dylem fod wedi { $duty } erbyn { $due }. Nid ydym wedi gwneud hynny eto, ac mae { $late } yn hwyr. Mae'n ddrwg gennym ein bod yn eich cadw i aros.
duty-acknowledgement = rhoi gwybod i chi fod eich cwyn gennym
duty-first-contact = cysylltu â chi
duty-response = eich ateb
duty-update = rhoi gwybod i chi sut yr oedd pethau

updates-agreed = Fel y cytunwyd, byddwn yn { $way } { $interval } nes y cewch ein hateb.
    .heading = Sut y byddwn yn rhoi gwybod i chi am y datblygiadau
updates-proposed = Ein bwriad yw { $way } { $interval } nes y cewch ein hateb. Dywedwch wrthym os yw ffordd arall neu amser arall yn eich siwtio'n well.
    .heading = Sut y byddwn yn rhoi gwybod i chi am y datblygiadau
updates-next = Byddwch yn clywed gennym nesaf erbyn { $day }.

done-so-far =
    .heading = Yr hyn yr ydym wedi'i wneud hyd yn hyn
dated-item = { $day }: { $what }
answer-by = Byddwn yn eich ateb erbyn { $day }.
    .heading = Pryd y byddwn yn eich ateb
reach-them = Dyma sut i gysylltu â hwy: { $contact }
numbered-point = Pwynt { $number }: { $text }
needs =
    .heading = Yr hyn a fyddai'n eich helpu

housing-ombudsman-advice = Gallwch ofyn i'r Ombwdsmon Tai am help unrhyw bryd. Mae'r gwasanaeth am ddim ac nid yw'n cymryd ochr.
    .heading = Gall yr Ombwdsmon Tai eich helpu
housing-ombudsman-date = Os nad ydych yn cytuno â'r dyddiad newydd, gallwch ddweud wrth yr Ombwdsmon Tai nawr. Mae'r gwasanaeth am ddim ac nid yw'n cymryd ochr.
    .heading = Gallwch herio'r dyddiad newydd
housing-ombudsman-limit = Os nad ydych yn cytuno â'n penderfyniad, gallwch fynd ag ef at yr Ombwdsmon Tai nawr. Mae'r gwasanaeth am ddim ac nid yw'n cymryd ochr.
    .heading = Gallwch fynd â hyn at yr Ombwdsmon Tai
housing-ombudsman-decision = Os nad ydych yn cytuno â'n penderfyniad, gallwch fynd ag ef at yr Ombwdsmon Tai nawr. Gall yr Ombwdsmon ddweud wrthym am dderbyn eich cwyn. Mae'r gwasanaeth am ddim ac nid yw'n cymryd ochr.
    .heading = Gallwch herio'r penderfyniad hwn
housing-ombudsman-refer = Os nad ydych yn fodlon ar yr ateb hwn, gallwch fynd at yr Ombwdsmon Tai. Mae'r gwasanaeth am ddim ac nid yw'n cymryd ochr. Gallwch fynd heddiw. Nid oes arnoch angen ein cytundeb ni, ac nid oes rhaid i neb siarad drosoch. Ewch at yr Ombwdsmon erbyn { $day }.
    .heading = Gallwch fynd â hyn at yr Ombwdsmon Tai
