import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGE_NAMES, type TextKey } from '../../../platform/i18n/i18n.js';
import { columnName } from '../../../platform/spreadsheets/spreadsheet.js';
import { CheckBox, Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { useField, fieldId } from '../../../platform/web/field.js';
import { Layout as Page, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { PLAN_KINDS } from '../../../plans/plan/vocabulary.js';
import { headingsOf } from '../guess-layout.js';
import { HIERARCHIES, type Layout } from '../layout.js';
import type { PlanImport } from '../../plan-import.entity.js';
import { useLabel, usesOffered } from '../use-labels.js';
import { useCrumbs } from '../../views/upload.js';

export interface MatchPageProps {
  row: PlanImport;
  mechanism: Mechanism;
  plan: Plan | null;
  /** As it is shown: what was chosen, or a guess. */
  layout: Layout;
  state: FormState;
}

/** How the file is read, to be looked at and corrected. */
export function MatchPage(props: MatchPageProps) {
  const { t } = usePage();
  const { row, mechanism, plan, layout, state } = props;
  const table = row.content.sheets.length > 0;
  return (
    <Page title={t('exchange.match.title')} crumbs={useCrumbs(mechanism, plan)}>
      <p>{t(table ? 'exchange.match.intro' : 'exchange.match.introWhole', { file: row.fileName })}</p>
      {table && <Look row={row} layout={layout} />}
      <Form
        action={`/plan-imports/${row.id}`}
        state={state}
        submit={t('exchange.match.preview')}
        cancel={plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}`}
      >
        <Hidden name="sheet" value={layout.sheet} />
        <Hidden name="headerRow" value={layout.headerRow} />
        {!plan && <NewPlanFields />}
        {table && <Columns row={row} layout={layout} mechanism={mechanism} />}
        {table && <Tree />}
        <More {...props} table={table} />
      </Form>
      <PostButton action={`/plan-imports/${row.id}/removal`} label={t('exchange.discard')} quiet />
    </Page>
  );
}

/** Another sheet, or another row of headings: everything below is then guessed again. */
function Look({ row, layout }: { row: PlanImport; layout: Layout }) {
  const { t } = usePage();
  const { sheets } = row.content;
  const state = { values: { sheet: String(layout.sheet), headerRow: layout.headerRow }, errors: {} };
  return (
    <Form
      action={`/plan-imports/${row.id}`}
      method="get"
      filters
      state={state}
      submit={t('exchange.match.look')}
    >
      {sheets.length > 1 ? (
        <Select
          name="sheet"
          label={t('exchange.match.sheet')}
          options={sheets.map(({ name, hidden }, index) => ({
            value: String(index),
            label: hidden ? t('exchange.match.hiddenSheet', { name }) : name,
          }))}
          required
        />
      ) : (
        <Hidden name="sheet" value={layout.sheet} />
      )}
      <TextField
        name="headerRow"
        type="number"
        label={t('exchange.match.headerRow')}
        hint={t('exchange.match.headerRowHint')}
        required
        short
      />
    </Form>
  );
}

function NewPlanFields() {
  const { t } = usePage();
  return (
    <>
      <TextField name="title" label={t('plan.title')} required />
      <Select
        name="kind"
        label={t('plan.kind')}
        options={PLAN_KINDS.map((value) => ({ value, label: t(`planKind.${value}` as TextKey) }))}
        required
      />
    </>
  );
}

function Columns({ row, layout, mechanism }: { row: PlanImport; layout: Layout; mechanism: Mechanism }) {
  const { t } = usePage();
  const sheet = row.content.sheets[layout.sheet]!;
  const heads = headingsOf(sheet, layout.headerRow);
  const rows = sheet.rows.filter(({ number }) => number > layout.headerRow);
  const inUse = layout.columns.flatMap((use) =>
    use
      .split('.')
      .slice(1)
      .filter((one) => /^[a-z]{2}$/.test(one)),
  );
  const languages = new Set([...mechanism.languages, ...inUse]);
  languages.delete(layout.textLanguage);
  const uses = ['title', 'description', ...usesOffered([...languages])];
  const { error } = useField('columns');
  return (
    <fieldset class={error ? 'field group wrong' : 'field group'}>
      <legend>{t('exchange.match.columns')}</legend>
      <p class="hint">{t('exchange.match.columnsHint')}</p>
      {error && <p class="error">{error}</p>}
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('exchange.match.column')}</th>
            <th scope="col">{t('exchange.match.examples')}</th>
            <th scope="col">{t('exchange.match.use')}</th>
          </tr>
        </thead>
        <tbody>
          {layout.columns.map((_, column) => {
            const texts = rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
            const examples = [...new Set(texts)].slice(0, 3);
            return (
              <tr key={column}>
                <th scope="row" data-label={t('exchange.match.column')}>
                  <span class="code">{columnName(column)}</span> <bdi>{heads[column]}</bdi>
                </th>
                <td data-label={t('exchange.match.examples')} class="quiet">
                  {examples.map((text) => (
                    <div key={text}>
                      <bdi>{shortened(text)}</bdi>
                    </div>
                  ))}
                </td>
                <td data-label={t('exchange.match.use')}>
                  <UseSelect column={column} label={heads[column] || columnName(column)} uses={uses} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function UseSelect({ column, label, uses }: { column: number; label: string; uses: readonly string[] }) {
  const { t, language } = usePage();
  const name = `columns.${column}`;
  const { value, error } = useField(name, label);
  return (
    <>
      <select
        id={fieldId(name)}
        name={name}
        aria-label={t('exchange.match.useOf', { column: label })}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{t('exchange.use.none')}</option>
        {uses.map((use) => (
          <option key={use} value={use} selected={use === value}>
            {useLabel(use, t, language)}
          </option>
        ))}
      </select>
      {error && <p class="error">{error}</p>}
    </>
  );
}

function Tree() {
  const { t } = usePage();
  return (
    <>
      <Choices
        name="hierarchy"
        label={t('exchange.match.hierarchy')}
        options={HIERARCHIES.map((value) => ({
          value,
          label: t(`exchange.hierarchy.${value}` as TextKey),
          hint: t(`exchange.hierarchy.${value}Hint` as TextKey),
        }))}
        required
      />
      <CheckBox
        name="splitCodes"
        label={t('exchange.match.splitCodes')}
        hint={t('exchange.match.splitCodesHint')}
      />
    </>
  );
}

function More({ mechanism, layout, table }: MatchPageProps & { table: boolean }) {
  const { t } = usePage();
  const languages = [
    ...new Set([layout.textLanguage, ...mechanism.languages, ...Object.keys(LANGUAGE_NAMES)]),
  ];
  return (
    <>
      <Select
        name="textLanguage"
        label={t('exchange.match.textLanguage')}
        hint={t('exchange.match.textLanguageHint')}
        options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] ?? value }))}
        required
      />
      {table ? (
        <>
          <Select
            name="dayOrder"
            label={t('exchange.match.dayOrder')}
            hint={t('exchange.match.dayOrderHint')}
            empty={t('exchange.dayOrder.none')}
            options={(['day-first', 'month-first'] as const).map((value) => ({
              value,
              label: t(`exchange.dayOrder.${value}`),
            }))}
          />
          <Select
            name="unknownOwner"
            label={t('exchange.match.unknownOwner')}
            options={(['partner', 'group', 'working-group'] as const).map((value) => ({
              value,
              label: t(`exchange.unknownOwner.${value}`),
            }))}
            required
          />
          <TextField
            name="lastRow"
            type="number"
            label={t('exchange.match.lastRow')}
            hint={t('exchange.match.lastRowHint')}
            short
          />
          <CheckBox
            name="everyRow"
            label={t('exchange.match.everyRow')}
            hint={t('exchange.match.everyRowHint')}
          />
        </>
      ) : (
        <Hidden name="hierarchy" value="flat" />
      )}
      <CheckBox
        name="skipProblems"
        label={t('exchange.match.skipProblems')}
        hint={t('exchange.match.skipProblemsHint')}
      />
    </>
  );
}
