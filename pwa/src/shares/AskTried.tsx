import { useEffect } from 'preact/hooks';
import { me } from '../kit/api/session';
import { callName, fullName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Chips, ChipButton } from '../kit/ui/Pick';
import { say } from '../kit/ui/Toast';
import { questionOf, type Question, type Told } from './asking';
import { askedOf, openedRead } from './opened';
import { tellUse } from './share-actions';
import { tellTry } from './try-actions';
import { TRY_WORD } from './tries';
import type { UseResult } from './wire';
import { t } from './words-of-tries';
import { t as tk } from './words-of-kinds';

const RESULTS: readonly UseResult[] = ['worked', 'partly', 'not'];

/** 管用吗: after a check-in, once and in one tap; nothing is asked while nothing was to be tried. */
export function AskTried({ stops }: { stops: readonly { card: Told }[] }) {
  const opened = openedRead();
  useEffect(() => {
    if (!opened.value) void opened.reload();
  }, [opened]);
  const visits = stops.map(({ card }) => card);
  const asked = questionOf(visits, othersOf(opened.value ?? []), pendingOf(TRY_WORD));
  return asked && <Asked key={asked.wish ?? asked.visit} of={asked} />;
}

function Asked({ of }: { of: Question }) {
  const { visit, wish, author, client, title } = of;
  const words = { client, title, name: fullName(author) };
  const tell = async (result: UseResult | null) => {
    if (wish) await tellTry(wish, visit, result);
    else if (of.case && result) await tellUse(of.case, visit, result);
    // Whatever was opened for this visit has been asked about with it.
    await askedOf(visit);
    if (result) say(t('thanks', { name: callName(author) }));
  };
  return (
    <Card>
      <p>{t(wish ? 'asks' : 'asksOpened', words)}</p>
      <Chips>
        {RESULTS.map((result) => (
          <ChipButton key={result} onClick={() => tell(result)}>
            {tk(result)}
          </ChipButton>
        ))}
      </Chips>
      <Button look="quiet" onClick={() => tell(null)}>
        {t('notHere')}
      </Button>
    </Card>
  );
}

/** Nobody is asked how the own case went. */
function othersOf<T extends { author: { id: string } }>(opened: readonly T[]): T[] {
  return opened.filter(({ author }) => author.id !== me.value?.id);
}
