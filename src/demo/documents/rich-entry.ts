import type { DemoEntry } from '../entries.js';

/** One text in the three languages of the contribution: what was written, and its translations. */
export interface Said {
  en: string;
  fr: string;
  ar: string;
}

/** What somebody reports at length towards the contribution, with the translations that the secretariat has made of it. */
export interface RichEntry {
  by: 'secretariat' | 'partner' | keyof typeof STATES;
  item: string;
  day: number;
  status: string;
  language: keyof Said;
  use: 'public' | 'mechanism' | 'unnamed';
  narrative: Said;
  results?: Said;
  challenges?: Said;
  nextSteps?: Said;
  support?: Said;
  supportKinds?: string[];
  evidence?: { title: string; url: string };
}

const STATES = {
  kenya: 'KEN',
  egypt: 'EGY',
  ethiopia: 'ETH',
  italy: 'ITA',
  tunisia: 'TUN',
  germany: 'DEU',
  'south-sudan': 'SSD',
} as const;

/** In each entry, since it may be read by itself. */
const INVENTED = { en: '(Invented.)', fr: '(Inventé.)', ar: '(مختلق.)' } as const;

const PARTS = ['narrative', 'results', 'challenges', 'nextSteps', 'support'] as const;

/** As French is set: no line breaks before its signs. */
export const set = ({ en, fr, ar }: Said): Said => ({
  en,
  fr: fr.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
  ar,
});

/** The mark stands behind the first paragraph: a list or a table may follow it. */
const marked = (text: string, language: keyof Said): string => {
  const [first, ...rest] = text.split('\n\n');
  return [`${first} ${INVENTED[language]}`, ...rest].join('\n\n');
};

/** The texts as they are written, each with what the document says in their place. */
export type Memory = Map<string, Said>;

/** The entry as its reporter writes it; what is said in it goes into the memory of translations. */
export function entryOf(rich: RichEntry, memory: Memory): DemoEntry {
  const { by, item, day, status, language, use, supportKinds, evidence } = rich;
  const own: Partial<Record<(typeof PARTS)[number], string>> = {};
  for (const part of PARTS) {
    const said = rich[part] && set(rich[part]);
    if (!said) continue;
    const text = part === 'narrative' ? marked(said[language], language) : said[language];
    own[part] = text;
    memory.set(text, said);
  }
  return {
    ...{ by, item, day, status, language, supportKinds, evidence },
    as: by === 'secretariat' ? by : by === 'partner' ? 'partner:Partner organization' : `state:${STATES[by]}`,
    mechanism: 'khartoum',
    plan: 'working',
    ...own,
    narrative: own.narrative!,
    outcome: 'accepted',
    visibility: use === 'public' ? 'public' : 'mechanism',
    release: use === 'unnamed' ? 'unattributed' : 'attributed',
  };
}
