import type { History } from '../../platform/database/history.js';

/** Has `clear` run in the transaction that deletes plans: for what holds their ids and no foreign key takes along. */
export const whenPlansGo = (history: History, clear: (planIds: string[]) => Promise<unknown>): void =>
  history.watch(['plan'], async (changes) => {
    const gone = changes.filter(({ action }) => action === 'plan.remove').map(({ subjectId }) => subjectId);
    if (gone.length > 0) await clear(gone);
  });
