# في الطريق: كيف تسير الأمور، وما نحتاج إلى السؤال عنه، وما تغير.

progress-update = كيف تسير الأمور في شكواك
progress-update-opening = تخبرك هذه الرسالة بما قمنا به وبما سيأتي بعد ذلك.
progress-update-late = ردنا متأخر، وستتسلمه في موعد أقصاه { $day }.
progress-update-by = ستتسلم ردنا في موعد أقصاه { $day }.
what-happens-next =
    .heading = ما سيحدث بعد ذلك

clarification-request = نحتاج إلى أن نسألك عن شكواك
    .short = نريد أن نتأكد من أننا نفهمك. يرجى الرد في موعد أقصاه { $day } إن استطعت. نواصل عملنا في هذه الأثناء.
clarification-points =
    .heading = ما فهمناه حتى الآن
clarification-reply = يرجى إخبارنا في موعد أقصاه { $day }. يمكنك { $ways }. إذا لم تستطع فسننظر فيما لدينا.
    .heading = كيف ترد

clock-runs-on = مواعيدنا نحن تبقى كما هي.
    .heading = مواعيدنا لا تتغير
clock-runs-on-due = لا يزال علينا { $what } في موعد أقصاه { $day }.

definition-changed = تغير موضوع شكواك
    .short = غيرنا ما دوناه عن موضوع شكواك. سنرد عليك كما هو مقرر في موعد أقصاه { $day }.
definition-changed-points =
    .heading = موضوع شكواك الآن: تعريف الشكوى
definition-changed-what =
    .heading = ما الذي تغير
definition-changed-check = أخبرنا إذا لم يكن هذا صحيحًا. يمكنك { $ways }.

contact-note = ما تحدثنا عنه
    .short = نشكرك على حديثك معنا في { $day }. هذا ما دوناه عنه.
contact-note-told =
    .heading = ما أخبرتنا به
contact-note-agreed =
    .heading = ما اتفقنا عليه

handler-change = شخص جديد يتولى شكواك
    .short = يتولى شكواك الآن { $name }.
handler-change-who = ابتداءً من اليوم يمكنك أن تسأل { $name } ({ $role }) عن شكواك.
    .heading = من يتولاها الآن
