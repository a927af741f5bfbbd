import { useEffect } from 'preact/hooks';
import { momentInSentence, momentOf, timeOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Card } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { Player } from '../kit/voice/Player';
import { late } from '../late';
import { seeHelp } from './actions';
import type { HelpShown } from './at-hand';
import { AskersPart } from './AskersPart';
import { soundOf, visitSoundOf } from './remote';
import { StandsNow } from './StandsNow';
import { Thread } from './Thread';
import type { Beside, PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-thread';

/** Whoever asked needs none of it. */
const HelpersPart = late(
  () => import('./HelpersPart'),
  () => null,
);

const Harvest = late(
  () => import('./Harvest'),
  () => null,
);

const WhyHere = late(
  () => import('../origins/WhyHere'),
  () => null,
);

interface Props {
  request: HelpShown;
  beside: Beside | undefined;
  me: PersonRef;
}

/** The request itself: whose, what, where it stands, what was said, and what I can do. */
export function HelpCard({ request, beside, me }: Props) {
  const isMine = request.asker.id === me.id;
  useSeen(request, isMine, beside !== undefined, me.id);
  return (
    <Card as="article">
      <Head request={request} />
      <h2 class="big" lang={languageOf(request.words ?? '')}>
        {request.words ?? tc('someWords', { kind: tc(request.kind) })}
      </h2>
      <Voices request={request} beside={beside} isMine={isMine} />
      <CameFrom about={request.about} />
      <StandsNow request={request} isMine={isMine} me={me.id} />
      <Thread request={request} me={me.id} />
      {request.state === 'solved' && <Harvest request={request} me={me.id} />}
      {isMine ? (
        <AskersPart request={request} beside={beside} />
      ) : (
        <HelpersPart request={request} beside={beside} me={me} />
      )}
    </Card>
  );
}

/** Whoever was asked has seen it once it is on the screen; the asker is told so. */
function useSeen(request: HelpShown, isMine: boolean, isRead: boolean, me: string): void {
  const isAsked = !isMine && (request.helper === null || request.helper.id === me);
  const isNew = isRead && isAsked && request.seen_at === null && request.state === 'raised';
  useEffect(() => {
    if (isNew) void seeHelp(request);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- said once for each request
  }, [isNew, request.id]);
}

function Head({ request }: { request: HelpShown }) {
  const { asker, kind, wanted, raised_at, happened_at } = request;
  const what = wanted ? t('kindAndWish', { kind: tc(kind), wish: tc(wanted) }) : tc(kind);
  return (
    <div class="row">
      <Ava name={fullName(asker)} />
      <p class="grow">
        <strong>{fullName(asker)}</strong>
        <br />
        <span class="meta">
          {what} · {cameIn(happened_at, raised_at)}
        </span>
      </p>
    </div>
  );
}

const ON_THE_WAY_MS = 120_000;

/** What was written offline says when it arrived: the promise counts from there. */
function cameIn(written: string, arrived: string | null): string {
  if (!arrived) return t('notArrived', { when: momentInSentence(written) });
  const late = Date.parse(arrived) - Date.parse(written) > ON_THE_WAY_MS;
  if (!late) return t('askedAt', { when: momentOf(arrived) });
  return t('arrivedAt', { written: momentOf(written), arrived: timeOf(arrived) });
}

interface VoicesProps {
  request: HelpShown;
  beside: Beside | undefined;
  isMine: boolean;
}

/** What the asker said into the phone, for this request or after the visit it is about. */
function Voices({ request: { id, voice_note, asker, about }, beside, isMine }: VoicesProps) {
  const visit = beside?.client?.visits.find((one) => one.id === about?.id);
  const after = visit?.check_in?.voice_note;
  const name = fullName(asker);
  return (
    <>
      {voice_note && (
        <div class="row">
          <Player
            key={voice_note.id}
            sound={() => soundOf(id, voice_note.id)}
            seconds={voice_note.seconds}
          />
          <span class="meta grow">{isMine ? t('yourVoice') : t('inOwnVoice', { name })}</span>
        </div>
      )}
      {visit && after && (
        <div class="row">
          <Player
            key={after.id}
            sound={() => visitSoundOf(visit.id, after.id)}
            seconds={after.seconds}
          />
          <span class="meta grow">{t('afterVisit', { name })}</span>
        </div>
      )}
    </>
  );
}

/** A client or a deal stands beside it; of what else it is about, the way there. */
function CameFrom({ about }: { about: HelpShown['about'] }) {
  if (!about || about.kind === 'client' || about.kind === 'deal') return null;
  return <WhyHere origin={{ kind: about.kind, id: about.id }} />;
}
