import { IconButton } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { close, plus } from '../kit/ui/icons';
import { ChipButton, Chips } from '../kit/ui/Pick';
import { MOST_LINES, withCompetitor, withLine } from './sheet';
import type { SheetFormProps } from './SheetForm';
import type { CompetitorHeard } from './wire';
import { t } from './words-of-sheet';

/** Up to three others who sell to this client, and what they claim. */
export function CompetitorsForm({ sheet, onChange }: Omit<SheetFormProps, 'playbook'>) {
  const { items } = sheet.competitors;
  return (
    <>
      <p class="meta">{t('competitorsAsk')}</p>
      {items.map((item) => (
        <Competitor
          key={item.id}
          item={item}
          onChange={(change) => onChange(withLine(sheet, 'competitors', item.id, change))}
        />
      ))}
      {items.length < MOST_LINES && (
        <Chips>
          <ChipButton icon={plus} onClick={() => onChange(withCompetitor(sheet))}>
            {t('addCompetitor')}
          </ChipButton>
        </Chips>
      )}
    </>
  );
}

interface CompetitorProps {
  item: CompetitorHeard;
  /** Null removes the line. */
  onChange: (change: Partial<CompetitorHeard> | null) => unknown;
}

function Competitor({ item, onChange }: CompetitorProps) {
  return (
    <div class="row">
      <div class="grow">
        <Field
          label={t('competitorName')}
          name={`name-${item.id}`}
          maxLength={60}
          value={item.name}
          onInput={(name) => onChange({ name })}
        />
        <Field
          label={t('competitorClaim')}
          name={`claim-${item.id}`}
          maxLength={2000}
          value={item.claim}
          onInput={(claim) => onChange({ claim })}
        />
      </div>
      <IconButton icon={close} label={t('removeLine')} onClick={() => onChange(null)} />
    </div>
  );
}
