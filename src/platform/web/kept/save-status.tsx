import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../i18n/i18n.js';
import { usePage } from '../page-context.js';

interface SaveStatusProps {
  at?: Date;
  problem?: TextKey;
  /** Where the form is opened from now on, once it is saved. */
  form?: string;
  /** What the form carries along: which draft it is, over which version. */
  children: ComponentChildren;
}

/** The foot of a form that saves as one types. Replaced by each save; the script says there, too, when none was possible. */
export function SaveStatus({ at, problem, form, children }: SaveStatusProps) {
  const { t, moment } = usePage();
  return (
    <div
      id="saved"
      class={problem ? 'saved unsaved' : 'saved'}
      data-saved={at && !problem ? 'on' : undefined}
      data-form={form}
    >
      <span role="status" data-said>
        {problem ? t(problem) : at && t('entry.savedAt', { at: moment(at) })}
      </span>
      {children}
    </div>
  );
}

/** htmx attributes of such a form. The script asks for a save, too: what was typed during one, or could not be saved. */
export const savingTo = (address: string): Record<string, string> => ({
  'hx-post': address,
  'hx-trigger': 'input delay:1500ms, save',
  'hx-target': '#saved',
  'hx-swap': 'outerHTML',
  // A save that was cut short may have been kept: the next one waits until the form knows of it.
  'hx-sync': 'this:drop',
  // The words stay in the form and the foot as it is, also where the script is not.
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
});
