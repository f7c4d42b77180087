import { objectives } from '../../framework/objectives.data.js';
import { objectiveLabel } from '../../framework/framework.js';
import { alphabet } from '../../platform/i18n/alphabet.js';
import { CheckBox, Choices, Select, TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { usePage } from '../../platform/web/page-context.js';
import { ownerLabel } from '../../plans/plan/labels.js';
import { ITEM_STATUSES, type OwnerKind } from '../../plans/plan/vocabulary.js';
import { NONE, REPORTED, type SheetColumn, type SheetQuery, SORTS } from '../sheet.dto.js';
import { ownerKey } from '../sheet-filter.js';
import { COLUMN_KEYS, SORT_KEYS } from '../sheet-words.js';

interface FilterFormProps {
  planId: string;
  query: SheetQuery;
  /** Columns that may be shown. */
  offered: readonly SheetColumn[];
  columns: readonly SheetColumn[];
  owners: readonly { kind: OwnerKind; subject: string | null }[];
}

/** Narrows the sheet down, orders it and chooses its columns: all of it stands in the address. */
export function FilterForm({ planId, query, offered, columns, owners }: FilterFormProps) {
  const { t, language } = usePage();
  const state = emptyForm({ ...query, columns });
  return (
    <details class="card sheet-filter">
      <summary>{t('sheet.filter')}</summary>
      <Form action={`/plans/${planId}`} state={state} submit={t('sheet.show')} method="get" filters>
        <TextField name="q" type="search" label={t('sheet.words')} />
        <Select
          name="owner"
          label={t('sheet.owner')}
          empty={t('sheet.any')}
          options={[
            ...owners
              .map((owner) => ({ value: ownerKey(owner), label: ownerLabel(owner, t, language) }))
              .sort((a, b) => alphabet(language).compare(a.label, b.label)),
            { value: NONE, label: t('sheet.noOwner') },
          ]}
        />
        <TextField name="dueFrom" type="date" label={t('sheet.dueFrom')} />
        <TextField name="dueUntil" type="date" label={t('sheet.dueUntil')} />
        <Select
          name="objective"
          label={t('sheet.objective')}
          empty={t('sheet.any')}
          options={[
            ...objectives.map(({ number }) => ({
              value: String(number),
              label: `${number} ${objectiveLabel(number, language).text}`,
            })),
            { value: '0', label: t('sheet.noObjective') },
          ]}
        />
        <Select
          name="reported"
          label={t('sheet.lastReported')}
          empty={t('sheet.any')}
          options={REPORTED.map((value) => ({ value, label: t(`sheet.reported.${value}`) }))}
        />
        <TextField name="reportedDay" type="date" label={t('sheet.reportedDay')} />
        <Select
          name="sort"
          label={t('sheet.sort')}
          empty={t('sheet.planOrder')}
          options={SORTS.map((value) => ({ value, label: t(SORT_KEYS[value]) }))}
        />
        <Choices
          many
          required
          name="status"
          label={t('item.status')}
          options={[
            ...ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}`) })),
            { value: NONE, label: t('item.noStatus') },
          ]}
        />
        <Choices
          many
          required
          name="columns"
          label={t('sheet.columns')}
          options={offered.map((value) => ({ value, label: t(COLUMN_KEYS[value]) }))}
        />
        <div>
          <CheckBox name="undated" label={t('sheet.undated')} />
          {offered.includes('waiting') && <CheckBox name="waiting" label={t('sheet.onlyWaiting')} />}
          <CheckBox name="differs" label={t('sheet.differs')} />
          <CheckBox name="desc" label={t('sheet.desc')} />
        </div>
      </Form>
    </details>
  );
}
