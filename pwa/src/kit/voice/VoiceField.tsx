import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button';
import { Hidden } from '../ui/Hidden';
import { bin, mic, stop } from '../ui/icons';
import { say } from '../ui/Toast';
import { Player } from './Player';
import { clock, MOST_SECONDS } from './time';
import type { Voice } from './use-voice';
import { t } from './words';

interface Props {
  voice: Voice;
  /** What is said here: "Voice note". */
  label: string;
  /** Where several stand on one page: which of them is begun, for whoever does not see the line. It takes less room. */
  named?: string;
  /** Stands in place of the button: a recording that was saved before. */
  children?: ComponentChildren;
}

/**
 * Say it instead of typing it: tap, speak, tap. On an insecure address browsers give no microphone,
 * so there is nothing here; `InsecureAddress` says so once for the whole app.
 */
export function VoiceField({ voice, label, named, children }: Props) {
  const { phase, take, why } = voice;
  const field = useKeptFocus(`${phase.value} ${take.value !== null}`);
  if (!window.isSecureContext && !take.value && !children) return null;
  return (
    <section class="stack" aria-label={label} ref={field}>
      {body(voice, named, children)}
      {why.value && (
        <p class="problem" role="status">
          {t(why.value)}
        </p>
      )}
    </section>
  );
}

function body(voice: Voice, named: string | undefined, saved: ComponentChildren) {
  if (voice.phase.value === 'recording') return <Speaking {...voice} />;
  if (voice.take.value) return <Taken voice={voice} />;
  return saved || <Begin voice={voice} named={named} />;
}

function Begin({
  voice: { phase, start },
  named,
}: Pick<Props, 'voice'> & { named: Props['named'] | undefined }) {
  return (
    <div class="row">
      <Button
        look={named ? 'quiet' : 'plain'}
        icon={mic}
        busy={phase.value === 'asking'}
        busyLabel={t('asking')}
        onClick={() => start()}
      >
        {t('say')}
        {named && <Hidden> {named}</Hidden>}
      </Button>
      {!named && <span class="meta grow">{t('sayWhy')}</span>}
    </div>
  );
}

/** No level, no animation: a still bar that fills says enough. */
function Speaking({ seconds, finish }: Voice) {
  const most = clock(MOST_SECONDS);
  return (
    <div class="row">
      <Button icon={stop} onClick={() => finish()}>
        {t('stop')}
      </Button>
      <div class="grow">
        <p class="meta num" role="timer" aria-live="off">
          {t('recording')} {t('so', { now: clock(seconds.value), most })}
        </p>
        <progress value={seconds.value} max={MOST_SECONDS} aria-label={t('recording')} />
        <Hidden>
          <span role="status">{t('recording')}</span>
        </Hidden>
      </div>
    </div>
  );
}

function Taken({ voice }: { voice: Voice }) {
  const take = voice.take.value;
  if (!take) return null;
  const discard = async () => say(t('discarded'), await voice.discard());
  const sound = () => Promise.resolve(new Blob([take.bytes], { type: take.type }));
  return (
    <>
      <div class="row">
        <Player key={take.at} sound={sound} seconds={take.seconds} />
        <Button look="quiet" icon={bin} onClick={discard}>
          {t('discard')}
        </Button>
      </div>
      <p class="meta" role="status">
        {t('kept')}
      </p>
    </>
  );
}

/** The button that was pressed makes room for the next: whoever goes by keys is not sent to the top. */
function useKeptFocus(state: string) {
  const field = useRef<HTMLElement>(null);
  const had = useRef(false);
  had.current = field.current?.contains(document.activeElement) ?? false;
  useEffect(() => {
    if (had.current) field.current?.querySelector('button')?.focus();
  }, [state]);
  return field;
}
