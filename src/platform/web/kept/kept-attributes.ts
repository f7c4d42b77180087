import type { PageContext } from '../page-context.js';
import type { FormState } from '../submit-form.js';

/** As what the browser keeps what is typed into a form. */
export interface KeptAs {
  /** Whose words they are, when not those of the account that is signed in: the id of an answer link. */
  holder?: string;
  /** Where the form is opened, the best address first, when the page that shows it may be another one. */
  opened?: string[];
  /** The page can be opened without a line: what its secret address begins with. Never for a page of an account. */
  offline?: string;
  /** It shows what is saved nowhere yet, words from a file for example. */
  unsaved?: boolean;
}

/** What the script needs to keep the words of a form; none for a visitor, whom nobody could tell from the next one. */
export function keptAttributes(
  page: Pick<PageContext, 'actor' | 'formAddress' | 'keeperOf' | 'zone'>,
  action: string,
  { errors, conflict }: Pick<FormState, 'errors' | 'conflict'>,
  { holder, opened = [], offline, unsaved = false }: KeptAs = {},
): Record<string, string> {
  const whose = holder ?? page.actor.accountId;
  if (!whose) return {};
  const addresses = [...new Set([...opened, page.formAddress])];
  const refused = unsaved || conflict !== undefined || Object.keys(errors).length > 0;
  return {
    'data-keeper': page.keeperOf(whose),
    // A holder of a link has an address of its own in each mail: the link says whose form it is.
    'data-names': JSON.stringify(holder ? [''] : addresses.map((address) => `${address} ${action}`)),
    'data-zone': page.zone,
    ...(!holder && { 'data-person': 'on' }),
    ...(holder && offline && { 'data-offline': offline }),
    ...(refused && { 'data-refused': 'on' }),
  };
}

/** Who opened the form, so that nobody else sends it by mistake. A secret address is for whoever has it. */
export const openerOf = ({
  actor,
  secretAddress,
  keeperOf,
}: Pick<PageContext, 'actor' | 'secretAddress' | 'keeperOf'>): string =>
  actor.accountId && !secretAddress ? keeperOf(actor.accountId).split('.', 1)[0]! : '';
