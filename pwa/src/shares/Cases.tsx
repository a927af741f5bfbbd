/** 案例库: what worked at other clients, found from one character up; no client is named. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Fold, Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { Empty } from '../kit/ui/Empty';
import { Field, Select } from '../kit/ui/Field';
import { useInSight } from '../kit/ui/in-sight';
import { Page } from '../kit/ui/Page';
import { Chips, Pick } from '../kit/ui/Pick';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { countsOf } from './cases';
import { readCases, useCases, type CasesAsked } from './remote';
import type { Case } from './wire';
import { t } from './words-of-cases';

const KEEPERS = ['manager', 'trainer'];
const PAUSE = 300;

export default function Cases() {
  const { query } = useLocation();
  const [asked, setAsked] = useState<CasesAsked>({
    q: '',
    objection: query['objection'] ?? '',
    skill: query['skill'] ?? '',
    industry: query['industry'] ?? '',
    due: 'due' in query,
  });
  const settled = useSettled(asked);
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const change = (part: Partial<CasesAsked>) => setAsked({ ...asked, ...part });
  return (
    <Page title={t('title')} meta={t('meta')} back={me.value?.role === 'rep' ? '/evening' : '/'}>
      <Field
        label={t('search')}
        name="q"
        type="search"
        maxLength={60}
        value={asked.q}
        onInput={(q) => change({ q })}
      />
      <Fold title={t('narrow')} meta={narrowedBy(asked)}>
        <ObjectionSelect value={asked.objection} onChange={(objection) => change({ objection })} />
        <SkillSelect value={asked.skill} onChange={(skill) => change({ skill })} />
        <Field
          label={t('industry')}
          name="industry"
          maxLength={60}
          value={asked.industry}
          onInput={(industry) => change({ industry })}
        />
      </Fold>
      {KEEPERS.includes(me.value?.role ?? '') && (
        <Chips>
          <Pick name="due" value="due" many checked={asked.due} onPick={(due) => change({ due })}>
            {t('due')}
          </Pick>
        </Chips>
      )}
      <Found key={JSON.stringify(settled)} asked={settled} />
    </Page>
  );
}

/** By what it is narrowed, in one line. */
function narrowedBy({ objection, skill, industry }: CasesAsked): string {
  const types = playbookRead().value?.objection_types ?? [];
  const skills = playbookRead().value?.skills ?? [];
  const type = types.find(({ key }) => key === objection);
  const one = skills.find(({ key }) => key === skill);
  const told = [type && inMyLanguage(type.short), one && inMyLanguage(one.name), industry];
  return told.filter(Boolean).join(DOT);
}

function Found({ asked }: { asked: CasesAsked }) {
  const read = useCases(asked);
  const chosen = useRoute().params['id'];
  useInSight(chosen, read.value !== undefined);
  const items = read.value?.items ?? [];
  const narrowed = asked.q || asked.objection || asked.skill || asked.industry || asked.due;
  return (
    <>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {items.length > 0 && (
        <Rows label={t('title')}>
          {items.map((one) => (
            <CaseRow key={one.id} of={one} current={one.id === chosen} />
          ))}
        </Rows>
      )}
      {read.value && items.length === 0 && (
        <Empty title={t(asked.due ? 'emptyDue' : narrowed ? 'emptyFound' : 'empty')}>
          {t(asked.due ? 'emptyDueWhy' : narrowed ? 'emptyFoundWhy' : 'emptyWhy')}
        </Empty>
      )}
      <MorePages list={read} read={(cursor) => readCases(asked, cursor)} />
    </>
  );
}

function CaseRow({ of, current }: { of: Case; current: boolean }) {
  return (
    <Row
      href={`/cases/${of.id}`}
      current={current}
      title={<span lang={languageOf(of.title)}>{of.title}</span>}
      meta={`${fullName(of.author)} · ${countsOf(of)}`}
      after={of.due_for_check && <Tag tone="wait">{t('due')}</Tag>}
    />
  );
}

interface SelectProps {
  value: string;
  onChange: (key: string) => unknown;
}

export function ObjectionSelect({ value, onChange }: SelectProps) {
  const types = playbookRead().value?.objection_types.filter(({ retired }) => !retired) ?? [];
  if (types.length === 0) return null;
  const options = types.map(({ key, short }) => ({ value: key, label: inMyLanguage(short) }));
  return (
    <Select
      label={t('objection')}
      name="objection"
      value={value}
      options={[{ value: '', label: t('anyObjection') }, ...options]}
      onChange={onChange}
    />
  );
}

/** Of the skills, where the playbook is on this phone. */
export function SkillSelect({ value, onChange }: SelectProps) {
  const skills = playbookRead().value?.skills ?? [];
  if (skills.length === 0) return null;
  const options = skills.map(({ key, name }) => ({ value: key, label: inMyLanguage(name) }));
  return (
    <Select
      label={t('skill')}
      name="skill"
      value={value}
      options={[{ value: '', label: t('anySkill') }, ...options]}
      onChange={onChange}
    />
  );
}

/** What stands in the fields once nobody has typed for a moment. */
function useSettled(asked: CasesAsked): CasesAsked {
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE);
    return () => clearTimeout(timer);
  }, [asked]);
  return settled;
}
