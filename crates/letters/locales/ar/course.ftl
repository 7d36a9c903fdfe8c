# سير القضية: الخروج عن السياسة، والرجوع، وإعادة التفكير، والوعود، والنهايات، ورسائل لم تصل.

departure-notice = نفعل شيئًا بطريقة مختلفة عن سياستنا
    .short = تخبرك هذه الرسالة بما هو مختلف، ولماذا، وما يعنيه لك.
departure-notice-what = تقول سياستنا شيئًا آخر في هذا الأمر ({ $clause }). في حالتك لا نتبعها. وافق { $approver } على هذا في { $day }.
    .heading = ما نفعله بطريقة مختلفة
departure-notice-why =
    .heading = لماذا نفعل هذا
departure-notice-effect = شكواك مستمرة، وحقوقك تبقى كما هي. إذا كان هذا لا يناسبك فأخبرنا. يمكنك { $ways }.
    .heading = ما يعنيه هذا لك
departure-notice-due = لا يزال علينا { $what } في موعد أقصاه { $day }.

disruption-notice = حدث شيء يؤثر في خدمتنا
    .short = تخبرك هذه الرسالة بما حدث وبموعد عودتنا.
disruption-notice-happened =
    .heading = ما الذي حدث
disruption-notice-effect =
    .heading = ما يعنيه هذا لك
disruption-notice-back = نعتزم أن نعمل كالمعتاد مرة أخرى في موعد أقصاه { $day }.
    .heading = متى نعود
disruption-notice-kept = شكواك محفوظة لدينا، ولم يضع شيء مما أخبرتنا به.

refer-back = نود أن ننظر في شكواك مرة أخرى في المرحلة 1 أولًا
    .short = نعتقد أن هناك طريقة أسرع لإصلاح هذا. الخيار لك.
refer-back-proposal = طلبت منا المرحلة 2 في { $asked }. يود من رد عليك في المرحلة 1 أن ينظر فيها مرة أخرى. ووافقت على هذا في { $agreed }.
    .heading = ما اتفقنا عليه
refer-back-choice = لست ملزمًا بهذا. يمكنك أن تواصل المرحلة 2 في أي وقت، ولن يسألك أحد عن السبب.
    .heading = الخيار لك
refer-back-writing = هذه الرسالة هي اتفاقنا المكتوب. هل هو غير ما وافقت عليه؟ أخبرنا. يمكنك { $ways }.
    .heading = يرجى التحقق من هذا
refer-back-result = سنخبرك بما أسفر عنه ذلك في موعد أقصاه { $day }.
    .heading = متى تسمع منا
refer-back-stage-2 = المرحلة 2 لا تنتظر هذا. لا يزال علينا أن نرد عليك في المرحلة 2 في موعد أقصاه { $day }.

reconsideration-result = فكرنا مرة أخرى في ردنا
    .short = تخبرك هذه الرسالة بما تغير في ردنا في المرحلة 1.
reconsideration-result-changed =
    .heading = ما الذي تغير
reconsideration-result-remedy = كل شيء آخر في ردنا باقٍ، وسنفعل ما وعدنا به فيه.
    .heading = ما يبقى كما هو
reconsideration-result-escalation = يمكنك أن تطلب منا أن ننظر في شكواك مرة أخرى في المرحلة 2. لست ملزمًا بأن تخبرنا بالسبب. يمكنك { $ways }.
    .heading = إذا لم ترضَ عن هذا
reconsideration-result-until = يبدأ وقت الطلب من جديد ابتداءً من اليوم. يرجى أن تطلب ذلك في موعد أقصاه { $day }.
reconsideration-result-no-end = لا يوجد موعد أخير لذلك.

action-update = كيف تسير الأمور فيما وعدناك به
    .short = هذه الرسالة عن أمر واحد وعدنا بفعله.
action-update-action = وعدناك بما يلي:
    .heading = ما وعدنا به
action-update-done = لقد فعلنا هذا. أُنجز في { $day }.
    .heading = تم إنجازه
action-update-not-done = هل ترى أنه لم يُنجز، أو لم يُنجز جيدًا؟ أخبرنا. يمكنك { $ways }.
action-update-so-far =
    .heading = ما قمنا به حتى الآن
action-update-moved = قلنا إن هذا سيُنجز في موعد أقصاه { $old }. لا يمكننا الالتزام بذلك اليوم، ونحن آسفون. سيُنجز الآن في موعد أقصاه { $new }.
    .heading = الموعد الجديد
action-update-by = سيُنجز في موعد أقصاه { $day }، كما أخبرناك.
    .heading = متى يُنجز

pre-closure-contact = قبل أن نغلق شكواك
    .short = نعتقد أننا فعلنا ما وعدنا به. أخبرنا إذا بقي شيء.
pre-closure-contact-actions = هذا ما وعدناك به، وما فعلناه:
    .heading = ما وعدنا به
pre-closure-contact-done = أُنجز في { $day }
pre-closure-contact-open = لم يُنجز بعد
pre-closure-contact-left = هل هناك شيء لم يُنجز، أو لم يُنجز جيدًا؟ أخبرنا قبل أن نغلق شكواك. يمكنك { $ways }.
    .heading = هل بقي شيء؟
pre-closure-contact-window = يمكنك أن تطلب منا المرحلة 2 حتى { $day }.
    .heading = لا يزال بإمكانك المتابعة
pre-closure-contact-open-ended = لا يزال بإمكانك أن تطلب منا المرحلة 2. لا يوجد موعد أخير لذلك.
    .heading = لا يزال بإمكانك المتابعة
pre-closure-contact-last = أعطيناك ردنا الأخير. يمكنك الذهاب إلى أمين مظالم الإسكان.
    .heading = لا يزال بإمكانك المتابعة

reopened = فتحنا شكواك من جديد
    .short = شكواك مفتوحة من جديد. تخبرك هذه الرسالة بالسبب وبما سيأتي بعد ذلك.
reopened-why =
    .heading = لماذا فتحناها من جديد
reopened-state = شكواك في المرحلة { $stage } من إجراءات الشكاوى لدينا. يتولاها { $handler }.
    .heading = كيف تسير الأمور
reopened-state-nobody = شكواك في المرحلة { $stage } من إجراءات الشكاوى لدينا.
    .heading = كيف تسير الأمور
reopened-answer = سنرد عليك في موعد أقصاه { $day }.
    .heading = متى سنرد عليك
reopened-actions = لقد رددنا عليك من قبل. ما وعدنا به في ذلك الرد لا يزال يجب إنجازه.
    .heading = ما لا يزال علينا القيام به

delivery-problem = رسالتنا في { $day } لم تصلك
    .short = كتبنا إليك في { $day }، وعادت رسالتنا.
delivery-problem-letter = أرسلنا إليك رسالة بعنوان "{ $title }". لم تصلك { $way }.
    .heading = أي رسالة كانت
delivery-problem-get = يمكنك أن تحصل على الرسالة مرة أخرى. يمكنك { $ways }.
    .heading = كيف تحصل عليها
delivery-problem-check = أخبرنا إذا كان ينبغي أن نكتب إليك بطريقة أخرى أو في مكان آخر.
    .heading = يرجى التحقق من طريقة تواصلنا معك

portal-code = رمزك الجديد
    .short = طلبت منا طريقة لفتح شكواك على الإنترنت.
portal-code-code = اذهب إلى { $at } واكتب هذا الرمز مع رقمك المرجعي. هو لك وحدك.
    .heading = رمزك
portal-code-link = افتح هذا الرابط خلال ساعة واحدة. يعمل مرة واحدة، وهو لك وحدك.
    .heading = رابطك
portal-code-link-code = ثم تطلب الصفحة هذا الرمز:
portal-code-not-you = ألم تطلب هذا؟ إذن لا حاجة إلى أن تفعل شيئًا. لم يرَ أحد شكواك. يمكنك { $ways }.
    .heading = إذا لم تكن أنت من طلب
