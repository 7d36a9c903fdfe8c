# رفض شكوى أو طلب للمرحلة 2، مع بيان الحقوق.

not-accepted = لا يمكننا قبول شكواك
not-accepted-part = لا يمكننا قبول جزء من شكواك
not-accepted-short = قررنا ألا ننظر في شكواك. تخبرك هذه الرسالة بالسبب وبكيفية الاعتراض عليه.
not-accepted-short-part = قررنا ألا ننظر في جزء من شكواك. تخبرك هذه الرسالة بالسبب وبكيفية الاعتراض عليه.
not-accepted-decision = قررنا أننا لن ننظر فيما يلي:
    .heading = ما قررناه
escalation-declined = لا يمكننا نقل شكواك إلى المرحلة 2
escalation-declined-part = لا يمكننا نقل جزء من شكواك إلى المرحلة 2
escalation-declined-short = قررنا ألا ننظر في شكواك مرة أخرى. تخبرك هذه الرسالة بالسبب وبكيفية الاعتراض عليه.
escalation-declined-short-part = قررنا ألا ننظر في جزء من شكواك مرة أخرى. تخبرك هذه الرسالة بالسبب وبكيفية الاعتراض عليه.
escalation-declined-decision = قررنا أننا لن ننظر مرة أخرى فيما يلي:
    .heading = ما قررناه
refusal-decided-by = قرر هذا { $name }، لشكواك وحدها.
refusal-ground = تقول سياسة الشكاوى لدينا ({ $clause }) ما يلي. { $says }
    .heading = ما تقوله سياستنا
refusal-reasons =
    .heading = لماذا ينطبق هذا عليك
refusal-considered =
    .heading = ما فكرنا فيه أيضًا
refusal-kept = ننظر في بقية شكواك:
    .heading = ما سنواصل العمل عليه
refusal-kept-by = سنرد على ذلك في موعد أقصاه { $day }.
refusal-where-now =
    .heading = من يمكنه أن يتولى الأمر
