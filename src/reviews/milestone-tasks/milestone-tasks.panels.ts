import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { DayMarks } from '../../platform/web/pictures/day-marks.js';
import { Panels } from '../../platform/web/panels.js';
import { MilestoneTasksService } from './milestone-tasks.service.js';
import { MilestoneTasksToDo } from './views/milestone-tasks.js';

/** So many stand on an overview. */
const SHOWN = 4;

/** Tasks for milestones among what there is to do, and where days are shown. */
@Injectable()
export class MilestoneTasksPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly marks: DayMarks,
    private readonly tasks: MilestoneTasksService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    const rows = 'SELECT 1 FROM "milestone_task" WHERE "doneAt" IS NULL';
    this.panels.add(
      'home-main',
      35,
      async (actor) => {
        // What a colleague does is on the page of the cycle.
        const tasks = (await this.tasks.open(actor)).filter(
          ({ task, assignee }) => assignee === null || task.accountId === actor.accountId,
        );
        if (tasks.length === 0) return null;
        const known = await this.mechanisms.list([...new Set(tasks.map(({ task }) => task.mechanismId))]);
        const mechanisms = new Map(known.map((one) => [one.id, one]));
        return h(MilestoneTasksToDo, { tasks, count: tasks.length, mechanisms, from: 'tasks' });
      },
      { rows },
    );
    this.panels.add(
      'overview-tasks',
      35,
      async (actor, mechanismId) => {
        if (!can(actor, 'submissions.edit', mechanismId)) return null;
        const tasks = await this.tasks.open(actor, mechanismId);
        if (tasks.length === 0) return null;
        const shown = { tasks: tasks.slice(0, SHOWN), count: tasks.length, mechanisms: new Map() };
        return h(MilestoneTasksToDo, { ...shown, from: 'mechanism' });
      },
      { rows: `${rows} AND "mechanismId" = :subject` },
    );
    this.marks.add(
      45,
      { name: 'milestone-task', label: 'mark.milestoneTask', shape: 'half' },
      async (actor, mechanismId) => {
        if (!can(actor, 'submissions.edit', mechanismId)) return [];
        return (await this.tasks.open(actor, mechanismId)).flatMap(({ task, due }) =>
          due?.exact
            ? [
                {
                  ...{ from: due.day, until: due.day, text: task.text, exact: true },
                  href: `/review-cycles/${task.cycleId}#${task.milestone}`,
                },
              ]
            : [],
        );
      },
    );
  }
}
