import { FileField, TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import { FILES_AT_ONCE } from '../entry-form.dto.js';

/** What goes with the words: there already, and to be added. */
export function EvidenceFields({ entry }: { entry: SeenEntry | null }) {
  const { t } = usePage();
  return (
    <>
      {entry && entry.evidence.length > 0 && (
        <section>
          <h2>{t('evidence.title')}</h2>
          <EvidenceList evidence={entry.evidence} />
          <p>
            <a href={`/progress/${entry.id}/evidence`}>{t('evidence.change')}</a>
          </p>
        </section>
      )}
      <FileField
        name="file"
        label={t('evidence.files')}
        hint={t('evidence.filesHint', { number: FILES_AT_ONCE })}
        multiple
      />
      <TextArea name="links" label={t('evidence.links')} hint={t('evidence.linksHint')} rows={2} />
    </>
  );
}
