import { ConflictError, NotFoundError } from '../../../src/platform/errors.js';
import { OpenForms } from '../../../src/platform/web/autosave.js';

/** A store of one thing at most, which refuses ids that are taken and changes over another version. */
function store() {
  let there: { id: string; version: number } | null = null;
  const create = async (id = 'another') => {
    if (there?.id === id) throw new Error('taken');
    return (there = { id, version: 1 });
  };
  const change = async (id: string, version: number) => {
    if (there?.id !== id) throw new NotFoundError('thing');
    if (there.version !== version) throw new ConflictError('error.stale');
    return (there = { id, version: version + 1 });
  };
  return { create, change, find: async (key: string) => (there?.id === key ? there : null) };
}

describe('open forms', () => {
  it('mean one thing, however often they send it before they hear of it', async () => {
    const forms = new OpenForms();
    const there = store();
    const send = () => forms.save({ key: 'one', known: undefined, ...there });
    expect(await Promise.all([send(), send()])).toMatchObject([{ id: 'one' }, { id: 'one' }]);
    expect(await send()).toEqual({ id: 'one', version: 3 });
  });

  it('do not collide with what they saved themselves, but with others', async () => {
    const forms = new OpenForms();
    const there = store();
    const known = { id: 'one', version: 1 };
    await there.create('one');
    expect(await forms.save({ key: 'form', known, ...there })).toEqual({ id: 'one', version: 2 });
    expect(await forms.save({ key: 'form', known, ...there })).toEqual({ id: 'one', version: 3 });
    await expect(forms.save({ key: 'elsewhere', known, ...there })).rejects.toThrow(ConflictError);
    await expect(forms.save({ key: undefined, known, ...there })).rejects.toThrow(ConflictError);
  });

  it('give another id to what would take one that is not theirs', async () => {
    const there = store();
    await there.create('one');
    const theirs = { ...there, find: async () => null };
    expect(await new OpenForms().save({ key: 'one', known: undefined, ...theirs })).toMatchObject({
      id: 'another',
    });
  });
});
