import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { momentOf, money, relativeDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { clients } from '../kit/ui/icons';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { t as tv } from '../visits/words';
import { openInWords } from './GlanceParts';
import { useVisitBehind, type HelpWanted, type VisitRead, type VisitTomorrow } from './team-remote';
import { t } from './words-of-glance';

/** What somebody wants help with, in their words and in the client's. */
export function HelpDetail({ help }: { help: HelpWanted }) {
  const visit = useVisitBehind(help.visit_id).value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const { person, client, words, at } = help;
  return (
    <Detail person={person} note={`${client.name} · ${momentOf(at)}`} client={client.id}>
      <h2 class="big" lang={languageOf(words ?? '')}>
        {words ?? t('wantsHelp')}
      </h2>
      {!words && <p class="meta">{t('saidNothing')}</p>}
      {visit && <Heard visit={visit} />}
      {visit?.check_in && <Facts rows={factsOf(visit)} />}
    </Detail>
  );
}

/** One of tomorrow's visits: which answers are open, and whether it was played. */
export function VisitDetail({ visit }: { visit: VisitTomorrow }) {
  const { person, client, planned_time, purpose, amount, missing, drilled } = visit;
  const rows = [
    { name: t('purpose'), text: [tv(purpose), planned_time].filter(Boolean).join(' · ') },
    { name: t('expected'), text: amount ? money(amount) : null },
    { name: t('sheet'), text: sheetInWords(missing) },
    { name: t('drill'), text: t(drilled ? 'drilledYes' : 'drilledNo') },
  ];
  return (
    <Detail person={person} note={t('logged', { who: fullName(person) })} client={client.id}>
      <h2 class="big" lang={languageOf(client.name)}>
        {client.name}
      </h2>
      <Facts rows={rows} />
    </Detail>
  );
}

interface DetailProps {
  person: HelpWanted['person'];
  note: string;
  client: string;
  children: ComponentChildren;
}

function Detail({ person, note, client, children }: DetailProps) {
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
      <LinkButton icon={clients} href={`/clients/${client}`}>
        {t('seeClient')}
      </LinkButton>
    </Card>
  );
}

function Heard({ visit: { check_in, client } }: { visit: VisitRead }) {
  const types = playbookRead().value?.objection_types ?? [];
  return (
    <>
      {(check_in?.objections ?? []).map(({ id, words, type_key }) => {
        const type = types.find(({ key }) => key === type_key);
        const said = words ?? (type && inMyLanguage(type.words));
        return (
          said && (
            <Talk key={id}>
              <Said lang={languageOf(said)}>{said}</Said>
              <p class="meta">
                {t('saidAt', {
                  when: momentOf(check_in?.happened_at ?? new Date()),
                  client: client.name,
                })}
              </p>
            </Talk>
          )
        );
      })}
    </>
  );
}

interface Fact {
  name: string;
  text: string | null | undefined;
}

function Facts({ rows }: { rows: readonly Fact[] }) {
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

function factsOf({ check_in: said, purpose }: VisitRead): Fact[] {
  if (!said) return [];
  const step = said.next_step && (said.next_step_text ?? tv(said.next_step));
  const on = said.next_on && relativeDay(said.next_on);
  return [
    { name: t('purpose'), text: tv(purpose) },
    { name: t('outcome'), text: tv(said.outcome) },
    { name: t('met'), text: said.met_name },
    { name: t('nextStep'), text: [step, on].filter(Boolean).join(' · ') },
  ];
}

function sheetInWords(missing: VisitTomorrow['missing']): string {
  if (missing.length === 0) return t('allAnswers');
  return openInWords(missing);
}
