/** One PK as one of the two sees it: what was agreed, the facts of both, and the way out. */
import { useLocation } from 'preact-iso';
import { figure } from '../goals/figures';
import { t as tm } from '../goals/words';
import { me } from '../kit/api/session';
import { dayInSentence, shortDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { AskedOfMe, TellTeam, WithdrawSheet } from './RivalAsks';
import { nameOf } from './Rivals';
import { daysOf, otherOf, rivalLane } from './rivals';
import { useRivalry } from './rivals-remote';
import type { PersonRef, RivalryDetail, RivalryTerm } from './rivals-wire';
import { t } from './words-of-rivals';

export default function Rival({ id }: { id: string }) {
  const read = useRivalry(id);
  const { path, query, route } = useLocation();
  const pk = read.value;
  return (
    <Page
      title={pk ? nameOf(pk) : t('title')}
      meta={pk && daysOf(pk)}
      back="/rivals"
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!pk && !read.error && <Skeleton />}
      {pk && <Whole pk={pk} />}
      {pk && 'withdraw' in query && <WithdrawSheet id={id} onClose={() => route(path, true)} />}
    </Page>
  );
}

function Whole({ pk }: { pk: RivalryDetail }) {
  const { path } = useLocation();
  const other = otherOf(pk, me.value?.id ?? '');
  const isAsked = pk.state === 'proposed' && pk.proposed_by.id !== me.value?.id;
  return (
    <>
      <Card>
        <div class="row wrap">
          <h2 class="grow">{t(pk.state === 'proposed' ? 'about' : 'facts')}</h2>
          {pending(rivalLane(pk.id)).length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
          <Tag>{t(pk.state)}</Tag>
        </div>
        {pk.outcome && <Outcome pk={pk} other={other} />}
        <Facts pk={pk} other={other} />
      </Card>
      <Card>
        <h2>{t('card')}</h2>
        {pk.my_learn && <p>{t(other ? 'youLearn' : 'monthLearn', { words: pk.my_learn })}</p>}
        {other && pk.their_learn && (
          <p>{t('theyLearn', { name: callName(other), words: pk.their_learn })}</p>
        )}
        {pk.stake && <p>{t('stakeIs', { stake: t(pk.stake) })}</p>}
      </Card>
      {isAsked && other && <AskedOfMe id={pk.id} name={fullName(other)} />}
      {pk.state === 'proposed' && !isAsked && other && (
        <p>{t('youProposed', { name: callName(other), day: dayInSentence(pk.first_day) })}</p>
      )}
      {(pk.state === 'accepted' || pk.state === 'running') && <TellTeam pk={pk} other={other} />}
      {pk.state !== 'settled' && !isAsked && (
        <LinkButton look="quiet" href={`${path}?withdraw`}>
          {t('withdraw')}
        </LinkButton>
      )}
    </>
  );
}

interface PartProps {
  pk: RivalryDetail;
  other: PersonRef | null;
}

/** Both figures beside each other because both agreed to that; in the order that was agreed on. */
function Facts({ pk, other }: PartProps) {
  const shown = pk.terms.every(({ mine }) => mine);
  const helped = pk.terms.filter(({ handicap }) => handicap > 0);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('metric')}</th>
            <th scope="col" class="num">
              {t('me')}
            </th>
            <th scope="col" class="num">
              {other ? callName(other) : t('before')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pk.terms.map((term) => (
            <tr key={term.metric}>
              <th scope="row">{tm(term.metric)}</th>
              <td class="num">{valueOf(pk, term, term.mine)}</td>
              <td class="num">{valueOf(pk, term, term.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {helped.map((term) => (
        <p key={term.metric} class="meta">
          {t('added', {
            metric: tm(term.metric),
            n: figure({ metric: term.metric, currency: pk.currency }, term.handicap),
            name: term.handicap_for_id === me.value?.id ? t('you') : other ? callName(other) : '',
          })}
        </p>
      ))}
      {pk.before_first && pk.before_last && (
        <p class="meta">
          {t('beforeDays', { days: `${shortDay(pk.before_first)} – ${shortDay(pk.before_last)}` })}
        </p>
      )}
      <p class="meta">{t(shown ? 'factsWhy' : 'factsLater')}</p>
    </>
  );
}

function valueOf({ currency }: RivalryDetail, { metric }: RivalryTerm, fact: RivalryTerm['mine']) {
  return fact ? figure({ metric, currency }, fact.value) : '–';
}

/** In words, and who gives the stake; what was less is a question and no verdict. */
function Outcome({ pk, other }: PartProps) {
  const { outcome, stake } = pk;
  if (!outcome) return null;
  if (!other) return <p class="big">{t(`${outcome}Month`)}</p>;
  const name = callName(other);
  const gives = { more: 'stakeTheirs', even: 'stakeBoth', less: 'stakeMine' } as const;
  return (
    <>
      <p class="big">{t(outcome, { name })}</p>
      {stake && <p>{t(gives[outcome], { name, stake: t(stake) })}</p>}
    </>
  );
}
