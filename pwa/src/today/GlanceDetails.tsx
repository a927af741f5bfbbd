import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { momentOf, money, relativeDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { Player } from '../kit/voice/Player';
import { t as tv } from '../visits/words';
import { openInWords } from './GlanceParts';
import { Detail, Facts, type Fact } from './TeamDetail';
import {
  soundOf,
  useVisitBehind,
  type HelpWanted,
  type VisitRead,
  type VisitTomorrow,
} from './team-remote';
import { t } from './words-of-glance';

/** What somebody wants help with, in their words and in the client's. */
export function HelpDetail({ help }: { help: HelpWanted }) {
  const visit = useVisitBehind(help.visit_id).value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const { person, client, words, at } = help;
  const spoken = visit?.check_in?.voice_note;
  return (
    <Detail person={person} note={`${client.name} · ${momentOf(at)}`} client={client.id}>
      <h2 class="big" lang={languageOf(words ?? '')}>
        {words ?? t('wantsHelp')}
      </h2>
      {!words && !spoken && <p class="meta">{t('saidNothing')}</p>}
      {visit && <Heard visit={visit} />}
      {spoken && <InOwnVoice of={help} note={spoken} />}
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

interface VoiceProps {
  of: HelpWanted;
  note: { id: string; seconds: number };
}

function InOwnVoice({ of: { visit_id, person }, note: { id, seconds } }: VoiceProps) {
  return (
    <div class="row">
      <Player key={id} sound={() => soundOf(visit_id, id)} seconds={seconds} />
      <span class="meta grow">{t('inOwnVoice', { who: fullName(person) })}</span>
    </div>
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
