/** 求助: which kind, by when, send. Words, a recording and a wish are welcome and not needed. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { help, offline } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { useVoice } from '../kit/voice/use-voice';
import { VoiceField } from '../kit/voice/VoiceField';
import { useMe } from '../people/me-remote';
import { askingIn, likelyKind, matterOf, type Asking } from './about';
import { askForHelp, type HelpForm } from './actions';
import { KindPicks, TimePicks, WhomPicks, WishPicks } from './AskPicks';
import { draftOf } from './kinds';
import { seatFor, seatsOf, type Seat } from './seats';
import { t } from './words-of-new';

const MOST_WORDS = 2000;

export default function HelpNew() {
  const { query } = useLocation();
  const asking = askingIn(query);
  const matter = matterOf(asking);
  return <Asked key={matter} asking={asking} matter={matter} />;
}

function Asked({ asking, matter }: { asking: Asking; matter: string }) {
  const { route } = useLocation();
  const draft = useDraft<HelpForm>(draftOf(matter), blank(asking));
  const voice = useVoice(draftOf(matter));
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const mine = useMe().value;
  const form = draft.value.value;
  const change = (part: Partial<HelpForm>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const seats = seatsOf(mine, form.kind);
  const seat = seatFor(seats, form.audience);
  const send = async () => {
    setPressed(true);
    const { kind, needed } = form;
    if (!kind || !needed || !seat) return;
    setBusy(true);
    try {
      const take = await voice.finish();
      const chosen = { ...form, kind, needed, audience: seat.audience };
      const id = await askForHelp(chosen, asking, { matter, take });
      say(askedInWords(seat));
      route(`/help-requests/${id}`, true);
    } catch {
      setBusy(false);
      say(t('cannotSave'));
    }
  };
  return (
    <Page
      title={t('title')}
      meta={asking.name ? t('sheetComes', { client: asking.name }) : t('forYourself')}
      back={backOf(asking)}
      dock={<SendDock seat={seat} busy={busy} onSend={send} />}
    >
      {!online.value && (
        <Note icon={offline} role="status">
          {t('countsOnArrival')}
        </Note>
      )}
      <Field
        label={t('words')}
        name="words"
        lines={2}
        maxLength={MOST_WORDS}
        value={form.words}
        onInput={(words) => change({ words })}
      />
      <KindPicks form={form} onChange={change} missing={pressed && !form.kind} />
      <TimePicks form={form} onChange={change} missing={pressed && !form.needed} of={mine} />
      <WhomPicks seats={seats} chosen={seat} onChange={change} kind={form.kind} />
      <WishPicks form={form} onChange={change} />
      <VoiceField voice={voice} label={t('spoken')} />
    </Page>
  );
}

function SendDock({
  seat,
  busy,
  onSend,
}: {
  seat: Seat | undefined;
  busy: boolean;
  onSend: () => unknown;
}) {
  const name = nameOf(seat);
  return (
    <>
      <Button look="main" icon={help} busy={busy} busyLabel={t('sending')} onClick={onSend}>
        {name ? t('send', { name }) : t('sendTeam')}
      </Button>
      <p class="meta">{name ? t('promise', { name }) : t(seat ? 'promiseTeam' : 'nobody')}</p>
    </>
  );
}

function askedInWords(seat: Seat): string {
  if (!online.peek()) return t('askedOffline');
  const name = nameOf(seat);
  return name ? t('asked', { name }) : t('askedTeam');
}

/** Empty for the team; on a phone that has not read who is above, the seat itself. */
function nameOf(seat: Seat | undefined): string {
  if (!seat || seat.audience === 'team') return '';
  return seat.person ? callName(seat.person) : t('myManager');
}

function blank(asking: Asking): HelpForm {
  const kind = likelyKind(asking);
  return { words: asking.words, kind, needed: null, wanted: null, audience: 'manager' };
}

function backOf({ about }: Asking): string {
  if (!about) return '/help-requests';
  return about.kind === 'client' ? `/clients/${about.id}` : '/';
}
