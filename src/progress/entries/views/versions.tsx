import { usePage } from '../../../platform/web/page-context.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { SeenEntry, SeenVersion } from '../../access/seen-entry.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import { Content } from './content.js';
import { Writers } from './writers.js';
import { ItemList } from './items.js';
import { ObjectiveList } from './objectives.js';

/** What was submitted, each with all that went with it. */
export function Versions({ entry }: { entry: SeenEntry }) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('entry.versions')}</h2>
      <Timeline
        empty=""
        entries={entry.versions.map((version) => ({
          key: String(version.number),
          when: moment(version.submittedAt),
          what: <Version version={version} />,
          detail: version.withdrawnAt
            ? t('entry.withdrawnAt', { at: moment(version.withdrawnAt) })
            : version.acceptedAt
              ? t('entry.acceptedAt', { at: moment(version.acceptedAt) })
              : version.returnedAt
                ? t('entry.returnedAt', { at: moment(version.returnedAt) })
                : undefined,
        }))}
      />
    </section>
  );
}

function Version({ version }: { version: SeenVersion }) {
  const { t, day } = usePage();
  const { number, periodStart, periodEnd, items, objectives, evidence } = version;
  return (
    <details>
      <summary>{t('entry.version', { number })}</summary>
      <p>{t('when.range', { from: day(periodStart), until: day(periodEnd) })}</p>
      <ItemList items={items} />
      <ObjectiveList objectives={objectives} />
      <Content entry={version} />
      <Writers writers={version.writers} />
      {evidence.length > 0 && (
        <section>
          <h2>{t('evidence.title')}</h2>
          <EvidenceList evidence={evidence} />
        </section>
      )}
    </details>
  );
}
