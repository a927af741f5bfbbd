/** The pre-read: what each side writes beforehand, and the host's notes for the host alone. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { callName, fullName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card, Fold } from '../kit/ui/Card';
import { Field, Select } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { languageOf } from '../kit/ui/Talk';
import { notesDraft, partDraft, writeHostsPart, writeNotes, writePersonsPart } from './actions';
import { linkName } from './Facts';
import type { FactLink, Review } from './wire';
import { t } from './words-of-review';

interface PersonsForm {
  wants: string;
  stuck: string;
  tried: string;
}

/** Three things, on a phone, before the talk. */
export function PersonsForm({ review }: { review: Review }) {
  const { wants = '', stuck, tried } = review.persons_part ?? {};
  const stored: PersonsForm = { wants, stuck: stuck ?? '', tried: tried ?? '' };
  const draft = useDraft<PersonsForm>(partDraft(review.id), stored);
  const form = draft.value.value;
  const lacks = form.wants.trim() ? undefined : t('lackWants');
  const save = () =>
    writePersonsPart(review, {
      wants: form.wants.trim(),
      stuck: form.stuck.trim() || null,
      tried: form.tried.trim() || null,
    });
  const field = (name: keyof PersonsForm) => ({
    ...{ name, lines: 2, maxLength: 2000, value: form[name] },
    onInput: (words: string) => {
      draft.value.value = { ...draft.value.peek(), [name]: words };
    },
  });
  return (
    <PartCard lacks={lacks !== undefined} save={save}>
      {(asked) => (
        <>
          <Field
            {...field('wants')}
            label={t('wants')}
            hint={t('wantsHint')}
            error={asked ? lacks : undefined}
          />
          <Field {...field('stuck')} label={t('stuck')} />
          <Field {...field('tried')} label={t('tried')} />
        </>
      )}
    </PartCard>
  );
}

interface HostsForm {
  praise: string;
  evidence: string;
  question: string;
  offer: string;
}

/** One praise with the record it rests on, one question, one offer. */
export function HostsForm({ review }: { review: Review }) {
  const part = review.hosts_part;
  const links = linksOf(review);
  const stored: HostsForm = {
    ...{ praise: part?.praise ?? '', question: part?.question ?? '', offer: part?.offer ?? '' },
    evidence: part?.evidence?.id ?? '',
  };
  const draft = useDraft<HostsForm>(partDraft(review.id), stored);
  const form = draft.value.value;
  const change = (words: Partial<HostsForm>) => {
    draft.value.value = { ...draft.value.peek(), ...words };
  };
  const evidence = links.find(({ id }) => id === form.evidence);
  const lacks = {
    praise: form.praise.trim() ? undefined : t('lackPraise'),
    evidence: evidence || links.length === 0 ? undefined : t('lackEvidence'),
    question: form.question.trim() ? undefined : t('lackQuestion'),
    offer: form.offer.trim() ? undefined : t('lackOffer'),
  };
  const save = () =>
    writeHostsPart(review, {
      praise: form.praise.trim(),
      evidence: evidence ? { kind: evidence.kind, id: evidence.id } : null,
      question: form.question.trim(),
      offer: form.offer.trim(),
    });
  const field = (name: 'praise' | 'question' | 'offer', asked: boolean) => ({
    ...{ name, lines: 2, maxLength: 2000, value: form[name] },
    label: t(name),
    error: asked ? lacks[name] : undefined,
    onInput: (words: string) => change({ [name]: words }),
  });
  const name = review.person ? callName(review.person) : '';
  return (
    <PartCard lacks={Object.values(lacks).some(Boolean)} save={save}>
      {(asked) => (
        <>
          <Field {...field('praise', asked)} {...(name && { hint: t('praiseHint', { name }) })} />
          {links.length > 0 && (
            <Select
              label={t('evidence')}
              name="evidence"
              value={form.evidence}
              options={[
                { value: '', label: t('chooseEvidence') },
                ...links.map((one) => ({ value: one.id, label: linkName(one) })),
              ]}
              error={asked ? lacks.evidence : undefined}
              onChange={(id) => change({ evidence: id })}
            />
          )}
          <Field {...field('question', asked)} />
          <Field {...field('offer', asked)} />
        </>
      )}
    </PartCard>
  );
}

interface PartCardProps {
  lacks: boolean;
  save: () => Promise<void>;
  children: (asked: boolean) => ComponentChildren;
}

function PartCard({ lacks, save, children }: PartCardProps) {
  const [asked, setAsked] = useState(false);
  const press = async () => {
    setAsked(true);
    if (lacks) return;
    try {
      await save();
      say(t('partSaved'));
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <Card>
      <h2>{t('mine')}</h2>
      {children(asked)}
      <Button onClick={press}>{t('savePart')}</Button>
    </Card>
  );
}

/** What a side wrote, for whoever did not write it. */
export function PersonsWords({ review }: { review: Review }) {
  const part = review.persons_part;
  if (!review.person) return null;
  const name = fullName(review.person);
  return (
    <Card>
      <h2>{t('theirs', { name })}</h2>
      {!part && <p class="meta">{t('notWritten', { name })}</p>}
      {part && (
        <Words of={[part.wants, part.stuck, part.tried]} names={['wants', 'stuck', 'tried']} />
      )}
    </Card>
  );
}

export function HostsWords({ review }: { review: Review }) {
  const part = review.hosts_part;
  const name = fullName(review.host);
  const link = linksOf(review).find(({ id }) => id === part?.evidence?.id);
  return (
    <Card>
      <h2>{t('theirs', { name })}</h2>
      {!part && <p class="meta">{t('notWritten', { name })}</p>}
      {part && (
        <Words
          of={[part.praise, link ? linkName(link) : null, part.question, part.offer]}
          names={['praise', 'evidence', 'question', 'offer']}
        />
      )}
    </Card>
  );
}

type Name = 'wants' | 'stuck' | 'tried' | 'praise' | 'evidence' | 'question' | 'offer';

function Words({ of, names }: { of: readonly (string | null)[]; names: readonly Name[] }) {
  return (
    <>
      {of.map((words, at) => {
        const name = names[at];
        if (!words || !name) return null;
        return (
          <p key={name}>
            <span class="meta">{t(name)}</span>
            <br />
            <span lang={languageOf(words)}>{words}</span>
          </p>
        );
      })}
    </>
  );
}

/** Each record once, though several facts are made of it. */
function linksOf({ snapshot }: Review): FactLink[] {
  const all = snapshot?.facts.flatMap(({ links }) => links) ?? [];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** For the host alone; nobody else is ever sent it. */
export function Notes({ review }: { review: Review }) {
  const draft = useDraft(notesDraft(review.id), review.preparation ?? '');
  const save = async () => {
    await writeNotes(review, draft.value.peek().trim());
    say(t('notesKept'));
  };
  return (
    <Fold title={t('notes')} meta={t('notesWhy')} open={Boolean(review.preparation)}>
      <Field
        label={t('notesField')}
        name="notes"
        lines={3}
        maxLength={4000}
        value={draft.value.value}
        onInput={(words) => {
          draft.value.value = words;
        }}
      />
      <Button onClick={save}>{t('notesSave')}</Button>
    </Fold>
  );
}
