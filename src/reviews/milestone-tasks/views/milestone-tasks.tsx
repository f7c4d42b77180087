import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { ToDo } from '../../../progress/asked/views/to-do.js';
import { capital, cycleName, milestoneName } from '../../cycles/cycle-words.js';
import type { Milestone, ReviewCycle } from '../../cycles/review-cycles.js';
import type { SeenTask } from '../milestone-tasks.service.js';

/** By when, and who. */
function useDue() {
  const { t, day } = usePage();
  return ({ task, due, assignee }: SeenTask) => {
    const before = task.daysBefore === null ? null : t('milestoneTask.before', { count: task.daysBefore });
    const when = due && t(due.exact ? 'milestoneTask.by' : 'milestoneTask.notBefore', { day: day(due.day) });
    return [when ?? before, when && before, assignee].filter(Boolean).join(' · ');
  };
}

interface OfMilestoneProps {
  cycle: ReviewCycle;
  milestone: Milestone;
  tasks: readonly SeenTask[];
  /** Those the reader serves in the secretariat of. */
  mechanisms: readonly Mechanism[];
}

/** Under a milestone: what the reader's secretariats noted, and the way to note more. */
export function TasksOfMilestone({ cycle, milestone, tasks, mechanisms }: OfMilestoneProps) {
  const { t, language, now } = usePage();
  const dueWords = useDue();
  const several = mechanisms.length > 1;
  const isOver = (milestone.when ?? cycle.period).end < now.toISOString().slice(0, 10);
  return (
    <>
      {mechanisms.map((mechanism) => {
        const own = tasks.filter(
          ({ task }) => task.mechanismId === mechanism.id && task.milestone === milestone.key,
        );
        const name = shortNameIn(mechanism, language);
        const query = new URLSearchParams({ cycle: cycle.id, milestone: milestone.key });
        return (
          <div key={mechanism.id}>
            {own.length > 0 && (
              <>
                <strong>{t('milestoneTask.of', { mechanism: name })}</strong>
                <ul class="to-do">
                  {own.map((seen) => (
                    <TaskLine key={seen.task.id} seen={seen} detail={dueWords(seen)} />
                  ))}
                </ul>
              </>
            )}
            {!isOver && (
              <a href={`/mechanisms/${mechanism.id}/milestone-tasks/new?${query}`}>
                {several ? t('milestoneTask.newFor', { mechanism: name }) : t('milestoneTask.new')}
              </a>
            )}
          </div>
        );
      })}
    </>
  );
}

function TaskLine({ seen: { task }, detail }: { seen: SeenTask; detail: string }) {
  const { t, moment } = usePage();
  const href = `/milestone-tasks/${task.id}`;
  return (
    <li>
      <div>
        <bdi>{task.text}</bdi>
        <div class="quiet">
          {detail}{' '}
          {task.doneAt && <span class="tag">{t('milestoneTask.doneOn', { day: moment(task.doneAt) })}</span>}
        </div>
        <a href={`${href}/edit`}>{t('milestoneTask.edit')}</a>
      </div>
      <div>
        {task.doneAt ? (
          <PostButton action={`${href}/reopening`} label={t('milestoneTask.reopen')} quiet />
        ) : (
          <PostButton
            action={`${href}/completion`}
            label={t('tasks.done')}
            second
            fields={{ from: 'cycle' }}
          />
        )}
      </div>
    </li>
  );
}

interface ToDoProps {
  tasks: readonly SeenTask[];
  count: number;
  /** Names them where tasks of several stand together. */
  mechanisms: ReadonlyMap<string, Mechanism>;
  from: 'tasks' | 'mechanism';
}

/** Among what there is to do. */
export function MilestoneTasksToDo({ tasks, count, mechanisms, from }: ToDoProps) {
  const { t, language } = usePage();
  const dueWords = useDue();
  return (
    <ToDo
      title={t('milestoneTask.title')}
      heading={from === 'tasks' ? 'h2' : 'h3'}
      all="/tasks"
      count={count}
      tasks={tasks.map((seen) => {
        const { task, cycle, milestone } = seen;
        const mechanism = mechanisms.get(task.mechanismId);
        const at = [
          dueWords(seen),
          // A Forum's is called as its cycle is.
          milestone &&
            !(cycle?.kind === 'imrf' && milestone.code === 'forum') &&
            capital(rendition(milestoneName(milestone), language).text),
          cycle && capital(cycleName(cycle, language)),
          mechanism && shortNameIn(mechanism, language),
        ];
        return {
          key: task.id,
          what: (
            <a href={`/review-cycles/${task.cycleId}#${task.milestone}`}>
              <bdi>{task.text}</bdi>
            </a>
          ),
          detail: at.filter(Boolean).join(' · '),
          act: (
            <PostButton
              action={`/milestone-tasks/${task.id}/completion`}
              label={t('tasks.done')}
              second
              fields={{ from }}
            />
          ),
        };
      })}
    />
  );
}
