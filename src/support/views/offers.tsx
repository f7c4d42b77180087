import { Prose } from '../../platform/web/prose.js';
import { usePage } from '../../platform/web/page-context.js';
import { PostButton } from '../../platform/web/layout.js';
import type { SupportRequest, SupportOffer } from '../support.entity.js';
import { Form } from '../../platform/web/form.js';
import { type FormState } from '../../platform/web/submit-form.js';
import { Select, TextArea, TextField } from '../../platform/web/fields.js';

interface OffersProps {
  request: SupportRequest;
  offers: SupportOffer[];
  partners: string[];
  own: boolean;
}

export function Offers({ request, offers, partners, own }: OffersProps) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('supports.offers')}</h2>
      {own && offers.length === 0 && <p class="quiet">{t('supports.noOffers')}</p>}
      <ol class="plain">
        {offers.map((offer) => (
          <li key={offer.id} class="card">
            <p class="quiet">
              <bdi>{offer.partner}</bdi> · {moment(offer.at)}
            </p>
            <Prose text={offer.text} />
            {offer.contact && (
              <p>
                {t('supports.contact')}: <bdi>{offer.contact}</bdi>
              </p>
            )}
            {partners.includes(offer.partner) && (
              <PostButton
                action={`/support/${request.id}/offers/${offer.id}/withdrawal`}
                label={t('supports.withdrawOffer')}
                quiet
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OfferFormProps {
  request: SupportRequest;
  partners: string[];
  offer: FormState;
}

export function OfferForm({ request, partners, offer }: OfferFormProps) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('supports.answer')}</h2>
      <p class="quiet">{t(request.offersToSecretariat ? 'supports.answerOpen' : 'supports.answerText')}</p>
      <Form action={`/support/${request.id}/offers`} state={offer} submit={t('supports.answer')}>
        {partners.length > 1 && (
          <Select
            name="partner"
            label={t('supports.partner')}
            options={partners.map((value) => ({ value, label: value }))}
            required
          />
        )}
        <TextArea name="text" label={t('supports.offerText')} required />
        <TextField name="contact" label={t('supports.contact')} hint={t('supports.contactHint')} />
      </Form>
    </section>
  );
}
