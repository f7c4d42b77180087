import { listed } from '../../../platform/i18n/listed.js';
import { States } from '../../../accounts/states.js';
import type { FieldErrors } from '../../../platform/errors.js';
import { LANGUAGES, LANGUAGE_NAMES, messageText } from '../../../platform/i18n/i18n.js';
import { NoticeBox } from '../../../platform/web/design/notice.js';
import { Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { HiddenFields } from '../../../platform/web/hidden-fields.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { crumbsOf } from '../../mechanism/views/parts.js';
import type { Outcome } from '../invitations.service.js';
import { typedRows } from '../typed-rows.js';
import { useRoleOptions } from './role-options.js';
import { InvitedRows } from './invited-rows.js';

interface InvitePageProps {
  mechanism: Mechanism;
  state: FormState;
  /** Codes of who takes part in the mechanism. */
  participants: string[];
  needsContact: boolean;
  /** Headings of the pasted table that say nothing of an invitation. */
  unused: string[];
  /** Of each line, once it is complete. */
  outcomes: (Outcome | undefined)[];
  /** What is missing or wrong, by the names of the fields. */
  problems: FieldErrors;
  /** Addresses of who has a role here. */
  here: ReadonlySet<string>;
}

/** Many people at once: first their list, then what was understood of it, to correct in place. */
export function InvitePage(props: InvitePageProps) {
  const { mechanism, state, participants, needsContact, unused, outcomes } = props;
  const { t, language } = usePage();
  const rows = typedRows(state.values.rows);
  const looked = rows.length > 0;
  const count = outcomes.filter((one) => !one || !('held' in one)).length;
  const { role, of, language: spoken } = state.values;
  const { participants: members, others } = States.toChoose(participants, language);
  return (
    <Layout
      title={t('invite.title')}
      crumbs={[
        ...crumbsOf(t, mechanism),
        { label: t('people.title'), href: `/mechanisms/${mechanism.id}/people` },
      ]}
    >
      <p class="quiet">{t(looked ? 'invite.look' : 'invite.text')}</p>
      {unused.length > 0 && (
        <p class="quiet">{t('invite.unused', { list: listed(unused, language), count: unused.length })}</p>
      )}
      <Form
        action={`/mechanisms/${mechanism.id}/people/invite`}
        state={named(state, language)}
        // What was pasted stands in the lines of the next page: it would be offered beside them.
        kept={looked && {}}
        submit={looked ? t('invite.send', { count }) : t('invite.check')}
        cancel={`/mechanisms/${mechanism.id}/people`}
        extra={
          looked && (
            <button type="submit" class="second" name="check" value="on">
              {t('invite.again')}
            </button>
          )
        }
      >
        <datalist id="states">
          {[...members, ...others].map((code) => (
            <option key={code} value={States.name(code, language)} />
          ))}
        </datalist>
        {looked && <Lacking problems={props.problems} />}
        {looked && <InvitedRows {...props} rows={rows} />}
        <TextArea
          name="text"
          label={t(looked ? 'invite.more' : 'invite.list')}
          hint={t('invite.hint')}
          rows={looked ? 3 : 10}
          required={!looked}
        />
        {looked ? <HiddenFields values={{ role, of, language: spoken }} /> : <Defaults />}
        <div class="pair">
          <TextField name="fromDay" type="date" label={t('period.fromDay')} required />
          <TextField name="untilDay" type="date" label={t('period.untilDay')} hint={t('people.until.hint')} />
        </div>
        {needsContact && (
          <TextField
            name="contact"
            type="email"
            label={t('people.contact')}
            hint={t('people.contact.hint')}
            required
          />
        )}
      </Form>
      <p class="quiet">{t('people.invite.text')}</p>
      <p class="quiet">{t('people.invite.waits')}</p>
    </Layout>
  );
}

/** A link names a State by its code; a person reads its name. */
function named(state: FormState, language: string): FormState {
  const { of } = state.values;
  const isCode = typeof of === 'string' && States.exists(of);
  return isCode ? { ...state, values: { ...state.values, of: States.name(of, language) } } : state;
}

/** For whom the list says nothing of it. */
function Defaults() {
  const { t } = usePage();
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }));
  return (
    <fieldset class="field">
      <legend>{t('invite.defaults')}</legend>
      <div class="pair">
        <Select name="role" label={t('people.role')} options={useRoleOptions()} required />
        <TextField name="of" label={t('invite.of')} list="states" />
        <Select
          name="language"
          label={t('account.language')}
          options={languages}
          empty={t('invite.language.byState')}
        />
      </div>
    </fieldset>
  );
}

/** In how many lines something is missing, and whether nobody is named who confirms. */
function Lacking({ problems }: { problems: FieldErrors }) {
  const { t } = usePage();
  const lines = new Set(Object.keys(problems).flatMap((name) => /^rows\.(\d+)\./.exec(name)?.[1] ?? []));
  if (lines.size === 0 && !problems.contact) return null;
  return (
    <NoticeBox kind="warning">
      {lines.size > 0 && <p>{t('invite.lacking', { count: lines.size })}</p>}
      {problems.contact && <p>{messageText(t, problems.contact)}</p>}
    </NoticeBox>
  );
}
