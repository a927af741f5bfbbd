import type { ComponentChildren } from 'preact';
import { heard as sound } from '../kit/api/client';
import { timeOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { mic } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { languageOf, Said } from '../kit/ui/Talk';
import { Player } from '../kit/voice/Player';
import { answered, asked, closed, heard, opened, stepIn } from './icons';
import type { Note } from './notes';
import { addresses } from './remote';
import type { Tag } from './wire';
import { t } from './words-of-field';

const ICONS: Record<Tag, string> = {
  opened,
  asked,
  heard,
  answered,
  closed,
  other: answered,
};

interface Props {
  ride: { id: string };
  of: Note;
  /** The client, where notes of several stand together. */
  where?: string | null;
  /** What can be done with it. */
  children?: ComponentChildren;
}

/** One note: its time, what happened, and the client's own words in their bubble. */
export function NoteLine({ ride, of, where = null, children }: Props) {
  return (
    <li>
      <span class="meta num">{timeOf(of.at)}</span>
      <span class="node">
        <Mark of={of} />
      </span>
      <div class="talk">
        {where && (
          <p class="meta" lang={languageOf(where)}>
            {where}
          </p>
        )}
        <Content ride={ride} of={of} />
        {children}
      </div>
    </li>
  );
}

function Mark({ of }: { of: Note }) {
  if (of.kind === 'rescue') return <Dot tone="lamp" icon={stepIn} />;
  if (of.kind === 'curbside') return <Dot icon={mic} />;
  const { tag } = of.note;
  return <Dot tone={tag === 'heard' ? 'lamp' : 'on'} icon={ICONS[tag]} />;
}

function Content({ ride, of }: Pick<Props, 'ride' | 'of'>) {
  if (of.kind === 'rescue') return <RescueWords of={of} />;
  if (of.kind === 'curbside') return <CurbsideWords ride={ride} of={of} />;
  const { tag, words, by } = of.note;
  if (tag === 'heard' && words) {
    return (
      <>
        <p>
          <strong>{t('heard')}</strong> <Waits of={of} />
        </p>
        <Said lang={languageOf(words)}>{words}</Said>
      </>
    );
  }
  return (
    <p>
      <strong>{t(tag)}</strong> {words ?? <span class="meta">{callName(by)}</span>}{' '}
      <Waits of={of} />
    </p>
  );
}

/** In the line that stands there anyway: nothing moves under the finger when the note arrives. */
function Waits({ of }: { of: Note }) {
  return of.note.unsent ? <span class="meta">{t('unsent')}</span> : null;
}

function RescueWords({ of }: { of: Extract<Note, { kind: 'rescue' }> }) {
  const { note } = of;
  return (
    <>
      <p>
        <strong>{t('steppedIn')}</strong>{' '}
        <span class="meta">{t(note.why === 'other' ? 'whyOther' : note.why)}</span>{' '}
        <Waits of={of} />
      </p>
      {note.said && <Said lang={languageOf(note.said)}>{note.said}</Said>}
    </>
  );
}

function CurbsideWords({ ride, of }: Props & { of: Extract<Note, { kind: 'curbside' }> }) {
  const { id, words, voice_note_id: voice, seconds, by } = of.note;
  return (
    <>
      <p>
        <strong>{t('onTheWay')}</strong> {words ?? <span class="meta">{callName(by)}</span>}{' '}
        <Waits of={of} />
      </p>
      {voice && (
        <Player sound={() => sound(addresses.voice(ride.id, id, voice))} seconds={seconds ?? 0} />
      )}
    </>
  );
}
