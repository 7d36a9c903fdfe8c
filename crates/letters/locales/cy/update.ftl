# Ar y ffordd: sut y mae pethau, yr hyn y mae angen ei ofyn, yr hyn sydd wedi newid.

progress-update = Sut y mae pethau gyda'ch cwyn
progress-update-opening = Mae'r llythyr hwn yn dweud wrthych beth yr ydym wedi'i wneud a beth sy'n dod nesaf.
progress-update-late = Mae ein hateb yn hwyr, a byddwch yn ei gael erbyn { $day }.
progress-update-by = Byddwch yn cael ein hateb erbyn { $day }.
what-happens-next =
    .heading = Beth fydd yn digwydd nesaf

clarification-request = Mae angen i ni eich holi am eich cwyn
    .short = Rydym am fod yn siŵr ein bod yn eich deall. Atebwch erbyn { $day } os gallwch. Rydym yn parhau â'n gwaith yn y cyfamser.
clarification-points =
    .heading = Yr hyn yr ydym wedi'i ddeall hyd yn hyn
clarification-reply = Rhowch wybod i ni erbyn { $day }. Gallwch { $ways }. Os na allwch, byddwn yn edrych i mewn i'r hyn sydd gennym.
    .heading = Sut i ateb

clock-runs-on = Nid yw ein dyddiadau ni'n newid.
    .heading = Nid yw ein dyddiadau'n symud
clock-runs-on-due = Mae'n rhaid i ni { $what } o hyd, erbyn { $day }.

definition-changed = Mae testun eich cwyn wedi newid
    .short = Rydym wedi newid ein nodyn o'r hyn y mae eich cwyn yn ymwneud ag ef. Byddwn yn eich ateb o hyd erbyn { $day }.
definition-changed-points =
    .heading = Beth yw testun eich cwyn nawr: diffiniad y gŵyn
definition-changed-what =
    .heading = Yr hyn sydd wedi newid
definition-changed-check = Dywedwch wrthym os nad yw hyn yn gywir. Gallwch { $ways }.

contact-note = Yr hyn y buom yn siarad amdano
    .short = Diolch i chi am siarad â ni ar { $day }. Dyma ein nodyn ohono.
contact-note-told =
    .heading = Yr hyn a ddywedasoch wrthym
contact-note-agreed =
    .heading = Yr hyn y cytunwyd arno

handler-change = Mae rhywun newydd yn delio â'ch cwyn
    .short = { $name } sy'n delio â'ch cwyn nawr.
handler-change-who = O heddiw ymlaen, { $name } ({ $role }) yw'r person i'w holi am eich cwyn.
    .heading = Pwy sy'n delio â hi nawr
