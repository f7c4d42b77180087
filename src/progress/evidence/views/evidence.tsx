import { FileField, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { fileSize } from '../../../platform/i18n/file-size.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import type { Evidence } from '../../entries/entry.entity.js';
import { isEditable } from '../../entries/entry.workflow.js';

interface EvidenceListProps {
  evidence: readonly Evidence[];
  /** What the reporter may do with each: take it off the working text, or add it again. */
  act?: 'removal' | 'addition';
}

export function EvidenceList({ evidence, act }: EvidenceListProps) {
  const { t, language } = usePage();
  return (
    <ul>
      {evidence.map((one) => (
        <li key={one.id}>
          <a href={one.url ?? `/evidence/${one.id}`} rel={one.url ? 'noopener noreferrer' : undefined}>
            <bdi>{one.title}</bdi>
          </a>{' '}
          {one.bytes !== null && <bdi class="quiet">{fileSize(one.bytes, language)}</bdi>}{' '}
          {act && (
            <PostButton
              action={`/evidence/${one.id}/${act}`}
              label={t(act === 'removal' ? 'evidence.remove' : 'evidence.addAgain')}
              quiet
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What went with former versions and does not go with the working text, version by version. */
function Former({ entry }: { entry: SeenEntry }) {
  const { t } = usePage();
  const there = new Set(entry.evidence.map(({ id }) => id));
  const former = entry.versions
    .map(({ number, withdrawnAt, evidence }) => ({
      number,
      withdrawnAt,
      evidence: evidence.filter(({ id }) => !there.has(id)),
    }))
    .filter(({ evidence }) => evidence.length > 0);
  if (former.length === 0) return null;
  return (
    <section>
      <h2>{t('evidence.former')}</h2>
      <p class="quiet">{t('evidence.formerText')}</p>
      {former.map(({ number, withdrawnAt, evidence }) => (
        <section key={number}>
          <h3>{t(withdrawnAt ? 'entry.versionWithdrawn' : 'entry.version', { number })}</h3>
          <EvidenceList evidence={evidence} act={isEditable(entry.state) ? 'addition' : undefined} />
        </section>
      ))}
    </section>
  );
}

export function EvidencePage({ entry, link, file }: { entry: SeenEntry; link: FormState; file: FormState }) {
  const { t } = usePage();
  return (
    <Layout
      title={t('evidence.title')}
      crumbs={[placeCrumb(entry.mechanismId), { label: t('entry.entry'), href: `/progress/${entry.id}` }]}
    >
      {entry.evidence.length > 0 ? (
        <EvidenceList evidence={entry.evidence} act={isEditable(entry.state) ? 'removal' : undefined} />
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
      <Former entry={entry} />
    </Layout>
  );
}
