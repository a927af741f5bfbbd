import { useId } from 'preact/hooks';
import { t } from './words';

const ACCEPTED = '.pdf,image/png,image/jpeg,image/webp,.mp3,.m4a,.webm,.ogg,audio/*';

interface Props {
  onChoose: (file: File | null) => unknown;
  error?: string | undefined;
}

export function FileField({ onChoose, error }: Props) {
  const id = useId();
  const said = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{t('choose')}</label>
      <input
        id={id}
        type="file"
        name="file"
        accept={ACCEPTED}
        aria-describedby={said}
        aria-invalid={error ? 'true' : undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <span id={`${id}-hint`}>{t('chooseHint')}</span>
      {error && (
        <span id={`${id}-error`} class="problem" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
