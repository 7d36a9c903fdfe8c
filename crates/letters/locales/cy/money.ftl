# Arian: yr hyn a gynigir, a dderbynnir, a ddaw i ben ac a delir, y panel a'r yswirwyr.

offer-acceptance-form = Y ffurflen ar gyfer derbyn ein cynnig
    .short = Rydym yn cynnig { $sum } i chi. Gallwch ei dderbyn gyda'r ffurflen yn y llythyr hwn.
offer-form-how-paid = Byddwn yn ei dalu { $paid }. A hoffech iddo gael ei dalu mewn ffordd arall? Dywedwch wrthym.
    .heading = Sut y byddwn yn eich talu
offer-form-accept = Llenwch y llinellau hyn, llofnodwch hwy ac anfonwch hwy yn ôl atom.
    .heading = Eich ffurflen
offer-form-line-offer = Rwy'n derbyn y cynnig o { $sum } gan { $landlord }, cyfeirnod { $reference }.
offer-form-line-name = Enw: ................................................
offer-form-line-account = Enw'r cyfrif, cod didoli a rhif: ................................
offer-form-line-signed = Llofnod: ................................ Dyddiad: ................
offer-form-rights = Rydych yn cadw eich holl hawliau os cymerwch yr arian. Gallwch ofyn i ni o hyd edrych eto ar eich cwyn. Gallwch fynd at yr Ombwdsmon Tai o hyd. Mae popeth arall a addawsom yn dal i sefyll.
    .heading = Nid yw cymryd yr arian yn mynd â dim oddi wrthych
offer-form-last-date = Anfonwch y ffurflen yn ôl erbyn { $day }. Os oes arnoch angen mwy o amser, dywedwch wrthym a byddwn yn siarad am hynny.
    .heading = Pryd i'w hanfon yn ôl
offer-form-no-last-date = Nid oes diwrnod olaf ar gyfer hyn. Gallwch dderbyn pan fyddwch yn barod.
    .heading = Pryd i'w hanfon yn ôl

offer-reminder = Mae ein cynnig yn dal ar agor i chi
    .short = Cynigiasom { $sum } i chi ac nid ydym wedi cael eich ffurflen eto. Gallwch ei dderbyn o hyd.

offer-lapsed = Mae'r amser ar gyfer derbyn ein cynnig ar ben
    .short = Mae ein cynnig o { $sum } wedi dod i ben. Gallwch ofyn i ni amdano eto.
offer-lapsed-lapsed = Cynigiasom { $sum } i chi ar { $offered }. Ni chawsom y ffurflen yn ôl mewn pryd, felly mae'r cynnig wedi dod i ben. Nid ydym yn cymryd hyn fel gwrthodiad gennych.
    .heading = Yr hyn sydd wedi digwydd i'n cynnig
offer-lapsed-stands = Mae ein hateb i'ch cwyn yn aros fel y mae. Byddwn yn dal i wneud popeth arall a addawsom. Mae gennych yr holl hawliau a oedd gennych o'r blaen.
    .heading = Yr hyn nad yw'n newid
offer-lapsed-again = A ydych yn dal i fod eisiau'r arian? Gofynnwch i ni a byddwn yn edrych arno eto. Gallwch { $ways }.
    .heading = Gallwch ofyn eto

payment-made = Rydym wedi eich talu
    .short = Rydym wedi talu { $sum } i chi. Mae'r llythyr hwn yn dweud wrthych ar gyfer beth y mae.
payment-made-offer = Talasom { $sum } i chi i gyd.
    .heading = Yr hyn yr ydym wedi'i dalu
payment-made-how = Fe'i talwyd { $paid } ar { $day }. Onid yw wedi cyrraedd? Dywedwch wrthym a byddwn yn cael gwybod pam.
    .heading = Sut y talwyd chi
payment-made-set-off = Roedd arnoch { $debt } i ni. Penderfynodd { $by } ein bod yn tynnu hyn oddi ar y { $total } a gynigiwyd i chi.
payment-made-for = Ar gyfer beth y mae
payment-made-amount = Swm

panel-receipt = Bydd ein panel yn edrych eto ar y swm
    .short = Dywedasoch wrthym nad yw'r swm yn iawn. Bydd ein panel yn edrych arno eto.
panel-receipt-amount = Cynigiasom { $sum } i chi ar { $day }. Gallwch ei gymryd o hyd.
    .heading = Yr hyn a gynigiwyd i chi
panel-receipt-next = Nid oes neb ar y panel wedi gweithio ar eich cwyn. Maent yn edrych ar yr hyn a ddigwyddodd ac yn dweud wrthym pa swm sy'n iawn yn eu barn hwy. Yna byddwn yn penderfynu, ac yn ysgrifennu atoch.
    .heading = Beth fydd yn digwydd nesaf
panel-receipt-meanwhile = Nid oes dim yn eich cwyn yn aros am y panel, ac nid yw eich dyddiadau'n newid. Nid yw'r panel yn gam pellach.
    .heading = Nid yw ein dyddiadau'n symud

panel-result = Barn ein panel am y swm
    .short = Mae ein panel wedi edrych eto ar y swm. Rydym yn awr yn cynnig { $sum } i chi.
panel-result-amount = Cynigiasom { $sum } i chi yn gyntaf.
    .heading = Yr hyn a gynigiwyd i chi
panel-result-recommends = Mae'r panel yn meddwl bod { $sum } yn iawn. Dyma ei resymau.
    .heading = Yr hyn a ddywed y panel
panel-result-followed = Rydym yn gwneud yr hyn a ddywed y panel. Rydym yn awr yn cynnig { $sum } i chi.
    .heading = Yr hyn yr ydym wedi'i benderfynu
panel-result-not-followed = Nid ydym wedi dilyn y panel. Rydym yn cynnig { $sum } i chi. Dyma pam.
    .heading = Yr hyn yr ydym wedi'i benderfynu
panel-result-remedy = A hoffech gymryd y swm hwn? Dywedwch wrthym. Gallwch { $ways }. Rydych yn cadw eich holl hawliau os cymerwch ef.
    .heading = Yr hyn y gallwch ei wneud

insurer-referral = Rydym wedi trosglwyddo hawliad i'n hyswirwyr
    .short = Bydd ein hyswirwyr yn edrych ar eich hawliad. Rydym yn parhau â gweddill eich cwyn.
insurer-referral-moved = Dywedasoch wrthym am ddifrod neu anaf. Mater i'n hyswirwyr yw hawliadau fel hyn, felly trosglwyddwyd ef iddynt. Dyma'r hyn a drosglwyddwyd:
    .heading = Yr hyn a drosglwyddwyd gennym
insurer-referral-value = Yn eich barn chi, { $sum } yw'r golled.
insurer-referral-where = Hwy fydd yn delio â'ch hawliad o hyn ymlaen: { $contact }. Gallwch siarad â hwy eich hun, a gall hynny fod yn gyflymach.
    .heading = Gan bwy y mae eich hawliad nawr
insurer-referral-where-us = Fe'i rhoddwyd i'n hyswirwyr ar eich rhan. Ffoniwch ni ar { $phone } a byddwn yn eich cysylltu â hwy.
    .heading = Gan bwy y mae eich hawliad nawr
insurer-referral-kept = Rydym yn dal i edrych i mewn i hyn, a byddwn yn eich ateb fel yr addawsom:
    .heading = Yr hyn yr ydym yn parhau ag ef
insurer-referral-kept-by = Disgwylir ein hateb erbyn { $day }.

insurer-pack = Hawliad i chi edrych arno
    .short = Mae un o'n preswylwyr wedi dweud wrthym am golled. Cymerwch yr hawliad ymlaen.
insurer-pack-happened = Dyma'r hyn a ddywedwyd wrthym:
    .heading = Yr hawliad
insurer-pack-value = { $sum } yw'r golled yn ôl yr hyn a ddywedwyd.
insurer-pack-index = Mae hyn gennym a gallwn ei anfon atoch:
    .heading = Yr hyn sydd gennym
insurer-pack-person = Ysgrifennwch at { $name } eich hunain o fewn eich terfynau amser eich hunain, a dywedwch wrthym pan fyddwch wedi gwneud hynny. Mae ein cwyn yn parhau ochr yn ochr â'r hawliad.
    .heading = Yr hyn a ofynnwn gennych
