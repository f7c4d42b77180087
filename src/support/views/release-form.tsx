import { CheckBox } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { usePage } from '../../platform/web/page-context.js';
import type { SupportRequest } from '../support.entity.js';

export function ReleaseForm({ request }: { request: SupportRequest }) {
  const { t } = usePage();
  const { toSecretariat, toPartners, toMembers, offersToSecretariat } = request;
  return (
    <section>
      <h2>{t('supports.release')}</h2>
      <p class="quiet">{t('supports.releaseText')}</p>
      <Form
        action={`/support/${request.id}/release`}
        state={emptyForm({ toSecretariat, toPartners, toMembers, offersToSecretariat })}
        submit={t('form.save')}
      >
        <CheckBox name="toSecretariat" label={t('supports.toSecretariat')} />
        <CheckBox name="toPartners" label={t('supports.toPartners')} />
        <CheckBox name="toMembers" label={t('supports.toMembers')} />
        <CheckBox
          name="offersToSecretariat"
          label={t('supports.offersToSecretariat')}
          hint={t('supports.offersHint')}
        />
      </Form>
    </section>
  );
}
