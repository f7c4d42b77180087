type Store = typeof import('../../../../src/platform/web/kept/kept-store.js');

/** Storage as a browser has it: what is kept are its own keys. */
function storage(most = Infinity): Storage {
  const kept = {};
  const methods = {
    getItem: (key: string) => (kept as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > most) throw new Error('QuotaExceededError');
      (kept as Record<string, string>)[key] = value;
    },
    removeItem: (key: string) => delete (kept as Record<string, string>)[key],
  };
  return Object.setPrototypeOf(kept, methods) as Storage;
}

const keyOf = (letter: string) => Buffer.alloc(32, letter).toString('base64url');
const KENYA = `kenya-name.${keyOf('k')}`;
const SOMALIA = `somalia-name.${keyOf('s')}`;
const WORDS = { name: '/progress/1/edit /progress', values: { narrative: ['Trois centres, ثلاثة مراكز'] } };

const KEPT_STORE = new URL('../../../../src/platform/web/kept/kept-store.js', import.meta.url).href;
let store: Store;
let opened = 0;
/** As a page does that is opened: the module begins anew. */
async function open(): Promise<void> {
  store = (await import(`${KEPT_STORE}?opened=${(opened += 1)}`)) as Store;
}
const text = () => JSON.stringify(globalThis.localStorage);

beforeEach(async () => {
  Object.assign(globalThis, { localStorage: storage(), sessionStorage: storage() });
  await open();
});

describe('words that are kept in a browser', () => {
  it('are there again for whoever typed them, and can be let go of', async () => {
    await store.keptBy(KENYA).put('one', WORDS);
    expect(await store.keptBy(KENYA).all()).toMatchObject([{ id: 'one', ...WORDS }]);
    expect(store.holdsAny()).toBe(true);
    await store.keptBy(KENYA).drop('one');
    expect(await store.keptBy(KENYA).all()).toEqual([]);
  });

  it('are read by nobody else who signs in there: neither by the product nor in the storage itself', async () => {
    await store.keptBy(KENYA).put('one', WORDS);
    expect(await store.keptBy(SOMALIA).all()).toEqual([]);
    // Under the right name, with another key.
    expect(await store.keptBy(`kenya-name.${keyOf('s')}`).all()).toEqual([]);
    expect(text()).not.toContain('centres');
    expect(text()).not.toContain('progress');
  });

  it('are found under a key that was replaced, too', async () => {
    await store.keptBy(KENYA).put('one', WORDS);
    expect(await store.keptBy(`new-name.${keyOf('n')} ${KENYA}`).all()).toMatchObject([WORDS]);
  });

  it('that are let go of while they are being written stay away', async () => {
    const kept = store.keptBy(KENYA);
    void kept.put('one', WORDS);
    void kept.drop('one');
    await kept.all();
    expect(store.holdsAny()).toBe(false);
  });

  it('are let go of by what the server names: these, and those of the steps before', async () => {
    const kept = store.keptBy(KENYA);
    for (const id of ['one', 'two', 'three']) await kept.put(id, WORDS);
    store.forget('one.three');
    expect(await kept.all()).toMatchObject([{ id: 'two' }]);
    store.forgetAll();
    expect(store.holdsAny()).toBe(false);
  });

  it('do not stay for ever', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 15 * 86_400_000);
    await store.keptBy(KENYA).put('old', WORDS);
    now.mockRestore();
    await store.keptBy(KENYA).put('new', WORDS);
    await open();
    expect(await store.keptBy(KENYA).all()).toMatchObject([{ id: 'new' }]);
  });

  it.each([
    ['full', () => storage(10)],
    ['closed', () => undefined],
    [
      'spoilt',
      () => {
        const spoilt = storage();
        spoilt.setItem('waymark-kept.kenya-name.x', `${Date.now()}.no words`);
        return spoilt;
      },
    ],
  ])('are nowhere, and in nobody’s way, when the storage is %s', async (_, made) => {
    Object.assign(globalThis, { localStorage: made() });
    await open();
    await store.keptBy(KENYA).put('one', WORDS);
    const found = await store.keptBy(KENYA).all();
    expect((found ?? []).filter(({ id }) => id === 'x')).toEqual([]);
  });
});
