/** One thing clients say, and everything we answer to it. */
import { useLocation, useRoute } from 'preact-iso';
import { usePlaybook } from '../clients/remote';
import { me } from '../kit/api/session';
import { sentenceOf } from '../kit/form/problems';
import { inMyLanguage } from '../kit/i18n/names';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { edit, up } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Said, Talk } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { Answers } from './Answers';
import { TypeSheet } from './TypeSheets';
import { mayEdit } from './editors';
import { placeAbove } from './places';
import { changeType, type ObjectionType } from './remote';
import { retiring } from './retiring';
import { t } from './words';

export default function Objection() {
  const { key = '' } = useRoute().params;
  const playbook = usePlaybook();
  const types = playbook.value?.objection_types ?? [];
  const type = types.find((one) => one.key === key);
  if (!type) {
    return (
      <Page title={t('title')} back="/playbook" refresh={[playbook]}>
        <ReadNote of={playbook} />
        {!playbook.value && !playbook.error && <Skeleton />}
        {playbook.value && (
          <Empty
            title={t('noSuch')}
            action={<LinkButton href="/playbook">{t('toPlaybook')}</LinkButton>}
          >
            {t('noSuchWhy')}
          </Empty>
        )}
      </Page>
    );
  }
  return (
    <Page title={inMyLanguage(type.name)} back="/playbook" refresh={[playbook]}>
      <Card>
        {type.retired && <p class="meta">{t('isRetired')}</p>}
        <Talk>
          <Said>{inMyLanguage(type.words)}</Said>
        </Talk>
        {mayEdit(me.value) && (
          <Keeping type={type} above={placeAbove(types, type)} onChanged={() => playbook.again()} />
        )}
      </Card>
      <Answers type={type} />
    </Page>
  );
}

interface KeepingProps {
  type: ObjectionType;
  above: ObjectionType | null;
  onChanged: () => Promise<void>;
}

/** Change the words, move it up the list, retire it or offer it again. */
function Keeping({ type, above, onChanged }: KeepingProps) {
  const { path, query, route } = useLocation();
  const close = () => route(path, true);
  const retire = retiring(type, inMyLanguage(type.name), (row, retired) =>
    changeType(row.id, { retired }, row.version),
  );
  const moveUp = async (other: ObjectionType) => {
    try {
      await changeType(type.id, { position: other.position }, type.version);
      await changeType(other.id, { position: type.position }, other.version);
      say(t('saved'));
    } catch (problem) {
      say(sentenceOf(problem));
    }
    await onChanged();
  };
  return (
    <>
      <LinkButton look="main" icon={edit} href={`${path}?change`}>
        {t('change')}
      </LinkButton>
      <div class="row wrap">
        {above && (
          <Button icon={up} grow onClick={() => moveUp(above)}>
            {t('moveUp')}
          </Button>
        )}
        <Button grow onClick={() => retire(onChanged)}>
          {t(type.retired ? 'offerAgain' : 'retire')}
        </Button>
      </div>
      {'change' in query && (
        <TypeSheet
          type={type}
          onClose={close}
          onSaved={() => {
            close();
            void onChanged();
          }}
        />
      )}
    </>
  );
}
