import { useState } from 'preact/hooks';
import { matches, sameName } from '../clients/find';
import { cardsWithUnsent } from '../clients/pending';
import { useClients } from '../clients/remote';
import { useFound } from '../clients/search';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { Field } from '../kit/ui/Field';
import { plus } from '../kit/ui/icons';
import { ChipButton, Chips, Pick, Picks } from '../kit/ui/Pick';
import { languageOf } from '../kit/ui/Talk';
import type { PlanPart } from './use-plan-form';
import type { ClientRef } from './wire';
import { t as tp } from './words-of-plan';

const MOST_SHOWN = 8;

/** Found in the list on this phone; a client nobody has entered yet needs only its name. */
export function ClientPicks({ form, change, lacks }: PlanPart) {
  const [asked, setAsked] = useState('');
  const found = useClientsFound(asked);
  const isNew = asked.trim() !== '' && !sameName(found, asked, '');
  const chosen = form.client ?? (form.newClient ? bornClient(form) : null);
  if (chosen) return <Chosen client={chosen} onAnother={() => change(NOBODY)} />;
  return (
    <Picks legend={tp('who')} error={lacks('client') ? tp('lackClient') : undefined}>
      <Field
        type="search"
        inputMode="search"
        name="asked"
        label={tp('findClient')}
        hint={tp('findHint')}
        value={asked}
        onInput={setAsked}
      />
      <Chips>
        {found.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <Pick
            key={id}
            name="client"
            value={id}
            checked={false}
            lang={languageOf(name)}
            onPick={() => change({ client: { id, name }, newClient: '' })}
          >
            {name}
          </Pick>
        ))}
        {isNew && (
          <ChipButton icon={plus} onClick={() => change({ client: null, newClient: asked.trim() })}>
            {tp('newCalled', { name: asked.trim() })}
          </ChipButton>
        )}
      </Chips>
    </Picks>
  );
}

const NOBODY = { client: null, newClient: '' };

function Chosen({ client, onAnother }: { client: ClientRef; onAnother: () => void }) {
  return (
    <Picks legend={tp('who')}>
      <Chips>
        <Pick
          name="client"
          value={client.id}
          checked
          lang={languageOf(client.name)}
          onPick={() => undefined}
        >
          {client.name}
        </Pick>
        <ChipButton onClick={onAnother}>{tp('another')}</ChipButton>
      </Chips>
    </Picks>
  );
}

function bornClient({ newClientId: id, newClient: name }: PlanPart['form']): ClientRef {
  return { id, name };
}

/** On the phone first; what the server finds beside it when the list is longer than one page. */
function useClientsFound(asked: string): ClientRef[] {
  const list = useClients();
  const person = me.value;
  const known = list.value?.items ?? [];
  const all = person ? cardsWithUnsent(known, pendingOf('client'), person) : known;
  const here = all.filter((card) => matches(card, asked));
  const ids = new Set(here.map(({ id }) => id));
  const beyond = useFound(asked, list.value?.next_cursor != null);
  return [...here, ...beyond.filter(({ id }) => !ids.has(id))];
}
