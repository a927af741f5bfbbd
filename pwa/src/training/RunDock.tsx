import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { say } from '../kit/ui/Toast';
import { announce, close, hold } from './actions';
import { SkipSheet } from './ReasonSheets';
import type { Session } from './wire';
import WriteSheet from './WriteSheet';
import AssignSheet from './AssignSheet';
import { t } from './words-of-session';

type Opened = 'skip' | 'write' | 'assign' | null;

/** What comes next for whoever runs the class. */
export default function RunDock({ session }: { session: Session }) {
  const [open, setOpen] = useState<Opened>(null);
  const shut = () => setOpen(null);
  const isHeld = session.held_at !== null;
  return (
    <div class="stack">
      {isHeld ? (
        <After session={session} onAssign={() => setOpen('assign')} />
      ) : (
        <Before session={session} onOpen={setOpen} />
      )}
      {open === 'skip' && <SkipSheet session={session} onClose={shut} />}
      {open === 'write' && <WriteSheet session={session} onClose={shut} />}
      {open === 'assign' && <AssignSheet session={session} onClose={shut} />}
    </div>
  );
}

interface BeforeProps {
  session: Session;
  onOpen: (sheet: Opened) => unknown;
}

function Before({ session, onOpen }: BeforeProps) {
  const { topic, announced_at, day } = session;
  const isDue = day <= dayOf();
  return (
    <div class="row">
      <Button look="quiet" onClick={() => onOpen('skip')}>
        {t('skip')}
      </Button>
      <Button look={topic ? 'plain' : 'main'} grow={!topic} onClick={() => onOpen('write')}>
        {t('edit')}
      </Button>
      {topic && announced_at === null && (
        <Button look="main" grow onClick={() => said('announced', announce(session))}>
          {t('announce')}
        </Button>
      )}
      {topic && announced_at !== null && isDue && (
        <Button look="main" grow onClick={() => said('heldNow', hold(session))}>
          {t('hold')}
        </Button>
      )}
    </div>
  );
}

function After({ session, onAssign }: { session: Session; onAssign: () => unknown }) {
  const open = stillOpen(session);
  const isGiven = session.practice !== null;
  return (
    <>
      {isGiven && open && <p class="meta">{open}</p>}
      <div class="row">
        <Button look={isGiven ? 'plain' : 'main'} grow={!isGiven} onClick={onAssign}>
          {t(isGiven ? 'assignAgain' : 'assign')}
        </Button>
        {isGiven && !open && (
          <Button look="main" grow onClick={() => said('closed', close(session))}>
            {t('close')}
          </Button>
        )}
      </div>
    </>
  );
}

/** How many have still to practise, and never who. */
function stillOpen({ attendance, missing }: Session): string | null {
  const came = attendance.some(({ mark }) => mark !== null && mark !== 'missed');
  if (!came) return t('nobodyYet');
  return missing ? t('missing', { n: missing }) : null;
}

async function said(what: 'announced' | 'heldNow' | 'closed', done: Promise<void>): Promise<void> {
  await done;
  say(t(what));
}
