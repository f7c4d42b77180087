import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { render } from 'preact-render-to-string';
import { messageText } from '../i18n/i18n.js';
import { fieldId, FormHolder } from './field.js';
import { PageContextHolder, usePage } from './page-context.js';
import type { FormState } from './submit-form.js';

/** The field that shows an error: the one of that name, of the list it is in, or the first of the group it is about. */
const fieldOf = (error: string, fields: string[]) =>
  fields.find((name) => error === name || error.startsWith(`${name}.`)) ??
  fields.find((name) => name.startsWith(`${error}.`));

/** What is wrong, each with the label of its field and a way to it; the keyboard begins here. */
export function ErrorSummary({
  state,
  filters,
  upload,
  children,
}: {
  state: FormState;
  filters?: boolean;
  upload?: boolean;
  children: ComponentChildren;
}) {
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
      <h2>{t(filters ? 'form.filterErrors' : upload ? 'form.fileErrors' : 'form.errors')}</h2>
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
