/** 学、练、陪、访: of each skill the steps in their order, the days between, and the first that is missing. */
import { useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { relativeDay } from '../kit/i18n/format';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { backFrom } from '../kit/ui/NavBar';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { useLoops } from './remote';
import type { Loop, Stage, Step } from './wire';
import { t } from './words';

export default function Loops() {
  const id = useRoute().params['id'] ?? me.value?.id ?? '';
  const read = useLoops(id);
  const found = read.value;
  const isMine = id === me.value?.id;
  return (
    <Page
      title={found && !isMine ? t('titleOf', { name: callName(found.person) }) : t('title')}
      meta={t('meta')}
      back={isMine ? (backFrom('me') ?? '/me') : '/reviews'}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!found && !read.error && <Skeleton rows={6} />}
      {found?.loops.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      {found?.loops.map((loop) => (
        <LoopCard key={loop.skill_key} loop={loop} isMine={isMine} />
      ))}
      {isMine && <p class="meta">{t('seen')}</p>}
    </Page>
  );
}

function LoopCard({ loop, isMine }: { loop: Loop; isMine: boolean }) {
  const { breaks_at: gap, visits: n, moved } = loop;
  const name = inMyLanguage(loop.name);
  return (
    <Card as="article">
      <h2>{name}</h2>
      <table aria-label={name}>
        <thead>
          <tr class="meta">
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('times')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {loop.steps.filter(isStep).map((step) => (
            <StepRow key={step.stage} step={step} isMine={isMine} />
          ))}
        </tbody>
      </table>
      <p>{gap ? t(`gap_${gap as Gap}`) : t('whole')}</p>
      {n > 0 && (
        <p class="meta">{moved === null ? t('few', { n }) : t('moved', { part: moved, of: n })}</p>
      )}
      {isMine && gap && <LinkButton href={WAYS[gap as Gap]}>{t(`do_${gap as Gap}`)}</LinkButton>}
    </Card>
  );
}

/** What the visits came to is told in a sentence, with its count. */
type Gap = Exclude<Stage, 'outcome'>;

function isStep(step: Step): boolean {
  return step.stage !== 'outcome';
}

const WAYS: Record<Gap, string> = {
  lesson: '/training/topics',
  drill: '/evening',
  ride_along: '/ride-alongs',
  visit: '/visits/new',
};

/** Where the step is read; somebody else's visit is read at its client, which is not known here. */
const PLACES: Partial<Record<Stage, (id: string) => string>> = {
  lesson: (id) => `/training/${id}`,
  drill: (id) => `/drills/${id}`,
  ride_along: (id) => `/ride-alongs/${id}`,
};

function StepRow({ step: { stage, n, on, lag_days: lag, record_id: id }, isMine }: StepProps) {
  const own = isMine && stage === 'visit' ? (one: string) => `/visits/${one}/check-in` : null;
  const place = own ?? PLACES[stage];
  const day = on && relativeDay(on);
  return (
    <tr>
      <th scope="row">
        {t(stage)}
        {id && place && (
          <>
            <br />
            <a class="link" href={place(id)}>
              {day}
            </a>
          </>
        )}
      </th>
      <td class="num">{n > 0 ? n : t('none')}</td>
      <td class="num">{lag === null ? '' : t('days', { n: lag })}</td>
    </tr>
  );
}

interface StepProps {
  step: Step;
  isMine: boolean;
}
