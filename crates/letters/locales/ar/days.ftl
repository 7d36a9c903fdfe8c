# الأيام والمبالغ والمدد والقوائم.

day = { $weekday } { $date }
short-day = { $n } { $month } { $year }
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

sum = { $pounds }

length-working-days = { $n ->
    [one] يوم عمل واحد ({ $n })
    [two] يوما عمل ({ $n })
    [few] { $n } أيام عمل
   *[other] { $n } يوم عمل
}
length-days = { $n ->
    [one] يوم واحد ({ $n })
    [two] يومان ({ $n })
    [few] { $n } أيام
   *[other] { $n } يومًا
}
length-weeks = { $n ->
    [one] أسبوع واحد ({ $n })
    [two] أسبوعان ({ $n })
    [few] { $n } أسابيع
   *[other] { $n } أسبوعًا
}
length-months = { $n ->
    [one] شهر واحد ({ $n })
    [two] شهران ({ $n })
    [few] { $n } أشهر
   *[other] { $n } شهرًا
}
length-years = { $n ->
    [one] سنة واحدة ({ $n })
    [two] سنتان ({ $n })
    [few] { $n } سنوات
   *[other] { $n } سنة
}

list-more = { $some }، { $next }
list-or = { $some } أو { $last }
list-and = { $some } و{ $last }
