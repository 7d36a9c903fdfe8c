# تأكيد الاستلام في كل مرحلة: ما فهمناه، ومن المسؤول، ومتى نرد.

acknowledgement-stage-1 = وصلتنا شكواك وهذا ما سيحدث بعد ذلك
acknowledgement-stage-2 = وصلنا طلبك للمرحلة 2 وهذا ما سيحدث بعد ذلك
accepted-by-direction = نحن نقبل شكواك الآن
acknowledgement-have-complaint = وصلتنا شكواك.
acknowledgement-have-request = وصلنا طلبك للمرحلة 2.
acknowledgement-taking-on = نحن نقبل شكواك.
acknowledgement-dealing = يتولاها { $name }.

acknowledgement-told = أخبرتنا بهذا { $channel } في { $day }. هذه هي المرحلة 1 من إجراءات الشكاوى لدينا.
    .heading = متى أخبرتنا
acknowledgement-asked = طلبت منا { $channel } في { $day } أن ننظر في شكواك مرة أخرى. هذه هي المرحلة 2 من إجراءات الشكاوى لدينا. سينظر فيها شخص لم يشارك في ردنا الأول.
    .heading = متى طلبت منا ذلك

direction = طلب منا أمين مظالم الإسكان في { $day } أن ننظر في شكواك.
    .heading = طلب منا أمين مظالم الإسكان أن نفعل هذا
direction-sorry = نأسف لأننا رفضنا شكواك في { $day }. كان علينا أن نقبلها.
direction-sorry-no-day = نأسف لأننا لم نقبل شكواك. كان علينا أن نفعل ذلك.

acknowledgement-definition = هكذا نفهم شكواك.
    .heading = موضوع شكواك: تعريف الشكوى
outcomes =
    .heading = ما تريد أن يحدث
outcome-feasible = { $what } يمكننا أن نفعل هذا إذا أيدنا هذه النقطة.
outcome-not-feasible = { $what } لا يمكننا أن نفعل هذا. { $why }
outcome-to-be-decided = { $what } سيخبرك ردنا بما إذا كان يمكننا أن نفعل هذا.
outcome-not-named = سألناك في { $day } عما تريد أن يحدث. لم تخبرنا بعد. يمكنك أن تخبرنا في أي وقت.

responsibility =
    .heading = الأجزاء التي علينا أن نرد عليها
responsibility-ours = الرد على هذا من مسؤوليتنا.
responsibility-shared-with = نتشارك هذا مع { $other }. سنرد عن الجزء الخاص بنا.
responsibility-shared = نتشارك هذا مع جهة أخرى. سنرد عن الجزء الخاص بنا.
responsibility-for = الرد على هذا ليس من مسؤوليتنا. هو من مسؤولية { $other }.
responsibility-not-ours = الرد على هذا ليس من مسؤوليتنا.
responsibility-unclear-until = لا نعرف بعد من المسؤول عن هذا. سنتحقق من ذلك ونخبرك في موعد أقصاه { $day }.
responsibility-unclear = لا نعرف بعد من المسؤول عن هذا.

questions =
    .heading = ما نحتاج إلى أن نسألك عنه
questions-meanwhile = نواصل عملنا بينما تفكر في هذا. موعد ردنا لا يتغير.
check-this = هل أخطأنا في شيء أو أغفلنا شيئًا؟ أخبرنا ونصححه. يمكنك { $ways }.
    .heading = يرجى التحقق من صحة هذا
acknowledgement-handler = يتولى شكواك { $name } ({ $role }).
    .heading = من يتولى شكواك
acknowledgement-contact = سنتحدث معك عنها في موعد أقصاه { $day }.
acknowledgement-answer = سنرد عليك في موعد أقصاه { $day }. أي خلال { $length }.
    .heading = متى سنرد عليك
acknowledgement-answer-earlier = سنحاول أن نرد في موعد أقصاه { $day }. هذا هو الموعد الذي كان سيكون لك لو كتبنا إليك في الوقت المحدد.

needs-agreed = سألناك في { $day } عما يساعدك. واتفقنا على ما يلي:
needs-known = هذا ما نقوم به من أجلك:
needs-nothing = سألناك في { $day } عما يساعدك. أخبرتنا بأنك لا تحتاج إلى شيء مختلف.
needs-no-answer = سألناك في { $day } عما يساعدك. لم ترد بعد. أخبرنا في أي وقت.
needs-ask = هل تحتاج إلى أن نفعل شيئًا بطريقة أخرى؟ أخبرنا في أي وقت.
needs-representative = ينوب عنك { $name } في هذا.
needs-somebody = يمكنك أن تطلب من شخص أن ينوب عنك. يمكنك أن تحضر معك شخصًا إلى أي اجتماع معنا، أو أن ترسله بدلًا منك.

points-moved =
    .heading = ما تتولاه جهة أخرى
points-moved-item = { $text } أحلنا هذا إلى { $to }. يمكنك التواصل معهم هنا: { $contact }
