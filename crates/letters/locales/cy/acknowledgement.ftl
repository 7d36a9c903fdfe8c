# Cydnabod cwyn ym mhob cam: yr hyn a ddeallwyd, pwy sy'n gyfrifol, pryd y byddwn yn ateb.

acknowledgement-stage-1 = Mae eich cwyn gennym a dyma fydd yn digwydd nesaf
acknowledgement-stage-2 = Mae eich cais am gam 2 gennym a dyma fydd yn digwydd nesaf
accepted-by-direction = Rydym yn awr yn derbyn eich cwyn
acknowledgement-have-complaint = Mae eich cwyn gennym.
acknowledgement-have-request = Mae eich cais am gam 2 gennym.
acknowledgement-taking-on = Rydym yn derbyn eich cwyn.
acknowledgement-dealing = { $name } sy'n delio â hi.

acknowledgement-told = Dywedasoch wrthym am hyn { $channel } ar { $day }. Dyma gam 1 o'n proses gwyno.
    .heading = Pryd y dywedasoch wrthym
acknowledgement-asked = Gofynasoch i ni { $channel } ar { $day } edrych eto ar eich cwyn. Dyma gam 2 o'n proses gwyno. Bydd rhywun nad oedd â rhan yn ein hateb cyntaf yn edrych arni.
    .heading = Pryd y gofynasoch i ni

direction = Dywedodd yr Ombwdsmon Tai wrthym ar { $day } am edrych ar eich cwyn.
    .heading = Dywedodd yr Ombwdsmon Tai wrthym am wneud hyn
direction-sorry = Mae'n ddrwg gennym ein bod wedi gwrthod eich cwyn ar { $day }. Dylem fod wedi ei derbyn.
direction-sorry-no-day = Mae'n ddrwg gennym na dderbyniasom eich cwyn. Dylem fod wedi gwneud hynny.

acknowledgement-definition = Dyma sut yr ydym yn deall eich cwyn.
    .heading = Beth yw testun eich cwyn: diffiniad y gŵyn
outcomes =
    .heading = Yr hyn yr ydych am iddo ddigwydd
outcome-feasible = { $what } Gallwn wneud hyn os cadarnhawn y pwynt.
outcome-not-feasible = { $what } Ni allwn wneud hyn. { $why }
outcome-to-be-decided = { $what } Bydd ein hateb yn dweud wrthych a allwn wneud hyn.
outcome-not-named = Gofynasom i chi ar { $day } beth yr hoffech iddo ddigwydd. Nid ydych wedi dweud wrthym eto. Gallwch ddweud wrthym unrhyw bryd.

responsibility =
    .heading = Pa rannau y mae angen i ni eu hateb
responsibility-ours = Ni sydd i ateb hyn.
responsibility-shared-with = Rydym yn rhannu hyn â { $other }. Byddwn yn ateb dros ein rhan ni.
responsibility-shared = Rydym yn rhannu hyn â rhywun arall. Byddwn yn ateb dros ein rhan ni.
responsibility-for = Nid ni sydd i ateb hyn. Mater i { $other } ydyw.
responsibility-not-ours = Nid ni sydd i ateb hyn.
responsibility-unclear-until = Nid ydym yn gwybod eto pwy sydd i ateb hyn. Byddwn yn cael gwybod ac yn dweud wrthych erbyn { $day }.
responsibility-unclear = Nid ydym yn gwybod eto pwy sydd i ateb hyn.

questions =
    .heading = Yr hyn y mae angen i ni ei ofyn i chi
questions-meanwhile = Rydym yn parhau â'n gwaith tra byddwch yn meddwl am hyn. Nid yw dyddiad ein hateb yn newid.
check-this = A ydym wedi camddeall neu adael rhywbeth allan? Dywedwch wrthym a byddwn yn ei gywiro. Gallwch { $ways }.
    .heading = Gwiriwch fod hyn yn gywir
acknowledgement-handler = { $name } ({ $role }) sy'n delio â'ch cwyn.
    .heading = Pwy sy'n delio â'ch cwyn
acknowledgement-contact = Byddwn yn siarad â chi amdani erbyn { $day }.
acknowledgement-answer = Byddwn yn eich ateb erbyn { $day }. Hynny yw, { $length }.
    .heading = Pryd y byddwn yn eich ateb
acknowledgement-answer-earlier = Byddwn yn ceisio ateb erbyn { $day }. Dyna'r dyddiad a gawsech pe baem wedi ysgrifennu mewn pryd.

needs-agreed = Gofynasom i chi ar { $day } beth fyddai'n eich helpu. Cytunwyd ar hyn:
needs-known = Dyma'r hyn yr ydym yn ei wneud i chi:
needs-nothing = Gofynasom i chi ar { $day } beth fyddai'n eich helpu. Dywedasoch nad oes arnoch angen dim gwahanol.
needs-no-answer = Gofynasom i chi ar { $day } beth fyddai'n eich helpu. Nid ydych wedi ateb eto. Dywedwch wrthym unrhyw bryd.
needs-ask = A oes angen i ni wneud rhywbeth mewn ffordd arall? Dywedwch wrthym unrhyw bryd.
needs-representative = Mae { $name } yn gweithredu drosoch yn hyn.
needs-somebody = Gallwch ofyn i rywun weithredu drosoch. Gallwch ddod â rhywun i unrhyw gyfarfod â ni, neu eu hanfon yn eich lle.

points-moved =
    .heading = Yr hyn y mae rhywun arall yn delio ag ef
points-moved-item = { $text } Rydym wedi trosglwyddo hyn i { $to }. Dyma sut i gysylltu â hwy: { $contact }
