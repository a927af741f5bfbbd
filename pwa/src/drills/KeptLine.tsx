import { objectionsInWords } from '../clients/objection-types';
import { clientsRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { discard, pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { check, tray, undo } from '../kit/ui/icons';
import { ChipButton, Chips } from '../kit/ui/Pick';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import type { RoundShown } from './drill';
import { addToPlaybook, shareAsTip, type KeptLine as Line } from './kept-actions';
import { goneAs, kindsIn, MOST_OF_ANSWER, type Gone, type KeptRead } from './kept';
import { GoesAs } from './KeepFor';
import { withoutNames } from './masked';
import { t } from './words-of-kept';

interface Props {
  drillId: string;
  round: RoundShown;
  /** What the server knows; undefined while it was not read. */
  kept: KeptRead | undefined;
}

/** Where the line of a round went; to the rep, where else it could go. */
export function KeptLine({ drillId, round, kept }: Props) {
  const said = round.keep?.trim();
  if (!said) return null;
  const words = withoutNames(said, [round.client.name, bossAt(round.client.id)]);
  const { answer, tip } = goneAs(round.id, kept, [...pendingOf('answer'), ...pendingOf('tip')]);
  const line: Line = { words, client: round.client, drillId, roundId: round.id };
  const isMine = round.rep?.id === me.value?.id;
  const mayGo = isMine && (!answer || !tip);
  return (
    <>
      {(answer || tip) && (
        <p class="row">
          {answer && <Went where={t('inPlaybook')} {...answer} />}
          {tip && <Went where={t('sharedAsTip')} {...tip} />}
        </p>
      )}
      {mayGo && words !== said && <GoesAs words={words} />}
      {mayGo && (
        <Chips>
          {!answer && <IntoPlaybook line={line} kinds={kindsOf(round)} />}
          {!tip && (
            <ChipButton onClick={() => keep(shareAsTip(line, kindsOf(round)[0] ?? null))}>
              {t('asTip')}
            </ChipButton>
          )}
        </Chips>
      )}
    </>
  );
}

/** Until it is sent it comes back with one tap. */
function Went({ where, unsent }: Gone & { where: string }) {
  const takeBack = async () => {
    if (!unsent) return;
    await discard(unsent.id);
    say(t('takenBack'));
  };
  return (
    <>
      <Tag tone="ok" icon={unsent ? tray : check}>
        {where}
      </Tag>
      {unsent && (
        <Button look="quiet" icon={undo} onClick={takeBack}>
          {t('takeBack')}
        </Button>
      )}
    </>
  );
}

function IntoPlaybook({ line, kinds }: { line: Line; kinds: readonly string[] }) {
  const names = objectionsInWords();
  if (line.words.length > MOST_OF_ANSWER) return null;
  return (
    <>
      {kinds.map((kind) => (
        <ChipButton key={kind} onClick={() => keep(addToPlaybook(line, kind))}>
          {t('intoPlaybook', { kind: names[kind] ?? kind })}
        </ChipButton>
      ))}
    </>
  );
}

async function keep(kept: Promise<void>): Promise<void> {
  try {
    await kept;
    say(t('kept'));
  } catch {
    say(t('cannotSave'));
  }
}

/** Who decides there, as far as this phone has read it. */
function bossAt(client: string): string | null {
  return clientsRead().value?.items.find(({ id }) => id === client)?.boss ?? null;
}

function kindsOf({ boss_card, lines }: RoundShown): string[] {
  return kindsIn([...(boss_card?.objections ?? []), ...lines].map(typed));
}

function typed({ type_key = null }: { type_key?: string | null }) {
  return { typeKey: type_key };
}
