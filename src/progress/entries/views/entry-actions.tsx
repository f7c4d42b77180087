import { can } from '../../../accounts/roles.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Hidden, Select, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { entryWorkflow, isEditable } from '../entry.workflow.js';
import type { EntryDisclosure } from '../../access/seen-disclosure.js';
import type { SeenEntry } from '../../access/seen-entry.js';

type Names = ReadonlyMap<string, string>;

/** What the reader may do with an entry: as its reporter, or for the secretariats it waits for. */
export function EntryActions({ entry, names }: { entry: SeenEntry; names: Names }) {
  const { t } = usePage();
  const moves = entry.sight === 'own' ? entryWorkflow.allowedMoves(entry.state) : [];
  const post = (path: string, key: TextKey, quiet = true) => (
    <PostButton action={`/progress/${entry.id}/${path}`} label={t(key)} quiet={quiet} />
  );
  const waiting = entry.places.filter((disclosure) => disclosure.answerable);
  return (
    <>
      {waiting.map((place) => (
        <Accept
          key={place.mechanismId}
          {...{ entry, place }}
          label={
            waiting.length > 1
              ? t('release.answer.acceptFor', { mechanism: names.get(place.mechanismId) })
              : t('entry.accept')
          }
        />
      ))}
      {moves.includes('submit') && !entry.keptBack && post('submission', 'entry.submit', false)}
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

/** Accepts the version shown. Where it says how its items stand, one tick gives them that status too. */
function Accept(props: { entry: SeenEntry; place: EntryDisclosure; label: string }) {
  const { entry, place, label } = props;
  const { t, csrf, actor } = usePage();
  const { status } = entry.content;
  const { mechanismId } = place;
  const count = place.items.length;
  const offered = status !== null && count > 0 && can(actor, 'plans.edit', mechanismId);
  return (
    <form method="post" action={`/progress/${entry.id}/acceptance`} class="inline">
      <Hidden name="_csrf" value={csrf} />
      <Hidden name="mechanismId" value={mechanismId} />
      <Hidden name="number" value={entry.number} />
      <button type="submit">{label}</button>
      {offered && (
        <label class="choice">
          <input type="checkbox" name="setStatus" value="on" />
          <span>{t('entry.setStatus', { count, status: t(`itemStatus.${status}`) })}</span>
        </label>
      )}
    </form>
  );
}

/** For the secretariat: to give the version shown back. With several mechanisms of theirs, it says for which. */
export function SendBack({ entry, names, state }: { entry: SeenEntry; names: Names; state?: FormState }) {
  const { t } = usePage();
  const waiting = entry.places.filter((disclosure) => disclosure.answerable);
  const [only, ...others] = waiting;
  if (!only) return null;
  const linked = waiting.every((disclosure) => !disclosure.home);
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
