import { Seg } from '../kit/ui/Seg';
import { languageOf } from '../kit/ui/Talk';
import { useConfidence, type Confidence } from './confidence';
import { t } from './words-of-prepare';

const STEPS: readonly { value: Confidence; key: 'unsure' | 'half' | 'quite' }[] = [
  { value: 1, key: 'unsure' },
  { value: 2, key: 'half' },
  { value: 3, key: 'quite' },
];

interface Props {
  visit: string;
  /** The client, where several are asked about. */
  client?: string;
}

/** Asked tonight, looked at again after the visit. */
export function HowSure({ visit, client }: Props) {
  const confidence = useConfidence(visit);
  const { value } = confidence.value;
  return (
    <div class="row">
      <span class="meta" aria-hidden="true" lang={client && languageOf(client)}>
        {client ?? t('sureShort')}
      </span>
      <div class="grow">
        <Seg
          legend={client ? t('sureAt', { client }) : t('sure')}
          name={`confidence-${visit}`}
          options={STEPS.map((step) => ({ value: String(step.value), label: t(step.key) }))}
          value={value === null ? null : String(value)}
          onChange={(said) => (confidence.value.value = Number(said) as Confidence)}
        />
      </div>
    </div>
  );
}
