/** The question bank: trainers and admins put the method's questions in their own words. */
import { useState } from 'preact/hooks';
import { both, isSaid } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { useEditing } from '../kit/form/use-editing';
import { inMyLanguage } from '../kit/i18n/names';
import { IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { edit as pencil } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { DOT } from '../kit/ui/dots';
import { changeQuestion, useBank } from './remote';
import type { BankQuestion } from './wire';
import { t } from './words-of-series';
import { t as tt } from './words-of-talk';

const FORMS = [
  { form: 'review', title: 'formReview' },
  { form: 'coaching', title: 'formCoaching' },
  { form: 'deal', title: 'formDeal' },
] as const;

export default function QuestionBank() {
  const read = useBank();
  const [open, setOpen] = useState<BankQuestion | null>(null);
  const questions = read.value?.questions ?? [];
  return (
    <Page title={t('bank')} meta={t('bankMeta')} back="/me" refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={4} />}
      {FORMS.map(({ form, title }) => (
        <section key={form}>
          <h2>{t(title)}</h2>
          <Rows label={t(title)}>
            {questions
              .filter((one) => one.form === form)
              .map((one) => (
                <Line key={one.key} question={one} onEdit={() => setOpen(one)} />
              ))}
          </Rows>
        </section>
      ))}
      {open && <QuestionSheet key={open.key} question={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type Part = Parameters<typeof tt>[0] & ('goal' | 'process' | 'ability' | 'help' | 'next');

function Line({ question, onEdit }: { question: BankQuestion; onEdit: () => unknown }) {
  const part = tt(question.part as Part);
  return (
    <Row
      title={inMyLanguage(question.text)}
      meta={question.own ? `${part}${DOT}${t('own')}` : part}
      after={
        <IconButton icon={pencil} label={`${t('changeQuestion')}: ${part}`} onClick={onEdit} />
      }
    />
  );
}

interface SheetProps {
  question: BankQuestion;
  onClose: () => unknown;
}

function QuestionSheet({ question, onClose }: SheetProps) {
  const { draft, base, change, asked, busy, problem, submit, meanwhile } = useEditing<
    Pick<BankQuestion, 'text'>,
    BankQuestion
  >({
    stored: question,
    fieldsOf: ({ text }) => ({ text }),
    isComplete: ({ text }) => isSaid(text),
    save: ({ text }, version) => changeQuestion(question.key, both(text ?? question.text), version),
    onSaved: () => {
      say(t('questionSaved'));
      onClose();
    },
  });
  return (
    <Sheet open title={t('changeQuestion')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={meanwhile.map(() => nowIs(t('question'), inMyLanguage(base.text)))} />
        <BothLanguages
          label={t('question')}
          name="question"
          lines={2}
          value={draft.text}
          error={asked && !isSaid(draft.text) ? t('lackQuestion') : undefined}
          onInput={(text) => change({ text })}
        />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}
