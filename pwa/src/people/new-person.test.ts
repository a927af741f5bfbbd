import { describe, expect, it } from 'vitest';
import { blankPerson, personOf, whatIsMissing } from './new-person';

const rep = {
  ...blankPerson('t1'),
  family_name: '林',
  given_name: '小满',
  login: 'lin.xiaoman',
};

describe('somebody new', () => {
  it('is complete with a name, a sign-in name, a team and a first day', () => {
    expect(whatIsMissing(rep)).toEqual([]);
    expect(whatIsMissing(blankPerson(null))).toEqual(['family', 'given', 'login', 'team']);
  });

  it.each(['林小满', 'lin xiaoman', '.lin', 'lin@lanbridge'])('cannot sign in as "%s"', (login) => {
    expect(whatIsMissing({ ...rep, login })).toEqual(['login']);
  });

  it('is given no language: that of the manager is not theirs', () => {
    expect(personOf(rep)).not.toHaveProperty('language');
  });

  it('needs no team as a trainer or an admin', () => {
    expect(whatIsMissing({ ...rep, role: 'trainer', team_id: null })).toEqual([]);
  });

  it('is a newcomer only as a rep', () => {
    expect([personOf(rep).newcomer, personOf({ ...rep, role: 'manager' }).newcomer]).toEqual([
      true,
      false,
    ]);
  });
});
