# Blocks that some policies want, and other bodies beside the Housing Ombudsman.

thanks-for-telling = Thank you for telling us about this. It helps us to put things right.
    .heading = Thank you
thanks-for-patience = Thank you for telling us about this, and for the time you gave us while we looked into it.
    .heading = Thank you
rights-duties = You can expect us to be fair and polite, to keep what you tell us to ourselves, and to answer each point. You can have somebody with you or have them speak for you. You can stop your complaint at any time. We ask you to tell us what you know, and to treat our staff with respect.
    .heading = What you can expect, and what we ask of you
path = We look at your complaint from the start and check how it was dealt with at stage 1. You can send us more until we answer. This is the last stage of our process.
    .heading = How stage 2 works

other-bodies = You do not have to ask any of them first.
    .heading = Others who can help
body-elected-members = Your MP or a councillor can speak for you if you want that. You find them at www.writetothem.com.
body-first-tier-tribunal = Is it about whether a service charge is fair, or whether you have to pay it? The First-tier Tribunal (Property Chamber) decides that, and the Housing Ombudsman cannot. You find it at www.gov.uk/housing-tribunals.
body-social-care-ombudsman = Is it about care or support? You can go to the Local Government and Social Care Ombudsman on 0300 061 0614, at www.lgo.org.uk or at PO Box 4771, Coventry CV4 0EH.
body-care-quality-commission = You can tell the Care Quality Commission what you saw of a care service, on 03000 616161 or at www.cqc.org.uk. It uses what you tell it, and it does not settle single complaints.
body-commissioning-council = Do we run the care or support for a council? Then you can complain to that council as well.
body-building-safety-regulator = Are you worried that your building is not safe? You can tell the Building Safety Regulator. You find it at www.gov.uk, under its name.
body-beside-ombudsman = Is your complaint about something that we do for the council, or about care? Then the Local Government and Social Care Ombudsman is the right one. Are you not sure which? Ask either of them.

outside-remit = The Housing Ombudsman cannot look at this complaint, because you are not one of our customers. You can get independent advice instead. Citizens Advice is free: you find it at www.citizensadvice.org.uk. A solicitor can also tell you what you can do.
    .heading = You can get independent advice
