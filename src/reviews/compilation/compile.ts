import { instrument } from '../../framework/instrument.data.js';
import { roundTables } from '../../framework/round-tables.data.js';
import { labelsIn } from '../../platform/documents/labels.js';
import { directionOf } from '../../platform/i18n/i18n.js';
import type { ReleasedEntry } from '../../progress/release/released-entry.js';
import { contributionsOf } from './chapters/contributions.js';
import { introductionSection } from './chapters/introduction.js';
import { institutionalSection, roundTableSection } from './chapters/objectives.js';
import { overviewSection } from './chapters/overview.js';
import { unnamedState } from './chapters/who.js';
import { Wording } from './chapters/wording.js';
import type { CompileInput } from './compile-input.js';
import type { CompiledHead, CompiledSubmission, CompiledWords, EntryCounts } from './compiled.js';
import { cycleName } from '../cycles/cycle-words.js';

/**
 * The submission as text, from released entries and plans: introduction with the objective board, the objectives by
 * round table, what serves no single one, an overview, and an empty chapter for the secretariat's conclusions.
 * Pure: the same input gives the same value, whatever the order of its entries.
 */
export function compileSubmission(input: CompileInput): CompiledSubmission {
  const wording = new Wording(input.language);
  const contributions = contributionsOf(input.entries, wording, unnamedState(input.mechanism, input.entries));
  const counts = countsOf(input.entries);
  return {
    ...headOf(input, counts, wording),
    sections: [
      introductionSection(input, counts, wording),
      ...roundTables.map((table) => roundTableSection(table, input, contributions, wording)),
      institutionalSection(input, contributions, wording),
      overviewSection(input, contributions, wording),
      { key: 'conclusions', title: wording.t('doc.conclusions'), blocks: [] },
    ],
  };
}

function headOf(input: CompileInput, counts: EntryCounts, wording: Wording): CompiledHead {
  const { t, language } = wording;
  const { mechanism, cycle, period } = input;
  const name = cycleName(cycle, language);
  return {
    framework: instrument.symbol,
    language,
    direction: directionOf(language),
    title: input.title,
    mechanism: { id: mechanism.id, name: mechanism.officialName, abbreviation: mechanism.abbreviation },
    cycle: { id: cycle.id, name },
    period: { from: period.from, until: period.until },
    facts: [
      { label: t('doc.fact.review'), value: name },
      { label: t('doc.fact.period'), value: t('doc.fact.since', { from: wording.day(period.from) }) },
    ],
    footer: `${mechanism.abbreviation} · ${name}`,
    counts,
    words: wordsOf(wording),
  };
}

const wordsOf = ({ t }: Wording): CompiledWords => ({
  contents: t('doc.contents'),
  ...labelsIn(t),
  standing: t('doc.fact.standing'),
});

function countsOf(entries: readonly ReleasedEntry[]): EntryCounts {
  const named = (kind: ReleasedEntry['reporterKind']) =>
    entries.filter((entry) => entry.attributed && entry.reporterKind === kind).length;
  return {
    all: entries.length,
    delegations: named('state'),
    secretariat: named('secretariat'),
    partners: named('partner'),
    unnamed: entries.filter((entry) => !entry.attributed).length,
  };
}
