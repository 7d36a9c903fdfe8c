# حين تتحول القضية أو تنتهي: قبول طلب متأخر، سحب، إغلاق.

late-escalation-decision = ننقل شكواك إلى المرحلة 2
    .short = سننظر في شكواك مرة أخرى في المرحلة 2. لا يهم أنك طلبت ذلك بعد الموعد الأخير.
late-escalation-asked = طلبت منا في { $asked } أن ننظر مرة أخرى. كان الموعد الأخير للطلب { $last }.
    .heading = قبلنا طلبك
late-escalation-why =
    .heading = لماذا قبلناه
late-escalation-next = سينظر في شكواك شخص لم يشارك في ردنا الأول.
    .heading = ما سيحدث بعد ذلك
late-escalation-by = سنكتب إليك عما سننظر فيه وعن موعد ردنا في موعد أقصاه { $day }.

withdrawal-confirmed = لقد سحبت شكواك
    .short = أوقفنا عملنا على شكواك كما طلبت. يمكنك العودة إليها.
withdrawal-asked = أخبرتنا { $channel } في { $day } بأنك تريد سحب شكواك. هل هذا غير ما أردته؟ أخبرنا ونواصل العمل عليها.
    .heading = ما طلبت منا أن نفعله

closure = لقد أغلقنا شكواك
closure-short = لقد أغلقنا شكواك. لا يزال بإمكانك العودة إلينا.
closure-short-done = لقد أغلقنا شكواك. قمنا بما وعدنا به.
closure-short-open = لقد أغلقنا شكواك. سنقوم مع ذلك بما وعدنا به.
closure-why =
    .heading = لماذا أغلقناها
closure-answered = رددنا عليك في { $day }.
closure-content-on = أخبرتنا في { $day } بأنك راضٍ عن ردنا.
closure-content = كنت راضيًا عن ردنا.
closure-window-passed = انقضى الوقت المتاح لتطلب منا أن ننظر مرة أخرى.
closure-last-answer = كان ذلك ردنا الأخير.
closure-taken-back = سحبت شكواك.
closure-no-more = لم يبقَ لدينا عمل عليها.
closure-kept = سنخبرك عند إنجاز كل واحد من هذه الأمور.

come-back =
    .heading = يمكنك العودة إلينا
come-back-ways = يمكنك { $ways }.
come-back-by = يرجى أن تطلب ذلك في موعد أقصاه { $day }.
come-back-withdrawn = يمكنك إعادة تقديم الشكوى، أو تقديم شكوى جديدة.
come-back-stage-2 = لا يزال بإمكانك أن تطلب منا أن ننظر في شكواك مرة أخرى في المرحلة 2.
come-back-promise = أخبرنا إذا لم نفِ بوعد، أو إذا حدث الأمر مرة أخرى.
