# إلى أمين المظالم، وإلى الشخص عما أمر به.

ombudsman-evidence-reply = الأوراق التي طلبتموها منا
    .short = هذه هي الأوراق التي طلبتموها منا، مع بيان ما ليس لدينا.
ombudsman-reference = رقمكم المرجعي هو { $theirs }. ورقمنا هو { $ours }.
    .heading = القضية
ombudsman-evidence-items = هذا رد على كل ما طلبتموه:
    .heading = ما طلبتموه
ombudsman-evidence-held = موجود لدينا ومرسل مع هذه الرسالة
ombudsman-evidence-not-held = ليس لدينا ما يلي، وهذا هو السبب:
    .heading = ما ليس لدينا
ombudsman-evidence-index = هذه الملفات مرفقة بهذه الرسالة:
    .heading = الملفات

ombudsman-time-request = نطلب منكم مزيدًا من الوقت
    .short = لا يمكننا أن نرسل إليكم الأوراق في موعد أقصاه { $old }. نطلب مهلة حتى { $new }.
ombudsman-time-why =
    .heading = لماذا نحتاج إلى مزيد من الوقت
ombudsman-time-new = طلبتم الأوراق في موعد أقصاه { $old }. نطلب منكم الموافقة على { $new }. وإلى أن توافقوا يبقى موعدكم قائمًا.
    .heading = الموعد الذي نطلبه

order-compliance = نفذنا ما أمرتم به
    .short = تخبركم هذه الرسالة بما فعلناه، وتبين الدليل.
order-compliance-order = أمرتم أو أوصيتم بما يلي:
    .heading = الأمر
order-compliance-done = فعلنا هذا في { $day }.
order-compliance-due = كان موعده الأقصى { $day }.
order-compliance-proof =
    .heading = الدليل

order-to-person = نفذنا ما أمر به أمين مظالم الإسكان
    .short = طلب منا أمين مظالم الإسكان أن نصلح أمرًا. وقد فعلنا ذلك.
order-to-person-actions = طلب منا أمين المظالم أن نفعل ما يلي:
    .heading = ما قمنا به
order-to-person-done = فعلنا هذا في { $day }.
order-to-person-offer = يشمل هذا { $sum } لك.
    .heading = مال لك
order-to-person-apology = نأسف لأن الأمر احتاج إلى أمين المظالم لإصلاحه. كان علينا أن نفعل ذلك بأنفسنا.
    .heading = نحن آسفون
