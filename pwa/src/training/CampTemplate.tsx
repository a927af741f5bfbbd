/** What a day of the camp holds: trainer and admin write it in the organisation's own words. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { both, isSaid } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { useEditing } from '../kit/form/use-editing';
import { inMyLanguage } from '../kit/i18n/names';
import { IconButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { edit as pencil } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { changeTemplate, useTemplate } from './camp-remote';
import type { TemplateDay, TemplateDayChange } from './wire';
import { t } from './words-of-camp';

const PARTS = { title: 'dayTitle', task: 'task', asked: 'asked' } as const;
const NAMES = ['title', 'task', 'asked'] as const;
type Texts = Pick<TemplateDay, (typeof NAMES)[number]>;

export default function CampTemplate() {
  const read = useTemplate();
  const [open, setOpen] = useState<TemplateDay | null>(null);
  const back = me.value?.role === 'admin' ? '/organisation' : '/training/camps';
  return (
    <Page title={t('template')} meta={t('templateMeta')} back={back} refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={5} />}
      {read.value?.days.map((day) => (
        <Shown key={day.dimension} day={day} onEdit={() => setOpen(day)} />
      ))}
      {open && <DaySheet key={open.dimension} day={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Shown({ day, onEdit }: { day: TemplateDay; onEdit: () => unknown }) {
  const name = t(day.dimension);
  return (
    <Card>
      <h2 class="row">
        <span class="grow">{inMyLanguage(day.title)}</span>
        <IconButton icon={pencil} label={t('change', { what: name })} onClick={onEdit} />
      </h2>
      <p>{inMyLanguage(day.task)}</p>
      <p>
        <strong>{t('asked')}</strong>
        <br />
        {inMyLanguage(day.asked)}
      </p>
      {day.case_id && me.value?.role === 'trainer' && (
        <a class="link" href={`/cases/${day.case_id}`}>
          {t('readCase')}
        </a>
      )}
      {day.own && <p class="meta">{t('own')}</p>}
    </Card>
  );
}

function DaySheet({ day, onClose }: { day: TemplateDay; onClose: () => unknown }) {
  const { draft, base, change, asked, busy, problem, submit, meanwhile } = useEditing<
    Texts,
    TemplateDay
  >({
    stored: day,
    fieldsOf: ({ title, task, asked: wanted }) => ({ title, task, asked: wanted }),
    isComplete: (texts) => NAMES.every((name) => isSaid(texts[name])),
    save: (patch, version) => changeTemplate(day.dimension, wholeOf(patch), version),
    onSaved: () => {
      say(t('templateSaved'));
      onClose();
    },
  });
  return (
    <Sheet open title={t('change', { what: t(day.dimension) })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile
          changes={meanwhile.map((name) => nowIs(t(PARTS[name]), inMyLanguage(base[name])))}
        />
        {NAMES.map((name) => (
          <BothLanguages
            key={name}
            label={t(PARTS[name])}
            name={name}
            {...(name !== 'title' && { lines: 3 })}
            value={draft[name]}
            error={asked && !isSaid(draft[name]) ? t('lackText') : undefined}
            onInput={(text) => change({ [name]: text })}
          />
        ))}
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** Only what was changed, each in both languages. */
function wholeOf(patch: Partial<Texts>): TemplateDayChange {
  return Object.fromEntries(Object.entries(patch).map(([name, text]) => [name, both(text)]));
}
