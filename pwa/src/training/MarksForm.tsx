import { Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import {
  AREAS,
  giveMarks,
  type Area,
  type Certification,
  type Marks,
} from './certification-remote';
import { t as ta } from './words-of-anchors';
import { t } from './words-of-certification';

const STEPS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

type Form = Partial<Record<Area, number>> & { strong: string; next: string };

interface Props {
  id: string;
  given: Certification['seats'][number];
  anchors: Certification['anchors'];
}

/** What a mark from 1 to 5 looks like, in the words the certification was planned with. */
export function anchoredBy(
  anchors: Certification['anchors'],
  area: Area,
  mark: number | undefined,
): string {
  const said = mark && anchors[area]?.[mark - 1];
  return said ? inMyLanguage(said) : '';
}

/** Six areas, each with the words of the chosen mark under it; kept as a draft while it is filled in. */
export function MarksForm({ id, given: { marks, strong, next }, anchors }: Props) {
  const draft = useDraft<Form>(`certification-marks:${id}`, {
    ...marks,
    strong: strong ?? '',
    next: next ?? '',
  });
  const form = draft.value.value;
  const change = (part: Partial<Form>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const lines = { strong: form.strong.trim(), next: form.next.trim() };
  const { asked, busy, problem, submit } = useSending({
    isComplete: AREAS.every((area) => form[area]) && lines.strong !== '' && lines.next !== '',
    send: async () => {
      await giveMarks(id, { ...form, ...lines } as Marks);
      say(t('marked'));
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      {AREAS.map((area) => (
        <AreaCard
          key={area}
          area={area}
          mark={form[area] ?? null}
          said={anchoredBy(anchors, area, form[area])}
          asked={asked}
          onMark={(mark) => change({ [area]: mark })}
        />
      ))}
      <Field
        label={t('strong')}
        name="strong"
        lines={2}
        maxLength={2000}
        value={form.strong}
        error={asked && !lines.strong ? t('lackWords') : undefined}
        onInput={(typed) => change({ strong: typed })}
      />
      <Field
        label={t('nextOne')}
        name="next"
        lines={2}
        maxLength={2000}
        value={form.next}
        error={asked && !lines.next ? t('lackWords') : undefined}
        onInput={(typed) => change({ next: typed })}
      />
      <Problem of={problem} />
      <Button look="main" type="submit" busy={busy}>
        {t('mark')}
      </Button>
      <p class="meta">{t('correct')}</p>
    </form>
  );
}

interface AreaProps {
  area: Area;
  mark: number | null;
  /** The words of the chosen mark. */
  said: string;
  asked: boolean;
  onMark: (mark: number) => unknown;
}

function AreaCard({ area, mark, said, asked, onMark }: AreaProps) {
  return (
    <Card as="div">
      <Seg
        legend={ta(area)}
        showLegend
        name={area}
        shape="five"
        options={STEPS}
        value={mark === null ? null : String(mark)}
        onChange={(value) => onMark(Number(value))}
      />
      {said && <p class="meta">{said}</p>}
      {mark === null && asked && (
        <p class="problem" role="alert">
          {t('lackMark')}
        </p>
      )}
    </Card>
  );
}
