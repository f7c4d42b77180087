import type { VNode } from 'preact';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { DocumentUse } from '../document-uses.js';
import { speaksIn } from '../../access/entry-sight.js';
import { usesOf } from '../release-uses.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import type { EntryDisclosure } from '../../access/seen-disclosure.js';
import type { EntrySummary } from '../../summaries/summary.entity.js';
import type { WhereRead } from '../../../mechanisms/readers/reader-words.js';
import { UseChoices } from './uses.js';
import { SummaryDecision } from '../../summaries/views/summaries.js';
import { Preview } from './preview.js';
import { Frozen } from './frozen.js';

interface ReleasePageProps {
  entry: SeenEntry;
  names: ReadonlyMap<string, string>;
  readers: ReadonlyMap<string, Readers>;
  wordings: EntrySummary[];
  documents: DocumentUse[];
  /** What other features add. */
  panels: VNode[];
  state?: FormState;
  /** A refusal that was not understood, by the wording's id. */
  refusal?: { id: string; state: FormState };
}

/** What a reporter allows, mechanism by mechanism, what would be seen by it, and what can no longer be taken back. */
export function ReleasePage({
  entry,
  names,
  readers,
  wordings,
  documents,
  panels,
  state,
  refusal,
}: ReleasePageProps) {
  const { t } = usePage();
  const here = new Set(entry.places.map((disclosure) => disclosure.mechanismId));
  const elsewhere = documents.filter(({ mechanismId }) => !here.has(mechanismId));
  return (
    <Layout
      title={t('disclosure.title')}
      crumbs={[placeCrumb(entry.mechanismId), { label: t('entry.entry'), href: `/progress/${entry.id}` }]}
    >
      <p>{t('disclosure.text')}</p>
      <p>
        <a href={`/progress/${entry.id}/links`}>{t('link.title')}</a>
      </p>
      {panels}
      {entry.places.map((disclosure) => (
        <section key={disclosure.mechanismId} id={disclosure.mechanismId}>
          <h2>{names.get(disclosure.mechanismId)}</h2>
          <Uses
            {...{ entry, disclosure, state }}
            where={{
              mechanism: names.get(disclosure.mechanismId)!,
              readers: readers.get(disclosure.mechanismId) ?? null,
            }}
          />
          <Preview entry={entry} disclosure={disclosure} wordings={wordings} />
          {wordings
            .filter(({ mechanismId }) => mechanismId === disclosure.mechanismId)
            .map((wording) => (
              <SummaryDecision
                key={wording.id}
                entry={entry}
                wording={wording}
                state={refusal?.id === wording.id ? refusal.state : undefined}
              />
            ))}
          <Frozen documents={documents.filter(({ mechanismId }) => mechanismId === disclosure.mechanismId)} />
        </section>
      ))}
      {[...new Set(elsewhere.map(({ mechanismId }) => mechanismId))].map((mechanismId) => (
        <section key={mechanismId}>
          <h2>{names.get(mechanismId)}</h2>
          <Frozen documents={elsewhere.filter((one) => one.mechanismId === mechanismId)} />
        </section>
      ))}
    </Layout>
  );
}

interface UsesProps {
  entry: SeenEntry;
  disclosure: EntryDisclosure;
  where: WhereRead;
  state?: FormState;
}

function Uses({ entry, disclosure, where, state }: UsesProps) {
  const { t, actor } = usePage();
  const { mechanismId, visibility, release } = disclosure;
  const allowed = usesOf({ visibility: visibility!, release: release! });
  if (!speaksIn(actor, entry, mechanismId)) {
    return (
      <>
        <p>
          {allowed.length > 0 ? allowed.map((use) => t(`use.${use}` as TextKey)).join(' · ') : t('use.none')}
        </p>
        <p class="quiet">{t('error.notYoursThere')}</p>
      </>
    );
  }
  const mine = state?.values.mechanismId === mechanismId ? state : undefined;
  return (
    <Form
      action={`/progress/${entry.id}/release`}
      state={mine ?? emptyForm({ uses: allowed })}
      submit={t('disclosure.submit')}
    >
      <Hidden name="mechanismId" value={mechanismId} />
      <UseChoices {...{ entry, where }} />
    </Form>
  );
}
