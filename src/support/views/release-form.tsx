import {
  groupWords,
  type ReaderGroup,
  seenBy,
  type WhereRead,
} from '../../mechanisms/readers/reader-words.js';
import { CheckBox } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { usePage } from '../../platform/web/page-context.js';
import type { SupportRequest } from '../support.entity.js';

export function ReleaseForm({ request, where }: { request: SupportRequest; where: WhereRead }) {
  const page = usePage();
  const { t } = page;
  const who = (groups: readonly ReaderGroup[]) =>
    groups.some((group) => groupWords(page, where, group))
      ? seenBy(page, where, groups)
      : t('readers.nobody');
  const { toSecretariat, toPartners, toMembers, offersToSecretariat } = request;
  return (
    <section>
      <h2>{t('supports.release')}</h2>
      <p class="quiet">
        {t('supports.releaseText')} {seenBy(page, where, ['own'])}
      </p>
      <Form
        action={`/support/${request.id}/release`}
        state={emptyForm({ toSecretariat, toPartners, toMembers, offersToSecretariat })}
        submit={t('form.save')}
      >
        <CheckBox name="toSecretariat" label={t('supports.toSecretariat')} hint={who(['secretariat'])} />
        <CheckBox name="toPartners" label={t('supports.toPartners')} hint={who(['partners'])} />
        <CheckBox name="toMembers" label={t('supports.toMembers')} hint={who(['delegations', 'chairs'])} />
        <CheckBox
          name="offersToSecretariat"
          label={t('supports.offersToSecretariat')}
          hint={t('supports.offersHint')}
        />
      </Form>
    </section>
  );
}
