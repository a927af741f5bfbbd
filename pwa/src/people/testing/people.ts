/** A company for the screens of people: 何静 leads Gull, 韩雪 is a mentor, 白露 leads nobody yet. */
import type { Me, MentorPair, PersonCard, PersonRead, Team } from '../wire';
import { xiaoman } from './backend';

export const gull = team('t1', '海鸥', 'Gull', 'team');
export const lighthouse = team('t2', '灯塔', 'Lighthouse', 'team');
export const harbour = team('r1', '港湾', 'Harbour', 'region');

export const hejing = card('p2', '何静', 'He Jing', { role: 'manager' });
export const hanxue = card('p3', '韩雪', 'Han Xue');
export const qihang = card('p4', '周启航', 'Zhou Qihang');
export const guchuan = card('p6', '顾川', 'Gu Chuan', { team_id: 't2' });
/** Invited, and no link opened yet. */
export const xinren = card('p5', '许新来', 'Xu Xinlai', {
  newcomer: true,
  invitation_accepted: false,
});

/** Who is signed in, as the screens read it. */
export function mineAs(role: Me['role'], team_id: string | null = null): Me {
  const person = { ...xiaoman, role, team_id, newcomer: false };
  const organisation = { evening_closes: '20:00', quiet_until: '08:00', grades: [] };
  return {
    ...person,
    organisation,
    team: null,
    manager: null,
    mentor: null,
    apprentices: [],
  } as unknown as Me;
}

export function personRead(of: PersonCard, other: Partial<PersonRead> = {}): PersonRead {
  return {
    ...xiaoman,
    ...of,
    login: of.latin_name.toLowerCase().replace(' ', '.'),
    joined_on: '2026-03-02',
    version: 1,
    ...other,
  };
}

export function pair(id: string, mentor: PersonCard, apprentice: PersonCard): MentorPair {
  return { id, mentor, apprentice, starts_on: '2026-03-02', ends_on: null, version: 1 };
}

function card(
  id: string,
  name: string,
  latin_name: string,
  other: Partial<PersonCard> = {},
): PersonCard {
  return {
    id,
    family_name: name.slice(0, 1),
    given_name: name.slice(1),
    latin_name,
    role: 'rep',
    team_id: 't1',
    newcomer: false,
    invitation_accepted: true,
    ...other,
  };
}

function team(id: string, zh: string, en: string, kind: Team['kind']): Team {
  const parent_id = kind === 'team' ? 'r1' : null;
  return { id, name: { zh, en }, kind, parent_id, manager: null, version: 1 };
}
