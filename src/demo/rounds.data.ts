import type { Language } from '../platform/i18n/i18n.js';

export interface DemoRound {
  mechanism: string;
  title: object;
  reason: object;
  questions: readonly Record<string, unknown>[];
  states: readonly string[];
  /** Those of them that the registry does not know as members. */
  membersToo: readonly string[];
  languages: readonly Language[];
  /** Days from opening until the answers are due. */
  toAnswer: number;
  /** One text for each question that is answered. */
  answers: readonly { by: string; narratives: readonly string[]; handsIn: boolean }[];
  declines: readonly string[];
}

export const rounds: readonly DemoRound[] = [
  {
    mechanism: 'khartoum',
    title: {
      original: 'en',
      texts: {
        en: 'Inputs for the third regional review (invented for this demonstration)',
        fr: 'Contributions au troisième examen régional (inventé pour cette démonstration)',
        es: 'Aportaciones al tercer examen regional (inventado para esta demostración)',
        ar: 'مساهمات في الاستعراض الإقليمي الثالث (مختلق لأغراض هذا العرض)',
      },
    },
    reason: {
      original: 'en',
      texts: {
        en: 'The mechanism’s written input to the third regional review of the Compact.',
        fr: 'La contribution écrite du mécanisme au troisième examen régional du Pacte.',
        es: 'La aportación escrita del mecanismo al tercer examen regional del Pacto.',
        ar: 'المساهمة الخطية للآلية في الاستعراض الإقليمي الثالث للاتفاق.',
      },
    },
    questions: [
      { kind: 'objective', objectives: ['5', '7'] },
      {
        kind: 'free',
        text: {
          original: 'en',
          texts: {
            en: 'What should other members know about that is not in any plan?',
            fr: 'Que devraient savoir les autres membres qui ne figure dans aucun plan ?',
            es: '¿Qué deberían saber los demás miembros que no figura en ningún plan?',
            ar: 'ما الذي ينبغي أن يعرفه الأعضاء الآخرون ولا يرد في أي خطة؟',
          },
        },
        hint: null,
      },
    ],
    states: ['KEN', 'EGY', 'ETH', 'ITA', 'TUN', 'SSD', 'DEU'],
    membersToo: [],
    languages: ['en', 'fr', 'ar'],
    toAnswer: 45,
    answers: [
      {
        by: 'egypt',
        narratives: [
          'أُعدّت استمارة موحدة لطلبات العمل الموسمي. (مختلق لأغراض هذا العرض.)',
          'نُظّم تدريب لموظفي الخط الأمامي على الإحالة. (مختلق لأغراض هذا العرض.)',
          'تُعقد لقاءات شهرية بين الوزارات. (مختلق لأغراض هذا العرض.)',
        ],
        handsIn: true,
      },
      {
        by: 'ethiopia',
        narratives: [
          'The form for work permits is now one page, in two languages. (Invented for this demonstration.)',
          'Three reception centres use the same referral form. (Invented for this demonstration.)',
        ],
        handsIn: true,
      },
      {
        by: 'tunisia',
        narratives: [
          'Un guichet pour les étudiants étrangers a été ouvert. (Inventé pour cette démonstration.)',
          'Une formation sur l’orientation a eu lieu. (Inventé pour cette démonstration.)',
        ],
        handsIn: true,
      },
      {
        by: 'kenya',
        narratives: [
          'A first note on labour agreements, to be completed. (Invented for this demonstration.)',
        ],
        handsIn: false,
      },
    ],
    declines: ['italy'],
  },
  {
    mechanism: 'rabat',
    title: {
      original: 'fr',
      texts: {
        fr: 'Mobilité des étudiants : où en êtes-vous ? (inventé pour cette démonstration)',
        en: 'Student mobility: where do you stand? (invented for this demonstration)',
        es: 'Movilidad de estudiantes: ¿cómo avanzan? (inventado para esta demostración)',
        ar: 'تنقل الطلاب: أين وصلتم؟ (مختلق لأغراض هذا العرض)',
      },
    },
    reason: {
      original: 'fr',
      texts: { fr: 'Pour préparer la prochaine réunion.', es: 'Para preparar la próxima reunión.' },
    },
    questions: [{ kind: 'objective', objectives: ['5'] }],
    states: ['ESP', 'ITA', 'MAR'],
    membersToo: ['ESP', 'ITA', 'MAR', 'SEN'],
    languages: ['fr', 'es', 'en', 'ar'],
    toAnswer: 30,
    answers: [
      {
        by: 'spain',
        narratives: [
          'La ventanilla única atiende a estudiantes de cinco países. (Inventado para esta demostración.)',
        ],
        handsIn: true,
      },
    ],
    declines: [],
  },
];
