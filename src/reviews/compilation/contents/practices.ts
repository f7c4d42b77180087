import { parseMarkup } from '../../../platform/documents/markup/parse-markup.js';
import { cleanText } from '../../../platform/documents/clean.js';
import type { Practice } from '../../../practices/practice.entity.js';
import { objectivesIn } from '../placing/accepts.js';
import { capital, type DocumentWords, SLOT } from '../words/document-words.js';
import { whoReports } from '../words/reporters.js';
import type { CompileContent } from './content.js';
import { ranges } from './items-said.js';
import { seeKey, sourceOf } from './reports.js';

/** Practices that their owners share, in their own summary; and where reports hold one up to others. */
export const practicesContent: CompileContent = function* ({ at, content, material, entries, order }, words) {
  const { t } = words;
  const { only } = content;
  const chosen = new Set(objectivesIn(only));
  const shown = (material.practices ?? []).filter(
    ({ ownerKind, owner, content: { objectives, principles } }) =>
      (only?.roundTable === undefined && !only?.objectives?.length
        ? true
        : objectives.some((one) => chosen.has(one))) &&
      (!only?.principles?.length || principles.some((one) => only.principles!.includes(one))) &&
      (!only?.states?.length || (ownerKind === 'state' && only.states.includes(owner))),
  );
  if (shown.length > 0)
    yield {
      key: `${at}/practices`,
      blocks: [words.paragraph(capital(words.counted('say.practices', shown.length)))],
      sources: shown.map(practiceSource),
    };
  for (const practice of shown)
    yield {
      key: `${at}/practice/${practice.id}`,
      blocks: practiceBlocks(practice, words),
      sources: [practiceSource(practice)],
    };
  if (only?.states?.length) return;
  const flagged = [...entries.values()].filter(
    ({ attributed, practice, objectives }) =>
      attributed && practice && (objectives.length === 0 || objectives.some((one) => chosen.has(one))),
  );
  const held = order.following(flagged.map(({ id }) => id));
  if (held.length === 0 || !words.numbered) return;
  yield {
    key: `${at}/held-up`,
    blocks: [
      words.paragraph(
        ...words.filled(
          t('say.practices.inReports', { count: held.length, slot: SLOT }),
          words.listedRuns(held.map(({ id }) => [{ text: '', see: seeKey(id) }])),
        ),
      ),
    ],
    sources: held.map(sourceOf),
  };
};

function practiceBlocks({ ownerKind, owner, title, language, content }: Practice, words: DocumentWords) {
  const { t } = words;
  const { who } = whoReports([{ reporterKind: ownerKind, reporter: owner }], words);
  const name = words.original(cleanText(title).replace(/\.$/, ''), language);
  const about =
    content.objectives.length > 0
      ? ` ${t('say.practice.objectives', { count: content.objectives.length, objectives: words.listed(ranges(content.objectives, words)) })}`
      : '';
  const lead = words.paragraph(
    ...words.filled(
      t('say.practice', { who: capital(who), slot: SLOT }),
      words.filled(t('say.quoted', { slot: SLOT }), [name]),
    ),
    about,
  );
  const other = words.otherLanguage(language);
  const summary = content.summary ?? content.description;
  const said = summary
    ? parseMarkup(cleanText(summary), other ? language : undefined).map((block) =>
        block.type === 'paragraph'
          ? words.asOwn({
              type: 'paragraph',
              runs: block.runs.map((run) => (other ? { language, ...run } : run)),
            })
          : block,
      )
    : [];
  const last = lead.runs.at(-1)!;
  const noted = other
    ? {
        ...lead,
        runs: [...lead.runs.slice(0, -1), { ...last, footnote: t('say.note.original', { language: other }) }],
      }
    : lead;
  return [noted, ...said.filter(({ type }) => type !== 'heading')];
}

const practiceSource = ({ id, version }: Practice) => ({
  kind: 'practice' as const,
  id,
  seal: String(version),
});
