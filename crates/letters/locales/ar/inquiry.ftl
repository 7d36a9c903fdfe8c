# التحقق: ما يُطلب من المقاولين والفرق ومن الشخص نفسه وممن يُنتقدون.

evidence-request = نحتاج إلى شيء منك
    .short = نحتاج إلى بعض الأوراق أو الصور منك، إن كانت لديك.
evidence-request-need =
    .heading = ما نحتاج إليه
evidence-request-cannot = أليس لديك ذلك، أو هل يصعب عليك الحصول عليه؟ أخبرنا. سنعتمد على ما لدينا، ولن نحسب ذلك عليك.
    .heading = إذا لم تستطع إرساله
evidence-request-reply = يرجى إرساله في موعد أقصاه { $day } إن استطعت. يمكنك { $ways }.
    .heading = متى نحتاج إليه

meeting-invitation = نود أن نلتقي بك
    .short = نود أن نلتقي بك في { $day }.
meeting-invitation-when = سنلتقي في { $day } في الساعة { $time }، في { $place }. إذا لم يناسبك هذا فأخبرنا. يمكنك { $ways }.
    .heading = متى وأين
meeting-invitation-who = ستلتقي { $people }.
    .heading = من سيكون هناك
meeting-invitation-bring = يمكنك أن تحضر معك شخصًا، أو أن يتكلم نيابة عنك. لست ملزمًا بأن تسألنا أولًا.
    .heading = يمكنك أن تحضر معك شخصًا
meeting-invitation-needs = هل هناك ما يجعل هذا أسهل عليك؟ أخبرنا قبل ذلك اليوم.
    .heading = ما الذي يساعدك

information-request = نحتاج إلى شيء منكم من أجل شكوى
    .short = أخبرونا بما تعرفونه. تبين هذه الرسالة ما نحتاج إليه وموعده.
information-request-need =
    .heading = ما نحتاج إليه
information-request-reply = يرجى الرد في موعد أقصاه { $day }. علينا أن نرد على الساكن في الوقت المحدد، ونحتاج إلى الجزء الخاص بكم لذلك. أرسلوه إلى { $ways }.
    .heading = متى نحتاج إليه
information-request-reply-open = يرجى الرد في أقرب وقت ممكن لكم. علينا أن نرد على الساكن في الوقت المحدد. أرسلوه إلى { $ways }.
    .heading = متى نحتاج إليه

information-request-chaser = لم يصلنا ردكم
    .short = كان موعد ردكم { $day }. يرجى إرساله اليوم.
information-request-chaser-reply = سألناكم في { $asked }، وكان موعد ردكم { $day }. لا يزال علينا أن نرد على الساكن في الوقت المحدد. إذا لم نسمع منكم فسنرد دون الجزء الخاص بكم ونذكر ذلك. أرسلوه إلى { $ways }.
    .heading = ردكم متأخر

comment-invitation = يرجى أن تخبرنا بوجهة نظرك
    .short = تنتقد شكوى شيئًا قمت به. نود أن نسمع منك أولًا.
comment-invitation-allegation = هذا ما يقال عنك:
    .heading = ما يقال
comment-invitation-draft = لم يتقرر شيء. نريد أن نعرف كيف رأيت الأمر قبل أن نقرر.
    .heading = أين وصلنا
comment-invitation-reply = يرجى الكتابة إلينا في موعد أقصاه { $day }. يمكنك أن تستعين بشخص. أرسله إلى { $ways }.
    .heading = متى نحتاج إليه
comment-invitation-reply-open = يرجى الكتابة إلينا قبل أن نرد على الشكوى. يمكنك أن تستعين بشخص. أرسله إلى { $ways }.
    .heading = متى نحتاج إليه

confidential = يرجى الاحتفاظ بهذا لنفسك. استخدمه لهذا الأمر وحده، ولا تره إلا لمن يحتاج إليه لذلك.
    .heading = هذا سري
