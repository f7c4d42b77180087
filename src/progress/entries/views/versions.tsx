import { usePage } from '../../../platform/web/page-context.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { Content } from './content.js';

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
          what: (
            <details>
              <summary>{t('entry.version', { number: version.number })}</summary>
              <Content entry={version} />
            </details>
          ),
          detail: version.acceptedAt
            ? t('entry.acceptedAt', { at: moment(version.acceptedAt) })
            : version.returnedAt
              ? t('entry.returnedAt', { at: moment(version.returnedAt) })
              : undefined,
        }))}
      />
    </section>
  );
}
