import type { ComponentChildren } from 'preact';
import type { TextKey } from '../i18n/i18n.js';
import { ErrorSummary } from './error-summary.js';
import { FormHolder } from './field.js';
import { keptAttributes, type KeptAs, openerOf } from './kept/kept-attributes.js';
import { FORM_ADDRESS, FORM_OPENER, KEPT_ID } from './kept/sent-form.js';
import { type PageContext, usePage } from './page-context.js';
import { emptyForm, type FormState } from './submit-form.js';

interface FormProps {
  action: string;
  state?: FormState;
  submit: string;
  /** Reads the file fields' bytes; the body is then multipart. */
  upload?: boolean;
  /** It is saved as one types, and its buttons bring files along: those in `extra` by `useFileButton`. */
  files?: boolean;
  method?: 'get' | 'post';
  /** Narrows a list down: fields stand side by side, and none of them is marked as optional, since all are. */
  filters?: boolean;
  /** One in `extra` is the main button. */
  second?: boolean;
  cancel?: string;
  cancelLabel?: string;
  /** Buttons beside the main one. */
  extra?: ComponentChildren;
  /** htmx attributes, when the form also saves as one types. */
  attributes?: Record<string, string>;
  /**
   * As what the browser keeps what is typed; by itself for whoever is signed in, under the address of the page. False for a
   * code that opens something once: it is kept nowhere, and not given back either.
   */
  kept?: KeptAs | false;
  children: ComponentChildren;
}

/**
 * A form: summary of errors on top, message at the field, what was typed kept; by the browser, too, until the form was
 * taken. Only the file has to be chosen again.
 */
export function Form({ action, state = emptyForm(), submit, upload, method = 'post', ...rest }: FormProps) {
  const page = usePage();
  const { t } = page;
  const { filters, kept = {} } = rest;
  const hidden = carriedBy(page, kept);
  const address = upload
    ? `${action}${action.includes('?') ? '&' : '?'}${new URLSearchParams(hidden)}`
    : action;
  return (
    <FormHolder.Provider value={{ ...state, filters }}>
      <ErrorSummary state={state} filters={filters} upload={upload}>
        {rest.children}
      </ErrorSummary>
      <form
        method={method}
        action={address}
        enctype={upload ? 'multipart/form-data' : undefined}
        novalidate
        class={filters ? 'form filters' : 'form'}
        {...(method === 'post' && kept && keptAttributes(page, action, state, kept))}
        {...rest.attributes}
      >
        {method === 'post' &&
          Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {rest.children}
        <div class="buttons">
          {rest.files ? (
            <button type="submit" class="second" {...fileButton(page, action, kept)}>
              {submit}
            </button>
          ) : (
            <button type="submit" class={rest.second ? 'second' : undefined}>
              {submit}
            </button>
          )}
          {rest.extra}
          {rest.cancel && <a href={rest.cancel}>{rest.cancelLabel ?? t('form.cancel')}</a>}
        </div>
      </form>
    </FormHolder.Provider>
  );
}

/** What a form carries along besides what is typed. */
const carriedBy = (page: PageContext, kept: KeptAs | false): Record<string, string> => ({
  _csrf: page.csrf,
  ...(kept && { [FORM_ADDRESS]: kept.opened?.[0] ?? page.formAddress, [FORM_OPENER]: openerOf(page) }),
  ...(kept && page.keptForm && { [KEPT_ID]: page.keptForm }),
});

/** Of a form with files nothing but the address is read at once. */
const fileButton = (page: PageContext, action: string, kept: KeptAs | false) => ({
  formaction: `${action}?${new URLSearchParams(carriedBy(page, kept))}`,
  formenctype: 'multipart/form-data',
});

/** Attributes of a further button of a form with `files`. */
export const useFileButton = (action: string, kept: KeptAs = {}) => fileButton(usePage(), action, kept);

/** Shown when somebody else has changed the thing: both versions, side by side. */
export function Conflict({ state, children }: { state: FormState; children?: ComponentChildren }) {
  const { t } = usePage();
  if (!state.conflict) return null;
  return (
    <section class="conflict" role="alert">
      <h2>{t('form.conflict')}</h2>
      <p>{t(state.conflict.reason as TextKey)}</p>
      {children}
    </section>
  );
}
