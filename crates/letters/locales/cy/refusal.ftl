# Gwrthod cwyn neu gais am gam 2, gyda hawliau.

not-accepted = Ni allwn dderbyn eich cwyn
not-accepted-part = Ni allwn dderbyn rhan o'ch cwyn
not-accepted-short = Rydym wedi penderfynu peidio ag edrych i mewn i'ch cwyn. Mae'r llythyr hwn yn dweud wrthych pam a sut i herio hynny.
not-accepted-short-part = Rydym wedi penderfynu peidio ag edrych i mewn i ran o'ch cwyn. Mae'r llythyr hwn yn dweud wrthych pam a sut i herio hynny.
not-accepted-decision = Rydym wedi penderfynu na fyddwn yn edrych i mewn i hyn:
    .heading = Yr hyn yr ydym wedi'i benderfynu
escalation-declined = Ni allwn fynd â'ch cwyn i gam 2
escalation-declined-part = Ni allwn fynd â rhan o'ch cwyn i gam 2
escalation-declined-short = Rydym wedi penderfynu peidio ag edrych ar eich cwyn eto. Mae'r llythyr hwn yn dweud wrthych pam a sut i herio hynny.
escalation-declined-short-part = Rydym wedi penderfynu peidio ag edrych ar ran o'ch cwyn eto. Mae'r llythyr hwn yn dweud wrthych pam a sut i herio hynny.
escalation-declined-decision = Rydym wedi penderfynu na fyddwn yn edrych ar hyn eto:
    .heading = Yr hyn yr ydym wedi'i benderfynu
refusal-decided-by = { $name } a benderfynodd hyn, ar gyfer eich cwyn chi yn unig.
refusal-ground = Mae ein polisi cwynion ({ $clause }) yn dweud hyn. { $says }
    .heading = Yr hyn y mae ein polisi'n ei ddweud
refusal-reasons =
    .heading = Pam y mae hyn yn berthnasol i chi
refusal-considered =
    .heading = Beth arall a ystyriwyd gennym
refusal-kept = Rydym yn edrych i mewn i weddill eich cwyn:
    .heading = Yr hyn y byddwn yn parhau ag ef
refusal-kept-by = Byddwn yn ateb hynny erbyn { $day }.
refusal-where-now =
    .heading = Pwy all ddelio â hyn
