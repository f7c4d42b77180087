import { Controller, Get } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { TasksPage } from './views/tasks.js';

/** The first page, which leads to where somebody works, and what waits for them everywhere. */
@Controller()
@Access('signed-in')
export class TasksPages {
  constructor(private readonly panels: Panels) {}

  /** Who works for one mechanism begins there; who runs the installation and works for none, with all of them. */
  @Get()
  begin(@CurrentActor() actor: Actor) {
    const [mechanism, ...others] = new Set(actor.grants.map(({ scope }) => scope));
    if (mechanism && others.length === 0) return redirect(`/mechanisms/${mechanism}`);
    return redirect(!mechanism && can(actor, 'installation.manage', null) ? '/mechanisms' : '/tasks');
  }

  @Get('tasks')
  async show(@CurrentActor() actor: Actor) {
    const parts = ['home-top', 'home-main', 'home'];
    const [top, main, rest] = await this.panels.renderAll(parts, actor, actor.accountId!);
    return page(<TasksPage top={top!} main={main!} rest={rest!} />);
  }
}
