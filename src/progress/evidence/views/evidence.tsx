import { FileField, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import type { Evidence } from '../../entries/entry.entity.js';

export function EvidenceList({ evidence, removable }: { evidence: Evidence[]; removable?: boolean }) {
  const { t, language } = usePage();
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1, style: 'unit', unit: 'megabyte' });
  return (
    <ul>
      {evidence.map((one) => (
        <li key={one.id}>
          <a href={one.url ?? `/evidence/${one.id}`} rel={one.url ? 'noopener noreferrer' : undefined}>
            {one.title}
          </a>{' '}
          {one.bytes !== null && <span class="quiet">{size.format(one.bytes / 1_000_000)}</span>}{' '}
          {removable && one.sinceVersion === null && (
            <PostButton action={`/evidence/${one.id}/removal`} label={t('evidence.remove')} quiet />
          )}
        </li>
      ))}
    </ul>
  );
}

export function EvidencePage({ entry, link, file }: { entry: SeenEntry; link: FormState; file: FormState }) {
  const { t } = usePage();
  return (
    <Layout title={t('evidence.title')} crumbs={[{ label: t('entry.entry'), href: `/progress/${entry.id}` }]}>
      {entry.evidence.length > 0 ? (
        <EvidenceList evidence={entry.evidence} removable />
      ) : (
        <p class="quiet">{t('evidence.none')}</p>
      )}
      <h2>{t('evidence.addFile')}</h2>
      <Form action={`/progress/${entry.id}/evidence/files`} state={file} submit={t('evidence.upload')} upload>
        <FileField name="file" label={t('evidence.file')} hint={t('evidence.fileHint')} required />
      </Form>
      <h2>{t('evidence.addLink')}</h2>
      <Form
        action={`/progress/${entry.id}/evidence/links`}
        state={link}
        submit={t('evidence.addLink')}
        cancel={`/progress/${entry.id}`}
      >
        <TextField name="title" label={t('evidence.linkTitle')} required />
        <TextField name="url" type="url" label={t('evidence.url')} required />
      </Form>
    </Layout>
  );
}
