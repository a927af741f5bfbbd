import { useEffect, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { Button } from '../kit/ui/Button';
import { DOT } from '../kit/ui/dots';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { isToCome } from './day';
import { takeBack, tellTeam, type Morning } from './kick-off-remote';
import { dayRead } from './remote';
import { t } from './words-of-kick-off';

interface Props {
  morning: Morning;
  onClose: () => unknown;
}

/** Which of today's visits the team hears of; of the others it hears nothing. */
export function TellSheet({ morning: { day, tops }, onClose }: Props) {
  const told = tops.find(({ person }) => person.id === me.value?.id);
  const plan = dayRead(day);
  const ahead = (plan.value?.visits ?? []).filter(isToCome);
  const [visit, setVisit] = useState(told?.visit_id ?? null);
  const [company, setCompany] = useState(told?.wants_company ?? false);
  const [problem, setProblem] = useState<'choose' | 'cannotSave' | null>(null);
  useEffect(() => {
    if (!plan.value) void plan.reload();
  }, [plan]);
  const save = async (what: () => Promise<void>, words: string) => {
    try {
      await what();
      say(words);
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  const press = async () => {
    const chosen = ahead.find(({ id }) => id === visit);
    if (!chosen) {
      setProblem('choose');
      return;
    }
    const body = { visit_id: chosen.id, wants_company: company };
    await save(() => tellTeam(day, body, chosen.client), t('told'));
  };
  return (
    <Sheet open title={t('which')} onClose={onClose}>
      <p class="meta">{t(ahead.length > 0 ? 'whichWhy' : 'nothingPlanned')}</p>
      {ahead.length > 0 && (
        <Picks
          legend={t('which')}
          hideLegend
          error={problem === 'choose' ? t('chooseOne') : undefined}
        >
          <Chips>
            {ahead.map(({ id, client, planned_time: at }) => (
              <Pick
                key={id}
                name="visit"
                value={id}
                checked={id === visit}
                onPick={() => setVisit(id)}
              >
                {[at, client.name].filter(Boolean).join(DOT)}
              </Pick>
            ))}
          </Chips>
        </Picks>
      )}
      {ahead.length > 0 && (
        <Pick name="company" value="yes" many checked={company} onPick={setCompany}>
          {t('wantCompany')}
        </Pick>
      )}
      {problem === 'cannotSave' && (
        <Note tone="fault" role="alert">
          {t('cannotSave')}
        </Note>
      )}
      {ahead.length > 0 && (
        <Button look="main" onClick={press}>
          {t('save')}
        </Button>
      )}
      {told && (
        <Button look="quiet" onClick={() => save(() => takeBack(day), t('takenBack'))}>
          {t('takeBack')}
        </Button>
      )}
    </Sheet>
  );
}
