import type { VNode } from 'preact';
import { can } from '../../../accounts/roles.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText, Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { SeenEntry } from '../../access/entry-query.service.js';
import { isEditable } from '../entry.workflow.js';
import { reachOf } from '../../release/reach.js';
import { EntryActions, SendBack } from './entry-actions.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import { ObjectiveList } from './objectives.js';
import { reporterLabel } from '../labels.js';
import { DisclosuresTable } from './disclosures.js';
import { ReachList } from '../../release/views/reach.js';

interface EntryPageProps {
  entry: SeenEntry;
  /** Of the mechanisms it is seen through. */
  names: ReadonlyMap<string, string>;
  /** Of the reporter's own: handed in, and kept back before submission. */
  keptBack: boolean;
  sendBack?: FormState;
  panels: VNode[];
}

export function EntryPage({ entry, names, keptBack, sendBack, panels }: EntryPageProps) {
  const { t, language, day, actor } = usePage();
  // A summary is of what a mechanism's secretariat accepted.
  const suggests =
    entry.reporterKind !== 'secretariat' &&
    entry.places.some(
      ({ mechanismId, acceptedVersion }) => acceptedVersion > 0 && can(actor, 'progress.accept', mechanismId),
    );
  const reporter = reporterLabel(entry, t, language);
  return (
    <Layout
      title={t('entry.by', { reporter })}
      crumbs={entry.items.slice(0, 1).flatMap((item) => [
        { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
        { label: `${item.code} ${rendition(item.title, language).text}`.trim(), href: `/items/${item.id}` },
      ])}
      actions={<EntryActions entry={entry} names={names} keptBack={keptBack} />}
    >
      <Facts
        facts={[
          { label: t('entry.state'), value: t(`entryState.${entry.state}` as TextKey) },
          {
            label: t('entry.period'),
            value: t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) }),
          },
          {
            label: t('entry.seenBy'),
            value:
              entry.sight !== 'own' &&
              entry.disclosure &&
              t(`visibility.${entry.disclosure.visibility}` as TextKey),
          },
          {
            label: t('entry.inDocuments'),
            value:
              entry.sight !== 'own' &&
              entry.disclosure &&
              t(`release.${entry.disclosure.release}` as TextKey),
          },
        ]}
      />
      {entry.comment && (
        <section class="notice">
          <h2>{t('entry.comment')}</h2>
          <Prose text={entry.comment} />
        </section>
      )}
      <ul class="plain">
        {(entry.sight === 'own' ? entry.items : entry.places.flatMap((place) => place.items)).map((item) => (
          <li key={item.id}>
            <a href={`/items/${item.id}`}>
              <span class="quiet">{item.code}</span> <LocalizedText value={item.title} />
            </a>
          </li>
        ))}
      </ul>
      <ObjectiveList objectives={entry.objectives} />
      {panels}
      <Content entry={entry} />
      {entry.evidence.length > 0 && (
        <section>
          <h2>{t('evidence.title')}</h2>
          <EvidenceList evidence={entry.evidence} />
        </section>
      )}
      <SendBack entry={entry} names={names} state={sendBack} />
      <Conversations entry={entry} names={names} />
      {entry.sight === 'own' && isEditable(entry.state) && <ReachList reach={reachOf(entry)} names={names} />}
      {entry.sight === 'own' && <Disclosures entry={entry} names={names} />}
      {suggests && (
        <p>
          <a href={`/progress/${entry.id}/wordings`}>{t('wording.title')}</a>
        </p>
      )}
      {entry.versions.length > 0 && <Versions entry={entry} />}
    </Layout>
  );
}

/** The words of an entry, in the language they were written in. */
export function Content({ entry }: { entry: Pick<SeenEntry, 'content'> }) {
  const { t } = usePage();
  const { content } = entry;
  const language = content.language ?? undefined;
  const part = (key: TextKey, text: string | null) =>
    text && (
      <section>
        <h2>{t(key)}</h2>
        <Prose text={text} language={language} />
      </section>
    );
  return (
    <>
      {content.practice && <p class="tag">{t('entry.isPractice')}</p>}
      {content.status && (
        <p>{t('entry.statusIs', { status: t(`itemStatus.${content.status}` as TextKey) })}</p>
      )}
      {part('entry.narrative', content.narrative)}
      {part('entry.results', content.results)}
      {(content.challengeCodes.length > 0 || content.challenges) && (
        <section>
          <h2>{t('entry.challenges')}</h2>
          <ul>
            {content.challengeCodes.map((code) => (
              <li key={code}>{t(`challenge.${code}` as TextKey)}</li>
            ))}
          </ul>
          {content.challenges && <Prose text={content.challenges} language={language} />}
        </section>
      )}
      {part('entry.nextSteps', content.nextSteps)}
      {(content.supportKinds.length > 0 || content.support) && (
        <section>
          <h2>{t('entry.support')}</h2>
          <ul>
            {content.supportKinds.map((kind) => (
              <li key={kind}>{t(`support.${kind}` as TextKey)}</li>
            ))}
          </ul>
          {content.support && <Prose text={content.support} language={language} />}
        </section>
      )}
    </>
  );
}

/** Where it is, what may be done with it there, and the ways to change either. */
function Disclosures({ entry, names }: { entry: SeenEntry; names: EntryPageProps['names'] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('disclosure.title')}</h2>
      <p class="quiet">{t('disclosure.text')}</p>
      <DisclosuresTable entry={entry} names={names} />
      <p class="actions">
        <a class="button second" href={`/progress/${entry.id}/release`}>
          {t('link.decide')}
        </a>
        {entry.reporterKind !== 'secretariat' && (
          <a href={`/progress/${entry.id}/links`}>{t('link.title')}</a>
        )}
      </p>
    </section>
  );
}

function Versions({ entry }: { entry: SeenEntry }) {
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

/** Ways to the conversations about the entry, one in each mechanism the reader takes part in. */
function Conversations({ entry, names }: Pick<EntryPageProps, 'entry' | 'names'>) {
  const { t, actor } = usePage();
  if (entry.number === 0 || entry.reporterKind === 'secretariat') return null;
  const places = [...names].filter(
    ([mechanismId]) => entry.sight === 'own' || can(actor, 'progress.accept', mechanismId),
  );
  return (
    <>
      {places.map(([mechanismId, mechanism]) => (
        <p key={mechanismId}>
          <a href={`/conversations/entry/${entry.id}/${mechanismId}`}>
            {t('conversation.about', { mechanism })}
          </a>
        </p>
      ))}
    </>
  );
}
