import { useState } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { edit } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { useMe } from '../people/me-remote';
import { changeClient } from './actions';
import { EXPORTS } from './choices';
import { orNull } from './new-client';
import type { ClientRead, Facts } from './wire';
import { t } from './words';
import { t as tf } from './words-of-facts';

const TEXTS = ['industry', 'district', 'size', 'channels', 'source'] as const;

/** What kind of company it is, as far as anybody wrote it down. */
export function ClientFacts({ client }: { client: ClientRead }) {
  const [isOpen, setOpen] = useState(false);
  const known = TEXTS.filter((field) => client[field]);
  const exports = EXPORTS.find(({ value }) => value === client.exports_now && value !== 'unknown');
  return (
    <Card>
      <h2>{t('facts')}</h2>
      {known.length === 0 && !exports && <p class="meta">{t('noFacts')}</p>}
      <table>
        <tbody>
          {known.map((field) => (
            <Fact key={field} name={tf(field)} value={client[field] ?? ''} />
          ))}
          {exports && <Fact name={tf('exportsNow')} value={tf(exports.key)} />}
        </tbody>
      </table>
      <Button icon={edit} onClick={() => setOpen(true)}>
        {t('editFacts')}
      </Button>
      {isOpen && <FactsSheet client={client} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th class="meta">{name}</th>
      <td lang={languageOf(value)}>{value}</td>
    </tr>
  );
}

function FactsSheet({ client, onClose }: { client: ClientRead; onClose: () => unknown }) {
  const [facts, setFacts] = useState(() => factsOf(client));
  const [asked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (!facts.name.trim()) return;
    try {
      const isNew = await changeClient(client, tidy(facts));
      say(t(isNew ? 'saved' : 'nothingChanged'));
      onClose();
    } catch {
      say(t('notKept'));
    }
  };
  return (
    <Sheet open title={t('editFacts')} onClose={onClose}>
      <FactFields facts={facts} isAsked={asked} onChange={setFacts} />
      <Button look="main" onClick={save}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface FieldsProps {
  facts: Facts;
  isAsked: boolean;
  onChange: (facts: Facts) => unknown;
}

function FactFields({ facts, isAsked, onChange }: FieldsProps) {
  return (
    <>
      <Field
        label={tf('name')}
        name="name"
        maxLength={120}
        value={facts.name}
        error={isAsked && !facts.name.trim() ? tf('needName') : undefined}
        onInput={(name) => onChange({ ...facts, name })}
      />
      <Grades value={facts.grade} onChange={(grade) => onChange({ ...facts, grade })} />
      {TEXTS.map((field) => (
        <Field
          key={field}
          label={tf(field)}
          name={field}
          maxLength={field === 'channels' ? 200 : 60}
          value={facts[field] ?? ''}
          onInput={(text) => onChange({ ...facts, [field]: text })}
        />
      ))}
      <Seg
        legend={tf('exportsNow')}
        showLegend
        name="exports_now"
        options={EXPORTS.map(({ value, key }) => ({ value, label: tf(key) }))}
        value={facts.exports_now}
        onChange={(exports_now) => onChange({ ...facts, exports_now })}
      />
    </>
  );
}

interface GradesProps {
  value: string | null;
  onChange: (grade: string | null) => unknown;
}

/** The organisation's own grades, each with what it means. */
function Grades({ value, onChange }: GradesProps) {
  const grades = useMe().value?.organisation.grades ?? [];
  if (grades.length === 0) return null;
  const meaning = grades.find((grade) => grade.key === value)?.meaning;
  return (
    <Picks legend={tf('grade')} hint={meaning ? inMyLanguage(meaning) : tf('noGrade')}>
      <Chips>
        {grades.map(({ key, label }) => (
          <Pick
            key={key}
            many
            name={`grade-${key}`}
            value={key}
            checked={value === key}
            onPick={(isOn) => onChange(isOn ? key : null)}
          >
            {inMyLanguage(label)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

function factsOf(client: ClientRead): Facts {
  const { name, industry, district, size, exports_now, channels, grade, source } = client;
  return { name, industry, district, size, exports_now, channels, grade, source };
}

function tidy(facts: Facts): Facts {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, orNull(facts[field] ?? '')]));
  return { ...facts, ...texts, name: facts.name.trim() };
}
