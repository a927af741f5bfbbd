/** Who may walk beside whom. Pure; the server has the last word. */
import { isInMyCare } from './care';
import type { Me, MentorPair, PersonCard } from './wire';

const MOST_APPRENTICES = 2;

/** Reps I look after who have no mentor, newcomers first. */
export function apprenticesFor(
  mine: Me,
  people: readonly PersonCard[],
  pairs: readonly MentorPair[],
): PersonCard[] {
  const paired = new Set(pairs.map(({ apprentice }) => apprentice.id));
  const alone = people.filter(
    (one) => one.role === 'rep' && isInMyCare(mine, one) && !paired.has(one.id),
  );
  return [...alone.filter(({ newcomer }) => newcomer), ...alone.filter((one) => !one.newcomer)];
}

/** Experienced reps and managers who have room for one more, those of the same team first. */
export function mentorsFor(
  apprentice: PersonCard,
  people: readonly PersonCard[],
  pairs: readonly MentorPair[],
): PersonCard[] {
  const busy = (id: string) => pairs.filter(({ mentor }) => mentor.id === id).length;
  const able = people.filter(
    ({ id, role, newcomer, invitation_accepted }) =>
      id !== apprentice.id &&
      !newcomer &&
      invitation_accepted !== false &&
      (role === 'rep' || role === 'manager') &&
      busy(id) < MOST_APPRENTICES,
  );
  const near = ({ team_id }: PersonCard) => team_id === apprentice.team_id;
  return [...able.filter(near), ...able.filter((one) => !near(one))];
}
