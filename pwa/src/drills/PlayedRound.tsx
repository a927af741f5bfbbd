import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { door, edit, open, sign, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { Corrections } from './Corrections';
import type { RoundShown } from './drill';
import type { KeptRead } from './kept';
import { KeptLine } from './KeptLine';
import { OwnWordsSheet } from './OwnWordsSheet';
import { PlayedBossCard } from './PlayedBossCard';
import { late } from '../late';
import { ruleInWords } from './rule-in-words';
import { t } from './words-of-drill';
import { t as tp } from './words-of-played';

const AskHelp = late(
  () => import('../help-requests/AskHelp'),
  () => null,
);
const ICONS = { would_sign: sign, would_meet_again: open, would_not: door };

interface Props {
  drillId: string;
  round: RoundShown;
  /** What of it went further, as the server knows it. */
  kept: KeptRead | undefined;
}

/** One round: the boss's verdict, the rep's own words, and what goes along. */
export function PlayedRound({ drillId, round, kept }: Props) {
  const [writing, setWriting] = useState(false);
  const { client, rep, boss, version } = round;
  const isMine = rep?.id === me.value?.id && version !== null;
  return (
    <Card as="article">
      <div class="row">
        <h2 class="grow">
          {t('numbered', { n: round.number })} ·{' '}
          <span lang={languageOf(client.name)}>{client.name}</span>
        </h2>
        <span class="boss">
          <Tag tone="ok" icon={ICONS[round.verdict]}>
            {tp(round.verdict)}
          </Tag>
        </span>
      </div>
      <p class="meta row">
        <span class="grow">
          {rep && boss && t('seats', { rep: callName(rep), boss: callName(boss) })}
        </span>
        {version === null && <Tag icon={tray}>{t('unsent')}</Tag>}
      </p>
      <Spoken round={round} afterKeep={<KeptLine drillId={drillId} round={round} kept={kept} />} />
      <Corrections of={round.corrections} />
      <Ticked round={round} />
      <Lines round={round} />
      <PlayedBossCard round={round} />
      {version !== null && <AskHelp kind="round" id={round.id} client={client} />}
      {isMine && (
        <Button icon={edit} onClick={() => setWriting(true)}>
          {t('putRight')}
        </Button>
      )}
      {isMine && (
        <OwnWordsSheet
          open={writing}
          drillId={drillId}
          round={{ ...round, version }}
          onClose={() => setWriting(false)}
        />
      )}
    </Card>
  );
}

function Spoken({ round, afterKeep }: { round: RoundShown; afterKeep: ComponentChildren }) {
  const { rep, key_moment, rep_words, keep, change, change_kind } = round;
  const facts = [
    { name: t('keyMoment'), text: key_moment },
    { name: rep ? t('ownWords', { name: callName(rep) }) : tp('rep_words'), text: rep_words },
    { name: t('keep'), text: keep, after: afterKeep },
    { name: change_kind ? `${t('change')} · ${tp(change_kind)}` : t('change'), text: change },
  ].filter(({ text }) => text);
  if (facts.length === 0) return null;
  return (
    <dl class="stack">
      {facts.map(({ name, text, after }) => (
        <div key={name}>
          <dt class="meta">{name}</dt>
          <dd lang={languageOf(text ?? '')}>{text}</dd>
          {after && <dd class="stack">{after}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** In words, one by one; only the rep's own are here. */
function Ticked({ round: { ticks } }: { round: RoundShown }) {
  const behaviours = playbookRead().value?.skills.flatMap((skill) => skill.behaviours) ?? [];
  const named = ticks.flatMap(({ behaviour_id, point, mark }) => {
    if (point) return [{ id: point.id, text: ruleInWords(point), mark }];
    const behaviour = behaviours.find(({ id }) => id === behaviour_id);
    return behaviour ? [{ id: behaviour.id, text: inMyLanguage(behaviour.text), mark }] : [];
  });
  if (named.length === 0) return null;
  return (
    <section>
      <h3>{t('seenDone')}</h3>
      <table>
        {named.map(({ id, text, mark }) => (
          <tr key={id}>
            <th scope="row">{text}</th>
            <td class="meta">{tp(mark)}</td>
          </tr>
        ))}
      </table>
    </section>
  );
}

function Lines({ round: { lines } }: { round: RoundShown }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{t('forTheVisit')}</h3>
      {lines.map(({ id, words, answer }) => (
        <Talk key={id}>
          <Said lang={languageOf(words)}>{words}</Said>
          <Ours lang={languageOf(answer)}>{answer}</Ours>
        </Talk>
      ))}
    </section>
  );
}
