# Days, sums, lengths and lists.

day = { $weekday } { $date }
short-day = { $n } { $month } { $year }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

sum = { $pounds }

length-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
length-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
length-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
length-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
length-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}

list-more = { $some }, { $next }
list-or = { $some } or { $last }
list-and = { $some } and { $last }
