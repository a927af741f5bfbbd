import { money, shortDay } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { readRows, useRows } from './remote';
import type { FigureRow, GoalDetail } from './wire';
import { t } from './words-of-one';

const KINDS = {
  visit: 'visit',
  deal: 'deal',
  payment: 'payment',
  round: 'round',
  rung: 'rung',
  help_solved: 'help_solved',
} as const;

/** The rows behind the figure, each to be opened: nothing of it was typed. */
export function FigureRows({ goal, isMine }: { goal: GoalDetail; isMine: boolean }) {
  const read = useRows(goal.id);
  const items = read.value?.items ?? [];
  return (
    <section>
      <h2>{t('rows')}</h2>
      <ReadNote of={read} />
      {read.value && items.length === 0 && <p class="meta">{t('noRows')}</p>}
      {items.length > 0 && (
        <Rows label={t('rows')}>
          {items.map((row) => (
            <OneRow key={row.id} row={row} isMine={isMine} />
          ))}
        </Rows>
      )}
      <MorePages list={read} read={(cursor) => readRows(goal.id, cursor)} />
    </section>
  );
}

function OneRow({ row, isMine }: { row: FigureRow; isMine: boolean }) {
  const { client, kind, day, amount } = row;
  const named = kind in KINDS ? t(KINDS[kind as keyof typeof KINDS]) : kind;
  const href = hrefOf(row, isMine);
  return (
    <Row
      {...(href && { href })}
      title={client ? <span lang={languageOf(client.name)}>{client.name}</span> : named}
      meta={[client && named, shortDay(day)].filter(Boolean).join(' · ')}
      after={amount && <span class="num">{money(amount)}</span>}
    />
  );
}

/** A visit's own words are opened by whoever made it; the client by whoever may see it. */
function hrefOf({ kind, client, opens_id }: FigureRow, isMine: boolean): string | null {
  if (kind === 'visit' && isMine) return `/visits/${opens_id}/check-in`;
  if (kind === 'help_solved' && isMine) return `/help-requests/${opens_id}`;
  if (kind === 'rung' && isMine) return '/me/ladder';
  return client && `/clients/${client.id}`;
}
