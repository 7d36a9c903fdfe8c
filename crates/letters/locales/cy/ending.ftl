# Lle mae achos yn troi neu'n gorffen: cais hwyr a dderbynnir, tynnu'n ôl, cau.

late-escalation-decision = Rydym yn mynd â'ch cwyn i gam 2
    .short = Byddwn yn edrych eto ar eich cwyn yng ngham 2. Nid oes ots eich bod wedi gofyn ar ôl y diwrnod olaf.
late-escalation-asked = Gofynasoch i ni ar { $asked } edrych eto. Y diwrnod olaf ar gyfer gofyn oedd { $last }.
    .heading = Rydym wedi derbyn eich cais
late-escalation-why =
    .heading = Pam y derbyniasom ef
late-escalation-next = Bydd rhywun nad oedd â rhan yn ein hateb cyntaf yn edrych ar eich cwyn.
    .heading = Beth fydd yn digwydd nesaf
late-escalation-by = Byddwn yn ysgrifennu atoch erbyn { $day } am yr hyn yr edrychwn arno a phryd y byddwn yn ateb.

withdrawal-confirmed = Rydych wedi tynnu eich cwyn yn ôl
    .short = Rydym wedi rhoi'r gorau i'n gwaith ar eich cwyn, fel y gofynasoch. Gallwch ddod yn ôl ati.
withdrawal-asked = Dywedasoch wrthym { $channel } ar { $day } eich bod am dynnu eich cwyn yn ôl. Onid dyma oedd eich dymuniad? Dywedwch wrthym a byddwn yn parhau â hi.
    .heading = Yr hyn y gofynasoch i ni ei wneud

closure = Rydym wedi cau eich cwyn
closure-short = Rydym wedi cau eich cwyn. Gallwch ddod yn ôl atom o hyd.
closure-short-done = Rydym wedi cau eich cwyn. Rydym wedi gwneud yr hyn a addawsom.
closure-short-open = Rydym wedi cau eich cwyn. Byddwn yn dal i wneud yr hyn a addawsom.
closure-why =
    .heading = Pam yr ydym wedi ei chau
closure-answered = Atebasom chi ar { $day }.
closure-content-on = Dywedasoch wrthym ar { $day } eich bod yn fodlon ar ein hateb.
closure-content = Roeddech yn fodlon ar ein hateb.
closure-window-passed = Mae'r amser ar gyfer gofyn i ni edrych eto wedi mynd heibio.
closure-last-answer = Hwnnw oedd ein hateb olaf.
closure-taken-back = Tynasoch eich cwyn yn ôl.
closure-no-more = Nid oes gennym fwy o waith i'w wneud arni.
closure-kept = Byddwn yn dweud wrthych pan fydd pob un o'r rhain wedi'i wneud.

come-back =
    .heading = Gallwch ddod yn ôl atom
come-back-ways = Gallwch { $ways }.
come-back-by = Gofynnwch erbyn { $day }.
come-back-withdrawn = Gallwch ddod â'r gŵyn yn ôl, neu wneud un newydd.
come-back-stage-2 = Gallwch ofyn i ni o hyd edrych eto ar eich cwyn yng ngham 2.
come-back-promise = Dywedwch wrthym os na chadwn addewid, neu os digwydd eto.
