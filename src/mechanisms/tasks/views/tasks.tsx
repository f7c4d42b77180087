import { shortNameIn } from '../../mechanism/mechanism-name.js';
import { States } from '../../../accounts/states.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import type { Task } from '../task.entity.js';

export interface ShownTask {
  task: Task;
  mechanism: Mechanism;
  /** Whose mail came back. */
  person: string | null;
}

/** On the home page: what the secretariat has to do. */
export function TasksPanel({ tasks }: { tasks: ShownTask[] }) {
  const { t, language, moment } = usePage();
  return (
    <section>
      <h2>{t('tasks.title')}</h2>
      <ul>
        {tasks.map(({ task, mechanism, person }) => (
          <li key={task.id}>
            {t(`tasks.${task.kind}.${task.why}`, {
              state: States.name(task.subject, language),
              mechanism: shortNameIn(mechanism, language),
              name: person ?? '',
            })}{' '}
            <span class="quiet">{moment(task.openedAt)}</span>{' '}
            <a href={`/mechanisms/${mechanism.id}/people`}>{t('tasks.people')}</a>{' '}
            <PostButton action={`/tasks/${task.id}/completion`} label={t('tasks.done')} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
