import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { check, clock, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { DOT } from '../kit/ui/dots';
import type { HelpShown } from './at-hand';
import { dueInWords, isLate, lateInWords, promisedBy } from './due';
import { useNow } from './use-now';
import { t } from './words';

interface Props {
  label: string;
  requests: readonly HelpShown[];
  me: string;
  /** Where a row leads; without it, to the request. */
  hrefOf?: (id: string) => string;
  current?: string | undefined;
}

/** Requests as lines: to the asker who has it, to a helper who asks and how long there is. */
export function HelpRows({ label, requests, me, hrefOf = addressOf, current }: Props) {
  const now = useNow();
  return (
    <Rows label={label}>
      {requests.map((request) => {
        const isMine = request.asker.id === me;
        const other = isMine ? request.helper : request.asker;
        return (
          <Row
            key={request.id}
            href={hrefOf(request.id)}
            current={request.id === current}
            before={<Ava name={other ? fullName(other) : t('team')} />}
            title={titleOf(request)}
            meta={isMine ? whereItIs(request) : whoAsks(request)}
            after={<When request={request} isMine={isMine} now={now} />}
          />
        );
      })}
    </Rows>
  );
}

function addressOf(id: string): string {
  return `/help-requests/${id}`;
}

function titleOf({ words, kind }: HelpShown) {
  if (!words) return t('someWords', { kind: t(kind) });
  return <span lang={languageOf(words)}>{words}</span>;
}

function whoAsks({ asker, kind, client, needed, wanted }: HelpShown): string {
  const what = wanted ?? needed;
  const parts = [fullName(asker), client?.name, t(kind), t(what)];
  return parts.filter(Boolean).join(DOT);
}

/** Where it is, in the order in which the asker waits for it. */
export function whereItIs({ helper, state, helped, isUnsent, client, owed }: HelpShown): string {
  const name = helper ? fullName(helper) : '';
  const where = () => {
    if (isUnsent) return t('waits');
    if (state === 'solved') return t(`helped_${helped ?? 'yes'}`);
    if (state === 'tried') return t('triedState');
    if (!helper) return t('withTeam');
    if (owed) return t(state === 'seen' ? 'helperSeen' : 'withHelper', { name });
    return t(state === 'joint' ? 'helperJoint' : 'helperAnswered', { name });
  };
  return [client?.name, where()].filter(Boolean).join(DOT);
}

/** Lateness is the helper's: the asker reads a time, never a colour. */
function When({ request, isMine, now }: { request: HelpShown; isMine: boolean; now: number }) {
  const { owed, isUnsent, state } = request;
  const due = promisedBy(request);
  if (isUnsent) return <Tag icon={tray}>{t('waits')}</Tag>;
  if (state === 'solved') return <Tag icon={check}>{t(`helped_${request.helped ?? 'yes'}`)}</Tag>;
  if (!owed || !due) return null;
  if (isLate(request, now)) {
    if (isMine) return <span class="meta num">{dueInWords(due, now)}</span>;
    return (
      <Tag tone="wait" icon={clock}>
        {lateInWords(due, now)}
      </Tag>
    );
  }
  return <Tag icon={clock}>{dueInWords(due, now)}</Tag>;
}
