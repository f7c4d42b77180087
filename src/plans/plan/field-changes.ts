import { principleName } from '../../framework/framework.js';
import { LANGUAGE_NAMES, type TextKey, type Translate } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { AmendedText, RecordedPosition } from '../amendments/amendment.entity.js';
import { statedTotalText } from './plan.dto.js';
import type { Plan } from './plan.entity.js';
import type { PlanText } from './plan-text.js';
import type { ItemSnapshot } from '../items/snapshot.js';
import { ownerLabel, referenceLabel, whenLabel } from './labels.js';
import { amountLabel } from './money.js';

/** The reader's language, and how it writes days. */
export interface DisplayLocale {
  t: Translate;
  language: string;
  day: (day: string) => string;
}

/** One thing that is said, with the word for what it is. */
interface FieldText {
  label: string;
  text: string;
  /** Set for a text in a language of its own. */
  language?: string;
}

/** A field that differs: null on the side that says nothing of it. */
export interface FieldTextChange {
  label: string;
  language?: string;
  before: string | null;
  after: string | null;
}

/** The fields in which two texts differ, with both sides; what a side does not say is null. */
export function changesBetween(
  before: AmendedText,
  after: AmendedText,
  reader: DisplayLocale,
  about: 'item' | 'plan' = 'item',
): FieldTextChange[] {
  const sides = [before, after].map(
    (side) => new Map(wordsOf(side, reader, about).map((word) => [word.label, word])),
  );
  const [was, is] = sides as [Map<string, FieldText>, Map<string, FieldText>];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((label) => ({
      label,
      language: (is.get(label) ?? was.get(label))!.language,
      before: was.get(label)?.text ?? null,
      after: is.get(label)?.text ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

/** What an item or a plan says, in words; what it does not say is left out. */
function wordsOf(said: AmendedText, reader: DisplayLocale, about: 'item' | 'plan'): FieldText[] {
  if ('place' in said) return positionWords(said.place, reader);
  return about === 'plan' ? planWords(said as PlanSaid, reader) : itemWords(said, reader);
}

function itemWords(item: Partial<ItemSnapshot> & { indicator?: string }, reader: DisplayLocale): FieldText[] {
  const { t, language, day } = reader;
  const { funding } = item;
  const amount = (value: string | null | undefined) =>
    value && amountLabel(value, funding?.currency ?? null, language);
  return filled([
    [t('item.code'), item.code],
    ...localizedWords(t('item.title'), item.title),
    ...localizedWords(t('item.description'), item.description),
    ...localizedWords(t('item.deliverables'), item.deliverables),
    ...localizedWords(t('item.notes'), item.notes),
    [t('item.kind'), item.kind],
    [t('item.status'), item.status && t(`itemStatus.${item.status}` as TextKey)],
    [t('item.when'), item.when && whenLabel(item.when, t, language, day)],
    [t('item.owners'), listed(item.owners?.map((owner) => ownerLabel(ownerOf(owner), t, language)))],
    [t('item.objectives'), listed(item.objectives)],
    [t('item.principles'), listed(item.principles?.map((number) => principleName(number, language).text))],
    [t('item.references'), listed(item.references?.map((one) => referenceLabel(referenceOf(one), t)))],
    [t('funding.needed'), amount(funding?.needed)],
    [t('funding.pledged'), amount(funding?.pledged)],
    [t('funding.gap'), amount(funding?.gap)],
    [t('funding.currency'), funding?.currency],
    [t('item.crossCutting'), item.crossCutting && t('answer.yes')],
    [t('item.institutional'), item.institutional && t('answer.yes')],
    [t('indicator.indicator'), item.indicator],
  ]);
}

/** Beside its text, what a form changes of a plan. */
type PlanSaid = Partial<PlanText & Pick<Plan, 'statedTotals' | 'source' | 'note' | 'isPublic'>>;

function planWords(plan: PlanSaid, { t, day }: DisplayLocale): FieldText[] {
  return filled([
    ...localizedWords(t('plan.title'), plan.title),
    [t('plan.kind'), plan.kind && t(`planKind.${plan.kind}` as TextKey)],
    [t('plan.periodStart'), plan.periodStart && day(plan.periodStart)],
    [t('plan.periodEnd'), plan.periodEnd && day(plan.periodEnd)],
    [t('plan.levelNames'), plan.levelNames?.join(' · ')],
    [t('plan.statedTotals'), plan.statedTotals?.map(statedTotalText).join('\n')],
    ...localizedWords(t('plan.source'), plan.source),
    ...localizedWords(t('plan.note'), plan.note),
    [t('plan.isPublic'), plan.isPublic && t('answer.yes')],
  ]);
}

const positionWords = ({ under, position }: RecordedPosition, { t }: DisplayLocale): FieldText[] =>
  filled([
    [t('item.under'), under ? under.code || t('item.withoutCode') : t('item.top')],
    [t('item.position'), String(position)],
  ]);

type Entry = [label: string, text: string | false | null | undefined, language?: string];

const filled = (entries: Entry[]): FieldText[] =>
  entries.flatMap(([label, text, language]) => (text ? [{ label, text, language }] : []));

/** One entry per language. */
const localizedWords = (label: string, value: Localized | null | undefined): Entry[] =>
  Object.entries(value?.texts ?? {}).map(([language, text]) => [
    `${label} (${LANGUAGE_NAMES[language] ?? language})`,
    text,
    language,
  ]);

const listed = (values: string[] | undefined) => (values ? [...values].sort().join(', ') : null);

/** `state:KEN` in its parts. */
function ownerOf(owner: string) {
  const [kind, ...subject] = owner.split(':');
  return { kind, subject: subject.join(':') || null } as Parameters<typeof ownerLabel>[0];
}

/** `sdg:8.8` in its parts. */
function referenceOf(reference: string) {
  const [framework = '', ...code] = reference.split(':');
  return { framework, code: code.join(':') };
}
