/** 阶段: where somebody stands in each skill, and the way to the next rung. */
import { useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { shortDay } from '../kit/i18n/format';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card, Fold, Row, Rows } from '../kit/ui/Card';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { answerRung, proposeRung } from './actions';
import { KINDS, ladderLane } from './kinds';
import { useLadder } from './remote';
import { beside } from './rungs';
import { SeenAt } from './SeenAt';
import type { Ladder as LadderRead, Rung, RungMove, SkillRung } from './wire';
import { t } from './words-of-ladder';
import { t as tg } from '../people/words-of-growth';
import { t as tr } from './words-of-rungs';

const VISITS_BEFORE_UP = 2;

export default function Ladder() {
  const id = useRoute().params.id ?? me.value?.id ?? '';
  const read = useLadder(id);
  const ladder = read.value;
  const isMine = id === me.value?.id;
  return (
    <Page
      title={ladder && !isMine ? t('titleOf', { name: callName(ladder.person) }) : t('title')}
      meta={t('meta')}
      back={isMine ? '/me' : '/ride-alongs'}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!ladder && !read.error && <Skeleton rows={6} />}
      {ladder?.skills.map((skill) => (
        <SkillCard key={skill.skill_key} ladder={ladder} skill={skill} isMine={isMine} />
      ))}
      {ladder && <History ladder={ladder} />}
      {ladder && !isMine && (
        <Rows>
          <Row href={`/people/${id}/growth`} title={tg('title')} meta={tg('metaOf')} />
        </Rows>
      )}
    </Page>
  );
}

interface SkillProps {
  ladder: LadderRead;
  skill: SkillRung;
  isMine: boolean;
}

function SkillCard({ ladder, skill, isMine }: SkillProps) {
  const { order, person } = ladder;
  const lane = ladderLane(person.id, skill.skill_key);
  const waits = pendingOf(KINDS.move).some((item) => item.lane === lane);
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{inMyLanguage(skill.name)}</h2>
        {waits && <Tag icon={tray}>{t('unsent')}</Tag>}
      </div>
      <ol class="grid rungs">
        {order.map((rung, place) => (
          <li class="meta row" key={rung} aria-current={rung === skill.rung ? 'step' : undefined}>
            <span class="num">{place + 1}</span> {tr(rung)}
          </li>
        ))}
      </ol>
      <p class="meta">
        {skill.since ? t('since', { day: shortDay(skill.since) }) : t('firstRung')} ·{' '}
        {t('visits', { n: skill.visits.length })}
      </p>
      {!waits &&
        (skill.open_move ? (
          <OpenMove ladder={ladder} move={skill.open_move} isMine={isMine} />
        ) : (
          <Steps ladder={ladder} skill={skill} />
        ))}
    </Card>
  );
}

/** Up is offered once two visits speak for it; down always, and without a reason. */
function Steps({ ladder, skill }: Omit<SkillProps, 'isMine'>) {
  const [up, down] = ([1, -1] as const).map((by) => beside(ladder.order, skill.rung, by));
  const enough = skill.visits.length >= VISITS_BEFORE_UP;
  const propose = (to_rung: Rung) => async () => {
    try {
      await proposeRung(ladder.person, { skill_key: skill.skill_key, to_rung });
      say(t('saidUp'));
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <>
      {up && !enough && skill.visits.length > 0 && <p class="meta">{t('moreVisits')}</p>}
      {((up && enough) || down) && (
        <div class="row">
          {up && enough && <Button onClick={propose(up)}>{t('up', { rung: tr(up) })}</Button>}
          {down && (
            <Button look="quiet" onClick={propose(down)}>
              {t('down')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function OpenMove({
  ladder,
  move,
  isMine,
}: {
  ladder: LadderRead;
  move: RungMove;
  isMine: boolean;
}) {
  const byPerson = move.proposed_by.id === ladder.person.id;
  const isOtherSide = byPerson !== isMine;
  const answer = (agrees: boolean) => async () => {
    try {
      await answerRung(ladder.person, move, agrees);
      say(t(agrees ? 'saidAgree' : 'saidNo'));
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <>
      <p>
        {t('proposed', { name: callName(move.proposed_by), rung: tr(move.to_rung) })}{' '}
        <span class="meta">
          {move.seen_at.length > 0 && t('evidence', { n: move.seen_at.length })}
        </span>
      </p>
      <SeenAt of={move.seen_at} />
      <div class="row">
        {isOtherSide ? (
          <>
            <Button onClick={answer(true)}>{t('agree')}</Button>
            <Button look="quiet" onClick={answer(false)}>
              {t('notNow')}
            </Button>
          </>
        ) : (
          <>
            <span class="grow meta">{t('waits')}</span>
            <Button look="quiet" onClick={answer(false)}>
              {t('takeBack')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function History({ ladder }: { ladder: LadderRead }) {
  const names = Object.fromEntries(
    ladder.skills.map(({ skill_key, name }) => [skill_key, inMyLanguage(name)]),
  );
  const told = ladder.moves.filter(({ agrees }) => agrees !== null);
  return (
    <section>
      <h2>{t('history')}</h2>
      {told.length === 0 && <p class="meta">{t('empty')}</p>}
      {told.map((move) => {
        const title = t(move.agrees ? 'moved' : 'declined', {
          skill: names[move.skill_key] ?? move.skill_key,
          from: tr(move.from_rung),
          to: tr(move.to_rung),
        });
        const n = move.seen_at.length;
        const meta = [move.day && shortDay(move.day), n > 0 && t('evidence', { n })]
          .filter(Boolean)
          .join(DOT);
        return n > 0 ? (
          <Fold key={move.id} title={title} meta={meta}>
            <SeenAt of={move.seen_at} />
          </Fold>
        ) : (
          <Card key={move.id} as="div">
            <p>
              {title} <span class="meta">{meta}</span>
            </p>
          </Card>
        );
      })}
    </section>
  );
}
