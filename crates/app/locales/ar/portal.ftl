# صفحات الساكن بالعربية.

## On every page
title-error = خطأ:
skip = انتقل إلى المحتوى الرئيسي
ring-us = هاتف { $number }
leave = غادر هذه الصفحة
until = تُغلق هذه الصفحة في الساعة { $time } إن لم تفتح صفحة أخرى. ما أرسلته محفوظ.
foot-how = كيف تشتكي
foot-track = اطّلع على شكواك
foot-ombudsman = اتصل بأمين المظالم
foot-accessibility = سهولة الاستخدام
foot-privacy = الخصوصية
back = رجوع
back-mine = رجوع إلى شكواك
continue = متابعة
send = إرسال
change = تغيير
choose = اختر
yes = نعم
no = لا
not-sure = لست متأكدًا
not-given = لم يُذكر
warning = تحذير
telephone = هاتف
website = موقع
post = بريد
email = بريد إلكتروني
not-now = لم نتمكن من استلام ذلك الآن. اتصل بنا على { $number } ونقوم بذلك معك
not-saved = ربما لم يُحفظ. أرسله مرة أخرى: لا يُسجَّل شيء مرتين
not-saved-fault = حدث خطأ من جانبنا. اتصل بنا على { $number } ونقوم بذلك معك

## Days and amounts
day-in-full = { $weekday } { $day } { $month } { $year }
amount = { $pounds }
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
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
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

## The door
track-title = اطّلع على شكواك
track-lead = اكتب الرقم المرجعي والرمز من أي رسالة من رسائلنا، أو من الإيصال الذي حصلت عليه عندما اشتكيت هنا. لا تحتاج إلى حساب.
track-over = غبت قليلًا، فأغلقنا شكواك حفاظًا على خصوصيتها. لم يضع شيء مما أرسلته.
track-reference = الرقم المرجعي
track-reference-hint = يشبه RH-2026-00417-K. لا تهم الأحرف الكبيرة ولا المسافات
track-code = الرمز
track-code-hint = اثنا عشر حرفًا ورقمًا، مثل ABCD-EFGH-JKMN
track-reference-missing = أدخل الرقم المرجعي من الرسالة
track-code-missing = أدخل الرمز من الرسالة
track-reference-wrong = تحقق من الرقم المرجعي: فيه خطأ
track-wrong = هذا الرقم المرجعي وهذا الرمز لا يتوافقان. قارن كليهما بالرسالة
track-wait = كانت المحاولات كثيرة. انتظر حتى { $time } وحاول مرة أخرى، أو اتصل بنا على { $number }
track-open = افتح شكواك
device = لمن هذا الجهاز؟
device-shared = جهاز يستخدمه آخرون أيضًا
device-shared-hint = تُغلق شكواك بعد 15 دقيقة دون فتح صفحة
device-own = جهازي
device-own-hint = تُغلق شكواك بعد ساعتين ونصف دون فتح صفحة
lost-title = إذا فقدت رمزك
lost-lead = أعطنا الرقم المرجعي. إذا كان لدينا عنوان بريد إلكتروني لتلك الشكوى نرسل إليه رابطًا يعمل مرة واحدة خلال ساعة.
lost-send = أرسلوا لي رابطًا
lost-done = إذا كان لدينا عنوان بريد إلكتروني لتلك الشكوى فإن رابطًا في الطريق إليه. إذا لم يصل شيء فاتصل بنا.
lost-ring = يمكنك دائمًا الاتصال بنا على { $number } أو الكتابة إلينا. في كل رسالة نرسلها إليك رمز جديد.
link-title = افتح شكواك
link-lead = اكتب الرمز المذكور في البريد الإلكتروني بجانب الرابط.
link-code = الرمز من البريد الإلكتروني
link-wrong = لم يفتح ذلك الشكوى. قد يكون الرمز مكتوبًا خطأ، أو الرابط مستخدمًا من قبل أو أقدم من ساعة. اطلب رابطًا جديدًا
over-title = غبت قليلًا
over-lead = أغلقنا شكواك حفاظًا على خصوصيتها، فلم يُسجَّل ما أرسلته الآن. هذه كلماتك: انسخها، وافتح شكواك مرة أخرى، وأرسلها هناك.
over-words = ما كتبته
over-back = افتح شكواك مرة أخرى
theirs-title = هذه الصفحة للسكان
theirs = لا يفتح هذه الصفحة إلا من اشتكى، بالرقم المرجعي والرمز من رسالة. يرى الموظفون الشكوى في صفحاتهم.

## Telling a complaint
complain-title = أخبرنا بما حدث من خطأ
complain-lead = لا حاجة إلى أن تسميها شكوى. نسأل سؤالًا واحدًا في كل مرة، ويمكنك ترك معظم الأسئلة دون جواب.
complain-danger = إذا كان أحد في خطر، أو لم تكن لديك تدفئة أو ماء أو إنارة، فلا تملأ هذا: أخبرنا الآن.
complain-danger-ring = اتصل على { $number }.
complain-takes = يستغرق ذلك نحو عشر دقائق. يكفي الهاتف.
complain-stop = تُحفظ أجوبتك أثناء الكتابة. يمكنك التوقف والعودة خلال 14 يومًا.
complain-not-sure = إذا لم تكن متأكدًا من شيء فقل ذلك أو اتركه.
complain-ring = يمكنك القيام بذلك مع شخص بدلًا من هذا: اتصل على { $number }.
complain-start = ابدأ
begin-wait = بدأ كثير من الشكاوى من اتصالك في الساعة الماضية. حاول مرة أخرى بعد { $time }، أو اتصل بنا على { $number } لنسجل شكواك عبر الهاتف
complain-go-on = تابع شكواك
complain-over = لم تعد لدينا أجوبة هذا المتصفح. إذا كان لديك رمز للعودة فأدخله أدناه. وإلا فابدأ من جديد.
complain-whose = عن أي مالك؟
complain-whose-missing = اختر المالك
complain-link = قدّم شكوى
return-title = ارجع إلى شكوى بدأتها
return-code = الرمز الذي أُعطي لك عندما توقفت
return-go = تابع
return-wrong = لا توجد شكوى تنتظر بهذا الرمز. تحقق منه. تُحفظ الشكاوى التي بدأت 14 يومًا
other-ways = طرق أخرى لإخبارنا
step = السؤال { $n } من { $of }
why-we-ask = لماذا نسأل
later = احفظ وارجع لاحقًا
later-title = ارجع لاحقًا
later-lead = تُحفظ أجوبتك 14 يومًا. لتتابع في يوم آخر أو من جهاز آخر، اكتب هذا الرمز وأدخله في صفحة «أخبرنا بما حدث من خطأ».
later-nothing-sent = لم يُرسل شيء بعد.

ask-whom = عمن هذا؟
why-whom = لكي نكتب إلى الشخص الصحيح. يبدأ وقتنا للجواب اليوم أيًّا كنت.
whom-me = عني أنا
whom-someone = أكتب نيابة عن شخص آخر
whom-name = اسمه
whom-group = نشتكي معًا وعددنا عدة أشخاص
whom-others = أسماء الآخرين
a-line-each = اسم في كل سطر. نكتب إليك باسمكم جميعًا
behalf-missing = أدخل اسم الشخص الذي تكتب نيابة عنه
ask-danger = هل أحد في خطر الآن؟
why-danger = إذا كان أحد في خطر نتصرف فورًا ولا ننتظر جواب شكواك.
danger-what = ما الخطر؟
ask-what = ماذا حدث؟
why-what = اكتبه بكلماتك، بالطول الذي تحتاجه. يمكنك أيضًا الاتصال ونحن نكتبه.
what-missing = أخبرنا بما حدث، ولو في كلمات قليلة
ask-when = متى حدث ذلك؟
why-when = بعض الأمور يسهل التحقق منها إذا عرفنا اليوم. يكفي تقدير تقريبي.
when-hint = يوم مثل 28/4/2025، أو كلمات مثل «منذ الشتاء الماضي». اتركه فارغًا إن لم تعرف
when-aware = متى لاحظته، إذا كان ذلك لاحقًا؟
when-aware-hint = يمكنك ترك هذا فارغًا
ask-outcome = ما الذي يصلح الأمر في رأيك؟
why-outcome = نجيبك هل يمكننا ذلك. يمكنك ترك هذا دون جواب.
ask-before = هل أخبرتنا بذلك من قبل؟
why-before = إذا أخبرت أي شخص يعمل لدينا فذلك اليوم يُحسب. قل لنا من أخبرت ومتى تقريبًا.
before-whom = من أخبرت، ومتى تقريبًا؟
ask-files = هل لديك صور أو أوراق تريد أن ترينا إياها؟
why-files = فقط إن أردت. يمكنك إضافتها لاحقًا أيضًا.
add-files = صور أو أوراق
files-hint = صور أو ملفات PDF أو Word، حتى 25 MB لكل منها. من الهاتف يمكنك التقاط صورة الآن
files-add = أضف واختر ملفًا آخر
files-so-far = المرفق حتى الآن
files-remove = أزل { $name }
files-too-many = لا مكان للمزيد: 20 ملفًا و100 MB إجمالًا. أرسل الباقي عندما نؤكد شكواك
ask-name = ما اسمك؟
why-name = لكي نتمكن من إجابتك. يمكنك تركه، لكننا لا نستطيع الرد عندئذ.
name-hint = يمكنك تركه. عندئذ لا نستطيع الرد عليك
ask-home = ما العنوان؟
why-home = المسكن المعني، والرمز البريدي في السطر الأخير. تُرسل الرسائل إليه ما لم تخبرنا بغير ذلك.
standing = ما علاقتك بنا؟
standing-tenant = مستأجر
standing-leaseholder = صاحب إيجار طويل
standing-shared-owner = مالك مشترك
standing-former = كنت أسكن هناك
standing-applicant = قدمت طلبًا للسكن
standing-other = لا شيء مما ذُكر
ask-reach = كيف يمكننا الوصول إليك؟
why-reach = املأ ما يناسبك. نستخدمه لهذه الشكوى فقط.
reach-avoid = متى أو كيف لا ينبغي أن نتصل بك؟
reach-avoid-hint = مثلًا: ليس في العمل، ليس قبل الساعة 10، لا رسائل نصية أبدًا
ask-help = هل يساعدك شيء من هذا؟
why-help = نلتزم به في كل ما نرسله وكلما تحدثنا. يمكنك تغييره في أي وقت.
need-large-print = خط كبير
need-easy-read = نص سهل القراءة
need-braille = بريل
need-audio = صوت
need-sign-language = لغة الإشارة البريطانية
need-interpreter = مترجم
need-call = مكالمة قبل كل رسالة
need-someone = شخص معي عندما نتحدث
need-writing = كل شيء كتابةً
need-time = وقت أطول للرد
need-letters-in = رسائل منكم باللغة العربية
need-other = شيء آخر، أو لغتك
ask-proof = هل يحق لك التصرف نيابة عنه؟
why-proof = نبدأ فورًا ولا يضيع وقت. قبل أن نخبرك بأي شيء عنه نحتاج إلى موافقته أو إلى ورقة تقول ذلك.
proof-now = أرسل الآن شيئًا يقول ذلك
proof-later = أرسله لاحقًا
proof-ask = اسألوه أنتم من فضلكم
proof-files = مذكرة موقّعة أو وكالة أو ورقة من المحكمة

answers-title = راجع أجوبتك ثم أرسلها
answers-lead = لم يُرسل شيء بعد.
answers-send = أرسل شكواي

receipt-title = وصلتنا شكواك
receipt-reference = رقمك المرجعي
receipt-received = استلمناها في { $day }.
receipt-next = هذا إيصال. نكتب إليك في موعد أقصاه { $day } لنقول ما فهمناه ومن يتولى الأمر.
receipt-authority = يمكنك الإضافة إليها في أي وقت. نخبرك بما نجده عندما نعلم أنه يحق لك التصرف نيابة عنه.
receipt-code-title = رمزك
receipt-code-lead = بالرقم المرجعي وهذا الرمز يمكنك الاطلاع على شكواك هنا. احتفظ بالرمز لنفسك: فهو يفتح شكواك. نحن لا نحتفظ به ولا نستطيع إظهاره مرة أخرى.
receipt-see = اطّلع على شكواك الآن
receipt-print = اطبع هذه الصفحة أو اكتب كليهما.
receipt-ring = إذا أردت التحدث إلينا: { $number }.
receipt-ombudsman = يقدم لك أمين مظالم الإسكان النصح في أي وقت، وكذلك قبل أن نجيب: { $phone }، { $web }.

## Their own complaint
mine-title = شكواك
mine-about = الرقم المرجعي { $reference }. أخبرتنا في { $day }.
mine-next = ماذا يحدث بعد ذلك
next-confirm = نكتب لنقول ما فهمناه، في موعد أقصاه
next-confirm-2 = نؤكد أننا ننظر مرة أخرى، في موعد أقصاه
next-answer = موعد جوابنا
next-answer-2 = موعد جوابنا الثاني
next-update = تسمع منا مرة أخرى في موعد أقصاه
next-answered = إذا لم ترضَ عن جوابنا، فيمكنك أن تطلب منا النظر مرة أخرى حتى { $day }.
next-answered-bare = إذا لم ترضَ عن جوابنا، فيمكنك أن تطلب منا النظر مرة أخرى.
next-nothing = لا يوجد حاليًا موعد ندين لك به. يمكنك أن ترسل إلينا شيئًا أو تتصل بأمين المظالم في أي وقت.
next-late = تأخرنا في هذا، ونحن آسفون. يمكنك أن تطلب منا فورًا أن ننظر مرة أخرى، ويمكن لأمين المظالم مساعدتك.
how-reached = كيف وصلنا إلى هذا اليوم
reached-from = حسبنا { $length } من { $day }.
reached-promised = هو يوم وعدناك به.
reached-skipped = هذه الأيام لا تُحسب:
mine-who = من يتولى الأمر
who-team = يقرؤها فريق الشكاوى لدينا. رسالتنا الأولى تسمّي الشخص الذي يتولاها.
mine-needed = ما نحتاجه منك
needed-answer = أجبنا
mine-understood = ما فهمناه
understood-not-yet = نحن نقرأ شكواك. رسالتنا الأولى تقول ما فهمناه، ثم يظهر هنا.
you-want = تريد: { $what }
you-confirmed = أخبرتنا برأيك فيه.
understood-link = هل هذا صحيح؟
mine-promises = ما وعدنا به
promise-done = تم في { $day }
promise-late = وعدنا به في موعد أقصاه { $day }، وقد تأخر
promise-by = في موعد أقصاه { $day }
promise-you-said-not = أخبرتنا يوم { $day } بأنه لم يُنفَّذ
promise-you-said-badly = أخبرتنا يوم { $day } بأنه لم يُنفَّذ على الوجه الصحيح
promises-link = أخبرنا هل أُصلح الأمر
mine-letters = الرسائل
letters-none = لم نكتب إليك بعد.
letter-title = رسالة منا
letter-pdf = الرسالة كما أُرسلت (PDF)
letter-acknowledgement = ما فهمناه
letter-answer = جوابنا
letter-more-time = نحتاج إلى وقت أطول
letter-refusal = شيء لم نقبله
letter-question = سؤال لك
letter-end = نهاية شكواك
letter-update = إلى أين وصلنا
letter-definition = ما غيّرناه في فهمنا
letter-code = رمز جديد
letter-survey = كيف كان أداؤنا؟
letter-other = رسالة
mine-happened = ما حدث
happened-received = أخبرتنا
happened-letter = كتبنا إليك: { $letter }
happened-stage-2 = طُلبت المرحلة 2
happened-confirmed = أخبرتنا برأيك في ما فهمناه
happened-wrote = كتبت إلينا
happened-evidence = أرسلت إلينا شيئًا
happened-promise = أخبرتنا بأن وعدًا لم يُنفَّذ
happened-accepted = قُبل العرض
happened-rejected = لم يُقبل العرض
happened-withdrawn = سُحبت الشكوى
happened-closed = أغلقنا الشكوى
happened-reopened = فتحنا الشكوى من جديد
mine-can = ما يمكنك فعله
state-received = نحن نقرأ شكواك
state-declined = لم نقبل هذا كشكوى. رسالتنا تقول لماذا وما يمكنك فعله
state-investigating = نحن نبحث في شكواك
state-answered = أجبنا عن شكواك
state-answered-2 = أعطينا جوابنا الأخير
state-requested = طلبت منا أن ننظر مرة أخرى
state-closed = شكواك مغلقة
state-withdrawn = سُحبت شكواك
authority-wanted = لا نعلم بعد أنه يحق لك التصرف نيابة عنه، لذلك نُظهر لك ما أرسلته أنت فقط. وقتنا للجواب يجري مع ذلك.
authority-send = أرسل إلينا ما يثبت أنه يحق لك التصرف نيابة عنه
done-sent = وصلنا. شكرًا لك.
done-confirmed = شكرًا لك. نتابع مما فهمناه.
done-corrected = شكرًا لك. ننظر في ما كتبته ونصحح ما أخطأنا فيه.
done-stage-2 = طلبت منا أن ننظر مرة أخرى. نؤكد ذلك كتابةً.
done-accepted = قبلت العرض. قبل الدفع نتصل بالرقم الموجود لدينا.
done-rejected = لم تقبل العرض. كل ما عدا ذلك يستمر.
done-promise = شكرًا لإخبارنا. أعدنا فتح وعدنا، والموظف المسؤول عنه على علم بذلك.
done-promise-right = شكرًا لإخبارنا.
done-survey = شكرًا لإخبارنا كيف كان الأمر.
done-authority = وصلتنا رغبتك. نسألك بالهاتف أو البريد الموجود لدينا قبل أن نخبر أي شخص آخر.
done-withdrawal = وصلتنا رغبتك. نتصل بك للتأكد قبل أن نتوقف.

understood-title = هل هذا ما أخبرتنا به؟
point-n = النقطة { $n }
ours = علينا نحن أن نجيب عن هذا.
not-ours = ليس علينا أن نجيب عن هذا. رسالتنا تقول على من.
shared = نجيب عن هذا مع جهة أخرى.
unclear = ما زلنا نبحث من عليه أن يجيب عن هذا.
feasible = هل يمكن ذلك: { $said }
understood-question = هل هو صحيح؟
understood-choose = اختر هل هو صحيح
understood-yes = نعم، هذا صحيح
understood-no = فيه خطأ أو نقص
understood-changes = ما الخطأ أو النقص؟
understood-changes-missing = أخبرنا بما هو خطأ أو ناقص
understood-answered = لقد أجبنا. إذا حدث شيء جديد نعامله كشكوى جديدة لكي يُجاب عنه كما ينبغي.

add-title = أرسل إلينا شيئًا آخر
add-lead = كلمات وصور وأوراق: يذهب كل شيء إلى من يتولى شكواك.
add-words = ماذا تريد أن تقول لنا؟
add-before = ما أرسلته
add-nothing = اكتب شيئًا أو اختر ملفًا
add-too-much = هذا أكثر مما نستطيع استلامه في يوم واحد. أرسل الباقي غدًا، أو اسألنا عن طريقة أخرى
add-files-kept = وصلت الملفات الأخرى
add-others-kept = وصلت الملفات الأخرى. أرسل كلماتك مرة أخرى مع ملف نستطيع قراءته

stage-2-title = اطلب منا أن ننظر مرة أخرى (المرحلة 2)
stage-2-lead = ينظر فيها شخص آخر. لا حاجة إلى ذكر سبب.
stage-2-by = أمامك حتى { $day }.
stage-2-late-too = إذا طلبت بعد ذلك ننظر في السبب.
stage-2-points = في أي أجزاء ينبغي أن ننظر مرة أخرى؟
stage-2-points-hint = اتركها كلها دون اختيار وننظر في كل شيء
stage-2-more = أي شيء تريد إضافته
stage-2-ask = اطلب منا أن ننظر مرة أخرى
stage-2-not-yet = يمكنك أن تطلب منا أن ننظر مرة أخرى بعد أن نجيب، أو فورًا إذا تأخر جوابنا. إذا طلبت ذلك فنحن نعمل عليه. يمكن لأمين المظالم مساعدتك في أي وقت.

offer-title = عرضنا
offer-none = لا يوجد عرض الآن.
offer-heading = عرضنا { $amount }
offer-last-day = أجب من فضلك في موعد أقصاه { $day }.
offer-link = أجب عن العرض
offer-rights = إذا قبلت يمكنك مع ذلك أن تطلب منا أن ننظر مرة أخرى، وأن تذهب إلى أمين المظالم.
offer-ring = لا نسأل هنا أبدًا عن تفاصيل البنك. قبل الدفع نتصل بالرقم الموجود لدينا.
offer-question = هل تقبله؟
offer-choose = اختر هل تقبله
offer-yes = نعم، أقبله
offer-no = لا، لا أقبله
offer-gone = أُجيب عن هذا العرض من قبل
offer-paid = دُفع في { $day }.
offer-accepted = قبلته.
offer-rejected = لم تقبله.
offer-lapsed = انتهى وقت قبوله في { $day }. اتصل بنا إن كنت ما زلت تريده.

promises-title = هل فعلنا ما قلناه؟
promises-none = لا يوجد شيء وعدنا بفعله.
promise-which = عن أي وعد؟
promise-question = هل تم؟
promise-choose = اختر هل تم
promise-right = تم، وهو صحيح
promise-badly = تم، لكنه ليس صحيحًا
promise-not = لم يتم
promise-more = أي شيء تريد إضافته
promise-files = صورة، إن كانت لديك
promise-gone = اختر عن أي وعد
promise-complain = يمكنك أيضًا أن تجعل من هذا شكوى مستقلة.

survey-title = كيف تعاملنا مع شكواك؟
survey-lead = ثلاثة أسئلة. أجوبتك لا تغير شيئًا في شكواك.
survey-handling = كيف تعاملنا معها، أيًّا كانت نتيجتها؟
survey-outcome = ما مدى رضاك عن نتيجتها؟
survey-choose-handling = اختر كيف تعاملنا معها
survey-choose-outcome = اختر مدى رضاك عن النتيجة
survey-text = أي شيء تريد قوله عنها
survey-closed = لا شيء هنا يحتاج إلى جواب. شكرًا لك.
mark-5 = جيد جدًا
mark-4 = جيد
mark-3 = لا جيد ولا سيئ
mark-2 = سيئ
happy-5 = راضٍ جدًا
happy-4 = راضٍ
happy-3 = لا راضٍ ولا غير راضٍ
happy-2 = غير راضٍ
happy-1 = غير راضٍ إطلاقًا
mark-1 = سيئ جدًا

ombudsman-title = اتصل بأمين مظالم الإسكان
ombudsman-form = نموذج عبر الإنترنت
ombudsman-lead = خدمة أمين المظالم مجانية ولا تنحاز إلى أحد. يقدم لك النصح في أي وقت، مهما قلنا وأينما وصلنا.
ombudsman-when = يمكنه البت في الشكوى بعد أن نعطي جوابنا الأخير. إذا تأخرنا أو لم نجب أبدًا فأخبره: يمكنه التدخل.

authority-title = اسمح لشخص بأن يتصرف نيابة عنك
authority-lead = يمكن لصديق أو قريب أو مستشار أن يتكلم ويكتب نيابة عنك. قل لنا من هو. نسألك بالهاتف أو البريد الموجود لدينا قبل أن نخبره بشيء.
authority-who = من هو؟
authority-who-missing = أدخل من هو
authority-scope = ماذا يحق له أن يفعل، وإلى متى؟
authority-proof = مذكرة وقّعتها، إن كانت لديك

withdrawal-title = اسحب شكواك
withdrawal-lead = إذا لم تعد تريد أن نتولاها فأخبرنا. نتصل بك للتأكد. يمكنك أن تشتكي مرة أخرى في أي وقت.
withdrawal-why = لماذا، إن أردت أن تقول
withdrawal-ask = اطلب سحبها

## For anybody
how-title = قدّم شكوى إلى { $landlord }
how-title-bare = الشكاوى
how-lead = أخبرنا بما حدث من خطأ، بأي طريقة تريد. لا حاجة إلى أن تسميها شكوى، وعلى كل من يعمل لدينا أن يستلمها.
how-start = أخبرنا هنا
how-track = اعرف إلى أين وصلت شكواك
how-ways = طرق أخرى
how-letter = رسالة، أو حضورًا
how-anybody = أي شخص منا
how-anybody-says = أخبر أي شخص يعمل لدينا، والمقاول أيضًا. من ذلك الحين يجري وقتنا.
how-then = ماذا يحدث بعد ذلك
how-acknowledged = خلال { $length } نكتب لنقول ما فهمناه ومن يتولى الأمر.
how-answered = خلال { $length } بعد ذلك نجيب عن كل نقطة. إذا احتجنا إلى وقت أطول نخبرك لماذا وإلى متى.
how-again = إذا لم ترضَ عن الجواب فاطلب منا أن ننظر مرة أخرى (المرحلة 2). لا حاجة إلى ذكر سبب. يجيب شخص آخر خلال { $length } من تأكيد الطلب.
how-dates = احسب موعدًا بنفسك
how-request-title = طلب أم شكوى؟
how-request = إذا تعطل شيء ولم تخبرنا بعد فأخبرنا ونحن نصلحه: هذا طلب. إذا أخبرتنا ولم ترضَ عما فعلناه أو لم نفعله فهذه شكوى. يمكن أن يكون لك الاثنان معًا.
how-help-title = مساعدة من شخص آخر
how-help = يمكن لصديق أو قريب أو مستشار أن يشتكي نيابة عنك، ويمكن لعدة أشخاص أن يشتكوا معًا. يمكنك طلب خط كبير أو لغة أخرى أو مكالمة بدلًا من رسالة.
how-ombudsman-more = المزيد عن أمين المظالم
how-code = مدونة معالجة الشكاوى، التي تقول كيف يجب على المالكين التعامل مع الشكاوى
how-several = يحفظ عدة مالكين شكاواهم هنا. اختر مالكك عندما تبدأ، أو اتصل بمالكك أو اكتب إليه.
how-staff = الموظفون
how-sign-in = الموظفون: تسجيل الدخول
policy-title = سياسة الشكاوى لدينا
policy-lead = النسخة { $version }، سارية من { $day }. هذه قواعدنا بكلمات بسيطة؛ مع كل منها رقم بندها.
policy-none = اسأل مالكك عن سياسة الشكاوى لديه.
policy-grounds = ما نتعامل معه بطريقة أخرى
policy-goes-to = إلى أين يذهب بدلًا من ذلك: { $place }
