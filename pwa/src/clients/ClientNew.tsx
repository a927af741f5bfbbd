/** A client that is born on this phone; the server learns of it when there is a network. */
import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { me, owner } from '../kit/api/session';
import { items, pendingOf, useDraft } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { alert, offline } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { addClient } from './actions';
import { newClientInHand, putDown } from './in-hand';
import { ContactFields } from './ContactFields';
import { sameName } from './find';
import { clientLane, draftOf } from './lanes';
import { blankClient, formOf, whatIsMissing, type Missing, type NewClientForm } from './new-client';
import { cardsWithUnsent } from './pending';
import { useClients } from './remote';
import { t } from './words';
import { t as tf } from './words-of-facts';

export default function ClientNew() {
  const { form, missing, restored, failed, write, save } = useNewClient();
  return (
    <Page
      title={t('newClient')}
      back="/clients"
      dock={<Dock failed={failed} onSave={() => void save()} />}
    >
      {restored && <Note role="status">{t('restored')}</Note>}
      <Company form={form} missing={missing} onChange={write} />
      {!isOnItsWay(form.id) && (
        <Card>
          <h2>{t('contact')}</h2>
          <ContactFields
            contact={form.contact}
            missing={missing}
            onChange={(contact) => write({ ...form, contact })}
          />
        </Card>
      )}
    </Page>
  );
}

/** The form as it is typed and kept; once saved it leads to the client. */
function useNewClient() {
  const { query, route } = useLocation();
  const id = useMemo(() => newClientInHand(owner.peek(), query), [query]);
  const key = draftOf('client', clientLane(id));
  const name = query.name ?? '';
  const draft = useDraft<NewClientForm>(key, { ...blankClient(id), name });
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const form = formOf(draft.value.value);
  const save = async () => {
    setAsked(true);
    if (whatIsMissing(form).length > 0) return;
    try {
      await addClient(form);
    } catch {
      setFailed(true);
      return;
    }
    putDown();
    say(t('savedClient', { name: form.name.trim() }));
    route(`/clients/${id}`, true);
  };
  const write = (next: NewClientForm) => (draft.value.value = next);
  const missing = asked ? whatIsMissing(form) : [];
  return { form, missing, restored: draft.restored.value, failed, write, save };
}

/** The server may have its contact already; that is changed on the client's page. */
function isOnItsWay(id: string): boolean {
  return items.value.some((item) => item.lane === clientLane(id) && !isUnsaid(item));
}

interface FormProps {
  form: NewClientForm;
  missing: readonly Missing[];
  onChange: (form: NewClientForm) => unknown;
}

function Company({ form, missing, onChange }: FormProps) {
  return (
    <Card>
      <Field
        label={tf('name')}
        name="name"
        required
        maxLength={120}
        value={form.name}
        error={missing.includes('name') ? tf('needName') : undefined}
        onInput={(name) => onChange({ ...form, name })}
      />
      <SameName form={form} />
      {(['industry', 'district', 'source'] as const).map((field) => (
        <Field
          key={field}
          label={tf(field)}
          name={field}
          maxLength={60}
          value={form[field]}
          onInput={(text) => onChange({ ...form, [field]: text })}
        />
      ))}
    </Card>
  );
}

/** A warning, not a gate: two companies may well have the same name. */
function SameName({ form }: { form: NewClientForm }) {
  const list = useClients();
  const person = me.value;
  if (!person) return null;
  const cards = cardsWithUnsent(list.value?.items ?? [], pendingOf('client'), person);
  const same = sameName(cards, form.name, form.id);
  if (!same) return null;
  const action = (
    <a class="link" href={`/clients/${same.id}`}>
      {t('openIt')}
    </a>
  );
  return (
    <Note tone="wait" icon={alert} role="status" action={action}>
      {t('sameName', { name: same.name })}
    </Note>
  );
}

function Dock({ failed, onSave }: { failed: boolean; onSave: () => unknown }) {
  return (
    <>
      {failed && (
        <Note tone="fault" icon={alert} role="alert">
          {t('notKept')}
        </Note>
      )}
      <Button look="main" onClick={onSave}>
        {t('save')}
      </Button>
      {!online.value && (
        <p class="meta row">
          <Icon of={offline} small />
          {t('keptHere')}
        </p>
      )}
    </>
  );
}
