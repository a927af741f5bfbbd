/** One case: its parts, how it went at others' visits, and for its author who used it. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { objectionsInWords } from '../clients/objection-types';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { relativeDay, shortDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { check, edit as pencil } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { Lines } from './Lines';
import { countsOf, valuesOf } from './cases';
import { noteOpened } from './opened';
import { CaseAtCamp } from './CaseAtCamp';
import { changeCase, check as lookedAt, retire, useCase } from './remote';
import { TryCase } from './TryPart';
import { UseSheet } from './UseSheet';
import type { CaseDetail } from './wire';
import { t } from './words-of-cases';
import { t as tk } from './words-of-kinds';

const EditCase = late(() => import('./EditCase'));

export default function Case() {
  const id = useRoute().params['id'] ?? '';
  const { path, query, route } = useLocation();
  const read = useCase(id);
  const found = read.value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const ahead = query['visit'];
  useEffect(() => {
    if (found && ahead) void noteOpened(ahead, found);
  }, [found, ahead]);
  const mayUse = found && !found.retired && found.author.id !== me.value?.id;
  if (found?.yours_to_keep && 'edit' in query) {
    return <EditCase key={found.version} of={found} done={() => route(path, true)} />;
  }
  return (
    <Page
      title={found?.title ?? t('title')}
      meta={found && t('by', { name: fullName(found.author) })}
      back="/cases"
      refresh={[read]}
      dock={
        mayUse &&
        me.value?.role === 'rep' && (
          <LinkButton look="main" icon={check} href={`${path}?use`}>
            {t('use')}
          </LinkButton>
        )
      }
    >
      <ReadNote of={read} />
      {!found && !read.error && <Skeleton rows={4} />}
      {!found && read.error && <Empty title={t('gone')} />}
      {found && <Whole of={found} reload={() => read.again()} />}
      {mayUse && 'use' in query && <UseSheet of={found} onClose={() => route(path, true)} />}
    </Page>
  );
}

function Whole({ of, reload }: { of: CaseDetail; reload: () => unknown }) {
  return (
    <>
      <Tags of={of} />
      <Card>
        {of.parts.map(({ key, words }) => (
          <div key={key}>
            <h2>{tk(key)}</h2>
            <Lines of={words} />
          </div>
        ))}
      </Card>
      <p class="meta">{countsOf(of)}</p>
      {!of.retired && <TryCase of={of} />}
      <Uses of={of.uses} />
      {of.share_id && (
        <Rows>
          <Row href={`/shares/${of.share_id}`} title={t('toShare')} />
        </Rows>
      )}
      <p class="meta">{t('keptBy', { name: fullName(of.owner), day: shortDay(of.check_on) })}</p>
      {of.yours_to_keep && <Keeping of={of} reload={reload} />}
    </>
  );
}

function Tags({ of: { tags, retired } }: { of: CaseDetail }) {
  const names = objectionsInWords();
  const objections = valuesOf(tags, 'objection').map((key) => names[key] ?? key);
  const stages = valuesOf(tags, 'stage').map((one) => t(one as 'finding'));
  const rest = [...valuesOf(tags, 'industry'), ...valuesOf(tags, 'grade')];
  return (
    <div class="row wrap">
      {retired && <Tag tone="wait">{t('retired')}</Tag>}
      {[...objections, ...stages, ...rest].map((one) => (
        <Tag key={one}>{one}</Tag>
      ))}
    </div>
  );
}

/** For its author alone. */
function Uses({ of }: { of: CaseDetail['uses'] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{t('usedTitle')}</h2>
      <Rows label={t('usedTitle')}>
        {of.map(({ by, day, result }) => (
          <Row
            key={by.id + day}
            before={<Ava name={fullName(by)} />}
            title={tk(result)}
            meta={t('usedOne', { name: fullName(by), day: relativeDay(day) })}
          />
        ))}
      </Rows>
    </section>
  );
}

function Keeping({ of, reload }: { of: CaseDetail; reload: () => unknown }) {
  const [busy, setBusy] = useState(false);
  const carry = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      say(done);
      void reload();
    } catch {
      say(t('online'));
    } finally {
      setBusy(false);
    }
  };
  if (of.retired) {
    return (
      <Button
        busy={busy}
        onClick={() =>
          carry(() => changeCase(of.id, of.version, { retired: false }), t('offeredAgain'))
        }
      >
        {t('offerAgain')}
      </Button>
    );
  }
  return (
    <section>
      <h2>{t(of.due_for_check ? 'dueNow' : 'keeping')}</h2>
      {of.due_for_check && <p class="meta">{t('dueWhy')}</p>}
      <div class="row wrap">
        <Button busy={busy} onClick={() => carry(() => lookedAt(of.id), t('lookedDone'))}>
          {t('looked')}
        </Button>
        <LinkButton icon={pencil} href={`/cases/${of.id}?edit`}>
          {t('edit')}
        </LinkButton>
        <Button
          look="quiet"
          busy={busy}
          onClick={() => carry(() => retire(of.id, of.version), t('retired'))}
        >
          {t('retire')}
        </Button>
      </div>
      {me.value?.role === 'trainer' && <CaseAtCamp case={of.id} />}
    </section>
  );
}
