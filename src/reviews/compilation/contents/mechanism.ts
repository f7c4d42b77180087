import { States } from '../../../accounts/states.js';
import { inSentence } from '../../../platform/i18n/articles.js';
import type { CompileContent } from './content.js';

/** The mechanism: its kind, who takes part, who chairs and who serves as secretariat. */
export const mechanismContent: CompileContent = function* ({ facts, at }, words) {
  const { t, language } = words;
  const { members, observers, chair, secretariat, category, footnotes } = facts.mechanism;
  const holder =
    chair && (chair.state ? inSentence(States.name(chair.state, language), 'the', language) : chair.holder);
  const lists = [
    t('say.mechanism', { category: t(`doc.category.${category}`) }),
    members.length > 0 &&
      words.counted('say.members', members.length, { list: words.listed(words.states(members)) }),
    observers.length > 0 &&
      words.counted('say.observers', observers.length, { list: words.listed(words.states(observers)) }),
  ];
  const offices = [
    holder && t('say.chair', { name: holder }),
    secretariat && t('say.secretariatOf', { name: secretariat }),
  ];
  const paragraphs = [lists, offices]
    .map((sentences) => sentences.filter(Boolean).join(' '))
    .filter((text) => text !== '');
  const note = [members.length + observers.length > 0 ? t('doc.intro.names') : '', ...footnotes]
    .filter(Boolean)
    .join(' ');
  yield {
    key: `${at}/mechanism`,
    blocks: paragraphs.map((text, index) =>
      words.paragraph(index === 0 && note ? { text, footnote: note } : { text }),
    ),
    sources: [],
  };
};
