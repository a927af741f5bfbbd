import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../kit/form/Parts';
import { useSending } from '../../kit/form/use-sending';
import { Button } from '../../kit/ui/Button';
import { Field } from '../../kit/ui/Field';
import { bin, up } from '../../kit/ui/icons';
import { Sheet } from '../../kit/ui/Sheet';
import { Skeleton } from '../../kit/ui/Skeleton';
import { say } from '../../kit/ui/Toast';
import type { Session, WholeMaterial } from '../wire';
import { remove, takeBack } from './actions';
import type { AtHand } from './at-hand';
import { changeMaterial, moveUp, readMaterial } from './remote';
import { AddressField, isWholeAddress, TextFields } from './TextFields';
import { t } from './words';

interface Props {
  session: Session;
  material: AtHand;
  onClose: () => unknown;
}

/** Write it anew, move it up, or take it away with a way back. */
export default function ManageSheet({ session, material, onClose }: Props) {
  const [stored, setStored] = useState<WholeMaterial | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    readMaterial(session.id, material.id).then(setStored, setFault);
  }, [session.id, material.id]);
  const takeAway = async () => {
    await remove(session, material);
    say(t('removed', { title: material.title }), () => takeBack(session, material));
    onClose();
  };
  const isFirst = session.materials[0]?.id === material.id;
  const moving = useSending({
    isComplete: true,
    send: async () => {
      await moveUp(session, material.id);
      onClose();
    },
  });
  return (
    <Sheet open title={t('changeTitle')} onClose={onClose}>
      {!stored && fault === null && <Skeleton rows={2} />}
      {stored && <Form session={session} stored={stored} onClose={onClose} />}
      <Problem of={fault ?? moving.problem} />
      {!isFirst && (
        <Button icon={up} onClick={() => moving.submit()}>
          {t('up')}
        </Button>
      )}
      <Button icon={bin} onClick={takeAway}>
        {t('remove')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface FormProps {
  session: Session;
  stored: WholeMaterial;
  onClose: () => unknown;
}

function Form({ session, stored, onClose }: FormProps) {
  const [title, setTitle] = useState(stored.title);
  const [body, setBody] = useState(stored.body ?? '');
  const [address, setAddress] = useState(stored.address ?? '');
  const lacks = lackOf(stored, body, address);
  const { asked, busy, problem, submit } = useSending({
    isComplete: title.trim() !== '' && !lacks,
    send: async () => {
      const about = { title: title.trim() };
      const text = stored.kind === 'text' && { body: body.trim() };
      const link = stored.kind === 'link' && { address: address.trim() };
      await changeMaterial(session.id, stored, { ...about, ...text, ...link });
      say(t('changed'));
      onClose();
    },
  });
  const said = asked && lacks ? { error: lacks } : {};
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('name')}
        name="title"
        maxLength={200}
        value={title}
        error={asked && !title.trim() ? t('lackName') : undefined}
        onInput={setTitle}
      />
      {stored.kind === 'text' && <TextFields value={body} onInput={setBody} {...said} />}
      {stored.kind === 'link' && <AddressField value={address} onInput={setAddress} {...said} />}
      <Problem of={problem} />
      <Button look="main" type="submit" busy={busy} busyLabel={t('loading')}>
        {t('saveChange')}
      </Button>
    </form>
  );
}

function lackOf({ kind }: WholeMaterial, body: string, address: string): string | undefined {
  if (kind === 'text' && !body.trim()) return t('lackBody');
  return kind === 'link' && !isWholeAddress(address) ? t('lackAddress') : undefined;
}
