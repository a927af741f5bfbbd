import { useState } from 'preact/hooks';
import { useEffect } from 'preact/hooks';
import { me } from '../kit/api/session';
import { daysAfter, dayOf, relativeDay } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Select } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { lastVisits } from './remote';
import { tellUse } from './share-actions';
import type { CaseDetail, UseResult } from './wire';
import { t } from './words-of-cases';
import { t as tk } from './words-of-kinds';

const RESULTS: readonly UseResult[] = ['worked', 'partly', 'not'];
const LOOKED_BACK = 7;

/** 我用了: at which visit, and how it went. Its author is told. */
export function UseSheet({ of, onClose }: { of: CaseDetail; onClose: () => unknown }) {
  const visits = useTold();
  const [chosen, setChosen] = useState<string | null>(null);
  const [result, setResult] = useState<UseResult | null>(null);
  const [isMissing, setMissing] = useState(false);
  const visit = chosen ?? visits[0]?.id ?? '';
  const save = async () => {
    if (!visit || !result) {
      setMissing(true);
      return;
    }
    await tellUse(of.id, visit, result);
    say(t('saved', { name: callName(of.author) }));
    onClose();
  };
  return (
    <Sheet open title={t('useTitle')} onClose={onClose}>
      {visits.length === 0 && <p class="meta">{t('noVisit')}</p>}
      {visits.length > 0 && (
        <Select
          label={t('atVisit')}
          name="visit"
          value={visit}
          options={visits.map(({ id, client, day }) => ({
            value: id,
            label: t('visitAt', { client: client.name, day: relativeDay(day) }),
          }))}
          onChange={setChosen}
        />
      )}
      <Seg
        legend={t('result')}
        showLegend
        name="result"
        options={RESULTS.map((value) => ({ value, label: tk(value) }))}
        value={result}
        onChange={setResult}
      />
      {isMissing && (
        <p class="problem" role="alert">
          {t('choose')}
        </p>
      )}
      <Button look="main" onClick={save}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

/** My visits of the last days that were checked in at, the latest first. */
function useTold() {
  const rep = me.value?.id ?? '';
  const read = lastVisits(rep, daysAfter(dayOf(), -LOOKED_BACK));
  useEffect(() => void read.reload(), [read]);
  return (read.value?.items ?? []).filter(({ check_in: told }) => told !== null);
}
