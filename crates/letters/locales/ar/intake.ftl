# عند الباب: إيصالات، وخيار تقديم شكوى، وممثلون، ومجموعات، وأعضاء، وشكر، واستبيانات.

contact-receipt = وصلتنا رسالتك
    .short = وصلنا ما أرسلته إلينا. هذا ليس ردنا بعد.
contact-receipt-received = وصلنا ذلك { $channel } في { $day }.
    .heading = متى وصلنا
contact-receipt-words =
    .heading = ما كتبته
contact-receipt-next = سيقرؤها أحدنا. إذا كانت شكوى فسنكتب إليك في موعد أقصاه { $day } ونخبرك بما فهمناه. هذه الرسالة لا تحل محل تلك الرسالة.
    .heading = ما سيحدث بعد ذلك
contact-receipt-next-open = سيقرؤها أحدنا ويتواصل معك.
    .heading = ما سيحدث بعد ذلك
how-to-complain = لست ملزمًا باستخدام كلمة شكوى، ولا تحتاج إلى استمارة. يمكنك { $ways }.
    .heading = كيف تشتكي
how-to-complain-within = أخبرنا والأمر لا يزال حاضرًا في الذاكرة، وإن استطعت خلال { $length } من يوم حدوثه. ننظر في أمور أقدم أيضًا إذا كان هناك سبب وجيه.

choice-offer = هل تود تقديم شكوى؟
    .short = أخبرتنا بأنك غير راضٍ. يمكنك تقديم شكوى إذا أردت.
choice-offer-heard = هذا ما سمعناه منك في { $day }:
    .heading = ما سمعناه
choice-offer-choice = الخيار لك. إذا اشتكيت فسننظر فيما حدث ونكتب إليك بردنا. وإذا لم تشتكِ فسنفعل مع ذلك ما بوسعنا لإصلاح الأمر. ويمكنك أيضًا أن تقرر لاحقًا.
    .heading = الخيار لك

service-request-receipt = وصلنا طلبك
    .short = وصلنا طلبك ونحن نعمل عليه.
service-request-received = طلبت منا { $channel } في { $day } إصلاح ما يلي:
    .heading = ما طلبته
service-request-next = هو الآن لدى الفريق الذي يقوم بهذا العمل. نعامله على أنه { $name }، ولست ملزمًا بأن تشتكي ليُنجز.
    .heading = ما سيحدث بعد ذلك
service-request-contact = سنتواصل معك في موعد أقصاه { $day }.
    .heading = متى تسمع منا
service-request-choice = هل أنت غير راضٍ عن طريقة تعاملنا معه؟ يمكنك أن تشتكي في أي وقت، والعمل يستمر كما هو. يمكنك { $ways }.
    .heading = يمكنك أيضًا أن تشتكي

authority-request = هل يجوز أن يتكلم { $who } نيابة عنك؟
    .short = كتب إلينا { $who } نيابة عنك. نحتاج إلى أن نسمع منك أن هذا صحيح.
authority-request-wrote = كتب إلينا { $who } في { $day } عما يلي:
    .heading = من كتب إلينا
authority-request-need = يرجى أن تخبرنا بأن { $who } يجوز له أن يتكلم نيابة عنك، في رسالة أو في رسالة إلكترونية أو عبر الهاتف. يمكنك { $ways }.
    .heading = ما نحتاج إليه منك
authority-request-meanwhile = شكواك لا تنتظر هذا. سننظر فيها، ونكتب إليك أنت إلى أن نعرف.
    .heading = ما يحدث في هذه الأثناء
authority-request-due = لا يزال علينا { $what } في موعد أقصاه { $day }.

authority-request-representative = نشكرك على الكتابة إلينا نيابة عن { $person }
    .short = وصلتنا رسالتك. نحتاج إلى أن نسمع من { $person } قبل أن نتمكن من إخبارك بالمزيد.
authority-request-representative-wrote = كتبت إلينا في { $day }:
    .heading = ما أخبرتنا به
authority-request-representative-need = يرجى أن تطلب من { $person } أن يخبرنا بأنه يجوز لك أن تتكلم نيابة عنه. تكفي رسالة أو رسالة إلكترونية أو مكالمة. إذا كان لديك توكيل رسمي فأرسل إلينا نسخة منه.
    .heading = ما نحتاج إليه
authority-request-representative-meanwhile = لا شيء ينتظر هذا. ننظر فيما أخبرتنا به، ونكتب إلى { $person } بشأنه.
    .heading = ما يحدث في هذه الأثناء

petition-lead-request = إلى من نكتب بشأن مجموعتكم؟
    .short = وصلتنا عريضتكم. أخبرونا إلى من نكتب.
petition-lead-received = وصلتنا { $channel } في { $day }.
    .heading = متى وصلتنا
petition-lead-who = يرجى اختيار شخص واحد يتكلم باسمكم جميعًا، وإخبارنا باسمه. يمكنك { $ways }.
    .heading = من يتكلم باسمكم
petition-lead-meanwhile = نبدأ العمل الآن ولا ننتظر الاسم. وإلى أن نعرفه نكتب إلى كل من نعرفه.
    .heading = ما يحدث في هذه الأثناء

petition-new-contact = شخص جديد يتكلم باسم مجموعتكم
    .short = ابتداءً من اليوم نكتب إلى { $lead } بشأن شكوى مجموعتكم.
petition-new-who = يتكلم الآن { $lead } باسم المجموعة. وأخبرنا الشخص الذي كان يفعل ذلك من قبل.
    .heading = من يتكلم باسمكم
petition-new-state = الشكوى في المرحلة { $stage } من إجراءات الشكاوى لدينا.
    .heading = كيف تسير الأمور
petition-new-answer = سنرد عليها في موعد أقصاه { $day }.

other-route = جهة أخرى تتولى جزءًا مما أخبرتنا به
    .short = أحلنا جزءًا مما أخبرتنا به إلى من يمكنه أن يتولاه.
other-route-moved = أحلنا ما يلي:
    .heading = ما أحلناه
other-route-where = يمكنك أن تتواصل معهم بنفسك:
    .heading = من يتولاه الآن
other-route-kept = لا نزال ننظر فيما يلي، وسنرد عليك كما وعدنا:
    .heading = ما نواصل العمل عليه

member-reply = ردنا على استفساركم
    .short = نشكركم على الكتابة إلينا. هذا ردنا.
member-reply-question = كتبتم إلينا في { $day }:
    .heading = ما سألتم عنه
member-reply-answer =
    .heading = ردنا
member-reply-consent-held = لدينا إذن من الشخص الذي كتبتم نيابة عنه، ولذلك يمكننا أن نتحدث معكم عن قضيته.
    .heading = إذن الشخص
member-reply-consent-none = ليس لدينا إذن من الشخص الذي كتبتم نيابة عنه. ولذلك لا تقول هذه الرسالة شيئًا عنه ولا عن مسكنه. يرجى أن تطلبوا منه أن يكتب إلينا.
    .heading = إذن الشخص
member-reply-next = هل لديكم المزيد من الأسئلة؟ يمكنكم { $ways }. يمكن لكل من لا يرضى عنا أن يشتكي، ولا يحتاج إلى موافقتكم أو موافقتنا.
    .heading = ما سيحدث بعد ذلك

compliment-thanks = نشكرك على ما أخبرتنا به
    .short = نشكرك على الوقت الذي خصصته لإخبارنا.
compliment-thanks-thanks = أخبرتنا في { $day } برأيك في عملنا. معرفة ذلك تساعدنا.
    .heading = شكرًا لك
compliment-thanks-use = ننقل كلماتك إلى من قاموا بالعمل، ونحفظها مع ما يخبرنا به الآخرون. هكذا نتعلم ما ينجح.
    .heading = ما نفعله به

compliment-to-staff = أثنى شخص على عملك
    .short = نشكرك على عملك الجيد. هذا ما قيل لنا.
compliment-to-staff-praise = هذا ما قيل:
    .heading = الثناء
compliment-to-staff-from = هو من { $giver }، ولا يمانع في أن تعرف ذلك.
compliment-to-staff-nobody = لم يُطلب منا أن نذكر لك الاسم.

survey-invitation = كيف تعاملنا مع شكواك؟
    .short = نود أن نعرف كيف كان أداؤنا. يستغرق ذلك بضع دقائق.
survey-invitation-survey = نريد أن نعرف أمرين. كيف تعاملنا مع شكواك، وهل أنت راضٍ عما أسفرت عنه؟ يمكنك { $ways }.
    .heading = ما نود أن نعرفه
survey-invitation-opt-out = لست ملزمًا بالرد. إذا كنت لا تريد مزيدًا من مثل هذه الرسائل فأخبرنا.
    .heading = الأمر يعود إليك
