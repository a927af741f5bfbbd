import { inMyLanguage } from '../kit/i18n/names';
import { playbookRead } from '../clients/remote';
import { Card } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import type { Session } from './wire';
import { t as tw } from './words';
import { t } from './words-of-session';

/** What made it a topic, in the clients' own words. */
export function Why({ of }: { of: Session }) {
  const { words, count, sentences, origin } = of.why;
  const isBare = !words && count === null && sentences.length === 0;
  return (
    <Card>
      <h2 class="row">
        <span class="grow">{t('why')}</span>
        {of.topic_class && <Tag>{tw(of.topic_class)}</Tag>}
      </h2>
      {count !== null && (
        <p>
          <strong class="num">{t('heard', { n: count })}</strong>
        </p>
      )}
      {words && <p lang={languageOf(words)}>{words}</p>}
      {sentences.length > 0 && (
        <Talk>
          {sentences.map((said) => (
            <Said key={said} lang={languageOf(said)}>
              {said}
            </Said>
          ))}
        </Talk>
      )}
      {of.stuck && <Stuck of={of.stuck} />}
      {origin?.kind === 'topic_proposal' && (
        <a class="link" href="/training/topics">
          {t('fromTopics')}
        </a>
      )}
      {isBare && !origin && <NoReason isOpen={of.topic === null} />}
    </Card>
  );
}

/** Whether what was practised stuck less afterwards: with its counts, and no cause is claimed. */
function Stuck({ of: { before, after } }: { of: NonNullable<Session['stuck']> }) {
  const inWords = ({ stalled: n, of }: typeof before) => t('stuckOf', { n, of });
  return <p class="meta">{t('stuck', { before: inWords(before), after: inWords(after) })}</p>;
}

/** Rules to take along: if the client does this, then I do that. */
export function Points({ of }: { of: Session['learning_points'] }) {
  return (
    <Card>
      <h2>{t('points')}</h2>
      {of.length === 0 && <p class="meta">{t('pointsNone')}</p>}
      {of.map((point) => (
        <p key={point.id} lang={languageOf(point.then)}>
          <strong>{t('if', { what: point.if_ })}</strong>
          <br />
          {t('then', { what: point.then })}
          {point.skill_key && <span class="meta"> · {skillName(point.skill_key)}</span>}
        </p>
      ))}
    </Card>
  );
}

/** Until the topic is chosen, anybody of the team may still ask for one. */
function NoReason({ isOpen }: { isOpen: boolean }) {
  if (!isOpen) return <p class="meta">{t('whyUntold')}</p>;
  return (
    <a class="link" href="/training/topics">
      {t('whyOpen')}
    </a>
  );
}

export function skillName(key: string): string {
  const skill = playbookRead().value?.skills.find((one) => one.key === key);
  return skill ? inMyLanguage(skill.name) : key;
}
