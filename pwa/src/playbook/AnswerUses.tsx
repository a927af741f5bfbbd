import { relativeDay } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { Skeleton } from '../kit/ui/Skeleton';
import { languageOf } from '../kit/ui/Talk';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { readUses, useUses, type AnswerUse } from './answers-remote';
import { t } from './words-of-answers';

/** When it was said and how it went; at which client only where one may see that, by whom never. */
export function AnswerUses({ answer }: { answer: string }) {
  const read = useUses(answer);
  const uses = read.value?.items ?? [];
  return (
    <>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && uses.length === 0 && <p class="meta">{t('noUses')}</p>}
      {uses.length > 0 && (
        <Rows label={t('visits')}>
          {uses.map((use) => (
            <OneUse key={use.id} use={use} />
          ))}
        </Rows>
      )}
      <MorePages list={read} read={(cursor) => readUses(answer, cursor)} />
    </>
  );
}

function OneUse({ use: { day, result, client } }: { use: AnswerUse }) {
  const meta = `${relativeDay(day)} · ${t(result)}`;
  if (!client) return <Row title={t('aVisit')} meta={meta} />;
  const { id, name } = client;
  return <Row href={`/clients/${id}`} title={name} lang={languageOf(name)} meta={meta} />;
}
