import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGE_NAMES, messageText, type TextKey } from '../../../platform/i18n/i18n.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { Hidden } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { importable } from '../../import.resource.js';
import type { PreviewQuery } from '../../import.dto.js';
import type { Prepared } from '../../import-run.service.js';
import type { Difference } from '../differences.js';
import { OUTCOMES, type Preview } from '../outcome.js';
import type { PlanImport } from '../../plan-import.entity.js';
import type { PreparedPart } from '../../parts/plan-parts.js';
import { Changes, OutcomeTable } from './outcomes.js';
import { PartTable } from './part-table.js';
import { useCrumbs } from '../../views/upload.js';
import type { MissingItem } from '../../import-view.service.js';

interface PreviewPageProps extends Prepared {
  row: PlanImport;
  mark: string;
  mechanism: Mechanism;
  query: PreviewQuery;
  hanging: MissingItem[];
  state: FormState;
}

/** Rows on one page. */
export const ROWS_SHOWN = 100;

/** Everything the import would do, before it does anything. */
export function PreviewPage(props: PreviewPageProps) {
  const { row, plan, mechanism, preview, parts, mark, state, hanging } = props;
  const { t } = usePage();
  const { problems, ...counts } = preview.counts;
  const changes =
    counts.added + counts.changed + counts.moved + preview.planDifferences.length + partChanges(parts);
  const possible = importable(preview, row.layout?.skipProblems ?? false);
  return (
    <Layout title={t('exchange.preview.title')} crumbs={useCrumbs(mechanism, plan)}>
      <p>{t('exchange.preview.intro', { file: row.fileName })}</p>
      {state.conflict && (
        <section class="conflict" role="alert">
          <p>{t(state.conflict.reason as TextKey)}</p>
        </section>
      )}
      {preview.blocked && (
        <section class="conflict">
          <p>{messageText(t, preview.blocked)}</p>
          {plan && <a href={`/plans/${plan.id}`}>{t('exchange.preview.toPlan')}</a>}
        </section>
      )}
      {problems > 0 && <Problems {...{ preview, parts, problems }} id={row.id} skipped={possible} />}
      {preview.planDifferences.length > 0 && (
        <section>
          <h2>{t('exchange.preview.planItself')}</h2>
          <PlanDifferences differences={preview.planDifferences} />
        </section>
      )}
      <section id="rows" class="outcomes">
        <h2>{t('exchange.preview.rows')}</h2>
        <Rows {...props} />
      </section>
      {parts.map((part) => (
        <section key={part.key} id={part.key} class="outcomes">
          <h2>{t(part.label as TextKey)}</h2>
          <PartTable part={part} />
        </section>
      ))}
      {possible ? (
        <Form
          action={`/plan-imports/${row.id}/preview`}
          state={state}
          submit={t('exchange.preview.confirm')}
          cancel={`/plan-imports/${row.id}`}
          cancelLabel={t('exchange.preview.back')}
        >
          <Hidden name="fingerprint" value={mark} />
          {preview.missing.length > 0 && <MissingItems preview={preview} hanging={hanging} state={state} />}
          {changes === 0 && <p class="quiet">{t('exchange.preview.nothing')}</p>}
        </Form>
      ) : (
        <p>
          <a class="button" href={`/plan-imports/${row.id}`}>
            {t('exchange.preview.back')}
          </a>
        </p>
      )}
      <PostButton action={`/plan-imports/${row.id}/removal`} label={t('exchange.discard')} quiet />
    </Layout>
  );
}

const partChanges = (parts: readonly PreparedPart[]) =>
  parts.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind === 'new' || kind === 'changed')).length;

interface ProblemsProps {
  id: string;
  preview: Preview;
  parts: readonly PreparedPart[];
  problems: number;
  skipped: boolean;
}

function Problems({ id, preview, parts, problems, skipped }: ProblemsProps) {
  const { t } = usePage();
  const inRows = preview.outcomes.some(({ kind }) => kind === 'problem');
  const part = parts.find(({ outcomes }) => outcomes.some(({ kind }) => kind === 'problem'));
  return (
    <section class={skipped ? 'doubt' : 'conflict'}>
      <p>{t(skipped ? 'exchange.preview.skipped' : 'exchange.preview.problems', { count: problems })}</p>
      <p>
        <a href={inRows ? `/plan-imports/${id}/preview?show=problem#rows` : `#${part?.key ?? 'rows'}`}>
          {t('exchange.preview.showProblems')}
        </a>
      </p>
    </section>
  );
}

/** What the plan's own fields are called is not what the columns of its items are. */
function PlanDifferences({ differences }: { differences: readonly Difference[] }) {
  const { t } = usePage();
  const changes = differences.map(({ use, ...texts }) => {
    const [field, language] = use.split('.');
    const name = t(`exchange.fact.${field}` as TextKey);
    const inWords = (text: string) => (field === 'kind' && text ? t(`planKind.${text}` as TextKey) : text);
    return {
      label: language ? `${name} (${LANGUAGE_NAMES[language] ?? language})` : name,
      before: inWords(texts.before),
      after: inWords(texts.after),
    };
  });
  return <Changes changes={changes} />;
}

/** The rows of one kind, a page of them; each kind with its number. */
function Rows({ row, preview, query }: PreviewPageProps) {
  const { t } = usePage();
  const { outcomes } = preview;
  const kinds = [
    ...OUTCOMES.map((kind) => [kind, outcomes.filter((one) => one.kind === kind)] as const),
    ['moved', outcomes.filter((one) => one.moved)] as const,
    ['notices', outcomes.filter((one) => one.notices.length > 0)] as const,
  ];
  const shown = kinds.find(([kind]) => kind === query.show)?.[1] ?? outcomes;
  const from = query.from ?? 0;
  const address = `/plan-imports/${row.id}/preview?show=${query.show ?? ''}`;
  return (
    <>
      <ul class="plain sorts">
        {[['', outcomes] as const, ...kinds].map(([kind, list]) =>
          list.length === 0 ? null : (
            <li key={kind}>
              <a
                href={`/plan-imports/${row.id}/preview?show=${kind}#rows`}
                aria-current={kind === (query.show ?? '') ? 'true' : undefined}
              >
                {t(`exchange.show.${kind || 'all'}` as TextKey)} <bdi class="quiet">{list.length}</bdi>
              </a>
            </li>
          ),
        )}
      </ul>
      <OutcomeTable outcomes={shown.slice(from, from + ROWS_SHOWN)} />
      <p class="buttons">
        {from > 0 && (
          <a href={`${address}&from=${Math.max(0, from - ROWS_SHOWN)}#rows`} rel="prev">
            {t('exchange.preview.before')}
          </a>
        )}
        {from + ROWS_SHOWN < shown.length && (
          <a href={`${address}&from=${from + ROWS_SHOWN}#rows`} rel="next">
            {t('exchange.preview.after')}
          </a>
        )}
      </p>
    </>
  );
}

/** Items of the plan that the file does not have: they stay, unless they are ticked one by one. */
function MissingItems({
  preview,
  hanging,
  state,
}: {
  preview: Preview;
  hanging: MissingItem[];
  state: FormState;
}) {
  const { t } = usePage();
  const ticked = [state.values.remove].flat();
  const more = preview.missing.length - hanging.length;
  const items = new Map(preview.missing.map((item) => [item.id, item]));
  return (
    <fieldset class="field group">
      <legend>{t('exchange.missing.title')}</legend>
      <p class="hint">{t('exchange.missing.hint')}</p>
      <div class="choices">
        {hanging.map(({ id, below, dependents }) => (
          <label key={id} class="choice">
            <input type="checkbox" name="remove" value={id} checked={ticked.includes(id)} />
            <span>
              {items.get(id)!.code} <LocalizedText value={items.get(id)!.title} />
              <small class="quiet">
                {[
                  below > 0 && t('exchange.missing.below', { count: below }),
                  ...dependents.map(({ label, count }) => t(label as TextKey, { count })),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </small>
            </span>
          </label>
        ))}
      </div>
      {more > 0 && <p class="quiet">{t('exchange.missing.more', { count: more })}</p>}
    </fieldset>
  );
}
