import type { ComponentChildren } from 'preact';
import type { TextKey } from '../i18n/i18n.js';
import { ErrorSummary } from './error-summary.js';
import { FormHolder } from './field.js';
import { usePage } from './page-context.js';
import { emptyForm, type FormState } from './submit-form.js';

interface FormProps {
  action: string;
  state?: FormState;
  submit: string;
  /** Reads the file fields' bytes; the body is then multipart. */
  upload?: boolean;
  method?: 'get' | 'post';
  /** Narrows a list down: fields stand side by side, and none of them is marked as optional, since all are. */
  filters?: boolean;
  cancel?: string;
  cancelLabel?: string;
  /** Buttons beside the main one. */
  extra?: ComponentChildren;
  /** htmx attributes, when the form also saves as one types. */
  attributes?: Record<string, string>;
  children: ComponentChildren;
}

/** A form: summary of errors on top, message at the field, what was typed kept. */
export function Form({ action, state = emptyForm(), submit, upload, method = 'post', ...rest }: FormProps) {
  const { csrf, t } = usePage();
  const { filters } = rest;
  const address = upload
    ? `${action}${action.includes('?') ? '&' : '?'}_csrf=${encodeURIComponent(csrf)}`
    : action;
  return (
    <FormHolder.Provider value={{ ...state, filters }}>
      <ErrorSummary state={state} filters={filters}>
        {rest.children}
      </ErrorSummary>
      <form
        method={method}
        action={address}
        enctype={upload ? 'multipart/form-data' : undefined}
        novalidate
        class={filters ? 'form filters' : 'form'}
        {...rest.attributes}
      >
        {method === 'post' && <input type="hidden" name="_csrf" value={csrf} />}
        {rest.children}
        <div class="buttons">
          <button type="submit">{submit}</button>
          {rest.extra}
          {rest.cancel && <a href={rest.cancel}>{rest.cancelLabel ?? t('form.cancel')}</a>}
        </div>
      </form>
    </FormHolder.Provider>
  );
}

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
