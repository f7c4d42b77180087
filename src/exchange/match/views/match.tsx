import { type TextKey } from '../../../platform/i18n/i18n.js';
import { CheckBox, Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout as Page, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { PLAN_KINDS } from '../../../plans/plan/vocabulary.js';
import { HIERARCHIES } from '../layout.js';
import { fileNotices } from '../../read/file-notices.js';
import { FileNotices } from '../../views/file-notices.js';
import { useCrumbs } from '../../views/upload.js';
import { CharactersForm } from './characters.js';
import { Columns } from './columns.js';
import { RowKinds } from './row-kinds.js';
import { MatchPageProps, More } from './reading-options.js';
import { Look } from './heading-row.js';

/** How the file is read, to be looked at and corrected. */
export function MatchPage(props: MatchPageProps) {
  const { t } = usePage();
  const { row, mechanism, plan, layout, state } = props;
  const table = row.content.sheets.length > 0;
  return (
    <Page title={t('exchange.match.title')} crumbs={useCrumbs(mechanism, plan)}>
      <p>{t(table ? 'exchange.match.intro' : 'exchange.match.introWhole', { file: row.fileName })}</p>
      <FileNotices notices={fileNotices(row.content, layout)} />
      <CharactersForm row={row} state={props.characters} />
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
        {table && <RowKinds sheet={row.content.sheets[layout.sheet]!} layout={layout} />}
        <More {...props} table={table} />
      </Form>
      <PostButton action={`/plan-imports/${row.id}/removal`} label={t('exchange.discard')} quiet />
    </Page>
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
