import { useState } from 'preact/hooks';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { useLocation } from 'preact-iso';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Pick } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { accept, announce, withdraw } from './rival-actions';
import { acceptDraft } from './rivals';
import type { PersonRef, RivalryDetail } from './rivals-wire';
import { t } from './words-of-rivals';

/** The yes comes with a friendly word; the no leaves nothing. */
export function AskedOfMe({ id, name }: { id: string; name: string }) {
  const { path } = useLocation();
  const draft = useDraft(acceptDraft(id), { learn: '' });
  const [problem, setProblem] = useState<'lackLearn' | 'cannotSave' | null>(null);
  const { learn } = draft.value.value;
  const press = async () => {
    setProblem(learn.trim() ? null : 'lackLearn');
    if (!learn.trim()) return;
    try {
      await accept(id, learn);
      say(t('acceptedNow'));
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Card>
      <p class="big">{t('theyPropose', { name })}</p>
      <Field
        label={t('learn')}
        hint={t('learnHint')}
        name="learn"
        maxLength={200}
        value={learn}
        error={problem ? t(problem) : undefined}
        onInput={(words) => (draft.value.value = { learn: words })}
      />
      <Button look="main" onClick={press}>
        {t('accept')}
      </Button>
      <LinkButton look="quiet" href={`${path}?withdraw`}>
        {t('sayNo')}
      </LinkButton>
      <p class="meta">{t('noWhy')}</p>
    </Card>
  );
}

interface TellProps {
  pk: RivalryDetail;
  other: PersonRef | null;
}

export function TellTeam({ pk, other }: TellProps) {
  const [told, setTold] = useState(pk.i_tell);
  const choose = async (checked: boolean) => {
    setTold(checked);
    await announce(pk.id, checked);
  };
  return (
    <Card>
      <Pick many name="tell" value="team" checked={told} onPick={choose}>
        {t(other ? 'tellTeam' : 'tellMonth')}
      </Pick>
      <p class="meta">{t('tellWhy')}</p>
      {other && pk.they_tell && <p class="meta">{t('theySay', { name: callName(other) })}</p>}
    </Card>
  );
}

export function WithdrawSheet({ id, onClose }: { id: string; onClose: () => unknown }) {
  const { route } = useLocation();
  const really = async () => {
    await withdraw(id);
    say(t('withdrawn'));
    route('/rivals', true);
  };
  return (
    <Sheet open title={t('withdrawQuestion')} onClose={onClose}>
      <p>{t('withdrawWhy')}</p>
      <Button look="main" onClick={really}>
        {t('withdraw')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('keep')}
      </Button>
    </Sheet>
  );
}
