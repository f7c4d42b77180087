import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { messageText } from '../i18n/i18n.js';
import { usePage } from './page-context.js';
import { emptyForm, type FormState } from './submit-form.js';

/** `labels` gathers the fields of a form by name, in the order they stand in. */
export const FormHolder = createContext<FormState & { labels?: Map<string, string>; filters?: boolean }>(
  emptyForm(),
);

export interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
}

interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`;

/** Value and error of one field, by its dotted name. */
export function useField(
  name: string,
  label?: string,
): { value: unknown; error: string | null; optional: boolean; refused: boolean } {
  const { values, errors, labels, filters, conflict } = useContext(FormHolder);
  const { t } = usePage();
  if (label !== undefined) labels?.set(name, label);
  let value: unknown = values;
  for (const part of name.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part];
  const message = errors[name] ?? Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];
  return {
    value: value ?? values[name],
    error: message ? messageText(t, message) : null,
    optional: !filters,
    refused: conflict !== undefined || Object.keys(errors).length > 0,
  };
}

/** Label, hint and message around one control; the control refers to both by id. */
export function Field(props: FieldProps & { children: (control: ControlAttributes) => ComponentChildren }) {
  const { error, optional } = useField(props.name, props.label);
  const { t } = usePage();
  const id = fieldId(props.name);
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {props.label}
        {!props.required && optional && <span class="quiet"> {t('form.optional')}</span>}
      </label>
      <FieldNotes id={id} hint={props.hint} error={error} />
      {props.children({
        id,
        name: props.name,
        'aria-describedby': describedBy(id, props.hint, error),
        'aria-invalid': error ? 'true' : undefined,
      })}
    </div>
  );
}

/** Hint and message of a field, with the ids that `describedBy` refers to. */
export const FieldNotes = ({ id, hint, error }: { id: string; hint?: string; error: string | null }) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

export const describedBy = (id: string, hint: string | undefined, error: string | null) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
