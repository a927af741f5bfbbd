import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '../api/problem';
import { Button } from '../ui/Button';
import { Hidden } from '../ui/Hidden';
import { play as playIcon, stop as stopIcon } from '../ui/icons';
import { clock } from './time';
import { t } from './words';

interface Props {
  /** Where the sound is: on this phone, or to be asked for. */
  sound: () => Promise<Blob>;
  /** How long it is, as far as that is known. */
  seconds?: number;
  /** In a list: which of them would be heard, for whoever does not see the line. */
  named?: string;
}

type State = 'rest' | 'fetching' | 'playing';

/** One button: plays a recording, stops it. Whatever else is playing stops. */
export function Player({ sound, seconds, named }: Props) {
  const [state, setState] = useState<State>('rest');
  const [at, setAt] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const playing = useRef<Playing | null>(null);
  useEffect(() => () => playing.current?.close(), []);

  const end = () => setState('rest');
  const begin = async () => {
    setFault(null);
    setState('fetching');
    try {
      playing.current ??= opened(await sound(), { at: setAt, end });
      setAt(0);
      await playing.current.play();
      setState('playing');
    } catch (error) {
      setFault(inWords(error));
      end();
    }
  };
  const press = () => {
    if (state === 'rest') return begin();
    return playing.current?.stop();
  };
  const isPlaying = state === 'playing';
  const time = isPlaying ? clock(at) : seconds === undefined ? '' : clock(seconds);
  return (
    <>
      <Button
        look={named ? 'quiet' : 'plain'}
        icon={isPlaying ? stopIcon : playIcon}
        busy={state === 'fetching'}
        busyLabel={t('fetching')}
        onClick={press}
      >
        <span class="num">
          {t(isPlaying ? 'playing' : 'listen')} {time}
          {named && <Hidden> {named}</Hidden>}
        </span>
      </Button>
      {fault && (
        <p class="meta" role="status">
          {fault}
        </p>
      )}
    </>
  );
}

interface Playing {
  play(): Promise<void>;
  stop(): void;
  close(): void;
}

/** What plays at this moment on this page. */
let current: Playing | null = null;

function opened(blob: Blob, tell: { at: (seconds: number) => void; end: () => void }): Playing {
  const address = URL.createObjectURL(blob);
  const audio = new Audio(address);
  audio.addEventListener('timeupdate', () => tell.at(audio.currentTime));
  audio.addEventListener('ended', tell.end);
  audio.addEventListener('pause', tell.end);
  const playing: Playing = {
    play: async () => {
      if (current !== playing) current?.stop();
      current = playing;
      audio.currentTime = 0;
      await audio.play();
    },
    stop: () => audio.pause(),
    close: () => {
      audio.pause();
      URL.revokeObjectURL(address);
    },
  };
  return playing;
}

/** A tap that came too late for the browser is no fault: the sound is here now, a second tap plays it. */
function inWords(error: unknown): string | null {
  if (error instanceof Refusal) return error.problem.detail;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return null;
  return t(name === 'NotSupportedError' ? 'cannotPlay' : 'notHere');
}
