# Dyddiau, symiau, hydoedd a rhestrau.

day = { $weekday } { $date }
short-day = { $n } { $month } { $year }
weekday-1 = dydd Llun
weekday-2 = dydd Mawrth
weekday-3 = dydd Mercher
weekday-4 = dydd Iau
weekday-5 = dydd Gwener
weekday-6 = dydd Sadwrn
weekday-7 = dydd Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

sum = { $pounds }

length-working-days = { $n ->
    [two] { $n } ddiwrnod gwaith
   *[other] { $n } diwrnod gwaith
}
length-days = { $n ->
    [two] { $n } ddiwrnod
   *[other] { $n } diwrnod
}
length-weeks = { $n ->
   *[other] { $n } wythnos
}
length-months = { $n ->
    [two] { $n } fis
   *[other] { $n } mis
}
length-years = { $n ->
    [one] { $n } flwyddyn
    [two] { $n } flynedd
   *[other] { $n } blynedd
}

list-more = { $some }, { $next }
list-or = { $some } neu { $last }
list-and = { $some } a { $last }
