import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { DocumentUse } from '../document-uses.js';
import { speaksIn } from '../../access/entry-sight.js';
import { usesOf } from '../release-uses.js';
import type { SeenEntry, EntryDisclosure } from '../../access/seen-entry.js';
import type { EntrySummary } from '../../summaries/summary.entity.js';
import { Content } from '../../entries/views/entry.js';
import { reporterLabel } from '../../entries/labels.js';
import { UseChoices } from './uses.js';
import { SummaryDecision } from '../../summaries/views/summaries.js';

interface ReleasePageProps {
  entry: SeenEntry;
  names: ReadonlyMap<string, string>;
  wordings: EntrySummary[];
  documents: DocumentUse[];
  state?: FormState;
  /** A refusal that was not understood, by the wording's id. */
  refusal?: { id: string; state: FormState };
}

/** What a reporter allows, mechanism by mechanism, what would be seen by it, and what can no longer be taken back. */
export function ReleasePage({ entry, names, wordings, documents, state, refusal }: ReleasePageProps) {
  const { t } = usePage();
  const here = new Set(entry.places.map((place) => place.mechanismId));
  const elsewhere = documents.filter(({ mechanismId }) => !here.has(mechanismId));
  return (
    <Layout
      title={t('disclosure.title')}
      crumbs={[{ label: t('entry.entry'), href: `/progress/${entry.id}` }]}
    >
      <p>{t('disclosure.text')}</p>
      <p>
        <a href={`/progress/${entry.id}/links`}>{t('link.title')}</a>
      </p>
      {entry.places.map((place) => (
        <section key={place.mechanismId} id={place.mechanismId}>
          <h2>{names.get(place.mechanismId)}</h2>
          <Uses entry={entry} place={place} state={state} />
          <Preview entry={entry} place={place} wordings={wordings} />
          {wordings
            .filter(({ mechanismId }) => mechanismId === place.mechanismId)
            .map((wording) => (
              <SummaryDecision
                key={wording.id}
                entry={entry}
                wording={wording}
                state={refusal?.id === wording.id ? refusal.state : undefined}
              />
            ))}
          <Frozen documents={documents.filter(({ mechanismId }) => mechanismId === place.mechanismId)} />
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

function Uses({ entry, place, state }: { entry: SeenEntry; place: EntryDisclosure; state?: FormState }) {
  const { t, actor } = usePage();
  const { mechanismId, visibility, release } = place;
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
      <UseChoices entry={entry} />
    </Form>
  );
}

/** What each use would show, in the words that count: those accepted here, or, before, those that are there. */
function Preview({
  entry,
  place,
  wordings,
}: {
  entry: SeenEntry;
  place: EntryDisclosure;
  wordings: EntrySummary[];
}) {
  const { t, language } = usePage();
  const { acceptedVersion, mechanismId, items } = place;
  const accepted = entry.versions.find(({ number }) => number === acceptedVersion);
  const shown = accepted ?? entry;
  const wording = wordings.find(
    (one) => one.mechanismId === mechanismId && one.state === 'approved' && one.number === acceptedVersion,
  );
  const words = wording?.text ?? shown.content.narrative;
  const codes = items.map(({ code }) => code).filter(Boolean);
  const who = reporterLabel(entry, t, language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const list = lists.format(codes);
  const evidence = entry.evidence.filter(
    ({ sinceVersion }) => !accepted || (sinceVersion !== null && sinceVersion <= acceptedVersion),
  );
  const cited = lists.format(evidence.map(({ title, url }) => (url ? `${title} (${url})` : title)));
  const about = codes.length > 0 && t('doc.about.items', { count: codes.length, items: list });
  return (
    <details class="card">
      <summary>{t(accepted ? 'use.preview' : 'use.previewLater')}</summary>
      <h3>{t('use.preview.readers')}</h3>
      <Content entry={shown} />
      <h3>{t('use.preview.documents')}</h3>
      <p>
        <em>{t('use.unattributed')}</em>: {t('doc.lead', { who: t(unnamedKey(entry)) })}
      </p>
      <p>
        <em>{t('use.attributed')}</em>: {about ? t('doc.lead.about', { who, about }) : t('doc.lead', { who })}
      </p>
      {words ? (
        <Prose text={words} language={wording?.language ?? shown.content.language ?? undefined} />
      ) : (
        <p class="quiet">{t('use.noWords')}</p>
      )}
      {words && evidence.length > 0 && (
        <p>
          <em>{t('use.attributed')}</em>: {t('doc.part.evidence', { list: cited })}
        </p>
      )}
    </details>
  );
}

const unnamedKey = ({ reporterKind }: SeenEntry): TextKey =>
  reporterKind === 'state' ? 'doc.who.member' : 'doc.who.contributor';

function Frozen({ documents }: { documents: DocumentUse[] }) {
  const { t, moment } = usePage();
  if (documents.length === 0) return null;
  return (
    <>
      <h3>{t('use.frozen')}</h3>
      <p class="quiet">{t('use.frozenText')}</p>
      <ul>
        {documents.map(({ title, href, frozenAt, attributed }) => (
          <li key={`${title}${frozenAt.toISOString()}`}>
            {href ? <a href={href}>{title}</a> : (title ?? t('use.frozenClosed'))}{' '}
            {t(attributed ? 'use.frozenNamed' : 'use.frozenUnnamed', { at: moment(frozenAt) })}
          </li>
        ))}
      </ul>
    </>
  );
}
