import { useState } from 'preact/hooks';
import { objectionsInWords } from '../clients/objection-types';
import { fullName } from '../kit/i18n/names';
import { IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { leaf } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { languageOf } from '../kit/ui/Talk';
import { useSuggested } from './remote';
import type { Suggested } from './wire';
import { t } from './words-of-cases';

/**
 * While a drill is prepared: three cases at most, each with the reason. They stand behind one button, since preparing
 * needs no scrolling; where there is none, there is no button.
 */
export default function CasesAhead({ visit }: { visit: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const cases = useSuggested(visit).value?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <>
      <IconButton icon={leaf} label={t('forYou')} onClick={() => setIsOpen(true)} />
      <Sheet open={isOpen} title={t('forYou')} onClose={() => setIsOpen(false)}>
        <Rows label={t('forYou')}>
          {cases.map((one) => (
            <Row
              key={one.id}
              href={`/cases/${one.id}?visit=${visit}`}
              title={<span lang={languageOf(one.title)}>{one.title}</span>}
              meta={`${reasonOf(one)} · ${fullName(one.author)}`}
            />
          ))}
        </Rows>
      </Sheet>
    </>
  );
}

function reasonOf({ reason: { kind, value } }: Suggested): string {
  if (kind === 'objection') {
    return t('because_objection', { value: objectionsInWords()[value ?? ''] ?? value ?? '' });
  }
  if (kind === 'industry') return t('because_industry', { value: value ?? '' });
  return t(`because_${kind}`);
}
