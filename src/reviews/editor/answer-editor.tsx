import type { Type } from '@nestjs/common';
import type { VNode } from 'preact';
import { ConflictError, InvalidError } from '../../platform/errors.js';
import { readInput } from '../../platform/http/read-input.js';
import { type Fragment, fragment } from '../../platform/web/page.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { SavedLine } from './views/saved-line.js';

/** What the script of the editor says of its requests: it takes pieces, not pages. */
export const BY_EDITOR = 'x-editor';

/** `submitForm` for the script: the answer is a piece of the page it is on. */
export async function answerEditor<T extends object, Made>(form: {
  input: Type<T>;
  values: Record<string, unknown>;
  act: (input: T) => Promise<Made>;
  done: (made: Made) => Promise<VNode> | VNode;
  show: (state: FormState) => Promise<VNode>;
}): Promise<Fragment> {
  const { values } = form;
  try {
    return fragment(await form.done(await form.act(readInput(form.input, values))));
  } catch (error) {
    if (!(error instanceof InvalidError) && !(error instanceof ConflictError)) throw error;
    if (values.saving) return fragment(<SavedLine problem={error} />, error.status);
    const conflict =
      error instanceof ConflictError ? { reason: error.reason, current: error.current } : undefined;
    const errors = error instanceof InvalidError ? error.fields : {};
    return fragment(await form.show({ values, errors, conflict }), error.status);
  }
}
