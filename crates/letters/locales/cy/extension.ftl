# Symud dyddiad ateb.

extension = Mae arnom angen mwy o amser i ateb eich cwyn
extension-further = Mae arnom angen mwy o amser eto i ateb eich cwyn
extension-short = Byddwn yn ateb eich cwyn erbyn { $day }. Mae hynny'n hwyrach nag a ddywedasom, ac mae'n ddrwg gennym.
extension-date = Dywedasom y byddem yn ateb erbyn { $old }. Ni allwn wneud hynny. Byddwn yn awr yn eich ateb erbyn { $new }.
    .heading = Dyddiad newydd ein hateb
extension-date-late = Dywedasom y byddem yn ateb erbyn { $old }. Collasom y diwrnod hwnnw, ac mae'n ddrwg gennym. Dylem fod wedi dweud wrthych cyn iddo fynd heibio. Byddwn yn awr yn eich ateb erbyn { $new }.
    .heading = Dyddiad newydd ein hateb
extension-reason =
    .heading = Pam y mae arnom angen mwy o amser
extension-good-reason =
    .heading = Pam y mae arnom angen mwy o amser nag a bennir gan ein polisi
extension-approved = Mae { $name } wedi cytuno i hyn.
extension-agreed = Gofynasom i chi am y dyddiad newydd ar { $day }. Cytunasoch ag ef.
    .heading = Yr hyn a ddywedasoch wrthym am y dyddiad newydd
extension-not-agreed = Gofynasom i chi am y dyddiad newydd ar { $day }. Ni chytunasoch ag ef. Gallwch ei herio, ac mae diwedd y llythyr hwn yn dweud sut.
    .heading = Yr hyn a ddywedasoch wrthym am y dyddiad newydd
extension-not-reached = Ceisiasom eich holi am y dyddiad newydd ar { $day }. Ni allem gael gafael arnoch. Dywedwch wrthym beth yw eich barn amdano.
    .heading = Yr hyn a ddywedasoch wrthym am y dyddiad newydd
extension-sorry = Mae'n ddrwg gennym fod yn rhaid i chi aros yn hwy am ein hateb.
