import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { messageText, type TextKey } from '../../../platform/i18n/i18n.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { Hidden } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { importable } from '../../import.resource.js';
import type { PreviewQuery } from '../../import.dto.js';
import type { Prepared } from '../prepared-import.js';
import { type Preview } from '../outcome.js';
import type { PlanImport } from '../../plan-import.entity.js';
import type { PreparedPart } from '../../parts/plan-parts.js';
import { questionsOf } from '../questions.js';
import { ObjectiveHeadings } from './objective-headings.js';
import { isOfAnswers, Questions } from './questions.js';
import { PartTable } from './part-table.js';
import { FileNotices } from '../../views/file-notices.js';
import { useCrumbs } from '../../views/upload.js';
import type { MissingItem } from '../../import-view.service.js';
import { PlanDifferences } from './plan-differences.js';
import { Rows } from './rows.js';
import { MissingItems } from './missing-items.js';

export interface PreviewPageProps extends Prepared {
  row: PlanImport;
  mark: string;
  mechanism: Mechanism;
  query: PreviewQuery;
  hanging: MissingItem[];
  state: FormState;
}

/** Everything the import would do, before it does anything. */
export function PreviewPage(props: PreviewPageProps) {
  const { row, plan, mechanism, preview, notices, parts, mark, state, hanging } = props;
  const { t } = usePage();
  const { problems, ...counts } = preview.counts;
  const asked = questionsOf(preview.outcomes, row.layout?.corrections);
  const changes =
    counts.added + counts.changed + counts.moved + preview.planDifferences.length + partChanges(parts);
  const possible = importable(preview, row.layout?.skipProblems ?? false);
  // A tracking sheet says itself how it is read.
  const back: { cancel: string; cancelLabel?: string } = row.content.tracked
    ? { cancel: `/plans/${row.planId}` }
    : { cancel: `/plan-imports/${row.id}`, cancelLabel: t('exchange.preview.back') };
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
      <FileNotices notices={notices} />
      <ObjectiveHeadings id={row.id} layout={row.layout} headings={props.objectiveHeadings} />
      <Questions id={row.id} asked={asked} state={state} />
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
          state={isOfAnswers(state) ? emptyForm() : state}
          submit={t('exchange.preview.confirm')}
          {...back}
        >
          <Hidden name="fingerprint" value={mark} />
          {preview.missing.length > 0 && <MissingItems preview={preview} hanging={hanging} state={state} />}
          {changes === 0 && <p class="quiet">{t('exchange.preview.nothing')}</p>}
        </Form>
      ) : (
        <p>
          <a class="button" href={back.cancel}>
            {back.cancelLabel ?? t('exchange.preview.toPlan')}
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
