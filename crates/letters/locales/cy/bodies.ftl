# Blociau y mae rhai polisïau am eu cael, a chyrff eraill heblaw'r Ombwdsmon Tai.

thanks-for-telling = Diolch i chi am ddweud wrthym am hyn. Mae'n ein helpu i unioni pethau.
    .heading = Diolch
thanks-for-patience = Diolch i chi am ddweud wrthym am hyn, ac am yr amser a roesoch i ni tra oeddem yn edrych i mewn iddo.
    .heading = Diolch
rights-duties = Gallwch ddisgwyl i ni fod yn deg ac yn gwrtais, cadw'r hyn a ddywedwch wrthym i ni ein hunain, ac ateb pob pwynt. Gallwch gael rhywun gyda chi neu eu cael i siarad drosoch. Gallwch roi'r gorau i'ch cwyn unrhyw bryd. Gofynnwn i chi ddweud wrthym yr hyn a wyddoch, a thrin ein staff â pharch.
    .heading = Yr hyn y gallwch ei ddisgwyl, a'r hyn a ofynnwn gennych
path = Rydym yn edrych ar eich cwyn o'r dechrau ac yn gwirio sut y deliwyd â hi yng ngham 1. Gallwch anfon mwy atom nes y byddwn yn ateb. Dyma gam olaf ein proses.
    .heading = Sut y mae cam 2 yn gweithio

other-bodies = Nid oes rhaid i chi ofyn i'r un ohonynt yn gyntaf.
    .heading = Eraill a all helpu
body-elected-members = Gall eich AS neu gynghorydd siarad drosoch os ydych am hynny. Gallwch ddod o hyd iddynt yn www.writetothem.com.
body-first-tier-tribunal = A yw'n ymwneud â pha un a yw tâl gwasanaeth yn deg, neu a oes rhaid i chi ei dalu? Tribiwnlys yr Haen Gyntaf (Siambr Eiddo) sy'n penderfynu ar hynny, ac ni all yr Ombwdsmon Tai wneud. Gallwch ddod o hyd iddo yn www.gov.uk/housing-tribunals.
body-social-care-ombudsman = A yw'n ymwneud â gofal neu gymorth? Gallwch fynd at yr Ombwdsmon Llywodraeth Leol a Gofal Cymdeithasol ar 0300 061 0614, yn www.lgo.org.uk neu yn PO Box 4771, Coventry CV4 0EH.
body-care-quality-commission = Gallwch ddweud wrth y Comisiwn Ansawdd Gofal beth a welsoch o wasanaeth gofal, ar 03000 616161 neu yn www.cqc.org.uk. Mae'n defnyddio'r hyn a ddywedwch wrtho, ac nid yw'n setlo cwynion unigol.
body-commissioning-council = A ydym yn rhedeg y gofal neu'r cymorth ar ran cyngor? Yna gallwch gwyno wrth y cyngor hwnnw hefyd.
body-building-safety-regulator = A ydych yn poeni nad yw eich adeilad yn ddiogel? Gallwch ddweud wrth y Rheoleiddiwr Diogelwch Adeiladau. Gallwch ddod o hyd iddo yn www.gov.uk, o dan ei enw.
body-beside-ombudsman = A yw eich cwyn yn ymwneud â rhywbeth a wnawn ar ran y cyngor, neu â gofal? Yna'r Ombwdsmon Llywodraeth Leol a Gofal Cymdeithasol yw'r un iawn. Ansicr pa un? Gofynnwch i'r naill neu'r llall.

outside-remit = Ni all yr Ombwdsmon Tai edrych ar y gŵyn hon, am nad ydych yn un o'n cwsmeriaid. Gallwch gael cyngor annibynnol yn lle hynny. Mae Cyngor ar Bopeth am ddim: gallwch ddod o hyd iddo yn www.citizensadvice.org.uk. Gall cyfreithiwr hefyd ddweud wrthych beth y gallwch ei wneud.
    .heading = Gallwch gael cyngor annibynnol
