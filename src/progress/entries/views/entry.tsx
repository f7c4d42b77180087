import { headed } from '../../../platform/i18n/isolated.js';
import type { VNode } from 'preact';
import { can } from '../../../accounts/roles.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { entryWorkflow, isEditable } from '../entry.workflow.js';
import { reachOf } from '../../release/reach.js';
import { EntryActions, SendBack } from './entry-actions.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import { ItemList } from './items.js';
import { ObjectiveList } from './objectives.js';
import { reporterLabel } from '../labels.js';
import { Disclosures } from './disclosures.js';
import { ReachList } from '../../release/views/reach.js';
import { Content } from './content.js';
import { Versions } from './versions.js';
import { Writers } from './writers.js';
import { Conversations } from './conversations.js';
import { reviseWords } from '../../words/revise-words.js';
import { StandingTag } from '../../words/standing-tag.js';

interface EntryPageProps {
  entry: SeenEntry;
  /** Of the mechanisms it is seen through. */
  names: ReadonlyMap<string, string>;
  sendBack?: FormState;
  panels: VNode[];
}

/** Of the version shown, wherever the reader sees it. */
const itemsShown = ({ places, number }: SeenEntry) =>
  places.filter((place) => place.number === number).flatMap(({ items }) => items);

export function EntryPage({ entry, names, sendBack, panels }: EntryPageProps) {
  const { t, language, day, actor } = usePage();
  // A summary is of what a mechanism's secretariat accepted.
  const suggests =
    entry.reporterKind !== 'secretariat' &&
    entry.places.some(
      ({ mechanismId, acceptedVersion }) => acceptedVersion > 0 && can(actor, 'progress.accept', mechanismId),
    );
  const reporter = reporterLabel(entry, t, language);
  const revises =
    entry.sight === 'own' &&
    (entryWorkflow.allowedMoves(entry.state).includes('revise') || isEditable(entry.state))
      ? reviseWords(entry)
      : null;
  return (
    <Layout
      title={t('entry.by', { reporter })}
      crumbs={[
        placeCrumb(entry.mechanismId),
        ...entry.items.slice(0, 1).flatMap((item) => [
          { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
          { label: headed(item.code, rendition(item.title, language).text), href: `/items/${item.id}` },
        ]),
      ]}
      actions={<EntryActions entry={entry} names={names} />}
    >
      <Facts
        facts={[
          { label: t('entry.state'), value: <StandingTag standing={entry.standing} /> },
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
          {
            label: t('writer.title'),
            value: entry.writers.length > 0 && <Writers writers={entry.writers} />,
          },
        ]}
      />
      {revises && <p class="quiet">{t(revises)}</p>}
      {entry.comment && (
        <section class="notice">
          <h2>{t('entry.comment')}</h2>
          <Prose text={entry.comment} />
        </section>
      )}
      <ItemList items={entry.sight === 'own' ? entry.items : itemsShown(entry)} />
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
