import { listed } from '../../../platform/i18n/listed.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../../platform/i18n/isolated.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import { linkUse } from '../answer-link-use.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import type { AnswerLink } from '../answer-link.entity.js';
import { addresseeName } from '../../round/round.view.js';

/** The links that open a delegation's questions: for itself and for the secretariat. */
export function AnswerLinksPage(props: {
  addressee: RoundAddressee;
  links: AnswerLink[];
  /** By account: those who have one. */
  names: ReadonlyMap<string, string>;
  base: string;
  /** Who reads in the mechanism; null to the secretariat, which gives no link. */
  readers: Readers | null;
  /** Null for the secretariat, which gives none. */
  state: FormState | null;
}) {
  const { t, language, moment, now, actor } = usePage();
  const { addressee, links, names, base, state } = props;
  const { round } = addressee;
  return (
    <Layout
      title={t('answering.links')}
      crumbs={[
        placeCrumb(round.mechanismId),
        { label: rendition(round.title, language).text, href: `/rounds/${round.id}` },
      ]}
    >
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>
      </p>
      <p class="quiet">{t('answering.linksText')}</p>
      <Table
        caption={t('answering.links')}
        rows={links}
        empty={t('answering.noLinks')}
        columns={[
          {
            label: t('answering.linkFor'),
            heading: true,
            cell: ({ accountId, name, email }) => (
              <>
                {name ?? names.get(accountId ?? '') ?? t('answering.somebody')}{' '}
                {email && <span class="quiet">{email}</span>}
              </>
            ),
          },
          { label: t('answering.linkUntil'), cell: ({ expiresAt }) => moment(expiresAt) },
          {
            label: t('round.state'),
            cell: (link) =>
              t(
                link.revokedAt
                  ? 'answering.linkRevoked'
                  : `answering.link.${linkUse(link, addressee, now, true)}`,
              ),
          },
          {
            label: t('list.actions'),
            cell: (link) =>
              !link.revokedAt && (
                <>
                  {(link.accountId ?? link.createdBy) === actor.accountId &&
                    linkUse(link, addressee, now, true) === 'open' && (
                      <PostButton
                        action={`/answer-links/${link.id}/address`}
                        label={t('answering.copyLink')}
                        quiet
                      />
                    )}
                  <PostButton
                    action={`/answer-links/${link.id}/revocation`}
                    label={t('answering.revoke')}
                    quiet
                  />
                </>
              ),
          },
        ]}
      />
      {state && round.state === 'open' && (
        <section>
          <h2>{t('answering.giveLink')}</h2>
          <p class="quiet">{t('answering.giveText')}</p>
          {props.readers && (
            <p class="quiet">
              {t('answering.giveReaders', {
                names: listed(props.readers.own.map(isolated), language),
              })}
            </p>
          )}
          <Form action={base} state={state} submit={t('answering.send')}>
            <TextField name="name" label={t('answering.colleague')} hint={t('people.name.hint')} />
            <TextArea
              name="email"
              label={t('answering.email')}
              hint={t('people.emails.hint')}
              rows={2}
              required
            />
            <Select
              name="language"
              label={t('answering.mailLanguage')}
              options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] ?? value }))}
              required
            />
            <TextField name="days" type="number" label={t('answering.days')} required short />
            <CheckBox
              name="showsHistory"
              label={t('answering.showsHistory')}
              hint={t('answering.showsHistoryHint')}
            />
          </Form>
        </section>
      )}
    </Layout>
  );
}
