import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { Ava } from '../kit/ui/Ava';
import { Button, IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { edit, plus } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { keepContact } from './actions';
import { ContactFields } from './ContactFields';
import { orNull, type NewClientForm } from './new-client';
import type { ClientRead, Contact } from './wire';
import { t } from './words';
import { t as tf } from './words-of-facts';

type Form = NewClientForm['contact'];

/** Whom we know there; the one who decides is told by a word, not by a place in the list. */
export function Contacts({ client }: { client: ClientRead }) {
  const [opened, setOpened] = useState<Form | null>(null);
  return (
    <section>
      <h2>{t('contacts')}</h2>
      {client.contacts.length === 0 ? (
        <p class="meta">{t('noContacts')}</p>
      ) : (
        <Rows label={t('contacts')}>
          {client.contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              onEdit={() => setOpened(formOf(contact))}
            />
          ))}
        </Rows>
      )}
      <Button icon={plus} onClick={() => setOpened(blank())}>
        {t('addContact')}
      </Button>
      {opened && <ContactSheet client={client} first={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function ContactRow({ contact, onEdit }: { contact: Contact; onEdit: () => unknown }) {
  const { name, title, role } = contact;
  return (
    <Row
      before={<Ava name={name} />}
      title={<span lang={languageOf(name)}>{name}</span>}
      meta={[title, tf(role)].filter(Boolean).join(' · ')}
      after={<IconButton icon={edit} label={t('editContact', { name })} onClick={onEdit} />}
    />
  );
}

interface SheetProps {
  client: ClientRead;
  first: Form;
  onClose: () => unknown;
}

function ContactSheet({ client, first, onClose }: SheetProps) {
  const [form, setForm] = useState(first);
  const [asked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (missingIn(form).length > 0) return;
    await keepContact(client, contactOf(form)).then(
      () => {
        say(t('saved'));
        onClose();
      },
      () => say(t('notKept')),
    );
  };
  const title = first.name ? t('editContact', { name: first.name }) : t('addContact');
  return (
    <Sheet open title={title} onClose={onClose}>
      <ContactFields contact={form} missing={asked ? missingIn(form) : []} onChange={setForm} />
      <Button look="main" onClick={save}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function missingIn({ name, role }: Form): ('contactName' | 'role')[] {
  return [...(name.trim() ? [] : ['contactName' as const]), ...(role ? [] : ['role' as const])];
}

function blank(): Form {
  return { id: uuid7(), name: '', title: '', role: null };
}

function formOf({ title, ...contact }: Contact): Form {
  return { ...contact, title: title ?? '' };
}

function contactOf({ id, name, title, role }: Form): Contact {
  return { id, name: name.trim(), title: orNull(title), role: role ?? 'unknown' };
}
