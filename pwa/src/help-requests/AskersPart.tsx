import { useState } from 'preact/hooks';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { again, check, swap } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { closeHelp, tryHelp } from './actions';
import type { HelpShown } from './at-hand';
import { outcomes } from './choices';
import type { Beside, Helped } from './wire';
import { t as tc } from './words';
import { t } from './words-of-thread';

const AddWord = late(
  () => import('./AddWord'),
  () => null,
);
const HandOverSheet = late(
  () => import('./HandOverSheet'),
  () => null,
);

interface Props {
  request: HelpShown;
  beside: Beside | undefined;
}

/** What the asker does: says in one tap whether it helped, adds a word, asks somebody else. */
export function AskersPart({ request, beside }: Props) {
  const [handing, setHanding] = useState(false);
  const isClosed = request.state === 'solved';
  const isAnswered = request.answers.some(({ by }) => by.id !== request.asker.id);
  const stuck = async () => {
    await tryHelp(request, true);
    const name = request.helper ? callName(request.helper) : tc('team');
    say(t('stuckSaid', { name }));
  };
  if (isClosed) {
    return (
      <Button look="quiet" icon={again} onClick={stuck}>
        {t('reopen')}
      </Button>
    );
  }
  return (
    <>
      {isAnswered && <DidItHelp request={request} />}
      {isAnswered && !request.owed && (
        <div class="row wrap">
          {request.state !== 'tried' && <Tried request={request} />}
          <Button icon={again} grow onClick={stuck}>
            {t('stillStuck')}
          </Button>
        </div>
      )}
      {!request.isUnsent && <AddWord request={request} />}
      {!request.isUnsent && (
        <Button look="quiet" icon={swap} onClick={() => setHanding(true)}>
          {t('askElse')}
        </Button>
      )}
      {!isAnswered && <DidItHelp request={request} />}
      {handing && (
        <HandOverSheet
          open
          request={request}
          could={beside?.could_help ?? []}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  );
}

function Tried({ request }: { request: HelpShown }) {
  const press = async () => {
    await tryHelp(request, false);
    say(t('triedSaid'));
  };
  return (
    <Button icon={check} grow onClick={press}>
      {t('triedIt')}
    </Button>
  );
}

/** One tap closes it; who was mistaken says "still stuck". */
function DidItHelp({ request }: { request: HelpShown }) {
  const isAnswered = request.answers.some(({ by }) => by.id !== request.asker.id);
  const close = async (helped: Helped) => {
    await closeHelp(request, helped);
    say(t('closed'));
  };
  return (
    <section class="stack">
      <h3>{t(isAnswered ? 'didItHelp' : 'closeAnyway')}</h3>
      <div class="row wrap">
        {outcomes.map((helped) => (
          <Button
            key={helped}
            grow
            {...(isAnswered && helped === 'yes' && { look: 'main' as const })}
            onClick={() => close(helped)}
          >
            {tc(`helped_${helped}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
