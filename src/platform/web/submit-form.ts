import type { Type } from '@nestjs/common';
import type { VNode } from 'preact';
import { ConflictError, type FieldErrors, InvalidError } from '../errors.js';
import { readInput } from '../http/read-input.js';
import { unflatten } from '../http/unflatten.js';
import { SHOW_LIST } from './choosing/choosable.js';
import { type Fragment, type Page, page, type Redirect } from './page.js';

/** What a form shows: what was typed (nested), what is wrong with it, and what it collided with. */
export interface FormState {
  values: Record<string, unknown>;
  errors: FieldErrors;
  /** Catalogue key of the reason, and the current state, when somebody else has changed it. */
  conflict?: { reason: string; current: unknown };
}

export const emptyForm = (values: Record<string, unknown> = {}): FormState => ({ values, errors: {} });

/**
 * Runs one form: reads its input, acts, and on a mistake shows the form again with everything that was typed.
 * `act` returns where to go next; `show` renders the page around the form, also when a list of it was asked for.
 */
export async function submitForm<T extends object>(form: {
  input: Type<T>;
  body: unknown;
  act: (input: T) => Promise<Redirect | Page | Fragment>;
  show: (state: FormState) => Promise<VNode> | VNode;
}): Promise<Redirect | Page | Fragment> {
  const values = unflatten(form.body);
  if (SHOW_LIST in values) return page(await form.show({ values, errors: {} }));
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
