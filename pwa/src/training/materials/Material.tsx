/** One material on a page of its own: a text, or a file. Once opened it is read with no network, too. */
import { useRoute } from 'preact-iso';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { isGone } from '../../kit/api/problem';
import { dropFile } from '../../kit/cache/files';
import { fullName } from '../../kit/i18n/names';
import { Markdown } from '../../kit/markdown/Markdown';
import { Button } from '../../kit/ui/Button';
import { Card } from '../../kit/ui/Card';
import { Page } from '../../kit/ui/Page';
import { Skeleton } from '../../kit/ui/Skeleton';
import { Note } from '../../kit/ui/Tag';
import { ReadNote } from '../../people/ReadNote';
import type { WholeMaterial } from '../wire';
import { kindInWords } from './in-words';
import { fileOf, useMaterial } from './remote';
import { t } from './words';

export default function Material() {
  const { id = '', material = '' } = useRoute().params;
  const read = useMaterial(id, material);
  const found = read.value;
  const { error } = read;
  useEffect(() => {
    if (isGone(error)) void dropFile(material);
  }, [error, material]);
  const back = `/training/${id}`;
  if (!found) {
    return (
      <Page title={t('title')} back={back}>
        <ReadNote of={read} />
        {!error && <Skeleton rows={4} />}
      </Page>
    );
  }
  const about = [kindInWords(found), t('by', { name: fullName(found.added_by) })].join(' · ');
  return (
    <Page title={found.title} meta={about} back={back} refresh={[read]}>
      <ReadNote of={read} />
      <Card as="article">
        {found.body !== null && <Markdown text={found.body} />}
        {found.kind === 'file' && <File key={found.id} of={found} />}
      </Card>
    </Page>
  );
}

function File({ of }: { of: WholeMaterial }) {
  const [blob, setBlob] = useState<Blob | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const fetchIt = useCallback(() => {
    setFault(null);
    fileOf(of).then(setBlob, setFault);
  }, [of]);
  useEffect(fetchIt, [fetchIt]);
  if (of.form === null || isGone(fault)) return <p>{t('gone')}</p>;
  if (fault !== null) {
    return (
      <Note role="status" action={<Button onClick={fetchIt}>{t('tryAgain')}</Button>}>
        {t('notYet')}
      </Note>
    );
  }
  if (!blob) {
    return (
      <p class="meta" role="status">
        {t('loading')}
      </p>
    );
  }
  return <Shown blob={blob} of={of} />;
}

function Shown({ blob, of }: { blob: Blob; of: WholeMaterial }) {
  const address = useAddress(blob);
  if (!address) return null;
  if (of.form?.startsWith('audio/')) return <audio controls src={address} aria-label={of.title} />;
  if (of.form?.startsWith('image/')) return <img src={address} alt={of.title} />;
  // A phone shows no PDF within a page: its own reader opens what is handed to it.
  return (
    <a class="btn main" href={address} download={`${of.title}.pdf`} target="_blank" rel="noopener">
      {t('openPdf')}
    </a>
  );
}

/** Under which the browser finds the bytes, as long as they are on show. */
function useAddress(blob: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
