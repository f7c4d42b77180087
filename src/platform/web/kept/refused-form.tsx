import { usePage } from '../page-context.js';
import { openerOf } from './kept-attributes.js';
import { type SentForm, wordsIn } from './sent-form.js';

export interface RefusedFormProps {
  form: SentForm;
  /** Whether sending it again may work: the session is back, the server is up again. */
  again: boolean;
  /** The token it was sent with, when that was not what is wrong. */
  token: string | null;
}

/** What was typed into a form that was refused as a whole: to be sent once more, or copied. Nothing of it is stored. */
export function RefusedForm({ form, again, token }: RefusedFormProps) {
  const page = usePage();
  const { t } = page;
  const now = openerOf(page);
  const somebodyElse = !!form.opener && !!now && form.opener !== now;
  const words = wordsIn(form);
  return (
    <section class="card">
      <p>{t(somebodyElse ? 'refused.somebodyElse' : 'refused.kept')}</p>
      {again && !somebodyElse && (
        <form method="post" action={page.url} data-again>
          <input type="hidden" name="_csrf" value={token ?? page.csrf} />
          {form.fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <p>
            <button type="submit">{t('refused.again')}</button>
          </p>
        </form>
      )}
      {words.length > 0 && (
        <details open>
          <summary>{t('form.yours')}</summary>
          {words.map((text, index) => (
            <p key={index} dir="auto" class="kept">
              {text}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

/** Ways on from a form that was refused: signing in, back to the form, which offers what was typed. */
export function WaysOn({ address, signIn }: { address: string; signIn: boolean }) {
  const { t } = usePage();
  return (
    <>
      {signIn && (
        <p>
          <a
            href={`/sign-in${address && `?next=${encodeURIComponent(address)}`}`}
            target="_blank"
            rel="noopener"
          >
            {t('refused.signIn')}
          </a>
        </p>
      )}
      {!signIn && address && (
        <p>
          <a href={address}>{t('refused.back')}</a>
        </p>
      )}
    </>
  );
}
