import { callName } from '../kit/i18n/names';
import { check, clock, help } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import type { HelpShown } from './at-hand';
import { dueInSentence, dueInWords, isForTheMorning, isLate, lateInWords, promisedBy } from './due';
import { useNow } from './use-now';
import { meRead } from '../people/me-remote';
import { answeredInTheMorning } from './quiet';
import { whereItIs } from './HelpRows';
import { t as tc } from './words';
import { t } from './words-of-thread';

interface Props {
  request: HelpShown;
  isMine: boolean;
  me: string;
}

/** Where it stands. To a helper a late promise is honey; the asker reads that it is not theirs. */
export function StandsNow({ request, isMine, me }: Props) {
  const now = useNow();
  const { state, helped } = request;
  if (state === 'solved') {
    return (
      <Note icon={check} role="status">
        {t('closedWith', { how: tc(`helped_${helped ?? 'yes'}`) })}
      </Note>
    );
  }
  if (isMine) {
    return (
      <Note icon={help} role="status">
        {toAsker(request, now)}
      </Note>
    );
  }
  const isMyPromise = request.helper === null || request.helper.id === me;
  const promised = promisedBy(request);
  if (!request.owed || !isMyPromise || !promised) {
    return <p class="meta">{whereItIs({ ...request, client: null })}</p>;
  }
  const late = isLate(request, now);
  return (
    <Note {...(late && { tone: 'wait' as const })} icon={clock} role="status">
      {toHelper(request, promised, now, late)}
    </Note>
  );
}

function toAsker(request: HelpShown, now: number): string {
  const { helper, owed, state } = request;
  const promised = promisedBy(request);
  if (!promised) return notSentYet(request);
  if (!owed) return whereItIs({ ...request, client: null });
  const name = helper ? callName(helper) : '';
  if (isLate(request, now)) return helper ? t('overdue', { name }) : t('overdueTeam');
  const due = dueInSentence(promised, now);
  if (isForTheMorning(request, now)) {
    return helper ? t('silent', { name, due }) : t('silentTeam', { due });
  }
  const again = request.answers.some(({ by }) => by.id !== request.asker.id);
  const stands = helper
    ? t(again ? 'stuckAgain' : state === 'seen' ? 'hasItSeen' : 'hasIt', { name, due })
    : t('teamHasIt', { due });
  return `${stands} ${t('neverCounts')}`;
}

/** While phones are silent it is said already now by when somebody answers what waits here. */
function notSentYet(request: HelpShown): string {
  const morning =
    request.needed === 'now' ? answeredInTheMorning(meRead().value, new Date()) : null;
  const told = morning ? t('silentUnsent', { when: morning }) : t('neverCounts');
  return [whereItIs({ ...request, client: null }), told].join(' · ');
}

function toHelper(request: HelpShown, due_at: string, now: number, late: boolean): string {
  const { asker, helper, answers } = request;
  const name = callName(asker);
  const due = dueInWords(due_at, now);
  if (late && helper) return t('lateNote', { due, late: lateInWords(due_at, now) });
  if (answers.some(({ by }) => by.id !== asker.id)) {
    return `${t('stuckNote', { name })} ${t('promisedNote', { name, due })}`;
  }
  if (!helper) return `${t('teamNote')} ${t('promisedNote', { name, due })}`;
  return t('promisedNote', { name, due });
}
