import { States } from '../../../accounts/states.js';
import { alphabet } from '../../../platform/i18n/alphabet.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { ownerLabel } from '../../../plans/plan/labels.js';
import { OWNER_KINDS } from '../../../plans/plan/vocabulary.js';
import type { BoardScope } from '../board-view.js';
import type { OwnerText } from '../board-query.service.js';
import { boardLink, ownerValue } from './board-links.js';

interface BoardFilterProps {
  scope: BoardScope;
  /** Owners that items name. */
  owners: OwnerText[];
  /** Codes of the States that are members. */
  members: string[];
  state: FormState;
}

/** Narrows the board down. Names to choose from stand in the reader's alphabet and carry no number. */
export function BoardFilterForm({ scope, owners, members, state }: BoardFilterProps) {
  const { t, language } = usePage();
  const named = owners.filter(({ kind }) => kind === 'state').map(({ subject }) => subject!);
  const states = States.sorted(new Set([...members, ...named]), language);
  const chosen = Object.values(state.values).some(Boolean);
  const address = boardLink(scope, '', {});
  return (
    <details class="card" open={chosen}>
      <summary>{t('board.filters')}</summary>
      <Form
        action={address}
        state={state}
        submit={t('board.filter')}
        method="get"
        filters
        cancel={address}
        cancelLabel={t('board.clear')}
      >
        {!scope.plan && (
          <Select
            name="plan"
            label={t('plan.plan')}
            empty={t('board.everyPlan')}
            options={scope.offered.map((plan) => ({
              value: plan.id,
              label: rendition(plan.title, language).text,
            }))}
          />
        )}
        <Select
          name="owner"
          label={t('item.owners')}
          empty={t('board.everyOwner')}
          options={inOrder(owners, (owner) => ownerLabel(owner, t, language), language)}
        />
        <Select
          name="state"
          label={t('board.state')}
          hint={t('board.stateHint')}
          empty={t('board.everyState')}
          options={states.map((code) => ({ value: code, label: States.name(code, language) }))}
        />
        <TextField name="from" type="date" label={t('board.from')} />
        <TextField name="until" type="date" label={t('board.until')} />
      </Form>
    </details>
  );
}

/** By kind, and each kind in the alphabet. */
function inOrder(owners: OwnerText[], labelOf: (owner: OwnerText) => string, language: string) {
  return owners
    .map((owner) => ({
      value: ownerValue(owner),
      label: labelOf(owner),
      kind: OWNER_KINDS.indexOf(owner.kind),
    }))
    .sort((a, b) => a.kind - b.kind || alphabet(language).compare(a.label, b.label))
    .map(({ value, label }) => ({ value, label }));
}
