import { useState } from 'preact/hooks';
import { FormSheet } from '../commitments/FormSheet';
import { me as meNow } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { pending, useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { check, tray } from '../kit/ui/icons';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { harvestHelp } from './actions';
import type { HelpShown } from './at-hand';
import { helpLane, KINDS } from './kinds';
import type { HarvestForm, HarvestKind } from './wire';
import { t } from './words-of-harvest';

interface Props {
  request: HelpShown;
  me: string;
}

/** What becomes of a solved request, for those who had a part in it; of what is personal nothing does. */
export default function Harvest({ request, me }: Props) {
  const [open, setOpen] = useState(false);
  const { harvest, asker, helper, kind, id } = request;
  const isUnsent = pending(helpLane(id)).some((one) => one.kind === KINDS.harvest);
  const leads = meNow.value?.role === 'manager';
  const may = leads || [asker.id, helper?.id].includes(me);
  if (isUnsent) return <Note icon={tray}>{t('waits')}</Note>;
  if (harvest) {
    const what = t(`${harvest.kind}Is`);
    return (
      <Note icon={check}>
        <span lang={languageOf(harvest.words)}>{harvest.words}</span>
        <br />
        <span class="meta">{t('by', { what, name: fullName(harvest.by) })}</span>
      </Note>
    );
  }
  if (kind === 'personal' || !may) return null;
  return (
    <>
      <Button icon={check} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <HarvestSheet request={request} onClose={() => setOpen(false)} />}
    </>
  );
}

function HarvestSheet({ request, onClose }: { request: HelpShown; onClose: () => unknown }) {
  // A card is played at a client; without one it can still become a case or a topic.
  const kinds: readonly HarvestKind[] = request.client
    ? ['drill', 'case', 'topic']
    : ['case', 'topic'];
  const draft = useDraft<HarvestForm>(`${KINDS.harvest}:${helpLane(request.id)}`, {
    kind: null,
    words: '',
  });
  const form = draft.value.value;
  const change = (part: Partial<HarvestForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const lacks = () => {
    if (!form.kind) return t('lackKind');
    return form.words.trim() ? null : t('lackWords');
  };
  const save = async () => {
    await harvestHelp(request, form);
    say(t('kept'));
  };
  return (
    <FormSheet title={t('title')} lacks={lacks} save={save} onClose={onClose}>
      <Picks legend={t('title')}>
        <Chips>
          {kinds.map((kind) => (
            <Pick
              key={kind}
              name="harvest"
              value={kind}
              checked={kind === form.kind}
              onPick={() => change({ kind })}
            >
              {t(kind)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('words')}
        hint={t('hint')}
        name="words"
        lines={2}
        maxLength={200}
        value={form.words}
        onInput={(words) => change({ words })}
      />
    </FormSheet>
  );
}
