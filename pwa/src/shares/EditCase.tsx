/** A case put right by whoever looks after it: its words, what it is found by, its keeper and its next look. */
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { refresh } from '../kit/cache';
import { useSending } from '../kit/form/use-sending';
import { daysAfter, dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { alert } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { useEverybody } from '../people/remote';
import { FoundBy, inWords } from './Curate';
import { CASE_READS, changeCase } from './remote';
import type { CaseChange, CaseDetail, CaseTag, PartKey } from './wire';
import { t } from './words-of-cases';
import { t as tk } from './words-of-kinds';

const MOST_WORDS = 2000;
const KEEPERS = ['manager', 'trainer'];

interface Props {
  of: CaseDetail;
  done: () => unknown;
}

export default function EditCase({ of, done }: Props) {
  const [title, setTitle] = useState(of.title);
  const [said, setSaid] = useState<Partial<Record<PartKey, string>>>(() =>
    Object.fromEntries(of.parts.map(({ key, words }) => [key, words])),
  );
  const [tags, setTags] = useState<CaseTag[]>(of.tags);
  const [owner, setOwner] = useState(of.owner.id);
  const tomorrow = daysAfter(dayOf(), 1);
  const [day, setDay] = useState(of.check_on < tomorrow ? '' : of.check_on);
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const parts = of.parts.flatMap(({ key }) => {
    const words = said[key]?.trim();
    return words ? [{ key, words }] : [];
  });
  const form = useSending({
    isComplete: title.trim() !== '' && parts.length > 0,
    send: async () => {
      await changeCase(of.id, of.version, changeOf(of, { title, parts, tags, owner, day }));
      void refresh(CASE_READS);
      say(t('changed'));
      done();
    },
  });
  return (
    <Page
      title={t('editTitle')}
      meta={t('curateMeta')}
      back={`/cases/${of.id}`}
      dock={
        <>
          {form.problem !== null && (
            <Note role="alert" icon={alert}>
              {inWords(form.problem)}
            </Note>
          )}
          <Button look="main" busy={form.busy} busyLabel={t('curating')} onClick={form.submit}>
            {t('saveChange')}
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
      {of.parts.map(({ key }) => (
        <Field
          key={key}
          label={tk(key)}
          name={key}
          lines={3}
          maxLength={MOST_WORDS}
          value={said[key] ?? ''}
          onInput={(words) => setSaid({ ...said, [key]: words })}
        />
      ))}
      <FoundBy tags={tags} onChange={setTags} />
      <Owner of={of} value={owner} onChange={setOwner} />
      <Field
        label={t('checkOn')}
        name="check_on"
        type="date"
        min={tomorrow}
        value={day}
        onInput={setDay}
      />
    </Page>
  );
}

interface OwnerProps {
  of: CaseDetail;
  value: string;
  onChange: (id: string) => unknown;
}

/** Managers and trainers; the one of now stands there also without a network. */
function Owner({ of: { owner }, value, onChange }: OwnerProps) {
  const others = (useEverybody().value ?? []).filter(
    ({ id, role }) => KEEPERS.includes(role) && id !== owner.id,
  );
  const options = [owner, ...others].map((one) => ({ value: one.id, label: fullName(one) }));
  return (
    <Select label={t('owner')} name="owner" value={value} options={options} onChange={onChange} />
  );
}

interface Form {
  title: string;
  parts: CaseDetail['parts'];
  tags: CaseTag[];
  owner: string;
  day: string;
}

/** Only what is another now; without a day the next look stays as it was. Pure. */
export function changeOf(of: CaseDetail, { title, parts, tags, owner, day }: Form): CaseChange {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(title.trim() !== of.title && { title: title.trim() }),
    ...(!isSame(parts, of.parts) && { parts }),
    ...(!isSame(tags, of.tags) && { tags }),
    ...(owner !== of.owner.id && { owner_id: owner }),
    ...(day && day !== of.check_on && { check_on: day }),
  };
}
