import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { check } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import type { Deck } from './deck';
import { myDayAtHand, type CameBack, type MyDayNow } from './my-day';
import { wordsOf } from './reasons';
import { myDayRead } from './remote';
import { t } from './words-of-my-day';
import { t as tp } from './words-of-postponing';

interface Props {
  deck: Deck;
  /** Left out when nothing is asked any more. */
  onPostpone: (() => unknown) | undefined;
}

/** What I did, what came back to me from it, and the gentle way out of the evening. */
export function MyDay({ deck: { cards }, onPostpone }: Props) {
  const day = myDayAtHand({
    read: myDayRead().value,
    unsent: items.value,
    cards,
    me: me.value?.id ?? '',
    today: dayOf(),
  });
  if (!day && !onPostpone) return null;
  return (
    <section>
      <h2>{t('title')}</h2>
      <div class="row">
        <p class="grow meta">{day && inWords(day)}</p>
        {onPostpone && (
          <Button look="quiet" onClick={onPostpone}>
            {tp('notTonight')}
          </Button>
        )}
      </div>
      {day && day.back.length > 0 && (
        <Rows label={t('cameBack')}>
          {day.back.map((one) => (
            <Back key={one.id} one={one} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function Back({ one }: { one: CameBack }) {
  const words = wordsOf(one, playbookRead().value);
  const title = words ? t('quoted', { words }) : one.client;
  return (
    <Row
      href={`/visits/${one.visit}/check-in`}
      title={<span lang={languageOf(title)}>{title}</span>}
      meta={`${t(one.kind)} · ${one.client}`}
      after={
        one.kind === 'held' && (
          <Tag tone="ok" icon={check}>
            {t('heldTag')}
          </Tag>
        )
      }
    />
  );
}

/** Of what there was; a zero is nobody's business. */
function inWords({ visits, sentences, rounds }: MyDayNow): string {
  const what = [
    visits > 0 && t('visits', { n: visits }),
    sentences > 0 && t('sentences', { n: sentences }),
  ].filter(Boolean);
  const today = what.length > 0 ? t('today', { what: what.join(t('between')) }) : t('nothingYet');
  if (rounds === 0) return today;
  return t('andWeek', { today, week: t('week', { rounds: t('rounds', { n: rounds }) }) });
}
