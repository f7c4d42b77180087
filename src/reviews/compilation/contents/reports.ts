import { createHash } from 'node:crypto';
import { States } from '../../../accounts/states.js';
import type { Block, PlainRun, Run } from '../../../platform/documents/document.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { CompiledPassage, PassageSource } from '../../passages/passage.js';
import { ENTRY_PARTS, type EntryPart } from '../../templates/template.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { ItemFacts } from '../facts/document-facts.js';
import type { ActionLine } from '../placing/document-order.js';
import type { SpotContents } from '../placing/placement.js';
import { capitalized, type DocumentWords, SLOT } from '../words/document-words.js';
import { noteOf, withEnd, wordsOf } from '../words/entry-words.js';
import { whoReports } from '../words/reporters.js';
import type { ContentContext } from './content.js';

/** With so many passages under one heading, what they are about has headings of its own. */
const MANY = 8;
/** A longer title stands in the list of items, and reports go by its code. */
const LONG_TITLE = 140;

/** What sentences say of a place that its items do not. */
export interface Place {
  /** Begins the keys of what stands here. */
  at: string;
  /** How reports about no item are introduced. */
  general: 'say.under.objective' | 'say.under.general';
  headings: boolean;
  /** Items whose titles were just read. */
  known?: readonly string[];
}

/**
 * What was reported in one place: by what it says, and under that action line by action line in the order of the plan.
 * Those who report the same line are named together, and the words of each follow; then those of unnamed reporters.
 */
export function* reportPassages(
  spot: SpotContents,
  { at, general, headings, known = [] }: Place,
  context: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const parts = ENTRY_PARTS.filter((part) =>
    [...spot.named, ...spot.unnamed].some((placed) => placed.part === part),
  );
  const withHeadings = headings && parts.length > 1 && spot.named.length + spot.unnamed.length >= MANY;
  const mentioned = new Set(known);
  let leads = 0;
  for (const part of parts) {
    if (withHeadings)
      yield {
        key: `${at}/${part}/heading`,
        blocks: [words.heading(3, words.t(`say.part.${part}`))],
        sources: [],
      };
    for (const line of context.order.lines(spot, part)) {
      const lead = leadOf(line, { part, general, variant: leads++ % 2, mentioned }, words);
      yield* linePassages(line, { at, part, lead }, context, words);
    }
    yield* unnamedPassages(
      spot.unnamed.filter((placed) => placed.part === part),
      { at: `${at}/${part}`, lead: `say.unnamed.${part}` },
      context,
      words,
    );
  }
}

function* linePassages(
  line: ActionLine,
  { at, part, lead }: { at: string; part: EntryPart; lead: Run[] },
  context: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const { entries, items } = line;
  const single = entries.length === 1;
  const oneVoice = new Set(entries.map(({ voice }) => voice)).size === 1;
  if (!single)
    yield {
      key: `${at}/${part}/${shortHash(items.map(({ id }) => id))}`,
      blocks: [words.paragraph(...lead)],
      sources: entries.map(sourceOf),
    };
  for (const entry of entries) {
    const text = context.texts.get(entry.id);
    // Withdrawn between the outline and now: the next compilation says nothing of it either.
    if (!text) continue;
    const isFirst = context.order.isFirst(entry.id, part);
    const note = noteOf(text, part, words, { isFirst });
    const said = wordsOf(text, part, words);
    const blocks = single
      ? ledBy(noted(lead, note), said, context, words)
      : withEnd(said, endOf(oneVoice ? '' : ` (${nameOf(entry, words)})`, note), words);
    yield {
      key: entryKey(entry.id, part),
      blocks: isFirst ? keyed(blocks, entry.id) : blocks,
      sources: [sourceOf(entry)],
    };
  }
}

/** Words of reporters who are not named, one after another: nothing says which belong together. */
export function* unnamedPassages(
  placed: readonly { entryId: string; part: EntryPart }[],
  { at, lead }: { at: string; lead: TextKey },
  { texts, entries }: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const here = placed.filter(({ entryId }) => texts.has(entryId));
  if (here.length === 0) return;
  yield {
    key: `${at}/unnamed`,
    blocks: [words.paragraph(words.t(lead))],
    sources: [...new Set(here.map(({ entryId }) => entryId))].map((id) => sourceOf(entries.get(id)!)),
  };
  for (const { entryId, part } of here) {
    const text = texts.get(entryId)!;
    const said = wordsOf(text, part, words);
    yield {
      key: entryKey(entryId, part),
      blocks: withEnd(said, endOf('', noteOf(text, part, words, { isFirst: false })), words),
      sources: [sourceOf(entries.get(entryId)!)],
    };
  }
}

interface Lead {
  part: EntryPart;
  general: Place['general'];
  variant: number;
  mentioned: Set<string>;
}

/** "Under item 3.1 (“Joint centres”), Italy, Kenya and Senegal reported on the action taken." */
function leadOf(
  { items, entries }: ActionLine,
  { part, general, variant, mentioned }: Lead,
  words: DocumentWords,
): Run[] {
  const { t } = words;
  const { who, several } = whoReports(entries, words);
  const labels = items.map((item) => labelOf(item, mentioned, words));
  const about =
    items.length === 0
      ? [{ text: t(general) }]
      : words.filled(t('say.under.items', { count: items.length, slot: SLOT }), words.listedRuns(labels));
  for (const { id } of items) mentioned.add(id);
  const key = `say.lead.${part}.${variant + 1}.${several ? 'several' : 'one'}` as TextKey;
  return capitalized(words.filled(t(key, { who, slot: SLOT }), about));
}

/** The code, and at its first mention the title, where that is short enough to be read in a sentence. */
function labelOf(item: ItemFacts, mentioned: ReadonlySet<string>, words: DocumentWords): Run[] {
  const { code } = item;
  const title = words.localized(item.title);
  const text = title.text.replace(/[.\s]+$/, '');
  const quoted = words.filled(words.t('say.quoted', { slot: SLOT }), [{ ...title, text }]);
  if (!code) return quoted;
  return mentioned.has(item.id) || text === '' || text.length > LONG_TITLE
    ? [{ text: code }]
    : [{ text: `${code} (` }, ...quoted, { text: ')' }];
}

/** A sentence and the words it introduces: in one paragraph where both are written in one direction. */
function ledBy(lead: Run[], said: Block[], { runsIn }: ContentContext, words: DocumentWords): Block[] {
  const [first, ...rest] = said;
  if (runsIn && first?.type === 'paragraph' && !first.style)
    return [{ ...first, runs: [...lead, { text: ' ' }, ...first.runs] }, ...rest];
  return [words.paragraph(...lead), ...said];
}

function noted(runs: Run[], note: PlainRun[]): Run[] {
  if (note.length === 0) return runs;
  const last = runs.at(-1)!;
  return [...runs.slice(0, -1), { ...last, footnote: note }];
}

/** What stands behind the words of an entry, if anything does. */
function endOf(text: string, note: PlainRun[]): Run | null {
  if (text === '' && note.length === 0) return null;
  return { text, ...(note.length > 0 && { footnote: note }) };
}

/** What others refer to: the first paragraph of an entry. */
function keyed(blocks: Block[], entryId: string): Block[] {
  const at = blocks.findIndex((block) => block.type === 'paragraph' && block.numbered);
  return at < 0 ? blocks : blocks.with(at, { ...blocks[at], key: seeKey(entryId) } as Block);
}

function nameOf({ reporterKind, reporter }: OutlinedEntry, words: DocumentWords): string {
  if (reporterKind === 'state') return States.name(reporter ?? '', words.language);
  if (reporterKind === 'partner') return reporter ?? words.t('say.partner');
  return words.t('say.secretariat.name');
}

/** Only of entries whose reporter is named. */
export const seeKey = (entryId: string): string => `entry-${entryId}`;
export const entryKey = (entryId: string, part: EntryPart): string => `entry/${entryId}/${part}`;
export const sourceOf = ({ id, attributed, seal }: OutlinedEntry): PassageSource => ({
  kind: 'entry',
  id,
  named: attributed,
  seal,
});

const shortHash = (values: readonly string[]): string =>
  createHash('sha256').update(values.join(' ')).digest('hex').slice(0, 12);
