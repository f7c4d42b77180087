import type { CatalogueTexts, Instrument, MechanismRole } from './framework.types.js';

/** The Compact itself. Sources: A/RES/73/195; A/RES/73/326 for the Forum. */
export const instrument: Instrument = {
  symbol: 'A/RES/73/195',
  abbreviation: 'GCM',
  conference: { start: '2018-12-10', end: '2018-12-11', place: 'Marrakech, Morocco' },
  generalAssemblyDate: '2018-12-19',
  legallyBinding: false,
  objectiveCount: 23,
  principleCount: 10,
  actionCount: 187,
  paragraphs: {
    principles: { first: 15, last: 15 },
    objectives: { first: 17, last: 39 },
    implementation: { first: 40, last: 47 },
    followUpAndReview: { first: 48, last: 54 },
  },
  reviewForumSymbol: 'A/RES/73/326',
};

/** Names per language, where a stored document has them; a language that is missing was not found or not confirmed. */
export const names = {
  compact: {
    en: 'Global Compact for Safe, Orderly and Regular Migration',
    fr: 'Pacte mondial pour des migrations sûres, ordonnées et régulières',
    es: 'Pacto Mundial para la Migración Segura, Ordenada y Regular',
    ar: 'الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية',
    zh: '安全、有序和正常移民全球契约',
    ru: 'Глобальный договор о безопасной, упорядоченной и легальной миграции',
  },
  compactOtherName: {
    en: 'Marrakech Compact on Migration',
    es: 'Pacto de Marrakech sobre la Migración',
    zh: '马拉喀什移民问题契约',
  },
  reviewForum: {
    en: 'International Migration Review Forum',
    fr: 'Forum d’examen des migrations internationales',
    es: 'Foro de Examen de la Migración Internacional',
    // As the United Nations regional network on migration and IOM write it (mena.iom.int); ESCWA's wording differs.
    ar: 'المنتدى الدولي لاستعراض الهجرة',
    zh: '国际移民问题审查论坛',
  },
  reviewForumAbbreviation: { en: 'IMRF', es: 'FEMI' },
  progressDeclaration: { en: 'Progress Declaration', es: 'Declaración sobre los Progresos', zh: '进展宣言' },
  network: {
    en: 'United Nations Network on Migration',
    fr: 'Réseau des Nations Unies sur les migrations',
    es: 'Red de las Naciones Unidas sobre Migración',
    ar: 'شبكة الأمم المتحدة المعنية بالهجرة',
  },
} as const satisfies Record<string, CatalogueTexts>;

/** Where the short labels of objectives and the names of principles were taken from. */
export const labelSources: Readonly<Record<'shortLabel' | 'principleName', CatalogueTexts>> = {
  shortLabel: {
    en: 'UN Network on Migration Hub, objective labels',
    fr: 'UN Network on Migration Hub, French interface',
    es: 'UN Network on Migration Hub, Spanish interface',
  },
  principleName: {
    en: 'UN Network on Migration Hub, principle labels',
    fr: 'UN Network on Migration Hub, French interface',
    es: 'UN Network on Migration Hub, Spanish interface',
    zh: 'A/RES/76/266, Chinese, paragraph 3',
  },
};

/** What the Compact asks of the mechanisms: paragraphs 47, 50 and 52 (2019 IOM review, page 1). */
export const mechanismRoles: readonly MechanismRole[] = [
  {
    paragraph: 47,
    role: 'platform for exchange',
    doubts: [
      'The wording of the paragraph is not confirmed by a stored document; the role is, by the 2019 IOM review.',
    ],
  },
  { paragraph: 50, role: 'reviewer of implementation within the region', doubts: [] },
  {
    paragraph: 52,
    role: 'contributor of evidence and recommendations',
    doubts: [
      'The wording of the paragraph is not confirmed by a stored document; the role is, by the 2019 IOM review.',
    ],
  },
];

/** What is not settled about the catalogue as a whole, in words a page can show. */
export const catalogueDoubts: readonly string[] = [
  'No language version of A/RES/73/195 itself could be read as far as the list of objectives, so the titles remain to be compared with it.',
  'Titles in Chinese and Russian, Spanish titles of objectives 15, 16 and 17, and Arabic titles other than that of objective 15 were not found in their official wording; the English title stands in.',
  'Principle names in French and Spanish are interface labels of the UN Network Hub; the same form was seen as sub-heading of paragraph 15 for Spanish 2, 6 and 7 and French 4 and 7, the others may differ in form (noun against adjective).',
  'Lettered actions were counted in the agreed text of 13 July 2018 (objective 20: in the resolution); their lettering was cross-checked on pages of the resolution for objectives 1, 16, 19, 20, 22 and 23.',
  'Paragraph numbers were seen for objectives 1, 3, 7, 8, 16, 20 and 23; the others follow the unbroken sequence.',
  'The mapping of objectives to SDG targets in the UN Network booklet was not found: only targets that the text of an action names are given.',
];
