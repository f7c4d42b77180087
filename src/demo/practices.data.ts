export type Comments = Readonly<
  Partial<Record<'innovative' | 'completed', readonly [by: string, text: string]>>
>;

/** A practice that somebody offers to their peers, and how far it has come. */
export interface DemoPractice {
  by: string;
  as: string;
  mechanism: string;
  title: string;
  language: string;
  summary: string;
  results: string;
  lessons: string;
  objectives: readonly number[];
  principles: readonly number[];
  countries: readonly string[];
  completion: string;
  /** What peers said in the review; it is offered to them where there is any. */
  comments: Comments;
  /** With whom it is shared; null while its review goes on, or while it is a draft. */
  sharedWith: readonly string[] | 'everybody' | null;
}

export const practices: readonly DemoPractice[] = [
  {
    by: 'kenya',
    as: 'state:KEN',
    mechanism: 'khartoum',
    title: 'One duty officer for every day of the week (invented)',
    language: 'en',
    summary:
      'Rescue centres of several States share one list of duty officers, renewed every Monday. (Invented for this demonstration.)',
    results: 'Three joint incidents were handled over the shared list in two months.',
    lessons: 'A list is only as good as its last Monday: one person has to own it.',
    objectives: [8, 23],
    principles: [2],
    countries: ['KEN', 'ETH'],
    completion: 'fully',
    comments: {
      innovative: [
        'chair',
        'La liste n’est pas nouvelle, son rythme l’est : pourriez-vous décrire le lundi ?',
      ],
      completed: ['ethiopia', 'We use it too. The number at night has changed twice: how is that told?'],
    },
    sharedWith: ['khartoum', 'rabat'],
  },
  {
    by: 'egypt',
    as: 'state:EGY',
    mechanism: 'khartoum',
    title: 'دليل المدعين العامين المختصين (مختلق)',
    language: 'ar',
    summary: 'دليل مشترك بأسماء المدعين العامين يُحدَّث كل ثلاثة أشهر. (مختلق لأغراض هذا العرض.)',
    results: 'قُصّرت مدة الرد على طلبات المساعدة القانونية.',
    lessons: 'ينبغي أن تُراجع جهةٌ واحدة الأسماء قبل كل توزيع.',
    objectives: [9, 10],
    principles: [6],
    countries: ['EGY'],
    completion: 'mostly',
    comments: { innovative: ['italy', 'Could you say how a prosecutor who leaves is replaced?'] },
    sharedWith: null,
  },
  {
    by: 'spain',
    as: 'state:ESP',
    mechanism: 'rabat',
    title: 'Ventanilla única para estudiantes (inventada)',
    language: 'es',
    summary:
      'Un solo lugar para los trámites de visado, matrícula y alojamiento. (Inventado para esta demostración.)',
    results: 'La mitad de los trámites se resuelve en un día.',
    lessons: 'Conviene que las universidades participen desde el principio.',
    objectives: [5, 18],
    principles: [9],
    countries: ['ESP', 'MAR'],
    completion: 'fully',
    comments: { completed: ['italy', 'Clear and complete. A word on what it costs would help.'] },
    sharedWith: 'everybody',
  },
  {
    by: 'senegal',
    as: 'state:SEN',
    mechanism: 'midwa',
    title: 'Réunion trimestrielle des services (inventée)',
    language: 'fr',
    summary:
      'Les services compétents se réunissent chaque trimestre autour d’un seul tableau. (Inventé pour cette démonstration.)',
    results: 'Les délais de réponse ont baissé.',
    lessons: 'Un ordre du jour court vaut mieux qu’une longue réunion.',
    objectives: [23],
    principles: [],
    countries: ['SEN'],
    completion: 'partly',
    comments: {},
    sharedWith: null,
  },
];
