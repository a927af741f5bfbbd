/** One share: its parts in the order they are asked, what was drilled before, and who said thanks. */
import { useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { momentOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Ava } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { edit, evening, lock, tray } from '../kit/ui/icons';
import { Dot, Path, Step } from '../kit/ui/Line';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note, Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { Figures } from './Figures';
import { TipLine } from './Lines';
import { PARTS_OF } from './parts';
import { useShare } from './remote';
import { ofDeal } from './ShareCard';
import { Told } from './Told';
import { OwnersPart, TapDock, Taps, ToCase } from './ShareParts';
import { tipLane } from './tips';
import type { ShareDetail } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-share';

const TryShare = late(
  async () => ({ default: (await import('./TryPart')).TryShare }),
  () => null,
);

export default function Share() {
  const id = useRoute().params['id'] ?? '';
  const read = useShare(id);
  const share = read.value;
  return (
    <Page
      title={share ? share.words || tk(share.kind) : t('wall')}
      meta={share && whenOf(share)}
      back="/shares"
      refresh={[read]}
      dock={share && <Dock share={share} />}
    >
      <ReadNote of={read} />
      {!share && !read.error && <Skeleton rows={4} />}
      {!share && read.error && <Empty title={t('gone')}>{t('goneWhy')}</Empty>}
      {share && <Whole share={share} />}
    </Page>
  );
}

export function Whole({ share }: { share: ShareDetail }) {
  const { author, drilled, state, kind } = share;
  const name = fullName(author);
  return (
    <>
      <div class="row">
        <Ava name={name} />
        <p class="grow">
          <strong>{name}</strong>
          {share.deal && (
            <>
              <br />
              <span class="meta">{ofDeal(share.deal)}</span>
            </>
          )}
        </p>
        {pending(tipLane(share.id)).length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
      </div>
      {state !== 'published' && <Note icon={lock}>{t('onlyYou')}</Note>}
      {drilled && (
        <Note icon={evening}>
          {t('fired', {
            n: drilled.rounds,
            bosses: drilled.bosses
              .map(({ person, rounds }) => t('boss', { name: fullName(person), n: rounds }))
              .join(' '),
          })}
        </Note>
      )}
      {kind === 'kpi' ? <Week share={share} /> : <Parts share={share} />}
      <Taps taps={share.taps} />
      <TryShare share={share} />
      <ToCase share={share} />
      <OwnersPart share={share} />
    </>
  );
}

function Parts({ share: { id, kind, parts, words } }: { share: ShareDetail }) {
  if (kind === 'tip') {
    return (
      <Card>
        <TipLine lang={languageOf(words)} of={words} />
      </Card>
    );
  }
  return (
    <Card>
      <Path>
        {PARTS_OF[kind].map((key, place) => {
          const part = parts.find((one) => one.key === key);
          return (
            <Step key={key} dot={<Dot {...(part && { tone: 'on' as const })}>{place + 1}</Dot>}>
              <h2>{tk(key)}</h2>
              {part ? <Told share={id} part={part} /> : <p class="meta">{t('notYet')}</p>}
            </Step>
          );
        })}
      </Path>
    </Card>
  );
}

function Week({ share }: { share: ShareDetail }) {
  const { parts, author } = share;
  const problem = parts.find(({ key }) => key === 'problems')?.words ?? '';
  const isMine = author.id === me.value?.id;
  return (
    <>
      <Figures of={share.figures} />
      <Card>
        {parts.map((part) => (
          <div key={part.key}>
            <h2>{tk(part.key === 'problems' ? 'kpiProblems' : part.key)}</h2>
            <Told share={share.id} part={part} />
            {part.key === 'problems' && isMine && (
              <LinkButton
                href={`/help-requests/new?about=share:${share.id}&words=${encodeURIComponent(problem)}`}
              >
                {t('asHelp')}
              </LinkButton>
            )}
          </div>
        ))}
      </Card>
    </>
  );
}

function Dock({ share }: { share: ShareDetail }) {
  if (share.author.id !== me.value?.id) return <TapDock share={share} />;
  const isTold = share.state === 'published';
  return (
    <LinkButton
      look={isTold ? 'plain' : 'main'}
      icon={edit}
      href={share.kind === 'tip' ? `/shares?edit=${share.id}` : `/shares/${share.id}/write`}
    >
      {t(isTold ? 'edit' : 'write')}
    </LinkButton>
  );
}

function whenOf({ kind, published_at: at }: ShareDetail): string {
  return [tk(kind), at && momentOf(at)].filter(Boolean).join(' · ');
}
