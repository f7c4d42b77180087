import type { RichEntry } from './rich-entry.js';

/** Objectives of the third round table: services, diasporas, remittances, consulates. All of it is invented. */
export const inclusion: readonly RichEntry[] = [
  {
    by: 'kenya',
    item: 'G.1',
    day: 89,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `A page that compares the cost of sending 200 dollars was opened with the central bank and eleven providers. It shows the fee and the exchange rate as one figure, since senders had been surprised by the second.

| Way of sending | Before the page | After one year |
|---|---:|---:|
| Mobile money | 4.1% | 3.2% |
| Online, from account to account | 5.6% | 4.4% |
| Over the counter | 7.9% | 7.1% |

The figures are averages of all providers on the page.[^1]

[^1]: Measured on the first Monday of each quarter.`,
      fr: `Une page qui compare le coût d’un envoi de 200 dollars a été ouverte avec la banque centrale et onze prestataires. Elle réunit la commission et le taux de change en un seul chiffre, le second ayant souvent surpris les expéditeurs.

| Mode d’envoi | Avant l’ouverture | Au bout d’un an |
|---|---:|---:|
| Argent mobile | 4,1 % | 3,2 % |
| En ligne, de compte à compte | 5,6 % | 4,4 % |
| Au guichet | 7,9 % | 7,1 % |

Les chiffres sont des moyennes de tous les prestataires figurant sur la page[^1].

[^1]: Mesures effectuées le premier lundi de chaque trimestre.`,
      ar: `أُنشئت صفحة تقارن كلفة إرسال 200 دولار بالتعاون مع المصرف المركزي وأحد عشر من مقدمي الخدمة. وتجمع الصفحة الرسم وسعر الصرف في رقم واحد، لأن سعر الصرف كان يفاجئ المرسلين.

| طريقة الإرسال | قبل إنشاء الصفحة | بعد سنة |
|---|---:|---:|
| النقود عبر الهاتف المحمول | 4,1% | 3,2% |
| عبر الإنترنت، من حساب إلى حساب | 5,6% | 4,4% |
| عبر شباك الدفع | 7,9% | 7,1% |

والأرقام متوسطات لجميع مقدمي الخدمة المدرجين في الصفحة[^1].

[^1]: تُقاس في أول يوم اثنين من كل فصل من السنة.`,
    },
    nextSteps: {
      en: 'Two neighbouring central banks have asked to join the page.',
      fr: 'Deux banques centrales de pays voisins ont demandé à se joindre à la page.',
      ar: 'طلب مصرفان مركزيان في بلدين مجاورين الانضمام إلى الصفحة.',
    },
  },
  {
    by: 'egypt',
    item: 'G.2',
    day: 89,
    status: 'ongoing',
    language: 'ar',
    use: 'public',
    narrative: {
      en: `The guide to services that are open to everybody was tested with the people it is for. It is arranged by what somebody needs and not by who is responsible:

- a doctor, a vaccination, a midwife;
- a place at school, and who helps with enrolment;
- advice on work, rent and papers.

It is printed in Arabic, English, Tigrinya and Amharic and read aloud on a telephone line.`,
      fr: `Le guide des services ouverts à tous a été mis à l’épreuve avec ses destinataires. Il est organisé selon les besoins des personnes et non selon les compétences des services :

- un médecin, une vaccination, une sage-femme ;
- une place à l’école, et une aide pour l’inscription ;
- des conseils en matière de travail, de logement et de documents.

Il est imprimé en arabe, en anglais, en tigrinya et en amharique, et lu sur une ligne téléphonique.`,
      ar: `اختُبر دليل الخدمات المتاحة للجميع مع من وُضع من أجلهم. وهو مرتب بحسب حاجات الناس لا بحسب الجهات المسؤولة:

- طبيب أو تطعيم أو قابلة؛
- مقعد في مدرسة، ومن يساعد في التسجيل؛
- مشورة بشأن العمل والسكن والوثائق.

وقد طُبع بالعربية والإنكليزية والتغرينية والأمهرية، ويُقرأ على خط هاتفي.`,
    },
    results: {
      en: '18,000 copies were given out, most of them by schools and health centres themselves.',
      fr: 'Dix-huit mille exemplaires ont été distribués, pour la plupart par les écoles et les centres de santé eux-mêmes.',
      ar: 'وُزعت 18 ألف نسخة، معظمها عن طريق المدارس والمراكز الصحية نفسها.',
    },
    nextSteps: {
      en: 'The guide will be renewed yearly, and other members may take over its text.',
      fr: 'Le guide sera actualisé chaque année ; les autres membres peuvent en reprendre le texte.',
      ar: 'سيُحدَّث الدليل سنوياً، وللأعضاء الآخرين أن يأخذوا بنصه.',
    },
  },
  {
    by: 'germany',
    item: 'G.3',
    day: 90,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: 'A round table with diaspora organizations met four times. It chose three fields in which their knowledge is missing most: vocational teaching, elderly care and the repair of medical equipment. Sixteen people spent between two weeks and three months at hospitals and schools that had asked for them.',
      fr: 'Une table ronde avec des organisations de la diaspora s’est réunie quatre fois. Elle a retenu trois domaines dans lesquels leurs connaissances font le plus défaut : l’enseignement professionnel, l’aide aux personnes âgées et la réparation de matériel médical. Seize personnes ont passé entre deux semaines et trois mois dans des hôpitaux et des écoles qui les avaient demandées.',
      ar: 'اجتمعت مائدة مستديرة مع منظمات المغتربين أربع مرات، واختارت ثلاثة مجالات تشتد فيها الحاجة إلى معارفهم: التعليم المهني، ورعاية المسنين، وإصلاح المعدات الطبية. وأمضى ستة عشر شخصاً ما بين أسبوعين وثلاثة أشهر في مستشفيات ومدارس طلبتهم.',
    },
    results: {
      en: 'Of 74 machines that were thought to be lost, 51 work again.',
      fr: 'Sur 74 appareils considérés comme perdus, 51 fonctionnent de nouveau.',
      ar: 'من أصل 74 جهازاً كانت تُعدّ تالفة، عاد 51 جهازاً إلى العمل.',
    },
  },
  {
    by: 'tunisia',
    item: 'G.3',
    day: 91,
    status: 'ongoing',
    language: 'fr',
    use: 'mechanism',
    narrative: {
      en: 'Municipalities were invited to name one person to whom nationals abroad may turn with a project. Thirty-two municipalities did so, and met for a day to compare the questions that they receive.',
      fr: 'Les municipalités ont été invitées à désigner une personne à laquelle les ressortissants à l’étranger peuvent s’adresser pour un projet. Trente-deux municipalités l’ont fait et se sont réunies pendant une journée pour comparer les questions qu’elles reçoivent.',
      ar: 'دُعيت البلديات إلى تسمية شخص يمكن للمواطنين في الخارج التوجه إليه بمشاريعهم. واستجابت اثنتان وثلاثون بلدية، واجتمعت يوماً كاملاً لمقارنة ما يردها من أسئلة.',
    },
    results: {
      en: 'Nineteen projects were begun, the smallest of them a school garden.',
      fr: 'Dix-neuf projets ont été lancés, dont le plus petit est un jardin scolaire.',
      ar: 'بدأ تنفيذ تسعة عشر مشروعاً، أصغرها حديقة مدرسية.',
    },
    supportKinds: ['expertise'],
    support: {
      en: 'An exchange with municipalities elsewhere that have done this for longer would be welcome.',
      fr: 'Un échange avec des municipalités d’autres pays ayant une plus longue expérience en la matière serait bienvenu.',
      ar: 'ومن المفيد تبادل الخبرات مع بلديات في بلدان أخرى سبقت إلى ذلك.',
    },
  },
  {
    by: 'ethiopia',
    item: 'G.4',
    day: 93,
    status: 'planned',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'Consular officers of five members who serve in the same cities began to meet once a month. They agreed to accompany one another’s nationals to hospitals and police stations where nobody of their own service can come in time, and to tell the competent consulate on the same day.',
      fr: 'Les agents consulaires de cinq membres en poste dans les mêmes villes ont commencé à se réunir une fois par mois. Ils sont convenus d’accompagner mutuellement leurs ressortissants à l’hôpital ou au commissariat lorsque aucun agent de leur propre service ne peut venir à temps, et d’en informer le consulat compétent le jour même.',
      ar: 'بدأ موظفون قنصليون من خمسة أعضاء، يعملون في المدن نفسها، عقد اجتماع شهري. واتفقوا على أن يرافق بعضهم مواطني بعض إلى المستشفيات ومراكز الشرطة حين يتعذر حضور أحد من دائرتهم في الوقت المناسب، وعلى إبلاغ القنصلية المختصة في اليوم نفسه.',
    },
    nextSteps: {
      en: 'The arrangement will be written down and offered to consulates in other cities.',
      fr: 'L’arrangement sera consigné par écrit et proposé aux consulats d’autres villes.',
      ar: 'سيُدوَّن هذا الترتيب ويُعرض على القنصليات في مدن أخرى.',
    },
  },
];
