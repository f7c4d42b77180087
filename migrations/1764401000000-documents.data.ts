/* What the sections of a document were called before a document kept its own, and what was compiled into them. */

const OBJECTIVES: Record<number, number[]> = {
  1: [2, 5, 6, 12, 18],
  2: [4, 8, 9, 10, 11, 13, 21],
  3: [14, 15, 16, 19, 20, 22],
  4: [1, 3, 7, 17, 23],
};

const titles = (en: string, fr: string, es: string, ar: string) => ({ en, fr, es, ar });
const joined = (numbers: number[], and: string) =>
  `${numbers.slice(0, -1).join(', ')}${and}${numbers.at(-1)}`;

export const sectionsBefore = () => [
  {
    key: 'introduction',
    title: titles('Introduction', 'Introduction', 'Introducción', 'مقدمة'),
    contents: ['purpose', 'mechanism', 'plans', 'board'].map((kind) => ({ kind })),
  },
  ...Object.entries(OBJECTIVES).map(([number, objectives]) => ({
    key: `round-table-${number}`,
    title: titles(
      `Round table ${number}: objectives ${joined(objectives, ' and ')}`,
      `Table ronde ${number}\u00a0: objectifs ${joined(objectives, ' et ')}`,
      `Mesa redonda ${number}: objetivos ${joined(objectives, ' y ')}`,
      `المائدة المستديرة ${number}: الأهداف ${objectives.join('، و')}`,
    ),
    contents: [{ kind: 'objectives', only: { roundTable: Number(number) } }],
  })),
  {
    key: 'institutional',
    title: titles(
      'Institutional work, and work that serves no single objective',
      'Travaux institutionnels et travaux qui ne servent aucun objectif en particulier',
      'Labor institucional y labor que no contribuye a un objetivo concreto',
      'العمل المؤسسي والعمل الذي لا يخدم هدفاً بعينه',
    ),
    contents: [{ kind: 'institutional' }],
  },
  {
    key: 'overview',
    title: titles(
      'Challenges, support and practices across objectives',
      'Difficultés, appui et pratiques concernant l’ensemble des objectifs',
      'Desafíos, apoyo y prácticas comunes a los objetivos',
      'التحديات والدعم والممارسات في مختلف الأهداف',
    ),
    contents: ['challenges', 'support', 'practices'].map((kind) => ({ kind })),
  },
  {
    key: 'conclusions',
    title: titles('Conclusions', 'Conclusions', 'Conclusiones', 'الاستنتاجات'),
    contents: [],
  },
];
