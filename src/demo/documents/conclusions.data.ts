import type { OwnWords } from './own-words.data.js';

/** The last chapter, which is all the secretariat's own. */
export const conclusions: readonly OwnWords[] = [
  {
    section: 'conclusions',
    text: {
      en: 'The period has shown that a consultative process without binding decisions can change practice, where its results are small enough to be used the next day: a number that answers at night, a sheet that fits into a pocket, a clause that can be copied.',
      fr: 'La période écoulée a montré qu’un processus consultatif sans décisions contraignantes peut faire évoluer les pratiques lorsque ses résultats sont assez concrets pour servir dès le lendemain : un numéro qui répond la nuit, une fiche qui tient dans une poche, une clause qui peut être reprise.',
      ar: 'أظهرت الفترة أن العملية التشاورية التي لا تتخذ قرارات ملزمة قادرة على تغيير الممارسات متى كانت نتائجها عملية بما يكفي لاستخدامها في اليوم التالي: رقم يرد ليلاً، وورقة تتسع لها الجيب، وبند يمكن نقله كما هو.',
    },
  },
  {
    section: 'conclusions',
    text: {
      en: 'It has also shown where the limits are. What was tried out with the commitment of a few people needs an institution that continues it. Members therefore attach importance to naming, for every instrument, who keeps it, how often it is renewed and who may use it.',
      fr: 'Elle a aussi montré où se situent les limites. Ce qui a été mis à l’essai grâce à l’engagement de quelques personnes a besoin d’une institution qui le poursuive. Les membres attachent donc de l’importance à ce qu’il soit précisé, pour chaque instrument, qui le tient, à quelle fréquence il est actualisé et qui peut s’en servir.',
      ar: 'وأظهرت كذلك أين تقف الحدود. فما جُرّب بفضل التزام عدد قليل من الأشخاص يحتاج إلى مؤسسة تواصله. ولذلك يولي الأعضاء أهمية لأن يُحدَّد، لكل أداة، من يتولى حفظها، ووتيرة تحديثها، ومن يجوز له استخدامها.',
    },
  },
  {
    section: 'conclusions',
    text: {
      en: 'Those whom the work concerns took part in it more than before: returned workers read texts before they were published, young people rewrote guidance for children, and listeners shaped broadcasts. In each case the result became shorter and was used more.',
      fr: 'Les personnes concernées ont été associées aux travaux plus qu’auparavant : des travailleurs revenus au pays ont relu des textes avant leur publication, des jeunes ont réécrit des orientations relatives aux enfants et des auditeurs ont façonné des émissions. Chaque fois, le résultat a gagné en concision et a été davantage utilisé.',
      ar: 'وشارك المعنيون بالعمل فيه أكثر من ذي قبل: فقد قرأ عمال عائدون نصوصاً قبل نشرها، وأعاد شباب صياغة توجيهات تخص الأطفال، وساهم مستمعون في تشكيل برامج إذاعية. وفي كل مرة جاءت النتيجة أوجز وأكثر استخداماً.',
    },
  },
  {
    section: 'conclusions',
    heading: { en: 'Recommendations', fr: 'Recommandations', ar: 'التوصيات' },
  },
  {
    section: 'conclusions',
    text: {
      en: `The following recommendations are put before the regional review for consideration. They are addressed to all who take part in it and create no obligations:

(a) to use the overview of labour agreements and the forthcoming model clauses in the preparation of new agreements, in particular the clause on complaints;
(b) to name one office that answers requests for assistance and says, within a few days, whether they can be granted;
(c) to keep contact lists of rescue centres under one person’s responsibility, and to exercise at night;
(d) to agree on a minimum form for information on missing migrants, with rules on who may see it;
(e) to make the guidance on the first day of unaccompanied children known in the languages of those who apply it;
(f) to involve returned migrants, young people and diaspora organizations in drafting from the beginning;
(g) to plan, for each instrument that is tried out, who continues it after the first year;
(h) to compare calendars with neighbouring mechanisms twice a year.`,
      fr: `Les recommandations ci-après sont soumises à l’examen régional. Elles s’adressent à tous ceux qui y participent et ne créent aucune obligation :

(a) utiliser le panorama des accords sur la main-d’œuvre et les clauses types à venir pour préparer de nouveaux accords, en particulier la clause relative aux plaintes ;
(b) désigner un service unique qui réponde aux demandes d’entraide et indique en quelques jours s’il peut y être fait droit ;
(c) confier à une seule personne la tenue des listes de contacts des centres de secours, et organiser des exercices de nuit ;
(d) arrêter un formulaire minimal pour les renseignements sur les migrants disparus, assorti de règles d’accès ;
(e) faire connaître les orientations relatives à la première journée des enfants non accompagnés dans les langues de ceux qui les appliquent ;
(f) associer d’emblée à la rédaction les migrants revenus au pays, les jeunes et les organisations de la diaspora ;
(g) prévoir, pour chaque instrument mis à l’essai, qui le poursuivra après la première année ;
(h) comparer deux fois par an les calendriers avec les mécanismes voisins.`,
      ar: `تُعرض التوصيات التالية على الاستعراض الإقليمي للنظر فيها. وهي موجهة إلى جميع المشاركين فيه ولا تُنشئ أي التزامات:

(a) الاستعانة بالعرض العام لاتفاقات العمل وبالبنود النموذجية المرتقبة في إعداد الاتفاقات الجديدة، ولا سيما البند المتعلق بالشكاوى؛
(b) تسمية مكتب واحد يرد على طلبات المساعدة ويبيّن في غضون أيام قليلة ما إذا كان بالإمكان الاستجابة لها؛
(c) إسناد حفظ قوائم الاتصال بمراكز الإنقاذ إلى شخص واحد، وإجراء تمارين ليلية؛
(d) الاتفاق على استمارة دنيا للمعلومات المتعلقة بالمهاجرين المفقودين، مع قواعد تحدد من يجوز له الاطلاع عليها؛
(e) التعريف بالتوجيهات المتعلقة باليوم الأول للأطفال غير المصحوبين بلغات من يطبقونها؛
(f) إشراك المهاجرين العائدين والشباب ومنظمات المغتربين في الصياغة منذ البداية؛
(g) تحديد من سيواصل العمل بكل أداة مجرَّبة بعد السنة الأولى؛
(h) مقارنة الجداول الزمنية مع الآليات المجاورة مرتين في السنة.`,
    },
  },
  {
    section: 'conclusions',
    text: {
      en: 'The mechanism will come back to these recommendations at its second senior officials’ meeting, and will give an account of what became of them in its contribution to the Forum.',
      fr: 'Le mécanisme reviendra sur ces recommandations à sa deuxième réunion de hauts fonctionnaires et rendra compte de la suite qui leur aura été donnée dans sa contribution au Forum.',
      ar: 'وستعود الآلية إلى هذه التوصيات في اجتماعها الثاني لكبار المسؤولين، وستبيّن ما آلت إليه في مساهمتها في المنتدى.',
    },
  },
  {
    section: 'conclusions',
    heading: {
      en: 'Annex: the objectives of the Compact in the plans',
      fr: 'Annexe : les objectifs du Pacte dans les plans',
      ar: 'مرفق: أهداف الاتفاق في الخطط',
    },
  },
];
