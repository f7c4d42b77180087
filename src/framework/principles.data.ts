import type { Principle } from './framework.types.js';

/**
 * The ten guiding principles: A/RES/73/195, paragraph 15. English, French and Spanish names are the UN Network Hub's
 * interface labels, Chinese ones those of A/RES/76/266, paragraph 3. Summaries are this project's paraphrase, and are
 * absent where no stored document confirmed them.
 */
export const principles: readonly Principle[] = [
  {
    number: 1,
    paragraphRef: '15(a)',
    name: {
      en: 'People-centred',
      fr: 'Priorité à la dimension humaine',
      es: 'Centrada en las personas',
      zh: '以人为中心',
    },
    summary: 'Starts from the person: migrants and their home, transit and host communities alike.',
  },
  {
    number: 2,
    paragraphRef: '15(b)',
    name: {
      en: 'International cooperation',
      fr: 'Coopération internationale',
      es: 'Cooperación internacional',
      zh: '国际合作',
    },
    summary:
      'Non-binding cooperation: migration crosses borders, so States act together and draw authority from shared ownership.',
  },
  {
    number: 3,
    paragraphRef: '15(c)',
    name: {
      en: 'National sovereignty',
      fr: 'Souveraineté nationale',
      es: 'Soberanía nacional',
      zh: '国家主权',
    },
    summary:
      'States keep the right to set migration policy, within international law, and may treat regular and irregular status differently.',
  },
  {
    number: 4,
    paragraphRef: '15(d)',
    name: {
      en: 'Rule of law and due process',
      fr: 'Primauté du droit et garanties d’une procédure régulière',
      es: 'Estado de derecho y garantías procesales',
      zh: '法治和正当程序',
    },
  },
  {
    number: 5,
    paragraphRef: '15(e)',
    name: {
      en: 'Sustainable development',
      fr: 'Développement durable',
      es: 'Desarrollo sostenible',
      zh: '可持续发展',
    },
  },
  {
    number: 6,
    paragraphRef: '15(f)',
    name: { en: 'Human rights', fr: 'Droits de l’homme', es: 'Derechos humanos', zh: '人权' },
  },
  {
    number: 7,
    paragraphRef: '15(g)',
    name: {
      en: 'Gender-responsive',
      fr: 'Prise en compte de la problématique femmes-hommes',
      es: 'Perspectiva de género',
      zh: '促进性别平等',
    },
  },
  {
    number: 8,
    paragraphRef: '15(h)',
    name: {
      en: 'Child-sensitive',
      fr: 'Adaptation aux besoins de l’enfant',
      es: 'Perspectiva infantil',
      zh: '敏感认识到儿童问题',
    },
    summary: 'Decisions touching children put their best interests first, including when they travel alone.',
  },
  {
    number: 9,
    paragraphRef: '15(i)',
    name: {
      en: 'Whole-of-government approach',
      fr: 'Approche mobilisant l’ensemble des pouvoirs publics',
      es: 'Enfoque pangubernamental',
      zh: '全政府办法',
    },
    summary: 'One policy, not silos: ministries and all tiers of government act in step.',
  },
  {
    number: 10,
    paragraphRef: '15(j)',
    name: {
      en: 'Whole-of-society approach',
      fr: 'Approche mobilisant l’ensemble de la société',
      es: 'Enfoque pansocial',
      zh: '全社会办法',
    },
    summary:
      'Partnership beyond government: migrants, diasporas, local actors, business, unions, academia, media and others.',
  },
];
