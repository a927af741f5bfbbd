import { LinkButton } from '../kit/ui/Button';
import { help } from '../kit/ui/icons';
import { askAddress, type About } from './about';
import { t } from './words';

interface Props {
  kind: About['kind'];
  id: string;
  client?: { id: string; name: string } | null;
  /** What is meant, where several stand side by side. */
  named?: string;
}

/** From wherever somebody stands before what is hard: one tap opens the form with it. */
export default function AskHelp({ kind, id, client, named }: Props) {
  return (
    <LinkButton look="quiet" icon={help} href={askAddress(kind, id, client)}>
      {named ? t('askAbout', { what: named }) : t('ask')}
    </LinkButton>
  );
}
