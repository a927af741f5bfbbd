import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { bin } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { asSent, putPromises } from './actions';
import { ClientField } from './ClientField';
import { ownersOf } from './promising';
import type { Correction, PromiseNew, PromiseRead, Review } from './wire';
import { t } from './words-of-talk';

const CORRECTIONS: readonly Correction[] = ['direction', 'method', 'knowledge', 'skill'];
const A_WEEK = 7;
const MOST_OF_A_PERSON = 3;

interface Props {
  review: Review;
  promise: PromiseRead | null;
  onClose: () => unknown;
}

/** Who promises what, of which kind, by when, and how both will see it. */
export function PromiseSheet({ review, promise, onClose }: Props) {
  const [form, setForm] = useState(() => (promise ? asSent(promise) : blank(review)));
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<PromiseNew>) => setForm({ ...form, ...part });
  const lacks = lacksOf(form, review);
  const others = review.promises.filter(({ id }) => id !== form.id).map(asSent);
  const put = async (given: readonly PromiseNew[]) => {
    try {
      await putPromises(review, given);
      onClose();
    } catch {
      say(t('cannotSave'));
    }
  };
  const save = () => {
    setAsked(true);
    if (Object.values(lacks).some(Boolean)) return;
    const at = review.promises.findIndex(({ id }) => id === form.id);
    void put(at < 0 ? [...others, form] : others.toSpliced(at, 0, form));
  };
  const told = (name: keyof typeof lacks) => (asked ? lacks[name] : undefined);
  return (
    <Sheet open title={t(promise ? 'changePromise' : 'newPromise')} onClose={onClose}>
      <Owner review={review} form={form} change={change} error={told('owner')} />
      <Field
        label={t('what')}
        name="words"
        lines={2}
        maxLength={2000}
        value={form.words}
        error={told('words')}
        onInput={(words) => change({ words })}
      />
      <Kind form={form} change={change} error={told('kind')} />
      <ClientField review={review} form={form} change={change} />
      <Field
        label={t('howSeen')}
        name="how_seen"
        lines={2}
        maxLength={2000}
        value={form.how_seen}
        error={told('how')}
        onInput={(how_seen) => change({ how_seen })}
      />
      <Field
        label={t('due')}
        name="due"
        type="date"
        min={dayOf()}
        value={form.due}
        error={told('due')}
        onInput={(due) => change({ due })}
      />
      <Button look="main" onClick={save}>
        {t('savePromise')}
      </Button>
      {promise && (
        <Button icon={bin} onClick={() => put(others)}>
          {t('remove')}
        </Button>
      )}
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function blank(review: Review): PromiseNew {
  return {
    id: uuid7(),
    owner_id: (review.person ?? me.peek() ?? review.host).id,
    words: '',
    how_seen: '',
    due: daysAfter(dayOf(), A_WEEK),
    correction: null,
    skill_key: null,
    client_id: null,
  };
}

function lacksOf(form: PromiseNew, review: Review) {
  const isHosts = form.owner_id === review.host.id;
  const theirs = review.promises.filter(
    ({ id, owner }) => owner.id !== review.host.id && id !== form.id,
  );
  const isFull = !isHosts && theirs.length >= MOST_OF_A_PERSON;
  return {
    owner: isFull ? t('three') : undefined,
    words: form.words.trim() ? undefined : t('lackWhat'),
    how: form.how_seen.trim() ? undefined : t('lackHow'),
    kind: (form.correction ?? isHosts) ? undefined : t('lackKind'),
    due: form.due >= dayOf() ? undefined : t('lackDue'),
  };
}

interface PartProps {
  form: PromiseNew;
  change: (part: Partial<PromiseNew>) => unknown;
  error: string | undefined;
}

function Owner({ review, form, change, error }: PartProps & { review: Review }) {
  return (
    <Picks legend={t('whose')} error={error}>
      <Chips>
        {ownersOf(review, me.value).map((one) => (
          <Pick
            key={one.id}
            name="owner"
            value={one.id}
            checked={one.id === form.owner_id}
            onPick={() => change({ owner_id: one.id, ...(!review.person && { client_id: null }) })}
          >
            {fullName(one)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

/** 方向, 方法, 知识, 技能: it decides the next step; a skill may be named. */
function Kind({ form, change, error }: PartProps) {
  const skills = useSkills();
  return (
    <>
      <Picks legend={t('kind')} hint={t('kindWhy')} error={error}>
        <Chips>
          {CORRECTIONS.map((one) => (
            <Pick
              key={one}
              name="correction"
              value={one}
              checked={one === form.correction}
              onPick={() =>
                change({ correction: one, ...(one !== 'skill' && { skill_key: null }) })
              }
            >
              {t(one)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      {form.correction === 'skill' && (
        <Select
          label={t('whichSkill')}
          name="skill_key"
          value={form.skill_key ?? ''}
          options={[{ value: '', label: t('noSkill') }, ...skills]}
          onChange={(key) => change({ skill_key: key || null })}
        />
      )}
    </>
  );
}

function useSkills() {
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const skills = playbookRead().value?.skills ?? [];
  return skills.map(({ key, name }) => ({ value: key, label: inMyLanguage(name) }));
}
