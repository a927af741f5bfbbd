import { useState } from 'preact/hooks';
import { t as tg } from '../goals/words';
import type { Metric } from '../goals/wire';
import type { Kind } from '../help-requests/wire';
import { t as th } from '../help-requests/words';
import { dayInSentence } from '../kit/i18n/format';
import { Card } from '../kit/ui/Card';
import { WhyLink, WhySheet } from '../kit/ui/Why';
import WhyHere from '../origins/WhyHere';
import type { Ask, Review } from './wire';
import { t } from './words-of-asks';

/** What happened elsewhere and is to be talked over here, each with its reason. */
export function Asks({ review: { asks } }: { review: Review }) {
  if (asks.length === 0) return null;
  return (
    <Card>
      <h2>{t('title')}</h2>
      {asks.map((ask) => (
        <div key={ask.id}>
          <p>{questionOf(ask)}</p>
          <p class="meta">{t('asked', { day: dayInSentence(ask.asked_on) })}</p>
          {ask.goal_id ? (
            <WhyHere origin={{ kind: 'goal', id: ask.goal_id }} />
          ) : (
            <WhyCounted ask={ask} />
          )}
        </div>
      ))}
    </Card>
  );
}

function questionOf({ key, about, times: n }: Ask): string {
  if (key === 'goal_or_mix') return t('goal_or_mix', { about: tg(about as Metric) });
  const kind = th(about as Kind);
  if (key === 'help_rising') {
    return n === null ? t('help_rising_some', { about: kind }) : t(key, { about: kind, n });
  }
  return n === null ? t('policy_note', { about: kind }) : t('policy_note_n', { about: kind, n });
}

/** Behind a count stand several people's requests: there is no one record to open. */
function WhyCounted({ ask }: { ask: Ask }) {
  const [asking, setAsking] = useState(false);
  const reason = { key: ask.id, title: t('whyHelp'), meta: t('whyNobody') };
  return (
    <>
      <p class="meta row">
        <WhyLink onAsk={() => setAsking(true)} />
      </p>
      <WhySheet open={asking} reasons={[reason]} onClose={() => setAsking(false)} />
    </>
  );
}
