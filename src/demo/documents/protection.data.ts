import type { RichEntry } from './rich-entry.js';

/** Objectives of the second round table: saving lives, smuggling and trafficking, return. All of it is invented. */
export const protection: readonly RichEntry[] = [
  {
    by: 'egypt',
    item: 'A.1',
    day: 88,
    status: 'ongoing',
    language: 'ar',
    use: 'public',
    narrative: {
      en: 'The rescue coordination centre added its night numbers and the names of its liaison officers to the shared list, and opened a channel on which centres tell one another, in Arabic and English, that a boat is expected.',
      fr: 'Le centre de coordination des secours a ajouté à la liste commune ses numéros de nuit et le nom de ses officiers de liaison, et a ouvert un canal sur lequel les centres se signalent, en arabe et en anglais, qu’une embarcation est attendue.',
      ar: 'أضاف مركز تنسيق الإنقاذ إلى القائمة المشتركة أرقامه الليلية وأسماء ضباط الاتصال لديه، وفتح قناة تتبادل المراكز من خلالها، بالعربية والإنكليزية، الإخطار بقارب منتظر.',
    },
    results: {
      en: 'The time between a first call and the answer of the competent centre fell from 26 to 9 minutes on average in the exercise of May.',
      fr: 'Lors de l’exercice de mai, le délai moyen entre le premier appel et la réponse du centre compétent est passé de 26 à 9 minutes.',
      ar: 'انخفض متوسط المدة بين الاتصال الأول ورد المركز المختص من 26 دقيقة إلى 9 دقائق في تمرين أيار/مايو.',
    },
    nextSteps: {
      en: 'A second exercise, at night, is planned with three neighbouring centres.',
      fr: 'Un deuxième exercice, de nuit, est prévu avec trois centres voisins.',
      ar: 'يُعتزم إجراء تمرين ثانٍ، ليلاً، مع ثلاثة مراكز مجاورة.',
    },
  },
  {
    by: 'ethiopia',
    item: 'A.1',
    day: 90,
    status: 'ongoing',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'Although it has no coast, the disaster management commission takes part in the list: most calls for help reach it first, by telephone, from relatives. A desk of four people passes them on in one form, and tells the family who has taken over.',
      fr: 'Bien que le pays n’ait pas de littoral, la commission de gestion des catastrophes participe à la liste : c’est à elle que parviennent d’abord, par téléphone, la plupart des appels à l’aide des proches. Un bureau de quatre personnes les transmet sur un formulaire unique et indique à la famille qui a pris le relais.',
      ar: 'تشارك لجنة إدارة الكوارث في القائمة وإن لم يكن للبلد ساحل، إذ تصلها أولاً معظم نداءات الاستغاثة، هاتفياً، من الأقارب. ويحيل مكتب من أربعة أشخاص هذه النداءات في استمارة واحدة، ويبلغ الأسرة بالجهة التي تولت الأمر.',
    },
    results: {
      en: 'In the first six months, 312 calls were passed on, and in 287 of them the family was told the outcome.',
      fr: 'Au cours des six premiers mois, 312 appels ont été transmis ; dans 287 cas, la famille a été informée de l’issue.',
      ar: 'أُحيل 312 نداءً في الأشهر الستة الأولى، وأُبلغت الأسرة بالنتيجة في 287 حالة منها.',
    },
  },
  {
    by: 'tunisia',
    item: 'A.5',
    day: 89,
    status: 'planned',
    language: 'fr',
    use: 'public',
    narrative: {
      en: `The meeting of forensic services was prepared with a short survey, to which nine services replied. It showed what they already keep in the same way and what they do not yet.

| Kept on each case | Services | In a common form |
|---|---:|---:|
| Place and day of recovery | 9 | 7 |
| Description of clothing and belongings | 9 | 3 |
| Dental chart | 6 | 4 |
| DNA profile | 5 | 5 |
| Contact of relatives who search | 4 | 1 |`,
      fr: `La réunion des services médico-légaux a été préparée par une courte enquête, à laquelle neuf services ont répondu. Elle a montré ce qu’ils consignent déjà de la même manière et ce qui reste à harmoniser.

| Renseignement consigné | Services | Sous une forme commune |
|---|---:|---:|
| Lieu et date de la découverte | 9 | 7 |
| Description des vêtements et des effets | 9 | 3 |
| Schéma dentaire | 6 | 4 |
| Profil ADN | 5 | 5 |
| Coordonnées des proches qui recherchent | 4 | 1 |`,
      ar: `أُعدّ لاجتماع دوائر الطب الشرعي باستبيان قصير ردت عليه تسع دوائر. وبيّن الاستبيان ما تحفظه الدوائر أصلاً بالطريقة نفسها وما لم يُوحَّد بعد.

| ما يُحفظ عن كل حالة | عدد الدوائر | في نموذج موحد |
|---|---:|---:|
| مكان العثور وتاريخه | 9 | 7 |
| وصف الملابس والمتعلقات | 9 | 3 |
| مخطط الأسنان | 6 | 4 |
| البصمة الوراثية | 5 | 5 |
| بيانات الاتصال بالأقارب الباحثين | 4 | 1 |`,
    },
    nextSteps: {
      en: 'The meeting, which is open to all members, will agree on a minimum form and on who may see it.',
      fr: 'La réunion, ouverte à tous les membres, arrêtera un formulaire minimal et déterminera qui peut le consulter.',
      ar: 'سيتفق الاجتماع، وهو مفتوح لجميع الأعضاء، على استمارة دنيا وعلى من يجوز له الاطلاع عليها.',
    },
    supportKinds: ['expertise'],
    support: {
      en: 'Advice would be useful on the protection of personal data in the exchange of forensic information.',
      fr: 'Des conseils seraient utiles sur la protection des données personnelles dans l’échange d’informations médico-légales.',
      ar: 'وتلزم مشورة بشأن حماية البيانات الشخصية عند تبادل المعلومات الطبية الشرعية.',
    },
  },
  {
    by: 'egypt',
    item: 'C.1',
    day: 91,
    status: 'completed',
    language: 'ar',
    use: 'public',
    narrative: {
      en: `The directory of prosecutors now covers fourteen members. For each of them it says:

- who receives requests for assistance, in which languages and by which secure channel;
- what a request has to contain;
- how urgent measures, such as the keeping of data, are asked for.

It is renewed every three months, and each contact confirms the entry before it is sent out.`,
      fr: `Le répertoire des procureurs couvre désormais quatorze membres. Il indique pour chacun :

- qui reçoit les demandes d’entraide, dans quelles langues et par quel canal sécurisé ;
- ce qu’une demande doit contenir ;
- comment sont demandées les mesures urgentes, telles que la conservation de données.

Il est mis à jour tous les trois mois, et chaque point de contact confirme sa fiche avant l’envoi.`,
      ar: `يشمل دليل المدعين العامين حالياً أربعة عشر عضواً، ويبيّن لكل منهم:

- الجهة التي تتلقى طلبات المساعدة، وبأي لغات، وعبر أي قناة مأمونة؛
- ما يجب أن يتضمنه الطلب؛
- كيفية طلب التدابير العاجلة، مثل حفظ البيانات.

ويُحدَّث الدليل كل ثلاثة أشهر، وتؤكد كل جهة اتصال بياناتها قبل توزيعه.`,
    },
    results: {
      en: 'Requests that reach the right office at once rose from about half to nine in ten. [The entry sheet](https://example.org/directory) can be used by other mechanisms.',
      fr: 'La part des demandes qui parviennent d’emblée au bon service est passée d’environ la moitié à neuf sur dix. [La fiche type](https://example.org/directory) peut être utilisée par d’autres mécanismes.',
      ar: 'ارتفعت نسبة الطلبات التي تصل مباشرة إلى الجهة الصحيحة من نحو النصف إلى تسعة من كل عشرة. ويمكن للآليات الأخرى استخدام [نموذج البيانات](https://example.org/directory).',
    },
  },
  {
    by: 'partner',
    item: 'C.2',
    day: 92,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: 'The course on digital evidence was revised after its first run. It now begins with a case that the participants bring themselves, and ends with a request for data that they write, exchange and correct in pairs from two countries.',
      fr: 'Le cours sur la preuve numérique a été remanié après sa première édition. Il s’ouvre désormais sur une affaire apportée par les participants et s’achève par une demande de données qu’ils rédigent, échangent et corrigent en binômes issus de deux pays.',
      ar: 'نُقّحت الدورة المعنية بالأدلة الرقمية بعد عقدها للمرة الأولى. وهي تبدأ الآن بقضية يأتي بها المشاركون أنفسهم، وتنتهي بطلب بيانات يصوغونه ويتبادلونه ويصححونه مثنى مثنى من بلدين.',
    },
    results: {
      en: '62 investigators and prosecutors from eight members completed it; 27 of them now teach parts of it at home.',
      fr: 'Soixante-deux enquêteurs et procureurs de huit membres l’ont suivi jusqu’au bout ; 27 d’entre eux en enseignent maintenant des parties dans leur pays.',
      ar: 'أتمها 62 محققاً ومدعياً عاماً من ثمانية أعضاء، ويدرّس 27 منهم الآن أجزاء منها في بلدانهم.',
    },
    supportKinds: ['training'],
    support: {
      en: 'Trainers are sought who can teach the course in Arabic and French.',
      fr: 'Des formateurs capables de donner le cours en arabe et en français sont recherchés.',
      ar: 'ويلزم مدربون قادرون على تدريس الدورة بالعربية والفرنسية.',
    },
  },
  {
    by: 'secretariat',
    item: 'C.3',
    day: 90,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `After two rounds of comments the list of indicators to identify victims of trafficking has 34 entries, down from 71. They are ordered by who is most likely to notice them:

- those who meet people on the way, such as transport workers and volunteers;
- those who decide, such as border and asylum officials;
- those who see working conditions, such as labour inspectors.

Each indicator is a question that can be asked without an interpreter in less than a minute.`,
      fr: `À l’issue de deux séries d’observations, la liste d’indicateurs permettant d’identifier les victimes de la traite compte 34 éléments, contre 71 au départ. Ils sont classés selon les personnes les mieux à même de les remarquer :

- celles qui rencontrent les migrants en chemin, comme les agents de transport et les bénévoles ;
- celles qui prennent des décisions, comme les agents des frontières et de l’asile ;
- celles qui voient les conditions de travail, comme les inspecteurs du travail.

Chaque indicateur est une question qui peut être posée sans interprète en moins d’une minute.`,
      ar: `بعد جولتين من التعليقات، باتت قائمة مؤشرات التعرف على ضحايا الاتجار تضم 34 مؤشراً بعد أن كانت 71 مؤشراً. ورُتبت المؤشرات بحسب من يُرجح أن يلاحظها:

- من يلتقون المهاجرين في الطريق، مثل العاملين في النقل والمتطوعين؛
- من يتخذون القرارات، مثل موظفي الحدود واللجوء؛
- من يطّلعون على ظروف العمل، مثل مفتشي العمل.

وكل مؤشر سؤال يمكن طرحه دون مترجم شفوي في أقل من دقيقة.`,
    },
    nextSteps: {
      en: 'Four members will try the list for half a year at one airport and two land crossings each.',
      fr: 'Quatre membres mettront la liste à l’essai pendant six mois, chacun dans un aéroport et à deux postes terrestres.',
      ar: 'سيجرّب أربعة أعضاء القائمة لمدة نصف سنة، كل منهم في مطار واحد ومعبرين بريين.',
    },
  },
  {
    by: 'kenya',
    item: 'C.4',
    day: 88,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `Six community and diaspora stations broadcast a series of twelve talks with returned migrants and those who advise them. The talks were written with the listeners’ clubs and not for them.

| Language | Stations | Talks | Calls after a talk |
|---|---:|---:|---:|
| Swahili | 3 | 12 | 1,940 |
| Somali | 1 | 12 | 615 |
| Amharic | 1 | 8 | 402 |
| English | 1 | 6 | 158 |`,
      fr: `Six stations communautaires et de la diaspora ont diffusé une série de douze entretiens avec des migrants revenus au pays et avec les personnes qui les conseillent. Les entretiens ont été conçus avec les clubs d’auditeurs, et non pour eux.

| Langue | Stations | Entretiens | Appels après un entretien |
|---|---:|---:|---:|
| Swahili | 3 | 12 | 1 940 |
| Somali | 1 | 12 | 615 |
| Amharique | 1 | 8 | 402 |
| Anglais | 1 | 6 | 158 |`,
      ar: `بثت ست إذاعات مجتمعية وإذاعات للمغتربين سلسلة من اثني عشر حواراً مع مهاجرين عائدين ومع من يقدمون لهم المشورة. وأُعدّت الحوارات مع نوادي المستمعين، لا من أجلهم فحسب.

| اللغة | الإذاعات | الحوارات | المكالمات بعد الحوار |
|---|---:|---:|---:|
| السواحيلية | 3 | 12 | 1940 |
| الصومالية | 1 | 12 | 615 |
| الأمهرية | 1 | 8 | 402 |
| الإنكليزية | 1 | 6 | 158 |`,
    },
    results: {
      en: 'One caller in five asked how to check an offer of work, which became the subject of two further talks.',
      fr: 'Un auditeur sur cinq a demandé comment vérifier une offre d’emploi ; deux entretiens supplémentaires y ont été consacrés.',
      ar: 'سأل واحد من كل خمسة متصلين عن كيفية التحقق من عرض عمل، فخُصص لهذا الموضوع حواران إضافيان.',
    },
  },
  {
    by: 'egypt',
    item: 'D.1',
    day: 92,
    status: 'ongoing',
    language: 'ar',
    use: 'mechanism',
    narrative: {
      en: 'The checklist for safe and dignified return was tried out with reception officers at two airports. They asked for two changes, which were made: a question about medicines needed on the journey, and a line for the name of the person who accompanies a child.',
      fr: 'L’aide-mémoire pour un retour sûr et digne a été mis à l’essai avec les agents d’accueil de deux aéroports. Ils ont demandé deux modifications, qui ont été apportées : une question sur les médicaments nécessaires pendant le voyage, et une ligne pour le nom de la personne qui accompagne un enfant.',
      ar: 'جُرّبت القائمة المرجعية للعودة الآمنة والكريمة مع موظفي الاستقبال في مطارين. وطلب هؤلاء تعديلين أُدخلا عليها: سؤال عن الأدوية اللازمة أثناء السفر، وسطر لاسم الشخص المرافق للطفل.',
    },
    results: {
      en: 'The checklist takes seven minutes on average and is kept with the person, who may read it.',
      fr: 'Il faut en moyenne sept minutes pour remplir l’aide-mémoire, qui est conservé par l’intéressé et que celui-ci peut lire.',
      ar: 'يستغرق ملء القائمة سبع دقائق في المتوسط، ويحتفظ بها صاحب الشأن وله أن يقرأها.',
    },
  },
  {
    by: 'ethiopia',
    item: 'D.2',
    day: 91,
    status: 'planned',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The study visit will show three kinds of support to those who come back, each run by others:

1. a grant for small shops, paid in kind by a cooperative bank;
2. vocational courses in which half of the places are for neighbours who never left;
3. counselling, for as long as it is wanted, in the health centre of the district.

Members were asked to send somebody who works with returnees and somebody who decides on budgets.`,
      fr: `La visite d’étude présentera trois formes d’appui aux personnes de retour, chacune mise en œuvre par des acteurs différents :

1. une aide aux petits commerces, versée en nature par une banque coopérative ;
2. des formations professionnelles dont la moitié des places est destinée aux voisins qui ne sont jamais partis ;
3. un accompagnement psychosocial, aussi longtemps qu’il est souhaité, au centre de santé du district.

Les membres ont été invités à envoyer une personne qui travaille avec les personnes de retour et une personne qui décide des budgets.`,
      ar: `ستعرض الزيارة الدراسية ثلاثة أشكال من الدعم المقدم للعائدين، تتولى كلاً منها جهة مختلفة:

1. منحة للمتاجر الصغيرة يقدمها عيناً مصرف تعاوني؛
2. دورات مهنية يُخصَّص نصف مقاعدها للجيران الذين لم يغادروا قط؛
3. مشورة نفسية واجتماعية في المركز الصحي للمنطقة، ما دامت مطلوبة.

وطُلب من الأعضاء إيفاد شخص يعمل مع العائدين وشخص يبت في الميزانيات.`,
    },
    results: {
      en: 'Of 140 shops that were supported, 112 were open after eighteen months.',
      fr: 'Sur 140 commerces aidés, 112 étaient ouverts au bout de dix-huit mois.',
      ar: 'من أصل 140 متجراً حصل على الدعم، ظل 112 متجراً يعمل بعد ثمانية عشر شهراً.',
    },
    nextSteps: {
      en: 'The visit will take place after the rains; what is learned will be added to the checklist.',
      fr: 'La visite aura lieu après la saison des pluies ; ses enseignements seront ajoutés à l’aide-mémoire.',
      ar: 'ستُجرى الزيارة بعد موسم الأمطار، وتضاف الدروس المستفادة منها إلى القائمة المرجعية.',
    },
  },
  ...(
    [
      [
        'kenya',
        88,
        {
          en: 'Officers who were trained in digital evidence change posts within two years as a rule, and their successors begin anew.',
          fr: 'Les agents formés à la preuve numérique changent en général d’affectation dans les deux ans, et leurs successeurs doivent repartir de zéro.',
          ar: 'يُنقل الموظفون المدربون على الأدلة الرقمية عادةً إلى مناصب أخرى في غضون سنتين، فيبدأ من يخلفهم من جديد.',
        },
        {
          en: 'Equipment was lent between two services for the length of a joint investigation, under a one-page agreement.',
          fr: 'Du matériel a été prêté entre deux services pendant la durée d’une enquête conjointe, sur la base d’un accord d’une page.',
          ar: 'أعارت إحدى الدوائر دائرة أخرى معدات طوال مدة تحقيق مشترك، بموجب اتفاق من صفحة واحدة.',
        },
      ],
      [
        'germany',
        90,
        {
          en: 'The periods for which providers keep data differ, so that a request may come too late although it was sent in good time.',
          fr: 'La durée de conservation des données varie selon les fournisseurs, de sorte qu’une demande peut arriver trop tard bien qu’elle ait été envoyée à temps.',
          ar: 'تختلف المدد التي يحتفظ فيها مقدمو الخدمات بالبيانات، فقد يصل الطلب متأخراً مع أنه أُرسل في حينه.',
        },
        {
          en: 'A single office now receives all requests for data and answers within three working days whether they can be granted.',
          fr: 'Un bureau unique reçoit désormais toutes les demandes de données et indique dans un délai de trois jours ouvrables s’il peut y être fait droit.',
          ar: 'يتلقى مكتب واحد حالياً جميع طلبات البيانات ويجيب في غضون ثلاثة أيام عمل عن إمكان الاستجابة لها.',
        },
      ],
      [
        'south-sudan',
        91,
        {
          en: 'Translation of what was found on a telephone often takes longer than the investigation allows.',
          fr: 'La traduction du contenu d’un téléphone prend souvent plus de temps que l’enquête n’en laisse.',
          ar: 'كثيراً ما تستغرق ترجمة ما يُعثر عليه في هاتف وقتاً أطول مما يسمح به التحقيق.',
        },
        {
          en: 'Police and prosecutors agreed on one sheet that goes with each telephone from the moment at which it is seized.',
          fr: 'La police et le parquet sont convenus d’une fiche unique qui accompagne chaque téléphone dès sa saisie.',
          ar: 'اتفقت الشرطة والنيابة العامة على استمارة واحدة ترافق كل هاتف منذ لحظة ضبطه.',
        },
      ],
      [
        'ethiopia',
        92,
        {
          en: 'Courts ask for the chain of custody in different ways, and no common sheet satisfies all of them yet.',
          fr: 'Les tribunaux demandent la preuve de la chaîne de conservation sous des formes différentes, et aucune fiche commune ne les satisfait encore toutes.',
          ar: 'تطلب المحاكم إثبات تسلسل الحيازة بطرق مختلفة، ولا توجد بعد استمارة موحدة تفي بمتطلباتها جميعاً.',
        },
        {
          en: 'Judges joined the last day of a training course and told the participants which evidence had persuaded them.',
          fr: 'Des juges ont participé au dernier jour d’une formation et ont expliqué aux participants quelles preuves les avaient convaincus.',
          ar: 'شارك قضاة في اليوم الأخير من دورة تدريبية وأوضحوا للمشاركين أي الأدلة أقنعتهم.',
        },
      ],
    ] as const
  ).map(([by, day, challenges, narrative]): RichEntry => ({
    ...{ by, day, item: 'C.2', status: 'ongoing', language: 'en', use: 'unnamed', narrative, challenges },
  })),
];
