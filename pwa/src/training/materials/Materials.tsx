import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { keptFiles, keptOf } from '../../kit/cache/files';
import { pending } from '../../kit/outbox';
import { Button, IconButton } from '../../kit/ui/Button';
import { Rows } from '../../kit/ui/Card';
import { Icon } from '../../kit/ui/Icon';
import { link, more, next, plus, save, tray } from '../../kit/ui/icons';
import { Tag } from '../../kit/ui/Tag';
import { languageOf } from '../../kit/ui/Talk';
import { late } from '../../late';
import type { Session } from '../wire';
import { materialsAtHand, materialsLane, type AtHand } from './at-hand';
import { kindInWords } from './in-words';
import { MATERIAL } from './remote';
import { t } from './words';
import './actions';

const AddSheet = late(
  () => import('./AddSheet'),
  () => null,
);
const ManageSheet = late(
  () => import('./ManageSheet'),
  () => null,
);

/** What was laid out for a class; whoever runs it adds, changes and takes away. */
export default function Materials({ of: session }: { of: Session }) {
  const [isAdding, setAdding] = useState('add' in useRoute().query && session.runs);
  const [managed, setManaged] = useState<AtHand | null>(null);
  const there = materialsAtHand(session.materials, pending(materialsLane(session.id)));
  const isKept = useKept();
  return (
    <section class="stack">
      <h2>{t('title')}</h2>
      {there.length === 0 && <p class="meta">{t(session.runs ? 'noneMine' : 'none')}</p>}
      {there.length > 0 && (
        <Rows label={t('title')}>
          {there.map((one) => (
            <Line
              key={one.id}
              session={session}
              of={one}
              isKept={isKept(one)}
              onManage={() => setManaged(one)}
            />
          ))}
        </Rows>
      )}
      {session.runs && (
        <Button icon={plus} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      )}
      {isAdding && (
        <AddSheet session={session} count={there.length} onClose={() => setAdding(false)} />
      )}
      {managed && (
        <ManageSheet session={session} material={managed} onClose={() => setManaged(null)} />
      )}
    </section>
  );
}

interface LineProps {
  session: Session;
  of: AtHand;
  isKept: boolean;
  onManage: () => unknown;
}

function Line({ session, of, isKept, onManage }: LineProps) {
  const { id, title, kind, address, waits } = of;
  const inside = (
    <>
      <span class="grow">
        <strong lang={languageOf(title)}>{title}</strong>
        <span class="meta">{kindInWords(of)}</span>
      </span>
      {waits && <Tag icon={tray}>{t('waits')}</Tag>}
      {isKept && <Tag icon={save}>{t('kept')}</Tag>}
    </>
  );
  const canManage = session.runs && !waits;
  return (
    <li class="row">
      {waits && inside}
      {!waits && kind === 'link' && address && (
        <a class="row grow" href={address} target="_blank" rel="noopener noreferrer">
          {inside}
          <Icon of={link} small />
        </a>
      )}
      {!waits && kind !== 'link' && (
        <a class="row grow" href={`/training/${session.id}/${id}`}>
          {inside}
          <Icon of={next} small />
        </a>
      )}
      {!waits && kind === 'link' && !address && inside}
      {canManage && <IconButton icon={more} label={t('manage', { title })} onClick={onManage} />}
    </li>
  );
}

/** What can be read with no network: texts and files that were opened here. */
function useKept(): (one: AtHand) => boolean {
  const [texts, setTexts] = useState<readonly string[]>([]);
  const [files, setFiles] = useState<readonly string[]>([]);
  useEffect(() => {
    void keptOf(MATERIAL).then(setTexts);
    void keptFiles().then(setFiles);
  }, []);
  return ({ id, kind }) =>
    kind !== 'link' && texts.includes(id) && (kind === 'text' || files.includes(id));
}
