import { momentInSentence } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { bag, evening } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { dayInSentence } from '../kit/i18n/format';
import type { AnswerShown, HelpShown } from './at-hand';
import { t } from './words-of-thread';

type HandOver = HelpShown['hand_overs'][number];

interface Moment {
  key: string;
  at: string;
  answer?: AnswerShown;
  moved?: HandOver;
}

/** What was said and who took over, as it happened. */
export function Thread({ request, me }: { request: HelpShown; me: string }) {
  const moments = [
    ...request.answers.map((answer) => ({ key: answer.id, at: answer.at, answer })),
    ...request.hand_overs.map((moved) => ({ key: moved.id, at: moved.at, moved })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (moments.length === 0) return null;
  return (
    <section aria-label={t('said')}>
      <ol class="stack">
        {moments.map((moment) => (
          <OneMoment key={moment.key} of={moment} isAsker={request.asker.id === me} />
        ))}
      </ol>
    </section>
  );
}

function OneMoment({ of: { answer, moved }, isAsker }: { of: Moment; isAsker: boolean }) {
  if (answer) return <Said answer={answer} isAsker={isAsker} />;
  if (!moved) return null;
  const words = {
    from: moved.from ? callName(moved.from) : '',
    to: callName(moved.to),
    when: momentInSentence(moved.at),
  };
  return (
    <li>
      <p class="meta">
        {t(moved.from && moved.by.id !== moved.to.id ? 'handedOver' : 'taken', words)}
      </p>
      {moved.why && <p lang={languageOf(moved.why)}>{moved.why}</p>}
    </li>
  );
}

function Said({ answer, isAsker }: { answer: AnswerShown; isAsker: boolean }) {
  const { by, words, offers, on_day, correction, at, isUnsent } = answer;
  const name = fullName(by);
  return (
    <li>
      <p class="meta">
        {isUnsent ? t('unsent', { name }) : t('saidBy', { name, when: momentInSentence(at) })}
        {correction && ` · ${t(correction)}`}
      </p>
      {words && <p lang={languageOf(words)}>{words}</p>}
      {offers !== 'none' && on_day && (
        <Tag tone="ok" icon={offers === 'drill' ? evening : bag}>
          {t(isAsker ? `offers_${offers}` : `offersAsker_${offers}`, {
            day: dayInSentence(on_day),
          })}
        </Tag>
      )}
      {offers === 'ride_along' && !isUnsent && (
        <p>
          <a href="/ride-alongs">{t(isAsker ? 'acceptDay' : 'seeDay')}</a>
        </p>
      )}
    </li>
  );
}
