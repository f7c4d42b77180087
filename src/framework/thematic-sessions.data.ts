import type { ThematicSession } from './framework.types.js';

/**
 * The six informal thematic sessions of 2017 that prepared the Compact. Sources: the modalities in A/RES/71/280 and the
 * summaries by IOM and the mission of Norway.
 */
export const thematicSessions: readonly ThematicSession[] = [
  {
    number: 1,
    theme:
      'Human rights of all migrants, social inclusion, cohesion and all forms of discrimination, including racism, xenophobia and intolerance',
    place: 'Geneva',
    start: '2017-05-08',
    end: '2017-05-09',
    inFigure3: false,
  },
  {
    number: 2,
    theme:
      'Addressing drivers of migration, including adverse effects of climate change, natural disasters and human-made crises, through protection and assistance, sustainable development, poverty eradication, conflict prevention and resolution',
    place: 'New York',
    start: '2017-05-22',
    end: '2017-05-23',
    inFigure3: true,
  },
  {
    number: 3,
    theme:
      'International cooperation and governance of migration in all its dimensions, including at borders, on transit, entry, return, readmission, integration and reintegration',
    place: 'Geneva',
    start: '2017-06-19',
    end: '2017-06-20',
    inFigure3: false,
  },
  {
    number: 4,
    theme:
      'Contributions of migrants and diasporas to all dimensions of sustainable development, including remittances and portability of earned benefits',
    place: 'New York',
    start: '2017-07-24',
    end: '2017-07-25',
    inFigure3: true,
  },
  {
    number: 5,
    theme:
      'Smuggling of migrants, trafficking in persons and contemporary forms of slavery, including appropriate identification, protection and assistance to migrants and trafficking victims',
    place: 'Vienna',
    start: '2017-09-04',
    end: '2017-09-05',
    inFigure3: true,
  },
  {
    number: 6,
    theme:
      'Irregular migration and regular pathways, including decent work, labour mobility, recognition of skills and qualifications and other relevant measures',
    place: 'Geneva',
    start: '2017-10-12',
    end: '2017-10-13',
    inFigure3: true,
  },
];
