import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { namesOf } from '../../entries/labels.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { Content } from '../../entries/views/content.js';
import { ObjectiveList } from '../../entries/views/objectives.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import type { Reach } from '../../release/reach.js';
import { ReachLines } from '../../release/views/reach.js';

export type OpenedText = Pick<
  SeenEntry,
  'content' | 'periodStart' | 'periodEnd' | 'items' | 'objectives' | 'evidence'
>;

interface Opened {
  reach: Reach[];
  /** Of the mechanisms reached. */
  /** Those of the reach. */
  mechanisms: readonly Mechanism[];
}

/** A text as others would read it, and who: all of what is passed. */
export function EntryToOpen({ text, reach, mechanisms }: Opened & { text: OpenedText }) {
  const { t, day } = usePage();
  const { periodStart: from, periodEnd: until, items, objectives, evidence } = text;
  return (
    <>
      <Readers reach={reach} mechanisms={mechanisms} />
      <Facts
        facts={[
          { label: t('entry.period'), value: t('when.range', { from: day(from), until: day(until) }) },
          {
            label: t('entry.about'),
            value: items.length > 0 && (
              <>
                {items.map((item) => (
                  <div key={item.id}>
                    <CodeAndTitle quiet code={item.code} title={item.title} />
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      <ObjectiveList objectives={objectives} />
      <Content entry={text} />
      {evidence.length > 0 && (
        <>
          <h2>{t('evidence.title')}</h2>
          <EvidenceList evidence={evidence} />
        </>
      )}
    </>
  );
}

/** Words that documents would use in place of the entry's own. */
export function SummaryToOpen({
  words,
  reach,
  mechanisms,
}: Opened & { words: { text: string; language: string } }) {
  const { t } = usePage();
  return (
    <>
      <Readers reach={reach} mechanisms={mechanisms} />
      <h2>{t('wording.title')}</h2>
      <Prose text={words.text} language={words.language} />
    </>
  );
}

/** None where they stand above already. */
function Readers({ reach, mechanisms }: Opened) {
  const { t, language } = usePage();
  if (reach.length === 0) return null;
  return (
    <>
      <h2>{t('clearance.readers')}</h2>
      <ReachLines reach={reach} names={namesOf(mechanisms, language)} />
    </>
  );
}
