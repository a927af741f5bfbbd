import { playbookRead } from '../clients/remote';
import { dayOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { again, check, evening as lamp, moon } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import type { Deck } from './deck';
import { takeUpAgain } from './evening-actions';
import type { EveningNow } from './evening-at-hand';
import { movedInWords } from './MovedHere';
import { postponedInWords } from './postponing';
import { wordsOf } from './reasons';
import type { DeckRead, Obligation } from './wire';
import { t as tc } from './words';
import { t } from './words-of-evening';
import { t as tp } from './words-of-postponing';

/** What asks for a round tonight, as one quiet line: it warns and never blocks. */
export function AskedTonight({ evening, deck }: { evening: EveningNow; deck: Deck }) {
  const open = evening.obligations.filter(({ met }) => !met);
  if (open.length === 0) return null;
  const what = open.map((one) => inWords(one, deck)).join(t('between'));
  return <Note icon={lamp}>{t('worthPlaying', { what })}</Note>;
}

/** A skill both agreed on in a review: tonight's cards are played with it. */
export function PromisedSkill({ of }: { of: DeckRead['promised'] | undefined }) {
  if (!of) return null;
  return (
    <Note icon={check}>
      {t('promised')} <span lang={languageOf(of.words)}>{of.words}</span>
    </Note>
  );
}

/** Said already: why not tonight, and when instead. */
export function Postponed({ evening: { postponement, partner } }: { evening: EveningNow }) {
  if (!postponement) return null;
  const takeBack = async () => {
    try {
      await takeUpAgain(dayOf());
      say(tp('after'));
    } catch {
      say(tc('cannotSave'));
    }
  };
  return (
    <Note icon={moon} role="status">
      {postponedInWords(postponement)}{' '}
      <span class="meta">
        {partner ? tp('playsThen', { name: callName(partner) }) : tp('whoSees')}
      </span>
      <button type="button" class="link" onClick={takeBack}>
        {tp('playAfterAll')}
      </button>
    </Note>
  );
}

/** Said of an earlier evening: today is the day. */
export function MovedToday({ evening: { movedHere } }: { evening: EveningNow }) {
  if (!movedHere) return null;
  return <Note icon={lamp}>{movedInWords(movedHere)}</Note>;
}

export function OpenRound({ card }: { card: string }) {
  return (
    <Note
      icon={again}
      action={
        <LinkButton look="quiet" href={`/evening/round/${card}`}>
          {t('goOn')}
        </LinkButton>
      }
    >
      {t('goesOn')}
    </Note>
  );
}

function inWords({ kind, origin, type_key, client: at }: Obligation, { cards }: Deck): string {
  switch (kind) {
    case 'newcomer':
      return t('asNewcomer');
    case 'big_order': {
      const client = cards.find(({ id }) => id === origin.id)?.client.name;
      return client ? t('bigOrderOf', { client }) : t('bigOrderTomorrow');
    }
    case 'stalled_twice': {
      const words = wordsOf({ words: null, type_key }, playbookRead().value);
      const said = withoutStop(words ?? type_key ?? '');
      return t('stalledTwice', { words: said, client: at?.name ?? '' });
    }
  }
}

/** In the middle of a sentence the words of another end without their own full stop. */
function withoutStop(words: string): string {
  return words.replace(/[.。]$/, '');
}
