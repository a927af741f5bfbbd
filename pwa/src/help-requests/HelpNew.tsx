/** 求助: which kind, by when, send. Words, a recording and a wish are welcome and not needed. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { help, moon, offline } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { useVoice } from '../kit/voice/use-voice';
import { VoiceField } from '../kit/voice/VoiceField';
import { useMe } from '../people/me-remote';
import { askingIn, likelyKind, matterOf, type Asking } from './about';
import { askForHelp, type HelpForm } from './actions';
import { KindPicks, TimePicks, wholeTeam, WhomPicks, WishPicks } from './AskPicks';
import { draftOf } from './kinds';
import { Nobody } from './Nobody';
import { answeredInTheMorning } from './quiet';
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
  const morning = form.needed === 'now' ? answeredInTheMorning(mine, new Date()) : null;
  const send = async () => {
    setPressed(true);
    const { kind, needed } = form;
    if (!kind || !needed || !seat) return;
    setBusy(true);
    try {
      const take = await voice.finish();
      const chosen = { ...form, kind, needed, audience: seat.audience };
      const id = await askForHelp(chosen, asking, { matter, take });
      say(askedInWords(seat, morning));
      route(`/help-requests/${id}`, true);
    } catch {
      setBusy(false);
      say(t('cannotSave'));
    }
  };
  if (seatsOf(mine, null).length === 0) return <Nobody back={backOf(asking)} />;
  return (
    <Page
      title={t('title')}
      meta={asking.name ? t('sheetComes', { client: asking.name }) : t('forYourself')}
      back={backOf(asking)}
      dock={<SendDock seat={seat} morning={morning} busy={busy} onSend={send} />}
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

interface DockProps {
  seat: Seat | undefined;
  /** By when "now" is answered while phones are silent. */
  morning: string | null;
  busy: boolean;
  onSend: () => unknown;
}

function SendDock({ seat, morning, busy, onSend }: DockProps) {
  if (!seat) return <p class="meta">{t('nobodyForThis')}</p>;
  const name = nameOf(seat);
  return (
    <>
      {morning && (
        <Note icon={moon} role="status">
          {name ? t('silent', { name, when: morning }) : t('silentTeam', { when: morning })}
        </Note>
      )}
      <Button look="main" icon={help} busy={busy} busyLabel={t('sending')} onClick={onSend}>
        {name ? t('send', { name }) : t(`send_${wholeTeam()}`)}
      </Button>
      <p class="meta">{name ? t('promise', { name }) : t('promiseTeam')}</p>
    </>
  );
}

/** Where it lies, and by when somebody answers; without a network, whom to call meanwhile. */
function askedInWords(seat: Seat, morning: string | null): string {
  const name = nameOf(seat);
  if (!online.peek()) return name ? t('askedOffline', { name }) : t('askedOfflineTeam');
  if (morning) {
    const when = morning;
    return name ? t('askedSilent', { name, when }) : t('askedSilentTeam', { when });
  }
  return name ? t('asked', { name }) : t(`asked_${wholeTeam()}`);
}

/** Empty for the team; on a phone that has not read who is above, the seat itself. */
function nameOf(seat: Seat): string {
  if (seat.audience === 'team') return '';
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
