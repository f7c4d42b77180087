import type { Said } from './rich-entry.js';

/** What stands in the shorter reports, by the words it was written in. */
export const translations: readonly (readonly [text: string, said: Said])[] = [
  [
    'The coordination centre in Mombasa shared its contact list with the neighbouring centres and named a duty officer for every day of the week.',
    {
      en: 'The coordination centre in Mombasa shared its contact list with the neighbouring centres and named a duty officer for every day of the week.',
      fr: 'Le centre de coordination de Mombasa a communiqué sa liste de contacts aux centres voisins et désigné un officier de permanence pour chaque jour de la semaine.',
      ar: 'أتاح مركز التنسيق في مومباسا قائمة جهات الاتصال لديه للمراكز المجاورة وعيّن ضابطاً مناوباً لكل يوم من أيام الأسبوع.',
    },
  ],
  [
    'Three joint incidents were handled over the shared list in two months.',
    {
      en: 'Three joint incidents were handled over the shared list in two months.',
      fr: 'Trois incidents communs ont été traités à l’aide de la liste partagée en deux mois.',
      ar: 'عولجت ثلاثة حوادث مشتركة بالاستعانة بالقائمة المشتركة في شهرين.',
    },
  ],
  [
    'A yearly exercise with the neighbouring centres.',
    {
      en: 'A yearly exercise with the neighbouring centres is planned.',
      fr: 'Un exercice annuel avec les centres voisins est prévu.',
      ar: 'يُعتزم إجراء تمرين سنوي مع المراكز المجاورة.',
    },
  ],
  [
    'A task force of several services prosecutes traffickers and refers those they exploited.',
    {
      en: 'A task force of several services prosecutes traffickers and refers those they exploited.',
      fr: 'Une équipe spéciale composée de plusieurs services poursuit les trafiquants et oriente les personnes qu’ils ont exploitées.',
      ar: 'تتولى فرقة عمل تضم عدة دوائر ملاحقة المتاجرين بالبشر وإحالة من استُغلوا إلى الجهات المعنية.',
    },
  ],
  [
    'Requests for legal assistance take many months to be answered.',
    {
      en: 'Requests for legal assistance take many months to be answered.',
      fr: 'Les demandes d’entraide judiciaire restent de nombreux mois sans réponse.',
      ar: 'يستغرق الرد على طلبات المساعدة القانونية أشهراً عديدة.',
    },
  ],
  [
    'Training of prosecutors in the use of digital evidence.',
    {
      en: 'Prosecutors need training in the use of digital evidence.',
      fr: 'Les procureurs ont besoin d’une formation à l’utilisation de la preuve numérique.',
      ar: 'يحتاج المدعون العامون إلى تدريب على استخدام الأدلة الرقمية.',
    },
  ],
  [
    'سمّت اللجنة الوطنية التنسيقية نقطة اتصال دائمة (National Coordinating Committee) وأبلغت الأمانة ببيانات الاتصال.',
    {
      en: 'The National Coordinating Committee named a permanent contact point and told the secretariat how to reach it.',
      fr: 'Le Comité national de coordination a désigné un point de contact permanent et en a communiqué les coordonnées au secrétariat.',
      ar: 'سمّت اللجنة الوطنية التنسيقية نقطة اتصال دائمة وأبلغت الأمانة ببيانات الاتصال.',
    },
  ],
  [
    'يجري التواصل المباشر مع نقاط الاتصال في خمس دول.',
    {
      en: 'It is in direct contact with the contact points of five countries.',
      fr: 'Il est en relation directe avec les points de contact de cinq pays.',
      ar: 'يجري التواصل المباشر مع نقاط الاتصال في خمس دول.',
    },
  ],
  [
    'One senior officials’ meeting and one thematic meeting were held; conclusions were circulated to all members within three weeks.',
    {
      en: 'One senior officials’ meeting and one thematic meeting were held; conclusions were circulated to all members within three weeks.',
      fr: 'Une réunion de hauts fonctionnaires et une réunion thématique ont été tenues ; les conclusions ont été distribuées à tous les membres dans les trois semaines.',
      ar: 'عُقد اجتماع لكبار المسؤولين واجتماع مواضيعي، وعُممت الاستنتاجات على جميع الأعضاء في غضون ثلاثة أسابيع.',
    },
  ],
  [
    'A curriculum for front-line officials on recognizing and referring vulnerable migrants was written and tried out with twenty officials.',
    {
      en: 'A curriculum for front-line officials on recognizing and referring vulnerable migrants was written and tried out with twenty officials.',
      fr: 'Un programme destiné aux agents de première ligne, sur la manière de reconnaître et d’orienter les migrants vulnérables, a été rédigé et mis à l’essai avec vingt agents.',
      ar: 'وُضع منهاج لموظفي الخطوط الأمامية بشأن التعرف على المهاجرين المستضعفين وإحالتهم، وجُرّب مع عشرين موظفاً.',
    },
  ],
  [
    'Translation into Arabic and Tigrinya is not yet funded.',
    {
      en: 'Translation into Arabic and Tigrinya is not yet funded.',
      fr: 'La traduction en arabe et en tigrinya n’est pas encore financée.',
      ar: 'لم يُموَّل بعد نقله إلى العربية والتغرينية.',
    },
  ],
  [
    'Sixty front-line officials at three ports were trained to recognize vulnerable migrants and to refer them to the local services.',
    {
      en: 'Sixty front-line officials at three ports were trained to recognize vulnerable migrants and to refer them to the local services.',
      fr: 'Soixante agents de première ligne de trois ports ont été formés à reconnaître les migrants vulnérables et à les orienter vers les services locaux.',
      ar: 'دُرّب ستون موظفاً من موظفي الخطوط الأمامية في ثلاثة موانئ على التعرف على المهاجرين المستضعفين وإحالتهم إلى الخدمات المحلية.',
    },
  ],
  [
    'The referral form is now the same at all three ports.',
    {
      en: 'The referral form is now the same at all three ports.',
      fr: 'Le formulaire d’orientation est désormais le même dans les trois ports.',
      ar: 'أصبحت استمارة الإحالة موحدة في الموانئ الثلاثة.',
    },
  ],
  [
    'The card was printed in six languages and sent to twelve border posts. (Invented for this demonstration.)',
    {
      en: 'The card was printed in six languages and sent to twelve border posts.',
      fr: 'La carte a été imprimée en six langues et envoyée à douze postes frontière.',
      ar: 'طُبعت البطاقة بست لغات وأُرسلت إلى اثني عشر مركزاً حدودياً.',
    },
  ],
  [
    'Four universities met online and compared the papers they ask of students. (Invented for this demonstration.)',
    {
      en: 'Four universities met online and compared the papers they ask of students.',
      fr: 'Quatre universités se sont réunies en ligne et ont comparé les documents qu’elles demandent aux étudiants.',
      ar: 'اجتمعت أربع جامعات عبر الإنترنت وقارنت الوثائق التي تطلبها من الطلاب.',
    },
  ],
  [
    'Le point de contact pour les documents d’identité a été nommé. (Inventé pour cette démonstration.)',
    {
      en: 'The contact point for identity documents was named.',
      fr: 'Le point de contact pour les documents d’identité a été nommé.',
      ar: 'عُيّنت جهة الاتصال المعنية بوثائق الهوية.',
    },
  ],
  [
    'عُيّنت جهة الاتصال المعنية بوثائق الهوية. (مختلق لأغراض هذا العرض.)',
    {
      en: 'The contact point for identity documents was designated.',
      fr: 'Le point de contact pour les documents d’identité a été désigné.',
      ar: 'عُيّنت جهة الاتصال المعنية بوثائق الهوية.',
    },
  ],
  [
    'Two calls were held with the secretariats of neighbouring mechanisms. (Invented for this demonstration.)',
    {
      en: 'Two calls were held with the secretariats of neighbouring mechanisms.',
      fr: 'Deux entretiens ont eu lieu avec les secrétariats de mécanismes voisins.',
      ar: 'أُجريت مكالمتان مع أمانات الآليات المجاورة.',
    },
  ],
  [
    'أُعدّ دليل المدعين العامين ووُزّع على الأعضاء. (مختلق لأغراض هذا العرض.)',
    {
      en: 'The directory of prosecutors was made and sent to the members.',
      fr: 'Le répertoire des procureurs a été établi et distribué aux membres.',
      ar: 'أُعدّ دليل المدعين العامين ووُزّع على الأعضاء.',
    },
  ],
  [
    'Two prosecutors were added to the directory. (Invented for this demonstration.)',
    {
      en: 'Two prosecutors were added to the directory.',
      fr: 'Deux procureurs ont été ajoutés au répertoire.',
      ar: 'أُضيف مدعيان عامان إلى الدليل.',
    },
  ],
  [
    'A first list of indicators was sent to the members for comments. (Invented for this demonstration.)',
    {
      en: 'A first list of indicators was sent to the members for comments.',
      fr: 'Une première liste d’indicateurs a été envoyée aux membres pour observations.',
      ar: 'أُرسلت قائمة أولى من المؤشرات إلى الأعضاء لإبداء التعليقات عليها.',
    },
  ],
  [
    'A draft checklist was tried out with two return counsellors. (Invented for this demonstration.)',
    {
      en: 'A draft checklist was tried out with two return counsellors.',
      fr: 'Un projet d’aide-mémoire a été mis à l’essai avec deux conseillers en matière de retour.',
      ar: 'جُرّب مشروع قائمة مرجعية مع مستشارَين في شؤون العودة.',
    },
  ],
  [
    'L’institut de statistique a comparé ses définitions avec celles de trois pays. (Inventé pour cette démonstration.)',
    {
      en: 'The statistical institute compared its definitions with those of three countries.',
      fr: 'L’institut de statistique a comparé ses définitions avec celles de trois pays.',
      ar: 'قارن معهد الإحصاء تعاريفه بتعاريف ثلاثة بلدان.',
    },
  ],
  [
    'The texts of the web page are ready in English and French. (Invented for this demonstration.)',
    {
      en: 'The texts of the web page are ready in English and French.',
      fr: 'Les textes de la page Web sont prêts en anglais et en français.',
      ar: 'نصوص الصفحة الإلكترونية جاهزة بالإنكليزية والفرنسية.',
    },
  ],
  [
    'Fifteen prosecutors took part in a first course on digital evidence. (Invented for this demonstration.)',
    {
      en: 'Fifteen prosecutors took part in a first course on digital evidence.',
      fr: 'Quinze procureurs ont suivi un premier cours sur la preuve numérique.',
      ar: 'شارك خمسة عشر مدعياً عاماً في دورة أولى بشأن الأدلة الرقمية.',
    },
  ],
];
