import { useState } from 'preact/hooks';
import { useDraft } from '../../kit/outbox';
import { Button } from '../../kit/ui/Button';
import { Field } from '../../kit/ui/Field';
import { Seg } from '../../kit/ui/Seg';
import { Sheet } from '../../kit/ui/Sheet';
import { say } from '../../kit/ui/Toast';
import type { Session } from '../wire';
import { add, addFile, materialDraft } from './actions';
import { MOST_BYTES, MOST_MATERIALS } from './at-hand';
import { FileField } from './FileField';
import { megabytes } from './in-words';
import { AddressField, isWholeAddress, TextFields } from './TextFields';
import { t } from './words';

type Kind = 'text' | 'file' | 'link';

interface Props {
  session: Session;
  /** How many stand there already. */
  count: number;
  onClose: () => unknown;
}

const BLANK = { kind: 'text' as Kind | undefined, title: '', body: '', address: '' };
const KINDS: readonly Kind[] = ['text', 'file', 'link'];

/** A text, a file or a link; what is typed is kept as a draft, and the file waits in the outbox. */
export default function AddSheet({ session, count, onClose }: Props) {
  const draft = useDraft(materialDraft(session.id), BLANK);
  const typed = { ...BLANK, ...draft.value.value };
  const kind = typed.kind ?? (typed.address ? 'link' : 'text');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<'asked' | 'cannotSave' | null>(null);
  const change = (part: Partial<typeof BLANK>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const lacks = lackOf(kind, typed, file);
  const title = typed.title.trim();
  const press = async () => {
    setProblem('asked');
    if (!title || lacks || count >= MOST_MATERIALS) return;
    try {
      if (kind === 'file' && file) await addFile(session, file, title);
      else if (kind === 'link') await add(session, { title, address: typed.address.trim() });
      else await add(session, { title, body: typed.body.trim() });
      say(t('added'));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen && !title) change({ title: nameOf(chosen) });
  };
  const asked = problem !== null;
  const said = asked && lacks ? { error: lacks } : {};
  return (
    <Sheet open title={t('addTitle')} onClose={onClose}>
      <Seg
        legend={t('kind')}
        name="kind"
        options={KINDS.map((value) => ({ value, label: t(value) }))}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      {kind === 'file' && (
        <FileField onChoose={choose} error={asked || isTooBig(file) ? lacks : undefined} />
      )}
      <Field
        label={t('name')}
        hint={t('nameHint')}
        name="title"
        maxLength={200}
        value={typed.title}
        error={asked && !title ? t('lackName') : undefined}
        onInput={(words) => change({ title: words })}
      />
      {kind === 'text' && (
        <TextFields value={typed.body} onInput={(body) => change({ body })} {...said} />
      )}
      {kind === 'link' && (
        <AddressField value={typed.address} onInput={(address) => change({ address })} {...said} />
      )}
      {asked && count >= MOST_MATERIALS && (
        <p class="problem" role="alert">
          {t('full', { n: MOST_MATERIALS })}
        </p>
      )}
      {problem === 'cannotSave' && (
        <p class="problem" role="alert">
          {t('cannotSave')}
        </p>
      )}
      <Button look="main" onClick={press}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function lackOf(kind: Kind, typed: typeof BLANK, file: File | null): string | undefined {
  if (kind === 'text') return typed.body.trim() ? undefined : t('lackBody');
  if (kind === 'link') return isWholeAddress(typed.address) ? undefined : t('lackAddress');
  if (!file) return t('lackFile');
  return isTooBig(file) ? t('tooBig', { n: megabytes(file.size) }) : undefined;
}

function isTooBig(file: File | null): boolean {
  return file !== null && file.size > MOST_BYTES;
}

/** What people call it, without what the machine calls it. */
function nameOf({ name }: File): string {
  return name.replace(/\.\w{1,5}$/, '').slice(0, 200);
}
