/** 我来试: what somebody told is wanted at one of my clients, or at none yet; a case can be played tonight as well. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { evening, leaf } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ClientSheet } from './ClientSheet';
import { useMyTries } from './remote';
import { TRY, TRY_WORD, wishOf, type Idea } from './tries';
import { letGo, playCase, wishTry } from './try-actions';
import type { CaseDetail, ClientRef, PersonRef, ShareDetail } from './wire';
import { t } from './words-of-tries';
import { t as tk } from './words-of-kinds';

export { MyTries } from './MyTries';

export function TryShare({ share }: { share: ShareDetail }) {
  const { id, kind, author, state, words } = share;
  if (!sells() || state !== 'published' || kind === 'kpi' || isMe(author)) return null;
  return <TryIt idea={{ share_id: id }} author={author} title={words || tk(kind)} />;
}

export function TryCase({ of }: { of: CaseDetail }) {
  if (!sells()) return null;
  return (
    <>
      {!isMe(of.author) && <TryIt idea={{ case_id: of.id }} author={of.author} title={of.title} />}
      <Play of={of} />
    </>
  );
}

interface Props {
  idea: Idea;
  author: PersonRef;
  title: string;
}

function TryIt({ idea, author, title }: Props) {
  const [isOpen, setOpen] = useState(false);
  const mine = useMyTries().value?.items ?? [];
  const wish = wishOf(idea, mine, [...pendingOf(TRY), ...pendingOf(TRY_WORD)]);
  const choose = async (client: ClientRef | null) => {
    setOpen(false);
    const undo = await wishTry(idea, client, title, wish);
    say(client ? t('kept', { client: client.name }) : t('keptNoOne'), undo);
  };
  const away = async () => {
    if (wish) say(t('takenBack'), await letGo(wish, idea, title));
  };
  return (
    <>
      {wish && (
        <Note icon={leaf}>
          {wish.client ? t('standsAt', { client: wish.client.name }) : t('standsOpen')}
        </Note>
      )}
      <div class="row wrap">
        <Button icon={leaf} onClick={() => setOpen(true)}>
          {t(wish ? (wish.client ? 'another' : 'change') : 'willTry')}
        </Button>
        {wish && (
          <Button look="quiet" onClick={away}>
            {t('notAfterAll')}
          </Button>
        )}
      </div>
      {isOpen && (
        <ClientSheet
          title={t('willTry')}
          why={t('tellsAuthor', { name: callName(author) })}
          save={t('keep')}
          orNone
          first={wish?.client ?? null}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Play({ of }: { of: CaseDetail }) {
  const [isOpen, setOpen] = useState(false);
  const choose = async (client: ClientRef | null) => {
    setOpen(false);
    if (!client) return;
    await playCase(of.id, client, of.title);
    say(t('played'));
  };
  return (
    <>
      <div class="row wrap">
        <Button icon={evening} onClick={() => setOpen(true)}>
          {t('play')}
        </Button>
      </div>
      {isOpen && (
        <ClientSheet
          title={t('playTitle')}
          why={t('playWhy')}
          save={t('playNow')}
          orNone={false}
          first={null}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function sells(): boolean {
  return me.value?.role === 'rep';
}

function isMe({ id }: PersonRef): boolean {
  return id === me.value?.id;
}
