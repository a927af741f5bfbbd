import { useState } from 'preact/hooks';
import { dayOf, relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { planShow } from './camp-actions';
import type { Camp } from './wire';
import { t } from './words-of-camp';

/** The close of a camp: ten minutes before the team, then two hands. */
export function CampShow({ camp }: { camp: Camp }) {
  const [isPlanning, setPlanning] = useState(false);
  const { show, mine, may_say_held } = camp;
  const mayPlan = (mine || may_say_held) && !show?.held_at;
  return (
    <div class="stack">
      <Card>
        <h2>{t('show')}</h2>
        {!show && <p class="meta">{t('showNone')}</p>}
        {show && <p class="meta">{relativeDay(show.day)}</p>}
        {show && <p lang={languageOf(show.about)}>{show.about}</p>}
        {show?.held_by && <p class="meta">{t('heldBy', { name: fullName(show.held_by) })}</p>}
        {mayPlan && (
          <Button onClick={() => setPlanning(true)}>{t(show ? 'changeShow' : 'planShow')}</Button>
        )}
      </Card>
      <Hands camp={camp} />
      {isPlanning && <ShowSheet camp={camp} onClose={() => setPlanning(false)} />}
    </div>
  );
}

function Hands({ camp: { person, mentor, newcomer_hand_at, mentor_hand_at } }: { camp: Camp }) {
  const hand = (name: string, given: string | null) => (
    <p>{t(given ? 'handGiven' : 'handWaits', { name })}</p>
  );
  return (
    <Card>
      <h2>{t('handshake')}</h2>
      {hand(fullName(person), newcomer_hand_at)}
      {mentor && hand(fullName(mentor), mentor_hand_at)}
      <p class="meta">{mentor ? t('handAfter') : t('noMentor')}</p>
    </Card>
  );
}

function ShowSheet({ camp, onClose }: { camp: Camp; onClose: () => unknown }) {
  const last = camp.days.at(-1)?.day ?? camp.begins_on;
  const [day, setDay] = useState(camp.show?.day ?? (last < dayOf() ? dayOf() : last));
  const [about, setAbout] = useState(camp.show?.about ?? '');
  const [asked, setAsked] = useState(false);
  const press = async () => {
    setAsked(true);
    if (day < camp.begins_on || !about.trim()) return;
    await planShow(camp, { day, about: about.trim() });
    say(t('showPlanned'));
    onClose();
  };
  return (
    <Sheet open title={t('show')} onClose={onClose}>
      <Field
        label={t('showDay')}
        name="day"
        type="date"
        min={camp.begins_on}
        value={day}
        error={asked && day < camp.begins_on ? t('lackDay') : undefined}
        onInput={setDay}
      />
      <Field
        label={t('showAbout')}
        name="about"
        lines={2}
        maxLength={2000}
        value={about}
        error={asked && !about.trim() ? t('lackAbout') : undefined}
        onInput={setAbout}
      />
      <Button look="main" onClick={press}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
