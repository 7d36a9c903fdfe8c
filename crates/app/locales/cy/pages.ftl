
# The same in Welsh.

## Beth sydd o'i le
error-heading = Mae problem
banner-done = Wedi'i wneud
text-nul = Mae nod yma na allwn ei gadw. Gludwch y geiriau eto fel testun plaen
text-too-long = Mae hyn yn rhy hir i un blwch. Byrhewch ef, neu anfonwch y testun hir fel ffeil
file-broken = Ni chyrhaeddodd { $name } yn gyfan. Dewiswch ef eto
file-too-large = Mae { $name } yn fwy na 25 MB. Dewiswch ffeil lai, neu gofynnwch i ni am ffordd arall
file-empty = Mae { $name } yn wag. Dewiswch ffeil arall
file-other-kind = Nid yw { $name } yn fath o ffeil y gallwn ei chymryd. Anfonwch lun, PDF, ffeil Word, sain neu ffilm
file-no-picture = Nid llun yw { $name }, er bod ei enw'n dweud hynny. Dewiswch ffeil arall
holiday-new-year = Dydd Calan
holiday-2-january = 2 Ionawr
holiday-good-friday = Dydd Gwener y Groglith
holiday-easter-monday = Dydd Llun y Pasg
holiday-early-may = gŵyl banc dechrau Mai
holiday-spring = gŵyl banc y gwanwyn
holiday-summer = gŵyl banc yr haf
holiday-christmas = Dydd Nadolig
holiday-boxing-day = Gŵyl San Steffan
holiday-instead = yn lle { $holiday }

## Atebion sy'n dweud na
amiss-way = Ewch i'r dudalen gychwyn
amiss-number = Os bydd yn digwydd eto, rhowch y rhif hwn i ni: { $number }.
amiss-missing-title = Heb ddod o hyd i'r dudalen
amiss-missing = Os teipioch chi'r cyfeiriad, gwiriwch ei fod yn gywir. Os dilynoch chi ddolen, efallai fod y dudalen wedi symud.
amiss-broken-title = Ni allem ddarllen hynny
amiss-broken = Cyrhaeddodd y ffurflen neu'r cyfeiriad wedi torri. Ewch yn ôl a rhowch gynnig arall arni.
amiss-form-title = Ni chymerwyd y ffurflen honno
amiss-form = Roedd y dudalen yn rhy hen, neu anfonwyd y ffurflen o'r blaen. Ni chofnodwyd dim y tro hwn. Ewch yn ôl, llwythwch y dudalen eto a'i hanfon unwaith yn rhagor.
amiss-large-title = Roedd hynny'n rhy fawr
amiss-large = Roedd hynny'n fwy nag y gallwn ei gymryd ar unwaith. Anfonwch lai o ffeiliau, ffeiliau llai neu destun byrrach. Ni chofnodwyd dim.
amiss-busy-title = Rhowch gynnig arall arni
amiss-busy = Roedd rhywun arall yn cadw ar yr un eiliad. Ni chofnodwyd dim.
amiss-not-saved-title = Heb ei gadw, hyd y gwyddom
amiss-not-saved = Ni allwn ddweud a gafodd ei gofnodi. Ewch yn ôl ac anfonwch yr un ffurflen eto: ni chaiff ei chofnodi ddwywaith.
amiss-other-title = Ni weithiodd hynny
amiss-other = Ewch yn ôl a rhowch gynnig arall arni.
amiss-fault-title = Mae'n ddrwg gennym, mae nam
amiss-fault = Aeth rhywbeth o'i le ar ein hochr ni. Efallai na chofnodwyd yr hyn a anfonoch: agorwch y dudalen eto ac edrychwch.

## Beth i'w ddisgwyl gan y tudalennau hyn
accessibility-title = Hygyrchedd
accessibility-lead = Rydym am i gynifer o bobl â phosibl allu defnyddio'r tudalennau hyn. Fe'u gwnaed i fodloni Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA.
accessibility-works = Beth sy'n gweithio
accessibility-keyboard = popeth gyda'r bysellfwrdd yn unig, a chyda darllenydd sgrin
accessibility-phone = yr un tudalennau ar ffôn, wedi'u chwyddo i 400% ac ar bapur
accessibility-script = does dim yn symud, does dim rhaid llusgo dim, a does dim yn ymddangos dim ond wrth bwyntio ato
accessibility-colours = nid lliw byth yw'r unig arwydd, a defnyddir eich lliwiau chi lle mae eich dyfais yn eu gosod
accessibility-kept = cedwir yr hyn a deipioch pan fo rhywbeth o'i le mewn ffurflen, neu pan fuoch i ffwrdd yn rhy hir
accessibility-not = Beth nad yw'n gweithio'n dda
accessibility-old = mae porwyr hŷn yn dangos pob cwestiwn dilynol ar unwaith: hepgorir atebion nad ydynt yn berthnasol
accessibility-warn = ni all unrhyw dudalen eich rhybuddio cyn iddi gau: mae pob tudalen yn dweud pryd fydd hynny
accessibility-english = yn Saesneg yn unig y mae ein polisi, a phopeth y mae staff yn ei ysgrifennu atoch: gofynnwch i ni amdano yn eich iaith
accessibility-tell = Dywedwch wrthym
accessibility-tell-us = Os nad yw rhywbeth yn gweithio i chi, neu os oes ei angen arnoch mewn ffurf arall, dywedwch wrthym.
accessibility-unhappy = Os nad ydych yn fodlon ar ein hateb, gall y gwasanaeth hwn helpu:
privacy-title = Preifatrwydd
privacy-lead = Mae { $landlord } yn cadw yma yr hyn sydd ei angen i ddelio â chwynion. Ni chaiff dim ei werthu na'i ddefnyddio i hysbysebu.
privacy-lead-bare = Mae eich landlord yn cadw yma yr hyn sydd ei angen i ddelio â chwynion. Ni chaiff dim ei werthu na'i ddefnyddio i hysbysebu.
privacy-kept = Beth a gedwir
privacy-kept-said = beth a ddywedwyd, gan bwy a phryd, a beth a wnaed am hynny
privacy-kept-reach = sut i gysylltu â chi, a beth sydd ei angen arnoch gennym i gael eich trin yn deg
privacy-kept-letters = llythyrau fel y'u hanfonwyd, a'r ffeiliau a ddaeth gyda chwyn
privacy-kept-looks = pwy o'n staff a agorodd eich cwyn, a phryd
privacy-erased = Ni ellir newid yr hyn a ddigwyddodd wedyn. Gellir dileu geiriau personol lle mae'r gyfraith neu ein terfynau ein hunain yn dweud hynny, ac mae'r cofnod yn dal i ddangos bod rhywbeth yno.
privacy-sees = Pwy sy'n ei weld
privacy-sees-who = Staff sy'n delio â'ch cwyn. Nid yw unrhyw un y mae'r gŵyn amdano yn ei gweld. Nid yw eich enw mewn unrhyw gyfeiriad tudalen, teitl tudalen na log.
privacy-cookies = Cwcis
privacy-cookies-which = Un cwci, a osodir pan fyddwch yn agor neu'n dechrau cwyn, neu pan fydd staff yn mewngofnodi. Mae'n dal rhif ar hap ac yn diflannu pan fyddwch yn gadael. Mae un arall yn cofio'r iaith, os dewisoch un. Ni ofynnir dim i unrhyw wefan arall.
privacy-rights = Eich hawliau
privacy-rights-which = Gallwch ofyn beth sydd gennym amdanoch, a chael cywiro camgymeriadau.
privacy-unhappy = Os nad ydych yn fodlon ar yr hyn a wnawn ag ef, dywedwch wrth:
