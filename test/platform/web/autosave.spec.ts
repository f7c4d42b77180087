import { ConflictError, NotFoundError } from '../../../src/platform/errors.js';
import { saveOpenForm } from '../../../src/platform/web/autosave.js';

/** A store of one thing at most, which refuses ids that are taken and changes over another version. */
function store() {
  let there: { id: string; version: number; savedBy: string | null } | null = null;
  return (key: string | undefined) => ({
    key,
    create: async (id = 'another') => {
      if (there?.id === id) throw new Error('taken');
      return (there = { id, version: 1, savedBy: null });
    },
    change: async (id: string, version: number) => {
      if (there?.id !== id) throw new NotFoundError('thing');
      if (there.version !== version) throw new ConflictError('error.stale');
      return (there = { id, version: version + 1, savedBy: key ?? null });
    },
    find: async (id: string) => (there?.id === id ? there : null),
  });
}

describe('open forms', () => {
  it('mean one thing, however often they send it before they hear of it', async () => {
    const there = store();
    const send = () => saveOpenForm({ known: undefined, ...there('one') });
    expect(await Promise.all([send(), send()])).toMatchObject([{ id: 'one' }, { id: 'one' }]);
    expect(await send()).toMatchObject({ id: 'one', version: 3 });
  });

  it('do not collide with what they saved themselves, but with others', async () => {
    const there = store();
    const known = { id: 'one', version: 1 };
    await there(undefined).create('one');
    const save = (key: string | undefined) => saveOpenForm({ known, ...there(key) });
    expect(await save('form')).toMatchObject({ id: 'one', version: 2 });
    expect(await save('form')).toMatchObject({ id: 'one', version: 3 });
    await expect(save('elsewhere')).rejects.toThrow(ConflictError);
    await expect(save(undefined)).rejects.toThrow(ConflictError);
    await there('elsewhere').change('one', 3);
    await expect(save('form')).rejects.toThrow(ConflictError);
  });

  it('give another id to what would take one that is not theirs', async () => {
    const there = store();
    await there('other').create('one');
    const theirs = { ...there('one'), find: async () => null };
    expect(await saveOpenForm({ known: undefined, ...theirs })).toMatchObject({ id: 'another' });
  });
});
