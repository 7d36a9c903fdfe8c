# Ymddygiad ac addasiadau.

adjustment-confirmed = Yr hyn a wnawn yn wahanol i chi
    .short = Mae'r llythyr hwn yn dweud beth y cytunwyd ei wneud fel ei bod yn haws i chi ddelio â ni.
adjustment-confirmed-agreed = Dyma'r hyn y byddwn yn ei wneud i chi o hyn ymlaen:
    .heading = Yr hyn y cytunwyd arno
adjustment-confirmed-none = Dywedasoch wrthym nad oes arnoch angen dim gwahanol gennym.
    .heading = Yr hyn y cytunwyd arno
adjustment-confirmed-review = Byddwn yn edrych ar hyn eto gyda chi erbyn { $day }, i weld a yw'n dal i helpu.
    .heading = Pryd y byddwn yn edrych arno eto
adjustment-confirmed-no-review = Byddwn yn cadw at hyn nes y dywedwch wrthym y dylai newid.
    .heading = Pryd y byddwn yn edrych arno eto
adjustment-confirmed-again = Onid yw hyn yn iawn, neu a oes arnoch angen rhywbeth mwy? Dywedwch wrthym unrhyw bryd. Gallwch { $ways }.
    .heading = Gallwch ofyn eto

behaviour-warning = Gofynnwn i chi newid sut yr ydych yn delio â'n staff
    .short = Rydym am barhau i'ch helpu. Gofynnwn i chi newid un peth.
behaviour-warning-happened =
    .heading = Yr hyn sydd wedi digwydd
behaviour-warning-ask = Triniwch ein staff â pharch, fel y mae'n rhaid iddynt hwythau eich trin chi. Os gwnaeth rhywbeth hyn yn anodd i chi, dywedwch wrthym. Byddwn yn gweld beth y gallwn ei wneud amdano.
    .heading = Yr hyn a ofynnwn gennych
behaviour-warning-follow = Os digwydd eto, gallem gyfyngu ar sut y gallwch gysylltu â ni. Byddem yn edrych ar eich anghenion yn gyntaf, a byddem yn ysgrifennu atoch cyn i ddim newid.
    .heading = Yr hyn a allai ddilyn
case-goes-on = Rydym yn parhau â'ch cwyn. Gallwch ychwanegu ati, gofyn am gam 2 a mynd at yr Ombwdsmon Tai, fel y gall pawb.
    .heading = Mae eich cwyn yn parhau

restriction-notice = Rydym yn cyfyngu ar sut y gallwch gysylltu â ni
    .short = O heddiw ymlaen mae cyfyngiad ar sut y gallwch gysylltu â ni. Mae eich cwyn yn parhau.
restriction-notice-restriction =
    .heading = Yr hyn sy'n newid o heddiw ymlaen
restriction-notice-evidence =
    .heading = Pam yr ydym yn gwneud hyn
restriction-notice-considered =
    .heading = Yr hyn a ystyriwyd gennym yn gyntaf
restriction-notice-open = Gallwch bob amser gysylltu â ni { $channel }. Mae'r ffordd honno'n agored ar gyfer eich cwyn ac ar gyfer popeth arall.
    .heading = Sut y gallwch gysylltu â ni o hyd
restriction-notice-review = Byddwn yn edrych ar hyn eto erbyn { $day }. Byddwn yn gofyn am eich barn.
    .heading = Pryd y byddwn yn edrych arno eto
restriction-notice-challenge = { $approver } a benderfynodd hyn. Gallwch ofyn i ni edrych eto ar y penderfyniad. Dywedwch wrthym pam yr ydych yn meddwl ei fod yn anghywir, os hoffech. Gallwch { $ways }.
    .heading = Gallwch herio hyn

restriction-review = Rydym wedi edrych eto ar y cyfyngiad ar sut y gallwch gysylltu â ni
    .short = Mae'r llythyr hwn yn dweud wrthych beth a benderfynwyd gennym.
restriction-review-lifted = Daeth y cyfyngiad i ben heddiw. Gallwch gysylltu â ni fel pawb arall.
    .heading = Mae'r cyfyngiad wedi dod i ben
restriction-review-kept = Mae'r cyfyngiad yn aros am y tro. Dyma'r hyn a ddywed:
    .heading = Mae'r cyfyngiad yn aros
restriction-review-outcome =
    .heading = Yr hyn a ystyriwyd gennym
