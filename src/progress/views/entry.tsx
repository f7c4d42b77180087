import type { VNode } from 'preact';
import { can } from '../../accounts/roles.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Choices, Hidden, Select, TextArea } from '../../platform/web/fields.js';
import { emptyForm, Form, type FormState } from '../../platform/web/form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText, Prose } from '../../platform/web/prose.js';
import { Facts } from '../../platform/web/table.js';
import { Timeline } from '../../platform/web/timeline.js';
import type { SeenEntry } from '../entries-reader.js';
import { isEditable, movesFrom } from '../entry-workflow.js';
import { RELEASES, VISIBILITIES } from '../vocabulary.js';
import { EvidenceList } from './evidence.js';
import { ObjectiveLines } from './objectives.js';
import { reporterLabel } from './labels.js';

interface EntryPageProps {
  entry: SeenEntry;
  /** Of the mechanisms it is seen through. */
  names: ReadonlyMap<string, string>;
  sendBack?: FormState;
  disclosure?: FormState;
  panels: VNode[];
}

export function EntryPage({ entry, names, sendBack, disclosure, panels }: EntryPageProps) {
  const { t, language, day } = usePage();
  const reporter = reporterLabel(entry, t, language);
  const moves = entry.sight === 'own' ? movesFrom(entry.state) : [];
  return (
    <Layout
      title={t('entry.by', { reporter })}
      crumbs={entry.items.slice(0, 1).flatMap((item) => [
        { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
        { label: `${item.code} ${rendition(item.title, language).text}`.trim(), href: `/items/${item.id}` },
      ])}
      actions={<EntryActions entry={entry} names={names} moves={moves} />}
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
            value: entry.disclosure && t(`visibility.${entry.disclosure.visibility}` as TextKey),
          },
          {
            label: t('entry.inDocuments'),
            value: entry.disclosure && t(`release.${entry.disclosure.release}` as TextKey),
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
        {entry.items.map((item) => (
          <li key={item.id}>
            <a href={`/items/${item.id}`}>
              <span class="quiet">{item.code}</span> <LocalizedText value={item.title} />
            </a>
          </li>
        ))}
      </ul>
      <ObjectiveLines objectives={entry.objectives} />
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
      {entry.sight === 'own' && <DisclosureForm entry={entry} state={disclosure} />}
      {entry.versions.length > 0 && <Versions entry={entry} />}
    </Layout>
  );
}

function EntryActions({
  entry,
  names,
  moves,
}: {
  entry: SeenEntry;
  names: EntryPageProps['names'];
  moves: string[];
}) {
  const { t } = usePage();
  const post = (path: string, key: TextKey, quiet = true) => (
    <PostButton action={`/progress/${entry.id}/${path}`} label={t(key)} quiet={quiet} />
  );
  const waiting = entry.places.filter((place) => place.answerable);
  return (
    <>
      {waiting.map(({ mechanismId }) => (
        <PostButton
          key={mechanismId}
          action={`/progress/${entry.id}/acceptance`}
          label={
            waiting.length > 1
              ? t('release.answer.acceptFor', { mechanism: names.get(mechanismId) })
              : t('entry.accept')
          }
          fields={{ mechanismId, number: entry.number }}
        />
      ))}
      {moves.includes('submit') && post('submission', 'entry.submit', false)}
      {entry.sight === 'own' && isEditable(entry.state) && (
        <>
          <a class="button second" href={`/progress/${entry.id}/edit`}>
            {t('entry.edit')}
          </a>
          <a href={`/progress/${entry.id}/evidence`}>{t('evidence.add')}</a>
        </>
      )}
      {moves.includes('revise') && post('revision', 'entry.revise')}
      {moves.includes('withdraw') && post('withdrawal', 'entry.withdraw')}
    </>
  );
}

/** For the secretariat: to give the version shown back. With several mechanisms of theirs, it says for which. */
function SendBack({
  entry,
  names,
  state,
}: {
  entry: SeenEntry;
  names: EntryPageProps['names'];
  state?: FormState;
}) {
  const { t } = usePage();
  const waiting = entry.places.filter((place) => place.answerable);
  const [only, ...others] = waiting;
  if (!only) return null;
  const linked = waiting.every((place) => !place.home);
  return (
    <section>
      <h2>{t(linked ? 'release.answer.notTakenUp' : 'entry.returnTitle')}</h2>
      {linked && <p class="quiet">{t('release.answer.linked')}</p>}
      <Form
        action={`/progress/${entry.id}/return`}
        state={state}
        submit={t(linked ? 'release.answer.notTakenUp' : 'entry.return')}
      >
        <Hidden name="number" value={entry.number} />
        {others.length === 0 ? (
          <Hidden name="mechanismId" value={only.mechanismId} />
        ) : (
          <Select
            name="mechanismId"
            label={t('release.mechanism')}
            options={waiting.map(({ mechanismId }) => ({
              value: mechanismId,
              label: names.get(mechanismId) ?? mechanismId,
            }))}
            required
          />
        )}
        <TextArea
          name="comment"
          label={t(linked ? 'release.answer.why' : 'entry.returnComment')}
          hint={t('entry.returnHint')}
          rows={3}
          required
        />
      </Form>
    </section>
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

/** The reporter's decision, and nobody else's. */
function DisclosureForm({ entry, state }: { entry: SeenEntry; state?: FormState }) {
  const { t } = usePage();
  const options = (values: readonly string[], group: string) =>
    values.map((value) => ({
      value,
      label: t(`${group}.${value}` as TextKey),
      hint: t(`${group}.${value}.hint` as TextKey),
    }));
  return (
    <section>
      <h2>{t('disclosure.title')}</h2>
      <p class="quiet">{t('disclosure.text')}</p>
      <Form
        action={`/progress/${entry.id}/release`}
        state={state ?? emptyForm({ ...entry.disclosure })}
        submit={t('disclosure.submit')}
      >
        <Choices
          name="visibility"
          label={t('entry.seenBy')}
          options={options(VISIBILITIES, 'visibility')}
          required
        />
        <Choices
          name="release"
          label={t('entry.inDocuments')}
          options={options(RELEASES, 'release')}
          required
        />
      </Form>
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
