import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { CONTACT_ROLES } from './choices';
import type { Missing, NewClientForm } from './new-client';
import { t } from './words-of-facts';

type Contact = NewClientForm['contact'];

interface Props {
  contact: Contact;
  missing: readonly Missing[];
  onChange: (contact: Contact) => unknown;
}

/** Somebody at the client's, and their part in the decision. */
export function ContactFields({ contact, missing, onChange }: Props) {
  return (
    <>
      <Field
        label={t('contactName')}
        name="contact-name"
        maxLength={60}
        value={contact.name}
        error={missing.includes('contactName') ? t('needContactName') : undefined}
        onInput={(name) => onChange({ ...contact, name })}
      />
      <Field
        label={t('contactTitle')}
        name="contact-title"
        maxLength={60}
        value={contact.title}
        onInput={(title) => onChange({ ...contact, title })}
      />
      <Picks legend={t('contactRole')} error={missing.includes('role') ? t('needRole') : undefined}>
        <Chips>
          {CONTACT_ROLES.map((role) => (
            <Pick
              key={role}
              name={`role-${contact.id}`}
              value={role}
              checked={contact.role === role}
              onPick={() => onChange({ ...contact, role })}
            >
              {t(role)}
            </Pick>
          ))}
        </Chips>
      </Picks>
    </>
  );
}
