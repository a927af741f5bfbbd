import { useState } from 'preact/hooks';
import { me as meNow } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { check, swap } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { handOver } from './actions';
import { AnswerForm } from './AnswerForm';
import type { HelpShown } from './at-hand';
import type { Beside, PersonRef } from './wire';
import { t } from './words-of-thread';

const HandOverSheet = late(
  () => import('./HandOverSheet'),
  () => null,
);

interface Props {
  request: HelpShown;
  beside: Beside | undefined;
  me: PersonRef;
}

/** What a helper does: answer, offer to do it together, hand over, take it. There is no way to refuse. */
export default function HelpersPart({ request, beside, me }: Props) {
  const [handing, setHanding] = useState(false);
  const isHelper = request.helper?.id === me.id;
  const isClosed = request.state === 'solved';
  const leads = meNow.value?.role === 'manager';
  const mayTake = !isHelper && !isClosed && (request.helper === null || leads);
  const take = async () => {
    await handOver(request, me, '');
    say(t('takenByMe', { name: callName(request.asker) }));
  };
  return (
    <>
      <AnswerForm request={request} />
      <div class="row wrap">
        {mayTake && (
          <Button icon={check} grow onClick={take}>
            {t('takeIt')}
          </Button>
        )}
        {isHelper && !isClosed && (
          <Button icon={swap} grow onClick={() => setHanding(true)}>
            {t('handOver')}
          </Button>
        )}
      </div>
      <p class="meta">{t('cannotRefuse', { name: callName(request.asker) })}</p>
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
