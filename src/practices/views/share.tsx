import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { MEMBERS, seenBy } from '../../mechanisms/readers/reader-words.js';
import type { Readers } from '../../mechanisms/readers/readers.js';
import { CheckBox, Choices } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Practice } from '../practice.entity.js';

interface SharePageProps {
  practice: Practice;
  mechanisms: Mechanism[];
  /** Of the mechanisms the reader has a part in. */
  readers: ReadonlyMap<string, Readers>;
  state: FormState;
}

/** With whom: the owner's decision alone, and taken back any time. */
export function SharePage({ practice, mechanisms, readers, state }: SharePageProps) {
  const page = usePage();
  const { t, language } = page;
  const who = (one: Mechanism) => {
    const known = readers.get(one.id);
    return known && seenBy(page, { mechanism: shortNameIn(one, language), readers: known }, MEMBERS);
  };
  return (
    <Layout
      title={t('practice.share')}
      crumbs={[{ label: practice.title, href: `/practices/${practice.id}` }]}
    >
      <p>{t('practice.shareText')}</p>
      <Conflict state={state}>
        <p>{practice.title}</p>
      </Conflict>
      <Form
        action={`/practices/${practice.id}/share`}
        state={state}
        submit={t('practice.share')}
        cancel={`/practices/${practice.id}`}
      >
        <Choices
          name="mechanisms"
          label={t('practice.shareWith')}
          options={mechanisms.map((one) => ({
            value: one.id,
            label: shortNameIn(one, language),
            hint: who(one),
          }))}
          many
          columns
        />
        <CheckBox name="isPublic" label={t('practice.public')} hint={t('practice.publicHint')} />
      </Form>
    </Layout>
  );
}
