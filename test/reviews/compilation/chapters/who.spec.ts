import { unnamedState } from '../../../../src/reviews/compilation/chapters/who.js';

const members = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
const unnamed = (ofMember: boolean) => ({ reporterKind: 'state' as const, attributed: false, ofMember });

describe('a State that is not named', () => {
  it('is a member State where the members are many and all who report so are members', () => {
    expect(unnamedState({ members, observers: [] }, [unnamed(true), unnamed(true)])).toBe('member');
    expect(unnamedState({ members, observers: [] }, [])).toBe('member');
  });

  it('is a delegation where there are few members, or few who are not', () => {
    expect(unnamedState({ members: members.slice(1), observers: [] }, [unnamed(true)])).toBe('delegation');
    expect(unnamedState({ members, observers: ['FFF'] }, [unnamed(true)])).toBe('delegation');
    expect(unnamedState({ members, observers: [] }, [unnamed(true), unnamed(false)])).toBe('delegation');
  });

  it('is told apart from observers where both are many', () => {
    expect(unnamedState({ members, observers: members }, [unnamed(true), unnamed(false)])).toBe('member');
  });

  it('is not judged by those who are named', () => {
    const named = { ...unnamed(false), attributed: true };
    expect(unnamedState({ members, observers: [] }, [named, unnamed(true)])).toBe('member');
  });
});
