import { callName } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { DOT } from '../kit/ui/dots';
import type { Debrief } from './wire';
import { t } from './words-of-debrief';

type DifferingField = keyof Debrief['counts'];

/** Answers in writing, and what two devices wrote differently: both stay. */
export function SaidDifferently({ debrief }: { debrief: Debrief }) {
  const { acknowledgements, differing, versions } = debrief;
  const told = acknowledgements.filter(({ words }) => words);
  if (told.length === 0 && differing.length === 0) return null;
  return (
    <Card>
      {told.map(({ id, by, agrees, words }) => (
        <div key={id}>
          <p class="meta">{t(agrees ? 'comments' : 'sees', { name: callName(by) })}</p>
          <p lang={languageOf(words ?? '')}>{words}</p>
        </div>
      ))}
      {differing.length > 0 && <h3>{t('bothVersions')}</h3>}
      {differing.flatMap((field) =>
        versions.map((version) => (
          <p key={`${field} ${version.id}`}>
            <span class="meta">
              {t('versionOf', { name: callName(version.by) })}
              {DOT}
            </span>
            {version[field as DifferingField]}
          </p>
        )),
      )}
    </Card>
  );
}
