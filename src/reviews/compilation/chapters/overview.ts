import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { CompileInput } from '../compile-input.js';
import type { CompiledBlock, CompiledSection, CompiledTable } from '../compiled.js';
import { paragraph, subheads } from './blocks.js';
import type { Contribution } from './contributions.js';
import type { Wording } from './wording.js';

/** What the entries have in common: challenges and needs counted over the mechanism, and where practices stand. */
export function overviewSection(
  input: CompileInput,
  contributions: Contribution[],
  wording: Wording,
): CompiledSection {
  const { t } = wording;
  const challenges = counted(input.named.challenges, 'challenge', wording);
  const ofStates = counted(input.named.stateChallenges, 'challenge', wording, 'doc.stateChallenge.caption');
  const support = counted(input.named.support, 'support', wording);
  const fewest = input.mechanism.fewestReporters;
  const practices = contributions.filter((one) => one.entry.content.practice && one.paragraphs.length > 0);
  const parts = [
    challenges && {
      heading: { text: t('doc.challenges') },
      blocks: [paragraph(t('doc.challenges.text', { fewest })), challenges],
    },
    ofStates && {
      heading: { text: t('doc.stateChallenges') },
      blocks: [paragraph(t('doc.challenges.text', { fewest })), ofStates],
    },
    support && {
      heading: { text: t('doc.support') },
      blocks: [paragraph(t('doc.support.text', { fewest })), support],
    },
    practices.length > 0 && {
      heading: { text: t('doc.practices') },
      blocks: [
        paragraph(
          ...wording.sentence(
            'doc.practices.text',
            practices.map(({ key }) => ({ see: key })),
          ),
        ),
      ],
    },
  ].filter((part) => part !== false && part !== null);
  const blocks: CompiledBlock[] = parts.length > 0 ? subheads(parts) : [];
  return { key: 'overview', title: t('doc.overview'), blocks };
}

/** The codes that enough reporters name, with how many entries do; null when there is none. */
function counted(
  counts: ReadonlyMap<string, number | null>,
  key: 'challenge' | 'support',
  { t }: Wording,
  caption: TextKey = `doc.${key}.caption`,
): CompiledTable | null {
  const rows = [...counts].flatMap(([code, count]) =>
    count ? [{ label: t(`${key}.${code}` as TextKey), count }] : [],
  );
  if (rows.length === 0) return null;
  return {
    type: 'table',
    caption: t(caption),
    columns: [t(`doc.${key}.column`), t('doc.column.entries')],
    rows,
  };
}
