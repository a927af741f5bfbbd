import { useEffect, useState } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { dayDraft, handIn } from './camp-actions';
import { linkablesRead, type Linkable } from './camp-remote';
import { kindOf } from './CampDays';
import type { Camp, CampDay, CampLink } from './wire';
import { t } from './words-of-camp';

interface Props {
  camp: Camp;
  day: CampDay;
  onClose: () => unknown;
}

const nameOf = ({ kind, id }: CampLink) => `${kind}:${id}`;

/** What a day asks for, kept as a draft while it is typed; without a network there are the words alone. */
export default function HandInSheet({ camp, day, onClose }: Props) {
  const { begins_on } = camp;
  const links = linkablesRead(begins_on);
  useEffect(() => void links.reload(), [links]);
  const before = { where: day.link ? nameOf(day.link) : '', words: day.words ?? '' };
  const draft = useDraft(dayDraft(camp.id, day), before);
  const { where, words } = draft.value.value;
  const [problem, setProblem] = useState<'lackWords' | 'cannotSave' | null>(null);
  const offered = offersOf(links.value ?? [], day.link);
  const link = offered.find((one) => nameOf(one) === where) ?? null;
  const change = (part: object) => {
    setProblem(null);
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const press = async () => {
    if (!words.trim() && !link) {
      setProblem('lackWords');
      return;
    }
    try {
      const attached = link && { kind: link.kind, id: link.id };
      await handIn(camp, day, { words: words.trim(), link: attached });
      say(t('kept'));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={inMyLanguage(day.title)} onClose={onClose}>
      <Field
        label={t('inWords')}
        hint={inMyLanguage(day.asked)}
        name="words"
        lines={4}
        maxLength={2000}
        value={words}
        error={problem ? t(problem) : undefined}
        onInput={(typed) => change({ words: typed })}
      />
      {offered.length > 0 && (
        <Select
          label={t('attach')}
          name="link"
          value={link ? where : ''}
          options={[
            { value: '', label: t('nothing') },
            ...offered.map((one) => ({ value: nameOf(one), label: labelOf(one) })),
          ]}
          onChange={(chosen) => change({ where: chosen })}
        />
      )}
      <Button look="main" onClick={press}>
        {t('handIn')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

/** What was attached before stays a choice, also when it is no longer among the latest. */
function offersOf(found: readonly Linkable[], before: CampLink | null): readonly Linkable[] {
  if (!before || found.some((one) => nameOf(one) === nameOf(before))) return found;
  return [{ ...before, about: t('attached') }, ...found];
}

function labelOf(one: Linkable): string {
  return t('aboutLink', { kind: kindOf(one), about: one.about });
}
