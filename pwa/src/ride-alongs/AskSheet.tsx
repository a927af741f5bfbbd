import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { useMe } from '../people/me-remote';
import { usePeopleOf, useTeams } from '../people/remote';
import { useWorkedDays } from '../visits/worked-days';
import { askForRide } from './actions';
import type { PersonRef, Purpose } from './wire';
import { t } from './words';

const PURPOSES: readonly Purpose[] = ['skill', 'key_client', 'market'];

type Way = 'mentor' | 'apprentice';
type Lack = 'needWho' | 'needDay' | 'cannotSave';

interface Props {
  /** Whom a link has named. */
  preset: string | null;
  onClose: () => unknown;
}

/** Whoever wants to help and whoever wants help ask in the same way; the other one accepts. */
export function AskSheet({ preset, onClose }: Props) {
  const beside = useBeside();
  const [wayChosen, setWay] = useState<Way | null>(null);
  const way = wayChosen ?? likelyWay(beside, preset);
  const [who, setWho] = useState<string | null>(preset);
  const days = useWorkedDays();
  const [dayChosen, setDay] = useState<string | null>(null);
  const day = dayChosen ?? days.after(dayOf());
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [wish, setWish] = useState('');
  const [lack, setLack] = useState<Lack | null>(null);
  const [busy, setBusy] = useState(false);
  const people = way === 'mentor' ? beside.toHelp : beside.helpers;
  const other = people.find(({ id }) => id === who);
  const send = async () => {
    if (!other) {
      setLack('needWho');
      return;
    }
    if (day < dayOf() || days.offOf(day)) {
      setLack('needDay');
      return;
    }
    setBusy(true);
    const mine = me.peek()?.id ?? '';
    const two =
      way === 'mentor'
        ? { mentor_id: mine, apprentice_id: other.id }
        : { mentor_id: other.id, apprentice_id: mine };
    const short_notice = day === dayOf();
    try {
      await askForRide({ ...two, day, purpose, wish: wish.trim() || null, short_notice }, other);
      say(t('askSaved'));
      onClose();
    } catch {
      setLack('cannotSave');
      setBusy(false);
    }
  };
  return (
    <Sheet open title={t('askTitle')} onClose={onClose}>
      {beside.mayBeHelped && (
        <Seg
          legend={t('role')}
          name="way"
          options={[
            { value: 'mentor', label: t('beMentor') },
            { value: 'apprentice', label: t('beApprentice') },
          ]}
          value={way}
          onChange={setWay}
        />
      )}
      <Picks legend={t('who')} error={lack === 'needWho' ? t(lack) : undefined}>
        <Chips>
          {people.map((person) => (
            <Pick
              key={person.id}
              name="who"
              value={person.id}
              checked={person.id === who}
              onPick={() => {
                setWho(person.id);
                setLack(null);
              }}
            >
              {fullName(person)}
            </Pick>
          ))}
        </Chips>
        {people.length === 0 && <p class="meta">{t('nobody')}</p>}
      </Picks>
      <Field
        label={t('day')}
        name="day"
        type="date"
        min={dayOf()}
        value={day}
        {...(day === dayOf() && { hint: t('shortNotice') })}
        error={lack === 'needDay' ? (days.offOf(day) ?? t(lack)) : undefined}
        onInput={setDay}
      />
      <Picks legend={t('purpose')}>
        <Chips>
          {PURPOSES.map((one) => (
            <Pick
              key={one}
              name="purpose"
              value={one}
              checked={one === purpose}
              onPick={() => setPurpose(one)}
            >
              {t(`for_${one}`)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('wish')}
        hint={t('wishHint')}
        name="wish"
        lines={1}
        maxLength={200}
        value={wish}
        error={lack === 'cannotSave' ? t(lack) : undefined}
        onInput={setWish}
      />
      <Button look="main" busy={busy} busyLabel={t('saving')} onClick={send}>
        {t(way === 'mentor' ? 'sendOffer' : 'sendAsk')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

/** Whoever has apprentices, or leads, offers; a rep asks, and a mentor does where the one above was named. */
function likelyWay({ apprentices, above }: Beside, preset: string | null): Way {
  if (above.some(({ id }) => id === preset)) return 'apprentice';
  return me.value?.role === 'rep' && apprentices.length === 0 ? 'apprentice' : 'mentor';
}

interface Beside {
  apprentices: readonly PersonRef[];
  /** My mentor and my manager. */
  above: readonly PersonRef[];
  /** Whom I may offer a day, apprentices first; whom I may ask for one, my mentor first. */
  toHelp: PersonRef[];
  helpers: PersonRef[];
  /** A regional manager is helped by nobody here. */
  mayBeHelped: boolean;
}

function useBeside(): Beside {
  const mine = useMe().value;
  const team = usePeopleOf({ team: mine?.team_id ?? null, state: 'active' }).value?.items ?? [];
  const region = mine?.role === 'regional_manager';
  const managers = useManagersOf(region ? mine.team_id : null);
  const others = region ? managers : team.filter((one) => one.id !== mine?.id && walks(one));
  const apprentices = mine?.apprentices ?? [];
  const above = [mine?.mentor, mine?.manager].filter((one) => one != null);
  return {
    apprentices,
    above,
    toHelp: once([...apprentices, ...others]),
    helpers: once([...above, ...others]),
    mayBeHelped: !region,
  };
}

function walks({ role }: { role: string }): boolean {
  return role === 'rep' || role === 'manager';
}

/** Who leads the teams of that region; in the region itself works nobody whom its manager could help. */
function useManagersOf(region: string | null): PersonRef[] {
  const teams = useTeams().value?.items ?? [];
  const under = teams.filter(({ parent_id }) => region !== null && parent_id === region);
  return under.map(({ manager }) => manager).filter((one) => one !== null);
}

function once(people: readonly PersonRef[]): PersonRef[] {
  return people.filter(({ id }, at) => people.findIndex((other) => other.id === id) === at);
}
