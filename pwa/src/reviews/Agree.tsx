import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { check } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { agree } from './actions';
import { sendTyped } from './typed';
import { lackOf, tappersOf } from './promising';
import type { PersonRef, Review } from './wire';
import { t } from './words-of-talk';

/** Each taps for themselves, on one tablet or on the own device. */
export function Agree({ review }: { review: Review }) {
  const mine = me.value;
  if (!mine) return null;
  const press = async (person: PersonRef) => {
    const lack = lackWords(review);
    if (lack) say(lack);
    else {
      await sendTyped(review);
      await agree(review, person.id);
    }
  };
  return (
    <Card>
      <h2>{t('agreeTitle')}</h2>
      <p class="meta">{lackWords(review) ?? t('agreeWhy')}</p>
      <div class="row wrap">
        {tappersOf(review, mine).map((one) => (
          <Tap key={one.id} review={review} person={one} onTap={() => press(one)} />
        ))}
      </div>
    </Card>
  );
}

function Tap({
  review,
  person,
  onTap,
}: {
  review: Review;
  person: PersonRef;
  onTap: () => unknown;
}) {
  const name = fullName(person);
  if (review.agreements.some((one) => one.person.id === person.id)) {
    return (
      <Tag tone="ok" icon={check}>
        {t('agreed', { name })}
      </Tag>
    );
  }
  return (
    <Button grow onClick={onTap}>
      {t('agree', { name })}
    </Button>
  );
}

/** What is missing, said before anybody taps in vain. */
function lackWords(review: Review): string | null {
  const lack = lackOf(review);
  if (lack === 'host') return t('lackHost', { name: fullName(review.host) });
  if (lack !== 'person') return null;
  return review.person ? t('lackPerson', { name: fullName(review.person) }) : t('lackTeam');
}
