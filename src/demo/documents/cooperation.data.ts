import type { RichEntry } from './rich-entry.js';

/** Objectives of the fourth round table: data, information, vulnerability, cooperation. All of it is invented. */
export const cooperation: readonly RichEntry[] = [
  {
    by: 'south-sudan',
    item: 'A.4',
    day: 88,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The guidance on unaccompanied children was drafted with teachers, nurses and police officers of three border towns. It fits on one sheet and follows the first day, hour by hour:

1. within one hour, a person of trust who speaks the child’s language;
2. within three hours, a meal, a bed and a look by a nurse;
3. within one day, a first talk about family, and a place in a family or a small home.

No step waits for the papers of another.`,
      fr: `Les orientations relatives aux enfants non accompagnés ont été rédigées avec des enseignants, des infirmiers et des policiers de trois villes frontalières. Elles tiennent sur une feuille et suivent la première journée, heure par heure :

1. dans l’heure, une personne de confiance qui parle la langue de l’enfant ;
2. dans les trois heures, un repas, un lit et l’examen d’un infirmier ;
3. dans la journée, un premier entretien sur la famille, et une place dans une famille ou un petit foyer.

Aucune étape n’attend les documents d’une autre.`,
      ar: `صيغت التوجيهات المتعلقة بالأطفال غير المصحوبين مع معلمين وممرضين وأفراد شرطة من ثلاث بلدات حدودية. وتقع في ورقة واحدة وتتابع اليوم الأول ساعة بساعة:

1. خلال ساعة، شخص موثوق يتكلم لغة الطفل؛
2. خلال ثلاث ساعات، وجبة وسرير وفحص يجريه ممرض؛
3. خلال يوم، حديث أول عن الأسرة، ومكان لدى أسرة أو في دار صغيرة.

ولا تنتظر أي خطوة وثائق خطوة أخرى.`,
    },
    results: {
      en: 'In the three towns, 94 children were received in this way; for 71 of them relatives were found.',
      fr: 'Dans les trois villes, 94 enfants ont été accueillis de cette manière ; des proches ont été retrouvés pour 71 d’entre eux.',
      ar: 'استُقبل بهذه الطريقة في البلدات الثلاث 94 طفلاً، وعُثر على أقارب 71 منهم.',
    },
    supportKinds: ['funding'],
    support: {
      en: 'Means for the training of host families are lacking.',
      fr: 'Des moyens font défaut pour la formation des familles d’accueil.',
      ar: 'ولا تتوافر موارد كافية لتدريب الأسر المضيفة.',
    },
  },
  {
    by: 'ethiopia',
    item: 'A.4',
    day: 92,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: 'The guidance was read with a group of young people who had travelled alone as children. At their wish it now begins with what a child should be told, in two sentences, before anything is asked; and it asks that brothers and sisters are never separated for a procedure.',
      fr: 'Les orientations ont été relues avec un groupe de jeunes qui avaient voyagé seuls dans leur enfance. À leur demande, elles commencent désormais par ce qu’il faut dire à l’enfant, en deux phrases, avant de lui poser la moindre question ; et elles demandent que les frères et sœurs ne soient jamais séparés pour les besoins d’une procédure.',
      ar: 'قُرئت التوجيهات مع مجموعة من الشباب الذين سافروا وحدهم وهم أطفال. وبناء على رغبتهم باتت تبدأ بما ينبغي قوله للطفل، في جملتين، قبل طرح أي سؤال عليه؛ وتدعو إلى عدم الفصل بين الأشقاء لأغراض أي إجراء.',
    },
    nextSteps: {
      en: 'A version for children themselves, with pictures, is being drawn.',
      fr: 'Une version illustrée destinée aux enfants est en préparation.',
      ar: 'يجري رسم نسخة مصورة موجهة إلى الأطفال أنفسهم.',
    },
  },
  {
    by: 'secretariat',
    item: 'E.1',
    day: 91,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The common definitions for migration statistics were agreed at working level for five of eight terms.

| Term | State of the work |
|---|---|
| Emigrant, immigrant | agreed |
| Cross-border worker | agreed |
| Returnee | agreed |
| Seasonal worker | agreed |
| Person in transit | agreed, with a note |
| Internal migrant | under discussion |
| Diaspora | under discussion |
| Irregular stay | to be taken up |

The note on persons in transit says that the term is not used in household surveys.[^1]

[^1]: It is counted at border crossings alone, where stays of less than ninety days are left out.`,
      fr: `Les définitions communes pour les statistiques migratoires ont été arrêtées au niveau technique pour cinq notions sur huit.

| Notion | État des travaux |
|---|---|
| Émigrant, immigrant | arrêtée |
| Travailleur frontalier | arrêtée |
| Personne de retour | arrêtée |
| Travailleur saisonnier | arrêtée |
| Personne en transit | arrêtée, avec une note |
| Migrant interne | à l’examen |
| Diaspora | à l’examen |
| Séjour irrégulier | à aborder |

La note relative aux personnes en transit indique que cette notion n’est pas employée dans les enquêtes auprès des ménages[^1].

[^1]: Le comptage ne se fait qu’aux points de passage des frontières ; les séjours de moins de quatre-vingt-dix jours sont laissés de côté.`,
      ar: `اتُّفق على المستوى الفني على التعاريف الموحدة لإحصاءات الهجرة بالنسبة لخمسة من ثمانية مصطلحات.

| المصطلح | حالة العمل |
|---|---|
| المهاجر إلى الخارج والمهاجر الوافد | متفق عليه |
| العامل عبر الحدود | متفق عليه |
| العائد | متفق عليه |
| العامل الموسمي | متفق عليه |
| الشخص العابر | متفق عليه، مع ملاحظة |
| المهاجر الداخلي | قيد المناقشة |
| المغتربون | قيد المناقشة |
| الإقامة غير النظامية | لم يُبحث بعد |

وتفيد الملاحظة المتعلقة بالأشخاص العابرين بأن المصطلح لا يُستخدم في استقصاءات الأسر المعيشية[^1].

[^1]: لا يجري العد إلا في المعابر الحدودية، ولا تُحتسب فيه الإقامات التي تقل عن تسعين يوماً.`,
    },
    challenges: {
      en: 'Definitions that stand in national law can be described, not changed, by a working group.',
      fr: 'Un groupe de travail peut décrire les définitions inscrites dans le droit interne, non les modifier.',
      ar: 'يمكن للفريق العامل أن يصف التعاريف الواردة في القوانين الوطنية لا أن يغيرها.',
    },
  },
  {
    by: 'partner',
    item: 'E.2',
    day: 93,
    status: 'planned',
    language: 'en',
    use: 'public',
    narrative: {
      en: 'The course for national statistical offices was planned with ten of them. Instead of five days at one place it consists of eight mornings online, with a small exercise on each office’s own tables in between, and two days together at the end.',
      fr: 'Le cours destiné aux instituts nationaux de statistique a été conçu avec dix d’entre eux. Au lieu de cinq jours en un même lieu, il comprend huit matinées en ligne, entrecoupées d’un petit exercice sur les tableaux de chaque institut, et deux journées communes en fin de parcours.',
      ar: 'خُطط للدورة الموجهة إلى المكاتب الإحصائية الوطنية مع عشرة منها. وبدلاً من خمسة أيام في مكان واحد، تتألف الدورة من ثماني جلسات صباحية عبر الإنترنت، يتخللها تمرين صغير على جداول كل مكتب، ويومين مشتركين في الختام.',
    },
    nextSteps: {
      en: 'The first course begins in the new year with 24 participants; its material will be free for all to use.',
      fr: 'Le premier cours commencera au début de l’année prochaine avec 24 participants ; le matériel sera librement utilisable par tous.',
      ar: 'تبدأ الدورة الأولى مطلع العام المقبل بمشاركة 24 متدرباً، وستكون موادها متاحة للجميع.',
    },
  },
  {
    by: 'secretariat',
    item: 'E.4',
    day: 93,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: 'The web page with information before departure was tried out with forty people who intended to leave within a year. They read it on their own telephones. What they did not understand was rewritten, and the page now opens in under three seconds on a slow connection.',
      fr: 'La page d’information avant le départ a été mise à l’essai avec quarante personnes qui envisageaient de partir dans l’année et qui l’ont lue sur leur propre téléphone. Ce qui n’était pas compris a été réécrit, et la page s’ouvre désormais en moins de trois secondes avec une connexion lente.',
      ar: 'جُرّبت الصفحة الإلكترونية الخاصة بالمعلومات السابقة للمغادرة مع أربعين شخصاً كانوا ينوون السفر في غضون سنة، وقرأوها على هواتفهم. وأُعيدت صياغة ما لم يُفهم منها، وباتت الصفحة تُفتح في أقل من ثلاث ثوانٍ على اتصال بطيء.',
    },
    nextSteps: {
      en: 'Arabic, Tigrinya and Somali will follow; each text is checked by somebody who has made the journey.',
      fr: 'L’arabe, le tigrinya et le somali suivront ; chaque texte est relu par une personne qui a fait le voyage.',
      ar: 'ستليها العربية والتغرينية والصومالية، ويراجع كل نص شخصٌ خاض الرحلة بنفسه.',
    },
  },
  {
    by: 'secretariat',
    item: 'F.1',
    day: 93,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The first of two senior officials’ meetings was held with interpretation in three languages. It

(a) took note of the overview of labour agreements;
(b) asked for model clauses and for a trial of the indicators;
(c) agreed that this contribution be circulated for comments for three weeks.`,
      fr: `La première des deux réunions de hauts fonctionnaires s’est tenue avec une interprétation en trois langues. La réunion

(a) a pris note du panorama des accords sur la main-d’œuvre ;
(b) a demandé l’élaboration de clauses types et une mise à l’essai des indicateurs ;
(c) est convenue que la présente contribution serait distribuée pour observations pendant trois semaines.`,
      ar: `عُقد أول اجتماعين لكبار المسؤولين مع توفير ترجمة شفوية بثلاث لغات. وقام الاجتماع بما يلي:

(a) أحاط علماً بالعرض المتعلق باتفاقات العمل؛
(b) طلب إعداد بنود نموذجية وتجربة المؤشرات؛
(c) اتفق على تعميم هذه المساهمة لإبداء التعليقات عليها لمدة ثلاثة أسابيع.`,
    },
    nextSteps: {
      en: 'The second meeting will look at the working plan line by line and decide what is carried over.',
      fr: 'La deuxième réunion examinera le plan de travail ligne par ligne et décidera de ce qui sera reporté.',
      ar: 'سيستعرض الاجتماع الثاني خطة العمل بنداً بنداً ويبت فيما يُرحَّل منها.',
    },
  },
  {
    by: 'germany',
    item: 'F.3',
    day: 93,
    status: 'completed',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'At the invitation of two secretariats, officials who attend more than one mechanism met to compare calendars. Of 41 meetings planned for a year, nine were on a subject that another mechanism took up in the same quarter; three of these were joined and two were moved.',
      fr: 'À l’invitation de deux secrétariats, des fonctionnaires qui participent à plusieurs mécanismes se sont réunis pour comparer les calendriers. Sur 41 réunions prévues dans l’année, neuf portaient sur un thème qu’un autre mécanisme abordait au même trimestre ; trois d’entre elles ont été organisées en commun et deux ont été déplacées.',
      ar: 'بدعوة من أمانتين، اجتمع مسؤولون يشاركون في أكثر من آلية لمقارنة الجداول الزمنية. ومن أصل 41 اجتماعاً مقرراً خلال السنة، كانت تسعة اجتماعات تتناول موضوعاً تبحثه آلية أخرى في الفصل نفسه، فعُقدت ثلاثة منها بصورة مشتركة ونُقل موعد اجتماعين.',
    },
    results: {
      en: 'Officials who serve several mechanisms were spared an estimated 60 days of travel.',
      fr: 'Quelque 60 jours de déplacement ont ainsi été épargnés, selon les estimations, aux fonctionnaires qui participent à plusieurs mécanismes.',
      ar: 'وفّر ذلك على المسؤولين المشاركين في عدة آليات ما يقدر بنحو 60 يوماً من السفر.',
    },
  },
];
