import type { RichEntry } from './rich-entry.js';

/** Objectives of the first round table: pathways, recruitment, skills. All of it is invented. */
export const regularPathways: readonly RichEntry[] = [
  {
    by: 'secretariat',
    item: 'B.2',
    day: 88,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The secretariat brought together what members had sent on their bilateral labour agreements and read 23 texts side by side. What they provide for is shown below.

| Provision | Agreements | With a joint committee |
|---|---:|---:|
| Written contract in a language that the worker understands | 21 | 14 |
| Recruitment fees paid by the employer | 15 | 11 |
| Complaints received in the country of origin | 12 | 8 |
| Recognition of skills | 9 | 7 |
| Portability of social security | 6 | 6 |

The overview is a working document, renewed twice a year, and names no State.[^1]

[^1]: Agreements that are signed and not yet in force are not counted.`,
      fr: `Le secrétariat a rassemblé les accords bilatéraux sur la main-d’œuvre communiqués par les membres et a lu 23 textes en parallèle. Leurs dispositions sont présentées ci-après.

| Disposition | Accords | Avec un comité mixte |
|---|---:|---:|
| Contrat écrit dans une langue que le travailleur comprend | 21 | 14 |
| Frais de recrutement à la charge de l’employeur | 15 | 11 |
| Plaintes reçues dans le pays d’origine | 12 | 8 |
| Reconnaissance des compétences | 9 | 7 |
| Portabilité des droits à la sécurité sociale | 6 | 6 |

Ce panorama est un document de travail, actualisé deux fois par an, qui ne nomme aucun État[^1].

[^1]: Les accords signés qui ne sont pas encore en vigueur ne sont pas comptés.`,
      ar: `جمعت الأمانة ما أرسله الأعضاء من اتفاقاتهم الثنائية بشأن العمل وقرأت 23 نصاً قراءة متوازية. ويبيّن الجدول أدناه ما تنص عليه تلك الاتفاقات.

| الحكم | عدد الاتفاقات | منها ما له لجنة مشتركة |
|---|---:|---:|
| عقد مكتوب بلغة يفهمها العامل | 21 | 14 |
| تحمُّل صاحب العمل رسوم الاستقدام | 15 | 11 |
| تلقي الشكاوى في بلد المنشأ | 12 | 8 |
| الاعتراف بالمهارات | 9 | 7 |
| إمكانية نقل استحقاقات الضمان الاجتماعي | 6 | 6 |

وهذا العرض وثيقة عمل تُحدَّث مرتين في السنة ولا تسمّي أي دولة[^1].

[^1]: لا تُحتسب الاتفاقات الموقعة التي لم تدخل بعد حيز النفاذ.`,
    },
    results: {
      en: 'Four members used the overview when they prepared new negotiations, and two took over the clause on complaints as it stands.',
      fr: 'Quatre membres se sont servis de ce panorama pour préparer de nouvelles négociations, et deux ont repris telle quelle la clause relative aux plaintes.',
      ar: 'استعان أربعة أعضاء بهذا العرض في التحضير لمفاوضات جديدة، وأخذ عضوان بالبند المتعلق بالشكاوى كما هو.',
    },
    nextSteps: {
      en: 'A set of model clauses will be put before the next senior officials’ meeting, with an explanation of each.',
      fr: 'Un ensemble de clauses types, assorties chacune d’une explication, sera soumis à la prochaine réunion des hauts fonctionnaires.',
      ar: 'ستُعرض على الاجتماع المقبل لكبار المسؤولين مجموعة من البنود النموذجية، مشفوعاً كل منها بشرح.',
    },
  },
  {
    by: 'tunisia',
    item: 'B.2',
    day: 89,
    status: 'ongoing',
    language: 'fr',
    use: 'public',
    narrative: {
      en: `The employment agency published, in three languages, what workers need to know before they sign a contract abroad:

- who may recruit, and how to check an agency’s licence;
- which costs the employer pays;
- whom to contact when the contract is not kept to.

The text was read beforehand by trade unions and by associations of returned workers.`,
      fr: `L’agence de l’emploi a publié, en trois langues, ce qu’un travailleur doit savoir avant de signer un contrat à l’étranger :

- qui est autorisé à recruter, et comment vérifier l’agrément d’une agence ;
- quels frais sont à la charge de l’employeur ;
- à qui s’adresser lorsque le contrat n’est pas respecté.

Le texte a été relu par des syndicats et par des associations de travailleurs revenus au pays.`,
      ar: `نشرت وكالة التشغيل، بثلاث لغات، ما ينبغي للعامل معرفته قبل توقيع عقد في الخارج:

- الجهات المأذون لها بالاستقدام، وكيفية التحقق من ترخيص الوكالة؛
- التكاليف التي يتحملها صاحب العمل؛
- الجهة التي يُلجأ إليها عند عدم احترام العقد.

واطّلعت على النص قبل نشره نقابات عمالية وجمعيات للعمال العائدين.`,
    },
    results: {
      en: 'The pages were opened 41,000 times in four months; half of the readers came from a telephone.',
      fr: 'Les pages ont été consultées 41 000 fois en quatre mois, dont la moitié depuis un téléphone.',
      ar: 'فُتحت الصفحات 41 ألف مرة في أربعة أشهر، وكان نصف القراء يستخدمون الهاتف.',
    },
  },
  {
    by: 'ethiopia',
    item: 'B.2',
    day: 90,
    status: 'ongoing',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'A joint committee under one agreement met twice. It settled a common form for contracts and agreed that complaints may be lodged in either country, in the worker’s language, and are answered within thirty days.',
      fr: 'Le comité mixte institué par un accord s’est réuni deux fois. Il a arrêté un modèle commun de contrat et est convenu que les plaintes pouvaient être déposées dans l’un ou l’autre pays, dans la langue du travailleur, et qu’il y serait répondu dans un délai de trente jours.',
      ar: 'اجتمعت اللجنة المشتركة المنشأة بموجب أحد الاتفاقات مرتين. ووضعت نموذجاً موحداً للعقود، واتفقت على جواز تقديم الشكاوى في أي من البلدين وبلغة العامل، على أن يُرد عليها في غضون ثلاثين يوماً.',
    },
    results: {
      en: 'The common form has been in use since the second meeting, for about 1,200 contracts.',
      fr: 'Le modèle commun est utilisé depuis la deuxième réunion, pour quelque 1 200 contrats.',
      ar: 'يُستخدم النموذج الموحد منذ الاجتماع الثاني، وقد شمل نحو 1200 عقد.',
    },
    nextSteps: {
      en: 'The committee will look at the first year of complaints, and publish what it learns in a form that identifies nobody.',
      fr: 'Le comité examinera la première année de plaintes et publiera les enseignements tirés sous une forme qui ne permette d’identifier personne.',
      ar: 'ستستعرض اللجنة شكاوى السنة الأولى وتنشر ما تستخلصه منها في شكل لا يكشف هوية أحد.',
    },
  },
  {
    by: 'kenya',
    item: 'B.3',
    day: 88,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `Preparations for the seminar on fair recruitment are complete. Three working groups, with employers and trade unions, each drafted a part of a code of conduct for private agencies:

1. information given to candidates before they leave;
2. fees, and what is done when they were charged in error;
3. complaints, mediation and the withdrawal of licences.

The drafts will be discussed at the seminar and are open for comments until then.`,
      fr: `Les préparatifs du séminaire sur le recrutement équitable sont achevés. Trois groupes de travail, auxquels participent des employeurs et des syndicats, ont chacun rédigé une partie d’un code de conduite pour les agences privées :

1. l’information donnée aux candidats avant le départ ;
2. les frais, et la suite donnée lorsqu’ils ont été perçus à tort ;
3. les plaintes, la médiation et le retrait des agréments.

Les projets seront examinés lors du séminaire et restent ouverts aux observations jusque-là.`,
      ar: `استُكملت التحضيرات للحلقة الدراسية بشأن الاستقدام العادل. وصاغت ثلاثة أفرقة عمل، يشارك فيها أصحاب عمل ونقابات عمالية، كلٌّ منها جزءاً من مدونة سلوك للوكالات الخاصة:

1. المعلومات التي تُعطى للمرشحين قبل المغادرة؛
2. الرسوم، وما يُتخذ من إجراءات إذا استُوفيت خطأً؛
3. الشكاوى والوساطة وسحب التراخيص.

وستناقَش المشاريع في الحلقة الدراسية، وباب التعليق عليها مفتوح حتى ذلك الحين.`,
    },
    challenges: {
      en: 'Recruitment increasingly begins on social media, where a licence cannot be checked at a glance.',
      fr: 'Le recrutement commence de plus en plus souvent sur les réseaux sociaux, où un agrément ne se vérifie pas d’un coup d’œil.',
      ar: 'يبدأ الاستقدام على نحو متزايد عبر وسائل التواصل الاجتماعي، حيث لا يمكن التحقق من الترخيص بنظرة سريعة.',
    },
    nextSteps: {
      en: 'The code of conduct will be tried out by volunteering agencies for a year before it is made final.',
      fr: 'Le code de conduite sera mis à l’essai pendant un an par des agences volontaires avant d’être arrêté définitivement.',
      ar: 'ستجرّب وكالات متطوعة مدونة السلوك لمدة سنة قبل وضعها في صيغتها النهائية.',
    },
  },
  {
    by: 'partner',
    item: 'B.3',
    day: 89,
    status: 'ongoing',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'A register of licensed agencies that can be searched by telephone was built and handed over to three labour ministries. It answers a text message with the agency’s name, the number of its licence and the day on which the licence ends.',
      fr: 'Un registre des agences agréées, consultable par téléphone, a été mis au point et remis à trois ministères du travail. Il répond à un message texte en indiquant le nom de l’agence, le numéro de son agrément et la date à laquelle celui-ci prend fin.',
      ar: 'أُنشئ سجل للوكالات المرخص لها يمكن البحث فيه بالهاتف، وسُلّم إلى ثلاث وزارات للعمل. ويرد السجل على الرسالة النصية باسم الوكالة ورقم ترخيصها وتاريخ انتهائه.',
    },
    results: {
      en: 'The register answers some 900 messages a day. In one request in eleven, no licence was found.',
      fr: 'Le registre répond à quelque 900 messages par jour. Pour une demande sur onze, aucun agrément n’a été trouvé.',
      ar: 'يرد السجل على نحو 900 رسالة في اليوم. ولم يُعثر على ترخيص في طلب واحد من كل أحد عشر طلباً.',
    },
    supportKinds: ['funding'],
    support: {
      en: 'The cost of messages in the second year is not yet covered.',
      fr: 'Le coût des messages de la deuxième année n’est pas encore couvert.',
      ar: 'ولم تُغطَّ بعد كلفة الرسائل في السنة الثانية.',
    },
  },
  {
    by: 'secretariat',
    item: 'B.1',
    day: 90,
    status: 'ongoing',
    language: 'en',
    use: 'public',
    narrative: {
      en: `The note on the recognition of skills was discussed with the bodies that recognize qualifications in eight countries. It proposes three steps, each of which is of use without the others:

(a) a common sheet on which a trade school describes what a certificate stands for;
(b) a test of skills in place of papers that were lost;
(c) provisional recognition for work under supervision.`,
      fr: `La note sur la reconnaissance des compétences a été examinée avec les organismes de huit pays chargés de reconnaître les qualifications. Elle propose trois mesures, dont chacune est utile indépendamment des autres :

(a) une fiche commune sur laquelle une école professionnelle décrit ce que recouvre un certificat ;
(b) une épreuve pratique en remplacement de documents perdus ;
(c) une reconnaissance provisoire pour un travail sous supervision.`,
      ar: `نوقشت المذكرة المتعلقة بالاعتراف بالمهارات مع الهيئات المعنية بالاعتراف بالمؤهلات في ثمانية بلدان. وتقترح المذكرة ثلاث خطوات، كل منها مفيد بمعزل عن غيره:

(a) استمارة موحدة تصف فيها المدرسة المهنية ما تعنيه الشهادة؛
(b) اختبار للمهارات بدلاً من الوثائق المفقودة؛
(c) اعتراف مؤقت يتيح العمل تحت إشراف.`,
    },
    results: {
      en: 'Two trades, welding and elderly care, were chosen for a trial of the common sheet; five schools take part.',
      fr: 'Deux métiers, le soudage et l’aide aux personnes âgées, ont été retenus pour une mise à l’essai de la fiche commune, à laquelle cinq écoles participent.',
      ar: 'اختيرت مهنتان، هما اللحام ورعاية المسنين، لتجربة الاستمارة الموحدة، وتشارك في التجربة خمس مدارس.',
    },
    challenges: {
      en: 'Those who recognize qualifications and those who decide on visas seldom know each other’s deadlines.',
      fr: 'Les services qui reconnaissent les qualifications et ceux qui statuent sur les visas connaissent rarement leurs délais respectifs.',
      ar: 'نادراً ما تعرف الجهات المعنية بالاعتراف بالمؤهلات والجهات التي تبت في التأشيرات الآجال الزمنية التي تعمل بها كل منهما.',
    },
  },
  {
    by: 'germany',
    item: 'B.5',
    day: 91,
    status: 'postponed',
    language: 'en',
    use: 'mechanism',
    narrative: {
      en: 'The pilot of a skills partnership was put off by one training year so that the curriculum could be written with the partner country from the beginning. Teachers from both sides met for two weeks and agreed on the first of three modules.',
      fr: 'Le projet pilote de partenariat pour les compétences a été reporté d’une année de formation, afin que le programme puisse être élaboré dès le départ avec le pays partenaire. Des enseignants des deux parties se sont réunis pendant deux semaines et se sont accordés sur le premier de trois modules.',
      ar: 'أُرجئ المشروع التجريبي لشراكة المهارات سنة تدريبية واحدة كي يوضع المنهاج مع البلد الشريك منذ البداية. واجتمع معلمون من الجانبين لمدة أسبوعين واتفقوا على الوحدة الأولى من ثلاث وحدات.',
    },
    results: {
      en: 'The first module is being taught to 48 trainees, 26 of them women. Two thirds of the places are meant for those who stay.',
      fr: 'Le premier module est suivi par 48 personnes, dont 26 femmes. Deux tiers des places sont destinées à celles et ceux qui restent au pays.',
      ar: 'تُدرَّس الوحدة الأولى لـ 48 متدرباً، منهم 26 امرأة. ويُخصَّص ثلثا المقاعد لمن سيبقون في بلدهم.',
    },
    nextSteps: {
      en: 'The second module is to follow in spring, and an account of both will be shared with all members.',
      fr: 'Le deuxième module suivra au printemps, et un bilan des deux sera communiqué à tous les membres.',
      ar: 'من المقرر أن تلي الوحدة الثانية في الربيع، وسيُتاح لجميع الأعضاء عرض عن الوحدتين.',
    },
  },
];
