import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { metContact, whoWasMet } from './check-in';
import { roles } from './choices';
import type { Part } from './use-check-in-form';
import type { Contact } from './wire';
import { t as tc } from './words-of-check-in';

interface Props extends Part {
  contacts: readonly Contact[];
  expected: Contact | null;
}

/** The contact of the plan is taken for granted; anybody else is one tap. */
export function MetPicks({ form, change, contacts, expected }: Props) {
  const met = whoWasMet(form, expected);
  const known = withExpected(contacts, met?.contact ?? expected);
  const someoneElse = met !== null && met.contact === null;
  return (
    <Picks legend={tc('met')}>
      <Chips>
        {known.map((contact) => (
          <Pick
            key={contact.id}
            name="met"
            value={contact.id}
            checked={met?.contact?.id === contact.id}
            onPick={() => change({ met: metContact(contact) })}
          >
            {contact.name}
          </Pick>
        ))}
        <Pick
          name="met"
          value=""
          checked={someoneElse}
          onPick={() => change({ met: { contact: null, name: '', role: 'unknown' } })}
        >
          {tc('someoneElse')}
        </Pick>
      </Chips>
      {someoneElse && <Stranger form={form} change={change} />}
    </Picks>
  );
}

function Stranger({ form, change }: Omit<Part, 'lacks'>) {
  if (form.met === null || form.met === 'expected') return null;
  const met = form.met;
  return (
    <>
      <Field
        label={tc('metName')}
        name="met_name"
        value={met.name}
        maxLength={60}
        autocomplete="off"
        onInput={(name) => change({ met: { ...met, name } })}
      />
      <Picks legend={tc('metRole')}>
        <Chips>
          {roles.map(({ value, key }) => (
            <Pick
              key={value}
              name="met_role"
              value={value}
              checked={met.role === value}
              onPick={() => change({ met: { ...met, role: value } })}
            >
              {tc(key)}
            </Pick>
          ))}
        </Chips>
      </Picks>
    </>
  );
}

function withExpected(contacts: readonly Contact[], expected: Contact | null): readonly Contact[] {
  const known = !expected || contacts.some(({ id }) => id === expected.id);
  return known ? contacts : [expected, ...contacts];
}
