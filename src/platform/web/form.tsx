import type { Type } from '@nestjs/common';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { render } from 'preact-render-to-string';
import { ConflictError, type FieldErrors, InvalidError } from '../errors.js';
import { unflatten } from '../http/unflatten.js';
import { readInput } from '../http/read-input.js';
import { messageText, type TextKey } from '../i18n/i18n.js';
import { type Fragment, Page, page, type Redirect } from './page.js';
import { PageContextHolder, usePage } from './page-context.js';
import type { VNode } from 'preact';

/** What a form shows: what was typed (nested), what is wrong with it, and what it collided with. */
export interface FormState {
  values: Record<string, unknown>;
  errors: FieldErrors;
  /** Catalogue key of the reason, and what stands now, when somebody else changed it meanwhile. */
  conflict?: { reason: string; current: unknown };
}

export const emptyForm = (values: Record<string, unknown> = {}): FormState => ({ values, errors: {} });

/**
 * Runs one form: reads its input, acts, and on a mistake shows the form again with everything that was typed.
 * `act` returns where to go next; `show` renders the page around the form.
 */
export async function submitForm<T extends object>(form: {
  input: Type<T>;
  body: unknown;
  act: (input: T) => Promise<Redirect | Page | Fragment>;
  show: (state: FormState) => Promise<VNode> | VNode;
}): Promise<Redirect | Page | Fragment> {
  const values = unflatten(form.body);
  try {
    return await form.act(readInput(form.input, values));
  } catch (error) {
    if (error instanceof InvalidError) {
      return page(await form.show({ values, errors: error.fields }), error.status);
    }
    if (error instanceof ConflictError) {
      const conflict = { reason: error.reason, current: error.current };
      return page(await form.show({ values, errors: {}, conflict }), error.status);
    }
    throw error;
  }
}

/** `labels` gathers the fields of a form by name, in the order they stand in. */
const FormHolder = createContext<FormState & { labels?: Map<string, string>; filters?: boolean }>(
  emptyForm(),
);

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

/** What is wrong, each with the label of its field and a way to it; the keyboard begins here. */
function ErrorSummary({
  state,
  filters,
  children,
}: Pick<FormProps, 'filters' | 'children'> & { state: FormState }) {
  const { t } = usePage();
  const context = useContext(PageContextHolder);
  const entries = Object.entries(state.errors);
  if (entries.length === 0) return null;
  // The labels stand in the fields below, so these are drawn once before, to no page.
  const labels = new Map<string, string>();
  render(
    <PageContextHolder.Provider value={context}>
      <FormHolder.Provider value={{ ...state, labels }}>{children}</FormHolder.Provider>
    </PageContextHolder.Provider>,
  );
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{t(filters ? 'form.filterErrors' : 'form.errors')}</h2>
      <ul>
        {entries.map(([name, message]) => {
          const field = fieldOf(name, [...labels.keys()]);
          const text = messageText(t, message);
          return (
            <li key={name}>
              {field ? <a href={`#${fieldId(field)}`}>{`${labels.get(field)}: ${text}`}</a> : text}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The field that shows an error: the one of that name, of the list it is in, or the first of the group it is about. */
const fieldOf = (error: string, fields: string[]) =>
  fields.find((name) => error === name || error.startsWith(`${name}.`)) ??
  fields.find((name) => name.startsWith(`${error}.`));

export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`;

/** Value and error of one field, by its dotted name. */
export function useField(
  name: string,
  label?: string,
): { value: unknown; error: string | null; optional: boolean } {
  const { values, errors, labels, filters } = useContext(FormHolder);
  const { t } = usePage();
  if (label !== undefined) labels?.set(name, label);
  let value: unknown = values;
  for (const part of name.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part];
  const message = errors[name] ?? Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];
  return {
    value: value ?? values[name],
    error: message ? messageText(t, message) : null,
    optional: !filters,
  };
}

export interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
}

/** Label, hint and message around one control; the control refers to both by id. */
export function Field(props: FieldProps & { children: (control: ControlAttributes) => ComponentChildren }) {
  const { error, optional } = useField(props.name, props.label);
  const { t } = usePage();
  const id = fieldId(props.name);
  const described = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {props.label}
        {!props.required && optional && <span class="quiet"> {t('form.optional')}</span>}
      </label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {props.children({
        id,
        name: props.name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
    </div>
  );
}

export interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Shown when somebody else changed the thing meanwhile: both versions, side by side. */
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
