import type { FieldErrors } from '../../platform/errors.js';
import { InvalidError } from '../../platform/errors.js';
import { isRecord } from '../../platform/http/field.js';
import { readInput } from '../../platform/http/read-input.js';
import { InvitationInput, InvitationsInput } from './invitations.dto.js';
import { stateIn } from './list-cells.js';
import type { InvitationRow } from './invitation-rows.js';

export type Typed = Record<string, unknown> & { rows: InvitationRow[] };

/** Lines as a form sends them (`rows.0.name`), without those that are to be left out. */
export function typedRows(sent: unknown): InvitationRow[] {
  if (!isRecord(sent) && !Array.isArray(sent)) return [];
  return Object.entries(sent as Record<string, unknown>)
    .sort(([one], [other]) => Number(one) - Number(other))
    .flatMap(([, row]) => (isRecord(row) && !row.leave ? [rowAsTyped(row)] : []));
}

function rowAsTyped(row: Record<string, unknown>): InvitationRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : '');
  const unknown = Array.isArray(row.unknown) ? row.unknown : [row.unknown];
  return {
    name: text('name'),
    email: text('email'),
    role: text('role') as InvitationRow['role'],
    state: stateIn(text('state')) ?? text('state'),
    language: text('language') as InvitationRow['language'],
    partner: text('partner'),
    guessed: row.guessed === true || row.guessed === 'on',
    unknown: unknown.filter((one) => typeof one === 'string'),
  };
}

/** Of what was typed the lines that are complete, with their places, and what the others lack. */
export function validOf(values: Record<string, unknown>) {
  const rows = typedRows(values.rows);
  const problems: FieldErrors = {};
  const indexes: number[] = [];
  for (const [index, row] of rows.entries()) {
    const errors = errorsIn(() => readInput(InvitationInput, row));
    for (const [name, message] of Object.entries(errors)) problems[`rows.${index}.${name}`] = message;
    if (Object.keys(errors).length === 0) indexes.push(index);
  }
  if (indexes.length === 0) return { input: null, indexes, problems };
  let input: InvitationsInput | null = null;
  Object.assign(
    problems,
    errorsIn(() => {
      input = readInput(InvitationsInput, { ...values, rows: indexes.map((index) => rows[index]) });
    }),
  );
  return { input: input as InvitationsInput | null, indexes, problems };
}

function errorsIn(read: () => unknown): FieldErrors {
  try {
    read();
    return {};
  } catch (error) {
    if (error instanceof InvalidError) return error.fields;
    throw error;
  }
}
