import { Select } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Practice } from '../../practice.entity.js';

interface AskPeersProps {
  practice: Practice;
  peers: { id: string; name: string }[];
  asked: ReadonlySet<string>;
  state?: FormState;
}

/** For the secretariat: whom to ask, and the end of the review. */
export function AskPeers({ practice, peers, asked, state }: AskPeersProps) {
  const { t } = usePage();
  const open = peers.filter(({ id }) => !asked.has(id));
  const known = peers.filter(({ id }) => asked.has(id));
  return (
    <section>
      <h2>{t('practice.ask')}</h2>
      {known.length > 0 && <p>{t('practice.asked', { names: known.map(({ name }) => name).join('; ') })}</p>}
      {open.length > 0 ? (
        <Form action={`/practices/${practice.id}/reviewers`} state={state} submit={t('practice.askSubmit')}>
          <Select
            name="accountId"
            label={t('practice.peer')}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
        </Form>
      ) : (
        <p class="quiet">{t('practice.noPeers')}</p>
      )}
      <PostButton action={`/practices/${practice.id}/review-end`} label={t('practice.endReview')} quiet />
    </section>
  );
}
