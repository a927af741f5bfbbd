import type { ComponentChildren } from 'preact';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { clients } from '../kit/ui/icons';
import type { PersonRef } from './wire';
import { t } from './words-of-glance';

interface DetailProps {
  person: PersonRef;
  note: string;
  client?: string;
  children: ComponentChildren;
}

/** One person, and one matter of theirs, beside the list. */
export function Detail({ person, note, client, children }: DetailProps) {
  return (
    <Card as="article">
      <div class="row">
        <Ava name={fullName(person)} />
        <p class="grow">
          <strong>{fullName(person)}</strong>
          <br />
          <span class="meta">{note}</span>
        </p>
      </div>
      {children}
      {client && (
        <LinkButton icon={clients} href={`/clients/${client}`}>
          {t('seeClient')}
        </LinkButton>
      )}
    </Card>
  );
}

export interface Fact {
  name: string;
  text: string | null | undefined;
}

export function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <table>
      <tbody>
        {rows
          .filter(({ text }) => text)
          .map(({ name, text }) => (
            <tr key={name}>
              <th scope="row" class="meta">
                {name}
              </th>
              <td>{text}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
