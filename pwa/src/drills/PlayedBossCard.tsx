import { callName } from '../kit/i18n/names';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { moodInWords } from './boss-words';
import type { RoundShown } from './drill';
import type { BossCard } from './wire';
import { t } from './words-of-boss';

/** When the round is over nothing of it is secret: both see what the boss played from. */
export function PlayedBossCard({ round: { boss_card: card, boss } }: { round: RoundShown }) {
  if (!card) return null;
  const mood = moodInWords(card);
  return (
    <section class="boss">
      <h3>{boss ? t('bossCardOf', { name: callName(boss) }) : t('bossCard')}</h3>
      {mood && (
        <p class="meta" lang={languageOf(mood)}>
          {mood}
        </p>
      )}
      {card.objections.map((said) => (
        <Sentence key={said.id} {...said} />
      ))}
      <p class="meta" lang={languageOf(card.moved_by)}>
        {t('movedBy', { answer: card.moved_by })}
      </p>
    </section>
  );
}

function Sentence({ words, hidden, pressed }: BossCard['objections'][number]) {
  return (
    <Talk>
      <Said lang={languageOf(words)}>{words}</Said>
      {(hidden || pressed) && (
        <p class="row">
          {hidden && <Tag>{t('hidden')}</Tag>}
          {pressed && <span class="meta">{t(pressed)}</span>}
        </p>
      )}
    </Talk>
  );
}
