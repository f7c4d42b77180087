import { rendition } from '../../i18n/localized.js';
import { HiddenFields } from '../hidden-fields.js';
import { Layout } from '../layout.js';
import { usePage } from '../page-context.js';
import { placeOf } from '../places/places.js';
import type { Asking, Press, Question } from './asks.js';

interface ConfirmPageProps {
  verb: Asking['verb'];
  question: Question;
  body: Press['body'];
}

/** What would follow, and the button that does it. What the form sent goes along. */
export function ConfirmPage({ verb, question, body }: ConfirmPageProps) {
  const { t, language, url, csrf, actor, named, places } = usePage();
  const { consequences, back } = question;
  const name =
    question.name === undefined || typeof question.name === 'string'
      ? { text: question.name, language: undefined }
      : rendition(question.name, language);
  // Who works in one place keeps its section beside the question.
  const own = new Set(actor.grants.map(({ scope }) => scope));
  const mine = named.filter(({ id }) => own.has(id));
  const home =
    mine.length === 1 && placeOf(places, url, []) === null
      ? [{ label: mine[0]!.name, href: places.base + mine[0]!.id }]
      : [];
  return (
    <Layout title={t(verb)} crumbs={[...home, { label: name.text || t('press.where'), href: back }]}>
      {name.text && (
        <p>
          <strong lang={name.language} dir="auto">
            {name.text}
          </strong>
        </p>
      )}
      <ul>
        {consequences.map(({ key, values }, index) => (
          <li key={index}>{t(key, values)}</li>
        ))}
      </ul>
      <form method="post" action={url} class="form">
        <HiddenFields values={{ ...body, _csrf: csrf, confirmed: 'on' }} />
        <div class="buttons">
          <button type="submit">{t(verb)}</button>
          <a href={back}>{t('form.cancel')}</a>
        </div>
      </form>
    </Layout>
  );
}
