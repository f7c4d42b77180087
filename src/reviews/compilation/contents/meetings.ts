import type { Block, Run } from '../../../platform/documents/document.js';
import { ownerLabel } from '../../../plans/plan/labels.js';
import type { Decision } from '../../../meetings/decisions/decision.entity.js';
import type { CompiledPassage } from '../../passages/passage.js';
import type { HeldMeeting } from '../material/material.js';
import { capital, type DocumentWords } from '../words/document-words.js';
import type { CompileContent } from './content.js';
import { meetingSaid } from './meeting-said.js';

/** Meetings held in the period, and what they decided. */
export const meetingsContent: CompileContent = function* ({ at, material }, words) {
  const meetings = material.meetings ?? [];
  if (meetings.length === 0) return;
  yield {
    key: `${at}/meetings`,
    blocks: [words.paragraph(capital(words.counted('say.meetings', meetings.length)))],
    sources: meetings.map(meetingSource),
  };
  for (const held of meetings)
    yield {
      key: `${at}/meeting/${held.meeting.id}`,
      blocks: [words.paragraph(...meetingSaid(held, words)), ...decisionBlocks(held.decisions, words)],
      sources: [meetingSource(held), ...held.decisions.map(decisionSource)],
    };
};

/** The record of the meeting the document is for: when and where, its agenda, what it decided. */
export const recordContent: CompileContent = function* ({ at, material }, words) {
  const { record } = material;
  if (!record) return;
  const { t } = words;
  const sources = [meetingSource(record)];
  yield {
    key: `${at}/opening`,
    blocks: [words.paragraph(...meetingSaid(record, words))],
    sources,
  };
  if (record.agenda.length > 0)
    yield {
      key: `${at}/agenda`,
      blocks: [
        words.heading(2, t('say.record.agenda')),
        words.paragraph(t('say.record.agendaIs')),
        {
          type: 'list',
          kind: 'numbers',
          language: words.language,
          direction: words.direction,
          items: record.agenda.map(({ title, speaker }) => ({
            runs: [words.localized(title), ...(speaker ? [{ text: ` (${speaker})` }] : [])],
          })),
        },
      ],
      sources,
    };
  for (const { id, title } of record.agenda)
    yield {
      key: `${at}/agenda/${id}`,
      blocks: [words.heading(2, words.localized(title).text)],
      sources,
    };
  if (record.decisions.length > 0)
    yield {
      key: `${at}/decisions/heading`,
      blocks: [words.heading(2, t('say.record.decisions'))],
      sources,
    };
  yield* decisionPassages(record.decisions, at, words);
};

function* decisionPassages(
  decisions: readonly Decision[],
  at: string,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  for (const decision of decisions)
    yield {
      key: `${at}/decision/${decision.id}`,
      blocks: [words.paragraph(...decisionSaid(decision, words))],
      sources: [decisionSource(decision)],
    };
}

function decisionBlocks(decisions: readonly Decision[], words: DocumentWords): Block[] {
  if (decisions.length === 0) return [];
  return [
    words.paragraph(capital(words.counted('say.decisions', decisions.length))),
    words.lettered(decisions.map((decision) => decisionSaid(decision, words))),
  ];
}

/** "Decision 3. The meeting invites Kenya to ... (by 3 March 2027).", as the meeting recorded it. */
function decisionSaid(
  { number, verb, ownVerb, addressees, text, dueDay }: Decision,
  words: DocumentWords,
): Run[] {
  const { t, language } = words;
  const said = words.localized(text);
  const to = addressees.map((one) => ownerLabel(one, t, language));
  const does = ownVerb ?? t(`decisionVerb.${verb}`);
  // A sentence of its own says who decides what; the rest of one needs its beginning.
  const whole = /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(said.text);
  const begin = to.length > 0 ? `${does} (${words.listed(to)})${t('say.colon')}` : `${does} `;
  const lead = [number && `${t('say.decision.number', { number })} `, !whole && begin]
    .filter(Boolean)
    .join('');
  return [
    ...(lead ? [{ text: lead }] : []),
    { ...said, text: said.text.replace(/\.$/, '') },
    { text: dueDay ? ` (${t('say.decision.due', { day: words.day(dueDay) })}).` : '.' },
  ];
}

const meetingSource = ({ meeting: { id, version } }: Pick<HeldMeeting, 'meeting'>) => ({
  kind: 'meeting' as const,
  id,
  seal: String(version),
});
const decisionSource = ({ id, version }: Decision) => ({
  kind: 'decision' as const,
  id,
  seal: String(version),
});
