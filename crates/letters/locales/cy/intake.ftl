# Wrth y drws: derbynebau, y dewis i gwyno, cynrychiolwyr, grwpiau, aelodau, diolch, arolygon.

contact-receipt = Mae eich neges gennym
    .short = Mae'r hyn a anfonasoch atom gennym. Nid dyma ein hateb eto.
contact-receipt-received = Cyrhaeddodd ni { $channel } ar { $day }.
    .heading = Pryd y cyrhaeddodd ni
contact-receipt-words =
    .heading = Yr hyn a ysgrifenasoch
contact-receipt-next = Bydd rhywun yn ei darllen. Os cwyn ydyw, byddwn yn ysgrifennu erbyn { $day } ac yn dweud wrthych beth a ddeallwyd gennym. Nid yw'r neges hon yn cymryd lle'r llythyr hwnnw.
    .heading = Beth fydd yn digwydd nesaf
contact-receipt-next-open = Bydd rhywun yn ei darllen ac yn cysylltu â chi.
    .heading = Beth fydd yn digwydd nesaf
how-to-complain = Nid oes rhaid i chi ddefnyddio'r gair cwyn, ac nid oes arnoch angen ffurflen. Gallwch { $ways }.
    .heading = Sut i gwyno
how-to-complain-within = Dywedwch wrthym tra bo'n ffres yn y cof, ac os gallwch o fewn { $length } i'r diwrnod y digwyddodd. Rydym yn edrych ar bethau hŷn hefyd os oes rheswm da.

choice-offer = A hoffech wneud cwyn?
    .short = Dywedasoch wrthym nad oeddech yn fodlon. Gallwch wneud cwyn os ydych am wneud hynny.
choice-offer-heard = Dyma'r hyn a glywsom gennych ar { $day }:
    .heading = Yr hyn a glywsom
choice-offer-choice = Eich dewis chi ydyw. Os cwynwch, byddwn yn edrych i mewn i'r hyn a ddigwyddodd ac yn ysgrifennu atoch gyda'n hateb. Os na wnewch, byddwn yn dal i wneud yr hyn a allwn i unioni pethau. Gallwch benderfynu yn nes ymlaen hefyd.
    .heading = Eich dewis chi ydyw

service-request-receipt = Mae eich cais gennym
    .short = Mae eich cais gennym ac rydym yn delio ag ef.
service-request-received = Gofynasoch i ni { $channel } ar { $day } unioni hyn:
    .heading = Yr hyn y gofynasoch amdano
service-request-next = Mae gyda'r tîm sy'n gwneud y gwaith hwn nawr. Rydym yn ei drin fel { $name }, ac nid oes rhaid i chi gwyno i gael ei wneud.
    .heading = Beth fydd yn digwydd nesaf
service-request-contact = Byddwn yn cysylltu â chi erbyn { $day }.
    .heading = Pryd y byddwch yn clywed gennym
service-request-choice = A ydych yn anfodlon ar sut yr ydym yn delio ag ef? Yna gallwch gwyno unrhyw bryd, ac mae'r gwaith yn parhau yr un fath. Gallwch { $ways }.
    .heading = Gallwch gwyno hefyd

authority-request = A gaiff { $who } siarad drosoch?
    .short = Mae { $who } wedi ysgrifennu atom drosoch. Mae angen i ni glywed gennych fod hyn yn iawn.
authority-request-wrote = Ysgrifennodd { $who } atom ar { $day } am hyn:
    .heading = Pwy sydd wedi ysgrifennu atom
authority-request-need = Dywedwch wrthym y caiff { $who } siarad drosoch, mewn llythyr, mewn e-bost neu ar y ffôn. Gallwch { $ways }.
    .heading = Yr hyn sydd ei angen arnom gennych
authority-request-meanwhile = Nid yw eich cwyn yn aros am hyn. Byddwn yn edrych i mewn iddi, a byddwn yn ysgrifennu atoch chi nes y cawn wybod.
    .heading = Beth sy'n digwydd yn y cyfamser
authority-request-due = Mae'n rhaid i ni { $what } o hyd, erbyn { $day }.

authority-request-representative = Diolch i chi am ysgrifennu atom dros { $person }
    .short = Mae eich neges gennym. Mae angen i ni glywed gan { $person } cyn y gallwn ddweud mwy wrthych.
authority-request-representative-wrote = Ysgrifenasoch atom ar { $day }:
    .heading = Yr hyn a ddywedasoch wrthym
authority-request-representative-need = Gofynnwch i { $person } ddweud wrthym y cewch siarad dros y person hwnnw. Bydd llythyr, e-bost neu alwad yn ddigon. Os oes gennych atwrneiaeth, anfonwch gopi atom.
    .heading = Yr hyn sydd ei angen arnom
authority-request-representative-meanwhile = Nid oes dim yn aros am hyn. Rydym yn edrych i mewn i'r hyn a ddywedasoch wrthym, ac yn ysgrifennu at { $person } amdano.
    .heading = Beth sy'n digwydd yn y cyfamser

petition-lead-request = At bwy y dylem ysgrifennu ar ran eich grŵp?
    .short = Mae eich deiseb gennym. Dywedwch wrthym at bwy y dylem ysgrifennu.
petition-lead-received = Cyrhaeddodd ni { $channel } ar { $day }.
    .heading = Pryd y cyrhaeddodd ni
petition-lead-who = Dewiswch un person sy'n siarad dros bawb ohonoch, a rhowch yr enw i ni. Gallwch { $ways }.
    .heading = Pwy sy'n siarad drosoch
petition-lead-meanwhile = Rydym yn dechrau gweithio nawr ac nid ydym yn aros am yr enw. Nes y cawn ef, byddwn yn ysgrifennu at bawb y gwyddom amdanynt.
    .heading = Beth sy'n digwydd yn y cyfamser

petition-new-contact = Mae rhywun newydd yn siarad dros eich grŵp
    .short = O heddiw ymlaen byddwn yn ysgrifennu at { $lead } am gŵyn eich grŵp.
petition-new-who = { $lead } sy'n siarad dros y grŵp nawr. Rydym wedi dweud wrth y person a wnaeth hynny o'r blaen.
    .heading = Pwy sy'n siarad drosoch
petition-new-state = Mae'r gŵyn yng ngham { $stage } o'n proses gwyno.
    .heading = Sut y mae pethau
petition-new-answer = Byddwn yn ei hateb erbyn { $day }.

other-route = Mae rhywun arall yn delio â rhan o'r hyn a ddywedasoch wrthym
    .short = Rydym wedi trosglwyddo rhan o'r hyn a ddywedasoch wrthym i'r rhai a all ddelio â hi.
other-route-moved = Rydym wedi trosglwyddo hyn:
    .heading = Yr hyn a drosglwyddwyd gennym
other-route-where = Gallwch gysylltu â hwy eich hun:
    .heading = Pwy sy'n delio â hyn nawr
other-route-kept = Rydym yn dal i edrych i mewn i hyn, a byddwn yn eich ateb fel yr addawsom:
    .heading = Yr hyn yr ydym yn parhau ag ef

member-reply = Ein hateb i'ch ymholiad
    .short = Diolch i chi am ysgrifennu atom. Dyma ein hateb.
member-reply-question = Ysgrifenasoch atom ar { $day }:
    .heading = Yr hyn a ofynasoch
member-reply-answer =
    .heading = Ein hateb
member-reply-consent-held = Mae gennym ganiatâd y person yr ysgrifenasoch drosto, felly gallwn siarad â chi am ei achos.
    .heading = Caniatâd y person
member-reply-consent-none = Nid oes gennym ganiatâd y person yr ysgrifenasoch drosto. Felly nid yw'r llythyr hwn yn dweud dim am y person na'r cartref. Gofynnwch i'r person ysgrifennu atom.
    .heading = Caniatâd y person
member-reply-next = A oes gennych fwy i'w ofyn? Gallwch { $ways }. Gall unrhyw un nad yw'n fodlon arnom gwyno, heb fod angen i chi na ni gytuno.
    .heading = Beth fydd yn digwydd nesaf

compliment-thanks = Diolch i chi am yr hyn a ddywedasoch wrthym
    .short = Diolch i chi am roi o'ch amser i ddweud wrthym.
compliment-thanks-thanks = Dywedasoch wrthym ar { $day } beth yw eich barn am ein gwaith. Mae'n ein helpu i gael gwybod.
    .heading = Diolch
compliment-thanks-use = Rydym yn trosglwyddo eich geiriau i'r rhai a wnaeth y gwaith, ac yn eu cadw gyda'r hyn y mae eraill yn ei ddweud wrthym. Dyna sut yr ydym yn dysgu beth sy'n gweithio.
    .heading = Yr hyn a wnawn â hyn

compliment-to-staff = Mae rhywun wedi canmol eich gwaith
    .short = Diolch i chi am eich gwaith da. Dyma'r hyn a ddywedwyd wrthym.
compliment-to-staff-praise = Dyma'r hyn a ddywedwyd:
    .heading = Y ganmoliaeth
compliment-to-staff-from = Gan { $giver } y daw, sy'n fodlon i chi gael gwybod hynny.
compliment-to-staff-nobody = Ni ofynnwyd i ni roi'r enw i chi.

survey-invitation = Sut y deliasom â'ch cwyn?
    .short = Hoffem wybod sut y gwnaethom. Mae'n cymryd ychydig funudau.
survey-invitation-survey = Rydym am wybod dau beth. Sut y deliasom â'ch cwyn, ac a ydych yn fodlon ar yr hyn a ddaeth ohoni? Gallwch { $ways }.
    .heading = Yr hyn yr hoffem ei wybod
survey-invitation-opt-out = Nid oes rhaid i chi ateb. Os na hoffech gael mwy o lythyrau fel hwn, dywedwch wrthym.
    .heading = Chi sydd i ddewis
