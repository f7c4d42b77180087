import { compactName } from '../../../framework/framework.js';
import { instrument } from '../../../framework/instrument.data.js';
import { nameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { cycleName, spanOf } from '../../cycles/cycle-words.js';
import type { CompileContent } from './content.js';
import { countedReporters } from './counts.js';

/** What the document is, for what and about which time, and how it was put together. */
export const purposeContent: CompileContent = function* (context, words) {
  const { facts, at, entries } = context;
  const { t, language } = words;
  const { mechanism, cycle, period } = facts;
  const name = nameIn('officialName', mechanism.named, language).text.replace(/^the /i, '');
  const short = nameIn('shortName', mechanism.named, language).text;
  // The short form by which the text goes on, once.
  const abbreviation = short === name ? mechanism.named.abbreviation : short;
  const values = {
    mechanism: name,
    abbreviation,
    from: words.day(period.from),
    until: words.day(period.until),
    compact: compactName(language).text,
    ...(cycle && { cycle: cycleName(cycle, language), number: cycle.number, years: spanOf(cycle) }),
  };
  // A report on a plan is written before that time is over: its first page says until when it is.
  const covers = context.ask.about?.planId && facts.ongoing ? 'say.purpose.since' : 'say.purpose.covers';
  // The name of a regional review says already what it reviews.
  const byCycle = cycle?.kind === 'regional' && !cycle.name ? 'say.purpose.regional' : 'say.purpose.cycle';
  const sentence = t(cycle ? byCycle : 'say.purpose.period', values);
  const runs = [cycle ? { text: sentence, footnote: instrument.symbol } : { text: sentence }];
  yield {
    key: `${at}/purpose`,
    blocks: [words.paragraph(...runs, ` ${t(covers, values)}`)],
    sources: [],
  };
  if (!context.ask.sections.some(({ contents }) => contents.some(({ kind }) => kind === 'objectives')))
    return;
  yield { key: `${at}/method`, blocks: [words.paragraph(t('say.method'))], sources: [] };
  yield {
    key: `${at}/reporters`,
    blocks: [words.paragraph(countedReporters([...entries.values()], mechanism.fewestReporters, words))],
    sources: [],
  };
};
