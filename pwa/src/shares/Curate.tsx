/** A share becomes a case: each part before and after, and nothing is added until somebody confirms. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { NoAnswer, Refusal } from '../kit/api/problem';
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { useSending } from '../kit/form/use-sending';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { alert, mic } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { ObjectionSelect, SkillSelect } from './Cases';
import { valuesOf } from './cases';
import { CASE_READS, curate, SHARE_READS, useCaseDraft } from './remote';
import type { CaseDraft, CaseTag, PartKey } from './wire';
import { t } from './words-of-cases';
import { t as tk } from './words-of-kinds';

export const STAGES = ['finding', 'following_up', 'objections', 'signing', 'collecting'] as const;
const MOST_WORDS = 2000;

export default function Curate() {
  const id = useRoute().params['id'] ?? '';
  const read = useCaseDraft(id);
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  if (read.value) return <Confirm key={id} draft={read.value} />;
  return (
    <Page title={t('curateTitle')} back={`/shares/${id}`}>
      <ReadNote of={read} />
      {!read.error && <Skeleton rows={4} />}
    </Page>
  );
}

function Confirm({ draft }: { draft: CaseDraft }) {
  const { route } = useLocation();
  const [title, setTitle] = useState(draft.title.after);
  const [said, setSaid] = useState<Partial<Record<PartKey, string>>>(() =>
    Object.fromEntries(draft.parts.map(({ key, after }) => [key, after])),
  );
  const [tags, setTags] = useState<CaseTag[]>(draft.tags);
  const [id] = useState(uuid7);
  const form = useSending({
    isComplete: title.trim() !== '',
    send: async () => {
      const parts = draft.parts.flatMap(({ key }) => {
        const words = said[key]?.trim();
        return words ? [{ key, words }] : [];
      });
      const made = await curate({ id, share_id: draft.share_id, title: title.trim(), parts, tags });
      void refresh(CASE_READS);
      void refresh(SHARE_READS);
      say(t('curated'));
      route(`/cases/${made.id}`, true);
    },
  });
  return (
    <Page
      title={t('curateTitle')}
      meta={t('curateMeta')}
      back={`/shares/${draft.share_id}`}
      dock={
        <>
          {form.problem !== null && (
            <Note role="alert" icon={alert}>
              {inWords(form.problem)}
            </Note>
          )}
          <Button look="main" busy={form.busy} busyLabel={t('curating')} onClick={form.submit}>
            {t('curate')}
          </Button>
        </>
      }
    >
      <Field
        label={t('headline')}
        name="title"
        maxLength={200}
        value={title}
        error={form.asked && !title.trim() ? t('lackTitle') : undefined}
        onInput={setTitle}
      />
      {draft.parts.map(({ key, before }) => (
        <Card key={key}>
          <h2>{tk(key)}</h2>
          <div class="stack split half">
            <div>
              <p class="meta">{t('before', { name: fullName(draft.author) })}</p>
              <p lang={languageOf(before)}>{before}</p>
            </div>
            <Field
              label={t('after')}
              name={key}
              lines={3}
              maxLength={MOST_WORDS}
              value={said[key] ?? ''}
              onInput={(words) => setSaid({ ...said, [key]: words })}
            />
          </div>
        </Card>
      ))}
      {draft.only_said.length > 0 && (
        <Note icon={mic}>
          {t('onlySaid', { parts: draft.only_said.map((key) => tk(key)).join(t('and')) })}
        </Note>
      )}
      <FoundBy tags={tags} onChange={setTags} />
    </Page>
  );
}

interface TagsProps {
  tags: CaseTag[];
  onChange: (tags: CaseTag[]) => unknown;
}

/** The objection, the skill and the stage; industry and grade come from the client. */
export function FoundBy({ tags, onChange }: TagsProps) {
  const stages = valuesOf(tags, 'stage');
  const without = (kind: CaseTag['kind']) => tags.filter((tag) => tag.kind !== kind);
  const one = (kind: CaseTag['kind'], value: string) =>
    onChange([...without(kind), ...(value ? [{ kind, value }] : [])]);
  const rest = [...valuesOf(tags, 'industry'), ...valuesOf(tags, 'grade')];
  return (
    <section class="stack">
      <h2>{t('tags')}</h2>
      <ObjectionSelect
        value={valuesOf(tags, 'objection')[0] ?? ''}
        onChange={(value) => one('objection', value)}
      />
      <SkillSelect
        value={valuesOf(tags, 'skill')[0] ?? ''}
        onChange={(value) => one('skill', value)}
      />
      <Picks legend={t('stage')}>
        <Chips>
          {STAGES.map((value) => (
            <Pick
              key={value}
              name="stage"
              value={value}
              many
              checked={stages.includes(value)}
              onPick={(isOn) => {
                const others = tags.filter((tag) => tag.kind !== 'stage' || tag.value !== value);
                onChange(isOn ? [...others, { kind: 'stage', value }] : others);
              }}
            >
              {t(value)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      {rest.length > 0 && <p class="meta">{rest.join(' · ')}</p>}
    </section>
  );
}

export function inWords(problem: unknown): string {
  if (problem instanceof Refusal && problem.problem.detail) return problem.problem.detail;
  return problem instanceof NoAnswer ? t('online') : String(problem);
}
