# At yr Ombwdsmon, ac at y person am yr hyn a orchmynnodd.

ombudsman-evidence-reply = Y papurau y gofynasoch i ni amdanynt
    .short = Dyma'r papurau y gofynasoch i ni amdanynt, gyda'r hyn nad yw gennym.
ombudsman-reference = Eich cyfeirnod chi yw { $theirs }. Ein cyfeirnod ni yw { $ours }.
    .heading = Yr achos
ombudsman-evidence-items = Mae hyn yn ateb pob peth y gofynasoch amdano:
    .heading = Yr hyn y gofynasoch amdano
ombudsman-evidence-held = mae gennym ac fe'i hanfonir gyda'r llythyr hwn
ombudsman-evidence-not-held = Nid yw'r rhain gennym, a dyma pam:
    .heading = Yr hyn nad yw gennym
ombudsman-evidence-index = Mae'r ffeiliau hyn yn mynd gyda'r llythyr hwn:
    .heading = Y ffeiliau

ombudsman-time-request = Gofynnwn i chi am fwy o amser
    .short = Ni allwn anfon y papurau atoch erbyn { $old }. Gofynnwn am amser tan { $new }.
ombudsman-time-why =
    .heading = Pam y mae arnom angen mwy o amser
ombudsman-time-new = Gofynasoch am y papurau erbyn { $old }. Gofynnwn i chi gytuno i { $new }. Nes y gwnewch, eich dyddiad chi sy'n sefyll.
    .heading = Y dyddiad y gofynnwn amdano

order-compliance = Rydym wedi gwneud yr hyn a orchmynasoch
    .short = Mae'r llythyr hwn yn dweud wrthych beth yr ydym wedi'i wneud, ac yn dangos y prawf.
order-compliance-order = Gorchmynasoch neu argymellasoch hyn:
    .heading = Y gorchymyn
order-compliance-done = Gwnaethom hyn ar { $day }.
order-compliance-due = Disgwylid hynny erbyn { $day }.
order-compliance-proof =
    .heading = Y prawf

order-to-person = Rydym wedi gwneud yr hyn a orchmynnodd yr Ombwdsmon Tai
    .short = Dywedodd yr Ombwdsmon Tai wrthym am unioni rhywbeth. Rydym wedi gwneud hynny.
order-to-person-actions = Dywedodd yr Ombwdsmon wrthym am wneud hyn:
    .heading = Yr hyn yr ydym wedi'i wneud
order-to-person-done = Gwnaethom hyn ar { $day }.
order-to-person-offer = Mae hyn yn cynnwys { $sum } i chi.
    .heading = Arian i chi
order-to-person-apology = Mae'n ddrwg gennym fod angen yr Ombwdsmon i unioni hyn. Dylem fod wedi gwneud hynny ein hunain.
    .heading = Mae'n ddrwg gennym
