import { States } from '../../../accounts/states.js';
import { compactName } from '../../../framework/framework.js';
import { objectives } from '../../../framework/objectives.data.js';
import { instrument } from '../../../framework/instrument.data.js';
import type { CompileInput, MechanismFacts, PlanFacts } from '../compile-input.js';
import type { CompiledBlock, CompiledParagraph, CompiledSection, EntryCounts, TextRun } from '../compiled.js';
import { cycleName } from '../../cycles/cycle-words.js';
import { paragraph } from './blocks.js';
import { boardOf } from './board.js';
import { underWayOfAll } from '../said-statuses.js';
import type { Wording } from './wording.js';

/** What the mechanism is, what time is covered, how the text came about, and the objective board. */
export function introductionSection(
  input: CompileInput,
  counts: EntryCounts,
  wording: Wording,
): CompiledSection {
  const { t } = wording;
  const blocks: CompiledBlock[] = [
    purpose(input, wording),
    about(input.mechanism, wording),
    paragraph(t('doc.intro.how')),
    paragraph(t('doc.intro.texts')),
    entries(counts, wording),
    ...plans(input, wording),
    ...underWay(input, wording),
    paragraph(t('doc.intro.board')),
    boardOf(input, wording),
  ];
  return { key: 'introduction', title: t('doc.introduction'), blocks };
}

function purpose({ mechanism, cycle, period }: CompileInput, wording: Wording): CompiledParagraph {
  const { t, language } = wording;
  const { officialName, abbreviation } = mechanism;
  const since = period.since
    ? t('doc.intro.since', { cycle: cycleName(period.since, language), from: wording.day(period.from) })
    : t('doc.intro.sinceCompact', { from: wording.day(period.from) });
  const what = t('doc.intro.purpose', {
    mechanism: officialName,
    abbreviation,
    cycle: cycleName(cycle, language),
    compact: compactName(language).text,
  });
  return paragraph({ text: what, note: instrument.symbol }, ` ${since}`);
}

function about(facts: MechanismFacts, wording: Wording): CompiledParagraph {
  const { t, language } = wording;
  const { members, observers, chair, secretariat } = facts;
  const names = (codes: string[]) =>
    wording.listed(States.sorted(codes, language).map((code) => States.name(code, language)));
  const holder = chair && (chair.state ? States.name(chair.state, language) : chair.holder);
  const sentences = [
    t('doc.intro.mechanism', { category: t(`doc.category.${facts.category}`) }),
    members.length > 0 && t('doc.intro.members', { count: members.length, list: names(members) }),
    observers.length > 0 && t('doc.intro.observers', { count: observers.length, list: names(observers) }),
    holder && t('doc.intro.chair', { name: holder }),
    secretariat && t('doc.intro.secretariat', { name: secretariat }),
    members.length + observers.length > 0 && t('doc.intro.names'),
  ];
  const text = sentences.filter(Boolean).join(' ');
  return paragraph(facts.footnotes.length > 0 ? { text, note: facts.footnotes.join(' ') } : text);
}

/** In numbers; by State never. */
function entries(counts: EntryCounts, wording: Wording): CompiledParagraph {
  const { t } = wording;
  const kinds = (['delegations', 'secretariat', 'partners', 'unnamed'] as const).filter(
    (kind) => counts[kind] > 0,
  );
  const list = wording.listed(kinds.map((kind) => t(`doc.intro.entries.${kind}`, { count: counts[kind] })));
  return paragraph(t('doc.intro.entries', { count: counts.all, list }));
}

/** Where each plan comes from stands in a footnote. */
function plans({ plans: all }: CompileInput, wording: Wording): CompiledBlock[] {
  const { t } = wording;
  if (all.length === 0) return [paragraph(t('doc.intro.noPlans'))];
  const titles = all.map((plan): TextRun => ({
    ...wording.localized(plan.title),
    ...adoption(plan, wording),
  }));
  if (titles.length === 1) return [paragraph(...wording.sentence('doc.intro.onePlan', titles))];
  return [
    paragraph(t('doc.intro.plans', { count: titles.length })),
    { type: 'list', items: titles.map((title) => [title]) },
  ];
}

/** Over all items, by the plans and by what was released: two counts, and never a sum. */
function underWay({ items, said, mechanism }: CompileInput, { t }: Wording): CompiledParagraph[] {
  if (items.length === 0) return [];
  const fewest = mechanism.fewestReporters;
  const plan = items.filter(({ status }) => status === 'ongoing').length;
  const serving = (objective: number | undefined) =>
    items
      .filter(({ objectives: of }) => (objective ? of.includes(objective) : of.length === 0))
      .map(({ id }) => id);
  const parts = [undefined, ...objectives.map(({ number }) => number)].map(serving);
  const reports = underWayOfAll(said, parts, fewest);
  const byReports =
    reports === null ? t('doc.intro.underWayFew', { fewest }) : t('doc.intro.underWayReports', { reports });
  const byPlan = t('doc.intro.underWay', { all: items.length, plan });
  return [paragraph([byPlan, said.size > 0 && byReports].filter(Boolean).join(' '))];
}

function adoption({ adoptedBy: by, adoptedOn }: PlanFacts, wording: Wording): { note?: string } {
  if (!by) return {};
  const day = adoptedOn && wording.day(adoptedOn);
  return { note: day ? wording.t('doc.plan.adoptedOn', { by, day }) : wording.t('doc.plan.adopted', { by }) };
}
