import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { capital, cycleName, milestoneName, periodWords } from '../../cycles/cycle-words.js';
import type { Milestone, ReviewCycle } from '../../cycles/review-cycles.js';
import type { MilestoneTask } from '../milestone-task.entity.js';

interface TaskFormProps {
  mechanism: Mechanism;
  cycle: ReviewCycle;
  milestone: Milestone;
  /** Null for a new one. */
  task: MilestoneTask | null;
  colleagues: readonly { id: string; name: string }[];
  state: FormState;
}

export function TaskFormPage({ mechanism, cycle, milestone, task, colleagues, state }: TaskFormProps) {
  const { t, language } = usePage();
  const href = `/review-cycles/${cycle.id}`;
  const current = state.conflict?.current as { task: MilestoneTask } | undefined;
  const when = milestone.when ? periodWords(milestone.when, language) : t('cycle.dayUnknown');
  return (
    <Layout
      title={t(task ? 'milestoneTask.edit' : 'milestoneTask.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('cycle.title'), href: '/review-cycles' },
        { label: capital(cycleName(cycle, language)), href },
      ]}
      actions={
        task && (
          <PostButton
            action={`/milestone-tasks/${task.id}/removal`}
            label={t('milestoneTask.remove')}
            danger
          />
        )
      }
    >
      <p class="lead">
        <bdi>{capital(rendition(milestoneName(milestone), language).text)}</bdi> · {when}
      </p>
      <p>{t('milestoneTask.forWhom')}</p>
      <Conflict state={state}>{current && <blockquote dir="auto">{current.task.text}</blockquote>}</Conflict>
      <Form
        action={task ? `/milestone-tasks/${task.id}` : `/mechanisms/${mechanism.id}/milestone-tasks`}
        state={state}
        submit={t(task ? 'form.save' : 'milestoneTask.new')}
        cancel={`${href}#${milestone.key}`}
      >
        {task ? (
          <Hidden name="version" value={current?.task.version ?? Number(state.values.version)} />
        ) : (
          <>
            <Hidden name="cycleId" value={cycle.id} />
            <Hidden name="milestone" value={milestone.key} />
          </>
        )}
        <TextField name="text" label={t('milestoneTask.text')} required />
        <fieldset class="field group">
          <legend>{t('milestoneTask.due')}</legend>
          <p class="hint">{t('milestoneTask.dueHint')}</p>
          <div class="pair">
            <TextField
              name="daysBefore"
              type="number"
              inputmode="numeric"
              label={t('milestoneTask.daysBefore')}
              short
            />
            <TextField name="dueDay" type="date" label={t('milestoneTask.dueDay')} />
          </div>
        </fieldset>
        <Select
          name="accountId"
          label={t('milestoneTask.who')}
          empty={t('milestoneTask.all')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Layout>
  );
}
