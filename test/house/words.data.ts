/** A thing or an act of the interface: the word it has in each language, and words that would name it a second time. */
export interface Term {
  readonly meaning: string;
  readonly words: Readonly<Record<string, string>>;
  /** What no text of the language says instead. */
  readonly rejected: Readonly<Record<string, readonly RegExp[]>>;
}

/**
 * The glossary of interface terms: one act one word, one thing one noun. A language that is added writes its own words
 * here. What is rejected is matched in every text of that language.
 */
export const terms: readonly Term[] = [
  {
    meaning: 'how something stands, as one word',
    words: { en: 'Status', fr: 'Statut', es: 'Estado', ar: 'الحالة' },
    rejected: {
      en: [/\bstate of (the (account|meeting|plan|entry)|a|an)\b/, /’s state\b/i, /'s state\b/i, /^State$/],
    },
  },
  {
    meaning: 'what waits for somebody',
    words: { en: 'Your tasks', fr: 'Vos tâches', es: 'Pendientes', ar: 'المطلوب منكم' },
    rejected: {
      en: [/asked of me/i, /lies with you/i, /to see to\b/i],
      es: [/lo que se me pide/i],
      ar: [/ما هو بين يديك/],
    },
  },
  {
    meaning: 'who answers for an item of a plan',
    words: { en: 'Owner', fr: 'Responsable', es: 'Responsable', ar: 'المسؤول' },
    rejected: { en: [/answers? for it\b/i, /answered for/i] },
  },
  {
    meaning: 'to say which objectives an item serves',
    words: {
      en: 'Map to objectives',
      fr: 'Associer aux objectifs',
      es: 'Vincular a los objetivos',
      ar: 'الربط بالأهداف',
    },
    rejected: { en: [/^Map it$/] },
  },
  {
    meaning: 'to give a text or answers to the secretariat',
    words: { en: 'Submit', fr: 'Transmettre', es: 'Presentar', ar: 'تقديم' },
    rejected: { en: [/\bhand(s|ed|ing)? (it |them )?in\b/i], fr: [/\bremettre (les|vos|une) réponses?\b/i] },
  },
  {
    meaning: 'to give a text back to who wrote it, with a comment',
    words: { en: 'Return', fr: 'Renvoyer', es: 'Devolver', ar: 'إعادة' },
    rejected: { en: [/\bgiv(e|es|en|ing) (it )?back\b/i, /\bgave (it )?back\b/i, /\bsent back\b/i] },
  },
  {
    meaning: 'to take away what one had given',
    words: { en: 'Withdraw', fr: 'Retirer', es: 'Retirar', ar: 'سحب' },
    rejected: {
      en: [/\b(was|is|are|been) taken back\b/i, /\btook (?!.*to drafting).*\bback\b/i, /^Take (it )?back$/],
    },
  },
  {
    meaning: 'to let a text pass a step within a delegation',
    words: { en: 'Clear', fr: 'Valider', es: 'Dar el visto bueno', ar: 'الموافقة' },
    rejected: {
      en: [/\boff its way\b/i, /\bpass(ed)? (it )?on past\b/i],
      fr: [/en chemin\b/i, /\bfranchi/i],
      es: [/\bLa supera\b/, /sacarlo del camino/i],
      ar: [/إخراجه من طريقه/, /يجتاز/],
    },
  },
  {
    meaning: 'to speak for a State in a mechanism',
    words: { en: 'represent', fr: 'représenter', es: 'representar a', ar: 'تمثيل' },
    rejected: {
      en: [/\bsp(eaks?|oke) for\b/i],
      fr: [/\bparle(nt)? pour\b/i, /\bparlez pour\b/i],
      es: [/\bhabla(n)? por\b/i],
    },
  },
  {
    meaning: 'who gets a call for inputs',
    words: { en: 'Recipient', fr: 'Destinataire', es: 'Destinatario', ar: 'الجهة المدعوة' },
    rejected: { en: [/\baddressees?\b/i, /ask others too/i] },
  },
  {
    meaning: 'the day by which an answer is requested',
    words: {
      en: 'by {{day}}',
      fr: 'd’ici au {{day}}',
      es: 'a más tardar el {{day}}',
      ar: 'في موعد أقصاه {{day}}',
    },
    rejected: { en: [/\bhoped for\b/i], es: [/\bantes del \{\{/], ar: [/قبل \{\{(day|until)\}\}/] },
  },
  {
    meaning: 'a call for inputs',
    words: {
      en: 'Call for inputs',
      fr: 'Appel à contributions',
      es: 'Convocatoria',
      ar: 'دعوة لتقديم المساهمات',
    },
    rejected: { en: [/\b(not this|for this|until the next|invitations to a) round\b/i] },
  },
  {
    meaning: 'to end a plan',
    words: { en: 'Close the plan', fr: 'Clore le plan', es: 'Dar por concluido el plan', ar: 'إنهاء الخطة' },
    rejected: { es: [/^Cerrar el plan$/] },
  },
  {
    meaning: 'to do away with something for good',
    words: { en: 'Delete', fr: 'Supprimer', es: 'Eliminar', ar: 'حذف' },
    rejected: { en: [/\bgo(es)? for good\b/i, /\bthrow\b.*\baway\b/i] },
  },
  {
    meaning: 'a key with which a program signs in',
    words: { en: 'API key', fr: 'Clé d’API', es: 'Clave de API', ar: 'مفتاح الواجهة البرمجية' },
    rejected: { en: [/\bkeys? for (a )?programs?\b/i] },
  },
  {
    meaning: 'who runs the installation',
    words: { en: 'Administrator', fr: 'Administrateur', es: 'Administrador', ar: 'مدير النظام' },
    rejected: { en: [/\bwhoever runs\b/i, /\bthose who run\b/i] },
  },
  {
    meaning: 'plain words of today',
    words: {},
    rejected: {
      en: [
        /\bwhat became of\b/i,
        /\banew\b/i,
        /\bshall\b/i,
        /\bwhither|thereof|hereby|whereby|henceforth\b/i,
        /\bto no(thing|body) yet\b/i,
        /\bmake (a|new) (key|recovery codes)\b/i,
        /\bone a line\b/i,
      ],
    },
  },
];

/** Texts that say a rejected word all the same, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  'supports.requester': 'the State that asks',
};
