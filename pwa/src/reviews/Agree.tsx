import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { check, clock } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { agree } from './actions';
import { sendTyped } from './typed';
import { useTaps } from './use-taps';
import { awaitedOf, lackOf, tappersOf } from './promising';
import type { PersonRef, Review } from './wire';
import { t } from './words-of-talk';

/** Each taps for themselves with their own sign-in; the page waits for the taps of the others. */
export function Agree({ review }: { review: Review }) {
  useTaps(review);
  const lack = lackWords(review);
  const others = awaitedOf(review).filter(({ id }) => id !== me.value?.id);
  return (
    <Card>
      <h2>{t('agreeTitle')}</h2>
      <p class="meta">{lack ?? t('agreeWhy')}</p>
      <div class="row wrap">
        {tappersOf(review).map((one) => (
          <Tap key={one.id} review={review} person={one} />
        ))}
      </div>
      {!lack && others.length > 0 && (
        <p class="meta">{t('agreeHow', { names: others.map(fullName).join(DOT) })}</p>
      )}
    </Card>
  );
}

function Tap({ review, person }: { review: Review; person: PersonRef }) {
  const name = fullName(person);
  if (review.agreements.some((one) => one.person.id === person.id)) {
    return (
      <Tag tone="ok" icon={check}>
        {t('agreed', { name })}
      </Tag>
    );
  }
  if (person.id !== me.value?.id) {
    return (
      <Tag tone="wait" icon={clock}>
        {t('awaited', { name })}
      </Tag>
    );
  }
  return (
    <Button grow onClick={() => press(review)}>
      {t('agree', { name })}
    </Button>
  );
}

async function press(review: Review): Promise<void> {
  const lack = lackWords(review);
  if (lack) {
    say(lack);
  } else {
    await sendTyped(review);
    await agree(review);
  }
}

/** What is missing, said before anybody taps in vain. */
function lackWords(review: Review): string | null {
  const lack = lackOf(review);
  if (lack === 'host') return t('lackHost', { name: fullName(review.host) });
  if (lack !== 'person') return null;
  return review.person ? t('lackPerson', { name: fullName(review.person) }) : t('lackTeam');
}
