import type { Said } from './rich-entry.js';

/** What the secretariat writes itself, in its section: behind a compiled passage, else before everything. */
export interface OwnWords {
  section: string;
  after?: string;
  heading?: Said;
  text?: Said;
}

export const ownWords: readonly OwnWords[] = [
  {
    section: 'introduction',
    text: {
      en: '*All that the present document says of the working plan of the presidency, of contributions and of their figures is invented for a demonstration. It is a statement of no State, organization or person.*',
      fr: '*Tout ce que le présent document dit du plan de travail de la présidence, des contributions et de leurs chiffres est inventé pour une démonstration. Il n’engage aucun État, aucune organisation ni aucune personne.*',
      ar: '*كل ما تذكره هذه الوثيقة عن خطة عمل الرئاسة وعن المساهمات وأرقامها مختلَق لأغراض العرض، ولا يُعدّ بياناً صادراً عن أي دولة أو منظمة أو شخص.*',
    },
  },
  { section: 'introduction', heading: { en: 'Summary', fr: 'Résumé', ar: 'موجز' } },
  {
    section: 'introduction',
    text: {
      en: `The present contribution sets out what members, a partner and the secretariat of the mechanism have done under its plans since the previous regional review, what came of it and what remains to be done. Four developments stand out:

- Bilateral labour agreements were read side by side for the first time, and a clause on complaints was taken over into new ones.
- Rescue coordination centres share their night numbers; in an exercise, the time to the answer of the competent centre fell from 26 to 9 minutes.
- A directory of prosecutors covers fourteen members, and nine in ten requests for assistance now reach the right office at once.
- Guidance for the first day of an unaccompanied child, on one sheet, is in use in three border towns.`,
      fr: `La présente contribution expose ce que les membres, un partenaire et le secrétariat du mécanisme ont fait au titre de ses plans depuis l’examen régional précédent, les résultats obtenus et ce qui reste à faire. Quatre faits marquants s’en dégagent :

- Les accords bilatéraux sur la main-d’œuvre ont pour la première fois été lus en parallèle, et une clause relative aux plaintes a été reprise dans de nouveaux accords.
- Les centres de coordination des secours partagent leurs numéros de nuit ; lors d’un exercice, le délai de réponse du centre compétent est passé de 26 à 9 minutes.
- Un répertoire de procureurs couvre quatorze membres, et neuf demandes d’entraide sur dix parviennent désormais d’emblée au bon service.
- Des orientations pour la première journée d’un enfant non accompagné, tenant sur une feuille, sont appliquées dans trois villes frontalières.`,
      ar: `تبيّن هذه المساهمة ما قام به أعضاء الآلية وأحد شركائها وأمانتها في إطار خططها منذ الاستعراض الإقليمي السابق، وما أسفر عنه ذلك، وما يتعين القيام به. وتبرز من ذلك أربعة تطورات:

- قُرئت اتفاقات العمل الثنائية لأول مرة قراءة متوازية، وأُخذ في اتفاقات جديدة ببند يتعلق بالشكاوى.
- تتشارك مراكز تنسيق الإنقاذ أرقامها الليلية؛ وقد انخفضت مدة رد المركز المختص في أحد التمارين من 26 دقيقة إلى 9 دقائق.
- يشمل دليل المدعين العامين أربعة عشر عضواً، وتصل حالياً تسعة من كل عشرة طلبات للمساعدة مباشرة إلى الجهة الصحيحة.
- تُطبَّق في ثلاث بلدات حدودية توجيهات من ورقة واحدة بشأن اليوم الأول للطفل غير المصحوب.`,
    },
  },
  {
    section: 'introduction',
    text: {
      en: 'Three difficulties recur under different objectives: trained staff move on to other posts; services that depend on one another do not know each other’s deadlines; and what has been tried out in one place is seldom written down in a language that the next place reads. The recommendations in the last chapter address each of them.',
      fr: 'Trois difficultés reviennent au titre de différents objectifs : le personnel formé change d’affectation ; des services qui dépendent les uns des autres ne connaissent pas leurs délais respectifs ; et ce qui a été mis à l’essai à un endroit est rarement consigné dans une langue lue à un autre. Les recommandations figurant dans le dernier chapitre portent sur chacune d’elles.',
      ar: 'تتكرر في إطار أهداف مختلفة ثلاث صعوبات: انتقال الموظفين المدربين إلى مناصب أخرى؛ وعدم معرفة الدوائر التي يعتمد بعضها على بعض بآجال عمل كل منها؛ وندرة تدوين ما جُرّب في مكان ما بلغة يقرؤها من هم في مكان آخر. وتتناول التوصيات الواردة في الفصل الأخير كلاً من هذه الصعوبات.',
    },
  },
  { section: 'introduction', heading: { en: 'Context', fr: 'Contexte', ar: 'السياق' } },
  {
    section: 'introduction',
    text: {
      en: `In paragraph 50 of the Compact, regional consultative processes are among those invited to review its implementation within their regions; paragraph 47 speaks of platforms on which experience is exchanged.[^1] The mechanism brings together countries of origin, transit and destination along the migration route between the Horn of Africa and Europe. It is led by its members, and its conclusions bind nobody.

[^1]: Resolution 73/195, annex.`,
      fr: `Au paragraphe 50 du Pacte, les processus consultatifs régionaux figurent parmi ceux qui sont invités à en examiner la mise en œuvre dans leur région ; le paragraphe 47 mentionne des plateformes d’échange d’expériences[^1]. Le mécanisme réunit des pays d’origine, de transit et de destination situés sur l’itinéraire migratoire entre la Corne de l’Afrique et l’Europe. Il est conduit par ses membres, et ses conclusions ne lient personne.

[^1]: Résolution 73/195, annexe.`,
      ar: `العمليات التشاورية الإقليمية هي من بين الجهات المدعوة، في الفقرة 50 من الاتفاق، إلى استعراض تنفيذه داخل مناطقها؛ وتتحدث الفقرة 47 عن منابر لتبادل الخبرات[^1]. وتجمع الآلية بلدان المنشأ والعبور والمقصد الواقعة على طريق الهجرة بين القرن الأفريقي وأوروبا. ويقود الأعضاء عملها، ولا تُلزم استنتاجاتها أحداً.

[^1]: القرار 73/195، المرفق.`,
    },
  },
  {
    section: 'introduction',
    text: {
      en: 'Work in the period followed two plans. The first holds the lasting tasks of the mechanism. The second, the working plan of the presidency, translates them into seven themes with 28 activities, each with those who are responsible for it and a date. It was this second plan that made it possible to report line by line, and to see early where two members were preparing the same thing.',
      fr: 'Les travaux de la période ont suivi deux plans. Le premier énonce les tâches durables du mécanisme. Le second, le plan de travail de la présidence, les traduit en sept thèmes et 28 activités, assorties chacune de responsables et d’une échéance. C’est ce second plan qui a permis de rendre compte ligne par ligne et de voir assez tôt où deux membres préparaient la même chose.',
      ar: 'سار العمل خلال الفترة وفق خطتين. وتتضمن الأولى المهام الدائمة للآلية. أما الثانية، وهي خطة عمل الرئاسة، فتترجم تلك المهام إلى سبعة مواضيع و28 نشاطاً، لكل منها جهات مسؤولة وموعد محدد. وهذه الخطة الثانية هي التي أتاحت الإبلاغ بنداً بنداً، وتبيُّن الحالات التي كان فيها عضوان يُعدّان العمل نفسه في وقت مبكر.',
    },
  },
  {
    section: 'introduction',
    heading: {
      en: 'Preparation of the contribution',
      fr: 'Élaboration de la contribution',
      ar: 'إعداد المساهمة',
    },
  },
  {
    section: 'round-table-1',
    text: {
      en: 'Under this round table members worked on what happens before somebody leaves: agreements between States, recruitment, and the recognition of what people can do. The work moved from exchanging texts to using them: an overview served negotiators, a code of conduct is ready for discussion, and a first training module is being taught.',
      fr: 'Au titre de cette table ronde, les membres ont travaillé sur ce qui précède le départ : les accords entre États, le recrutement et la reconnaissance des compétences. De l’échange de textes, on est passé à leur utilisation : un panorama a servi à des négociateurs, un code de conduite est prêt à être examiné et un premier module de formation est dispensé.',
      ar: 'عمل الأعضاء في إطار هذه المائدة المستديرة على ما يسبق المغادرة: الاتفاقات بين الدول، والاستقدام، والاعتراف بما يتقنه الناس من مهارات. وانتقل العمل من تبادل النصوص إلى استخدامها: فقد أفاد عرض عام المفاوضين، وأصبحت مدونة سلوك جاهزة للمناقشة، ويجري تدريس أول وحدة تدريبية.',
    },
  },
  {
    section: 'round-table-2',
    text: {
      en: 'Most contributions concern this round table. They share one thought: lives are saved, offences investigated and returns made dignified by people who can reach one another quickly. Lists, directories and common sheets are modest instruments; the figures below show what they change once somebody is responsible for keeping them up to date.',
      fr: 'La plupart des contributions concernent cette table ronde. Une même idée les traverse : si des vies sont sauvées, des infractions élucidées et des retours rendus dignes, c’est grâce à des personnes qui peuvent se joindre rapidement. Les listes, les répertoires et les fiches communes sont des instruments modestes ; les chiffres ci-après montrent ce qu’ils changent dès lors que quelqu’un est chargé de les tenir à jour.',
      ar: 'تتعلق معظم المساهمات بهذه المائدة المستديرة، وتجمعها فكرة واحدة: إن إنقاذ الأرواح والتحقيق في الجرائم وصون كرامة العائدين يتحقق بفضل أشخاص يستطيعون الوصول بعضهم إلى بعض بسرعة. والقوائم والأدلة والاستمارات الموحدة أدوات متواضعة، غير أن الأرقام الواردة أدناه تبيّن ما تُحدثه من تغيير متى كان هناك من يتولى تحديثها.',
    },
  },
  {
    section: 'round-table-3',
    text: {
      en: 'This field is new in the mechanism’s plans. Four activities were begun in the period, all of them with those whom they concern: people who send money, who look for a doctor or a school, or who wish to do something for the place that they come from.',
      fr: 'Ce domaine est nouveau dans les plans du mécanisme. Quatre activités ont été entreprises pendant la période, toutes avec les personnes concernées : celles qui envoient de l’argent, qui cherchent un médecin ou une école, ou qui souhaitent agir en faveur de leur lieu d’origine.',
      ar: 'هذا المجال جديد في خطط الآلية. وقد بدأت خلال الفترة أربعة أنشطة، جميعها بمشاركة المعنيين بها: من يرسلون الأموال، ومن يبحثون عن طبيب أو مدرسة، ومن يودون القيام بشيء من أجل الأماكن التي ينتمون إليها.',
    },
  },
  {
    section: 'round-table-4',
    text: {
      en: 'Data, information and cooperation serve all other objectives. In the period the mechanism agreed on five of eight common definitions, rewrote its information for those who intend to leave together with them, and compared its calendar with those of its neighbours.',
      fr: 'Les données, l’information et la coopération servent tous les autres objectifs. Pendant la période, le mécanisme s’est accordé sur cinq définitions communes sur huit, a réécrit ses informations avec les personnes qui envisagent de partir et a comparé son calendrier avec ceux de ses voisins.',
      ar: 'تخدم البيانات والمعلومات والتعاون سائر الأهداف. وقد اتفقت الآلية خلال الفترة على خمسة من ثمانية تعاريف موحدة، وأعادت صياغة معلوماتها بالاشتراك مع من يعتزمون المغادرة، وقارنت جدولها الزمني بجداول جيرانها.',
    },
  },
  {
    section: 'overview',
    text: {
      en: `Read together, the contributions name difficulties that no single service can resolve:

(a) knowledge leaves with those who hold it, and is rebuilt from the beginning by their successors;
(b) the deadlines of services that depend on one another are set without regard to each other;
(c) what is understood by a term, a certificate or a chain of custody changes at each border.`,
      fr: `Considérées dans leur ensemble, les contributions font état de difficultés qu’aucun service ne peut résoudre seul :

(a) les connaissances partent avec ceux qui les détiennent, et leurs successeurs doivent les reconstituer ;
(b) les délais de services qui dépendent les uns des autres sont fixés indépendamment les uns des autres ;
(c) le sens d’une notion, d’un certificat ou d’une chaîne de conservation change à chaque frontière.`,
      ar: `تشير المساهمات في مجملها إلى صعوبات لا يمكن لأي دائرة أن تتغلب عليها وحدها:

(a) ترحل المعرفة مع أصحابها، فيعيد من يخلفهم بناءها من البداية؛
(b) تُحدَّد آجال الدوائر التي يعتمد بعضها على بعض دون مراعاة كل منها للأخرى؛
(c) يتغير مفهوم المصطلح أو الشهادة أو تسلسل الحيازة عند كل حدود.`,
    },
  },
  {
    section: 'overview',
    text: {
      en: 'Support that members and the partner would find useful is of three kinds: trainers who teach in Arabic and French; advice, above all on the protection of personal data; and modest, foreseeable means for the second and third year of what has been begun.',
      fr: 'L’appui que les membres et le partenaire jugeraient utile est de trois ordres : des formateurs enseignant en arabe et en français ; des conseils, avant tout sur la protection des données personnelles ; et des moyens modestes mais prévisibles pour la deuxième et la troisième année de ce qui a été entrepris.',
      ar: 'يندرج الدعم الذي يرى الأعضاء والشريك أنه مفيد في ثلاثة أنواع: مدربون يدرّسون بالعربية والفرنسية؛ ومشورة، ولا سيما بشأن حماية البيانات الشخصية؛ وموارد متواضعة يمكن التنبؤ بها للسنتين الثانية والثالثة مما بدأ تنفيذه.',
    },
  },
];
