/** What the organisation sells. Admins keep the list, everybody reads it. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { sentenceOf } from '../kit/form/problems';
import { money } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { NewProduct, ProductSheet } from './ProductSheets';
import { changeProduct, readProducts, useProducts, type Product } from './remote';
import { t } from './words-of-products';

export default function Products() {
  const list = useProducts();
  const { path, query, route } = useLocation();
  const isAdmin = me.value?.role === 'admin';
  const all = list.value?.items ?? [];
  const opened = all.find(({ id }) => id === query['product']);
  const close = () => route(path, true);
  const changed = () => {
    close();
    void list.again();
  };
  const retire = async (product: Product) => {
    close();
    await offer(product, product.retired, () => list.again());
  };
  const add = (
    <LinkButton look="main" icon={plus} href={`${path}?new`}>
      {t('add')}
    </LinkButton>
  );
  const about = isAdmin ? t('about') : `${t('about')} ${t('byAdmin')}`;
  return (
    <Page
      title={t('title')}
      meta={about}
      back="/organisation"
      refresh={[list]}
      dock={isAdmin && all.length > 0 && add}
    >
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={4} />}
      <ProductRows title={t('offered')} of={all.filter(isOffered)} mayOpen={isAdmin} />
      <ProductRows
        title={t('retired')}
        why={t('retiredWhy')}
        of={all.filter((product) => !isOffered(product))}
        mayOpen={isAdmin}
      />
      <MorePages list={list} read={readProducts} />
      {list.value && all.length === 0 && (
        <Empty title={t('none')} action={isAdmin && add}>
          {t('noneWhy')}
        </Empty>
      )}
      {isAdmin && list.value && 'new' in query && (
        <NewProduct like={all[0]} onClose={close} onSaved={changed} />
      )}
      {isAdmin && opened && (
        <ProductSheet
          key={opened.id}
          product={opened}
          onClose={close}
          onSaved={changed}
          onRetire={retire}
        />
      )}
    </Page>
  );
}

/** Retires or offers again, with the way back. */
async function offer(product: Product, isWanted: boolean, done: () => Promise<void>) {
  const name = inMyLanguage(product.name);
  try {
    const changed = await changeProduct(product.id, { retired: !isWanted }, product.version);
    say(t(isWanted ? 'offeredDone' : 'retiredDone', { name }), () =>
      offer(changed, !isWanted, done),
    );
  } catch (problem) {
    say(sentenceOf(problem));
  }
  await done();
}

function isOffered({ retired }: Product): boolean {
  return !retired;
}

interface RowsProps {
  title: string;
  why?: string;
  of: readonly Product[];
  mayOpen: boolean;
}

function ProductRows({ title, why, of, mayOpen }: RowsProps) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {why && <p class="meta">{why}</p>}
      <Rows label={title}>
        {of.map((product) => (
          <Row
            key={product.id}
            {...(mayOpen && { href: `/organisation/products?product=${product.id}` })}
            title={inMyLanguage(product.name)}
            meta={<span class="num">{money(product.price)}</span>}
          />
        ))}
      </Rows>
    </section>
  );
}
