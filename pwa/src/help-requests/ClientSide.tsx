import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { t as ts } from '../clients/words-of-sheet';
import { relativeDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { clients } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { useMe } from '../people/me-remote';
import { t as tv } from '../visits/words';
import type { HelpShown } from './at-hand';
import type { Beside, ClientBeside, PersonRef } from './wire';
import { t } from './words-of-thread';

interface Props {
  request: HelpShown;
  beside: Beside | undefined;
  me: PersonRef;
}

const MOST_PAIRS = 2;
const DECIDERS = new Set(['boss', 'influencer']);

/** The client that was asked about: who decides, what they say, what was last. */
export function ClientSide({ request, beside, me }: Props) {
  const client = beside?.client;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  if (!client) {
    return request.client && beside ? <p class="meta">{t('notYours')}</p> : null;
  }
  return (
    <Card>
      <h2 lang={languageOf(client.name)}>{client.name}</h2>
      <HeardThere client={client} request={request} />
      <Facts client={client} />
      <Expected client={client} />
      <LastVisits client={client} />
      <ToClient id={client.id} asker={request.asker.id} me={me.id} />
    </Card>
  );
}

/** What the client said at the visit that was asked about. */
function HeardThere({ client, request }: { client: ClientBeside; request: HelpShown }) {
  const visit = client.visits.find(({ id }) => id === request.about?.id);
  const types = playbookRead().value?.objection_types ?? [];
  return (
    <>
      {(visit?.check_in?.objections ?? []).map(({ id, words, type_key }) => {
        const type = types.find(({ key }) => key === type_key);
        const said = words ?? (type && inMyLanguage(type.words));
        return (
          said && (
            <Talk key={id}>
              <Said lang={languageOf(said)}>{said}</Said>
            </Talk>
          )
        );
      })}
    </>
  );
}

function Facts({ client }: { client: ClientBeside }) {
  const { sheet, contact, grade, industry } = client;
  const others = sheet.competitors.items.map(({ name, claim }) => [name, claim].join(' '));
  const decides = contact && DECIDERS.has(contact.role);
  const boss = decides ? [contact.name, contact.title].filter(Boolean).join(' · ') : t('unknown');
  const rows = [
    [t('decider'), sheet.decider.text || boss],
    [t('grade'), [grade, industry].filter(Boolean).join(' · ')],
    [t('situation'), sheet.situation.text],
    [t('competitors'), others.join(' · ')],
    [t('goal'), sheet.goal],
  ].filter(([, text]) => text);
  return (
    <>
      <table>
        <tbody>
          {rows.map(([name, text]) => (
            <tr key={name}>
              <th scope="row" class="meta">
                {name}
              </th>
              <td lang={languageOf(text ?? '')}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.version === 0 && <p class="meta">{t('sheetUnbegun')}</p>}
    </>
  );
}

/** From the sheet: what they will say, and the answer that was planned. */
function Expected({ client }: { client: ClientBeside }) {
  const pairs = client.sheet.objections.items.slice(0, MOST_PAIRS);
  if (pairs.length === 0) return null;
  return (
    <section class="stack">
      <h3>{ts('objections')}</h3>
      {pairs.map(({ id, words, answer }) => (
        <Talk key={id}>
          <Said lang={languageOf(words)}>{words}</Said>
          {answer && <Ours lang={languageOf(answer)}>{answer}</Ours>}
        </Talk>
      ))}
    </section>
  );
}

function LastVisits({ client: { visits } }: { client: ClientBeside }) {
  return (
    <section>
      <h3>{t('lastVisits')}</h3>
      {visits.length === 0 && <p class="meta">{t('noVisits')}</p>}
      {visits.length > 0 && (
        <ul class="stack" aria-label={t('lastVisits')}>
          {visits.map(({ id, day, purpose, check_in }) => (
            <li key={id} class="row">
              <span class="grow">
                {relativeDay(day)} · {tv(purpose)}
                {check_in?.met_name && <span class="meta"> {check_in.met_name}</span>}
              </span>
              {check_in && <Tag>{tv(check_in.outcome)}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** For those who may open the client anyway: the asker, the manager, the mentor. */
function ToClient({ id, asker, me }: { id: string; asker: string; me: string }) {
  const mine = useMe().value;
  const mentors = mine?.apprentices.some((one) => one.id === asker);
  if (me !== asker && mine?.role !== 'manager' && !mentors) return null;
  return (
    <LinkButton icon={clients} href={`/clients/${id}`}>
      {t('seeClient')}
    </LinkButton>
  );
}
