import { useState } from 'preact/hooks';
import { callName, fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { handOver } from './actions';
import type { HelpShown } from './at-hand';
import type { CouldHelp } from './wire';
import { t } from './words-of-hand-over';
import { t as tt } from './words-of-thread';

interface Props {
  open: boolean;
  request: HelpShown;
  could: readonly CouldHelp[];
  onClose: () => unknown;
}

const MOST_WORDS = 2000;

/** Somebody else answers; the first promise keeps its time. */
export default function HandOverSheet({ open, request, could, onClose }: Props) {
  return (
    <Sheet open={open} title={t('handOverTitle')} onClose={onClose}>
      <Choose request={request} could={could} onDone={onClose} />
    </Sheet>
  );
}

function Choose({
  request,
  could,
  onDone,
}: Omit<Props, 'open' | 'onClose'> & { onDone: () => unknown }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const to = could.find(({ person }) => person.id === chosen)?.person;
  const save = async () => {
    setAsked(true);
    if (!to) return;
    try {
      await handOver(request, to, why);
      say(t('handed', { name: callName(to) }));
      onDone();
    } catch {
      say(tt('cannotSave'));
    }
  };
  return (
    <>
      <p class="meta">{t('handOverNote')}</p>
      <Picks legend={t('handOverTitle')} hideLegend error={asked && !to ? t('lackWho') : undefined}>
        <Chips>
          {could.map(({ person, role, mentor }) => (
            <Pick
              key={person.id}
              name="helper"
              value={person.id}
              checked={person.id === chosen}
              onPick={() => setChosen(person.id)}
            >
              <span>{fullName(person)}</span>
              {(mentor || role !== 'rep') && (
                <span class="meta"> {t(mentor ? 'mentorRole' : roleIn(role))}</span>
              )}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('handOverWhy')}
        name="why"
        lines={2}
        maxLength={MOST_WORDS}
        value={why}
        onInput={setWhy}
      />
      <Button look="main" onClick={save}>
        {to ? t('handTo', { name: callName(to) }) : tt('handOver')}
      </Button>
    </>
  );
}

function roleIn(role: CouldHelp['role']) {
  return role === 'manager' || role === 'regional_manager' || role === 'trainer' ? role : 'rep';
}
