# السلوك والترتيبات الخاصة.

adjustment-confirmed = ما نفعله من أجلك بطريقة مختلفة
    .short = تبين هذه الرسالة ما اتفقنا على فعله ليسهل عليك التعامل معنا.
adjustment-confirmed-agreed = هذا ما نفعله من أجلك من الآن فصاعدًا:
    .heading = ما اتفقنا عليه
adjustment-confirmed-none = أخبرتنا بأنك لا تحتاج منا إلى شيء مختلف.
    .heading = ما اتفقنا عليه
adjustment-confirmed-review = سننظر في هذا معك مرة أخرى في موعد أقصاه { $day }، لنرى إن كان لا يزال مفيدًا.
    .heading = متى ننظر فيه مرة أخرى
adjustment-confirmed-no-review = نلتزم بهذا إلى أن تخبرنا بأنه ينبغي أن يتغير.
    .heading = متى ننظر فيه مرة أخرى
adjustment-confirmed-again = هل هذا غير صحيح، أو هل تحتاج إلى شيء آخر؟ أخبرنا في أي وقت. يمكنك { $ways }.
    .heading = يمكنك أن تطلب مرة أخرى

behaviour-warning = يرجى تغيير طريقة تعاملك مع موظفينا
    .short = نريد أن نواصل مساعدتك. نطلب منك أن تغير شيئًا واحدًا.
behaviour-warning-happened =
    .heading = ما الذي حدث
behaviour-warning-ask = يرجى معاملة موظفينا باحترام، كما يجب عليهم أن يعاملوك. إذا كان شيء ما قد جعل هذا صعبًا عليك فأخبرنا. سنرى ما يمكننا فعله.
    .heading = ما نطلبه منك
behaviour-warning-follow = إذا حدث هذا مرة أخرى فقد نقيد طرق تواصلك معنا. سننظر أولًا في احتياجاتك، وسنكتب إليك قبل أن يتغير أي شيء.
    .heading = ما قد يترتب على ذلك
case-goes-on = نواصل العمل على شكواك. يمكنك أن تضيف إليها، وأن تطلب المرحلة 2، وأن تذهب إلى أمين مظالم الإسكان، كما يمكن للجميع.
    .heading = شكواك مستمرة

restriction-notice = نحن نقيد طرق تواصلك معنا
    .short = ابتداءً من اليوم هناك قيد على طرق تواصلك معنا. شكواك مستمرة.
restriction-notice-restriction =
    .heading = ما الذي يتغير ابتداءً من اليوم
restriction-notice-evidence =
    .heading = لماذا نفعل هذا
restriction-notice-considered =
    .heading = ما فكرنا فيه أولًا
restriction-notice-open = يمكنك دائمًا أن تتواصل معنا { $channel }. هذه الطريقة مفتوحة لشكواك ولكل شيء آخر.
    .heading = كيف لا يزال بإمكانك التواصل معنا
restriction-notice-review = سننظر في هذا مرة أخرى في موعد أقصاه { $day }. وسنسألك عن رأيك فيه.
    .heading = متى ننظر فيه مرة أخرى
restriction-notice-challenge = قرر هذا { $approver }. يمكنك أن تطلب منا أن ننظر في القرار مرة أخرى. أخبرنا لماذا تراه خاطئًا، إن شئت. يمكنك { $ways }.
    .heading = يمكنك الاعتراض على هذا

restriction-review = نظرنا مرة أخرى في القيد على طرق تواصلك معنا
    .short = تخبرك هذه الرسالة بما قررناه.
restriction-review-lifted = انتهى القيد اليوم. يمكنك أن تتواصل معنا مثل الجميع.
    .heading = انتهى القيد
restriction-review-kept = يبقى القيد في الوقت الحالي. وهو ينص على ما يلي:
    .heading = القيد باقٍ
restriction-review-outcome =
    .heading = ما فكرنا فيه
