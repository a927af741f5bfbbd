import type { Resource } from '../kit/cache';
import { nowIs } from '../kit/form/Parts';
import { money } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { Row, Rows } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { t as tr } from '../ride-alongs/words-of-rungs';
import { formOf, type Setting } from './settings';
import { weekInWords } from './week';
import type { Organisation } from './wire';
import { t } from './words-of-settings';

interface Props {
  of: Organisation;
  read: Resource<Organisation>;
}

/** For those who may not change it: what holds, in words. */
export function SettingsRead({ of, read }: Props) {
  const names = Object.keys(formOf(of)) as Setting[];
  return (
    <Page title={t('title')} meta={t('byAdmin')} back="/organisation" refresh={[read]}>
      <Rows label={t('title')}>
        {names.map((name) => (
          <Row key={name} title={t(name)} meta={inWords(name, of)} />
        ))}
      </Rows>
    </Page>
  );
}

/** "Closes: 21:00" */
export function shownAs(name: Setting, row: Organisation): string {
  return nowIs(t(name), inWords(name, row));
}

function inWords(name: Setting, row: Organisation): string {
  if (name === 'week') return weekInWords(row.week);
  if (name === 'big_order') return money(row.big_order);
  if (name === 'grades') return row.grades.map(({ key }) => key).join(' · ');
  if (name === 'rungs') return row.rungs.map((rung) => tr(rung)).join(' → ');
  if (name === 'country') return countryName(row.country);
  return String(row[name]);
}

function countryName(code: string): string {
  if (!code) return t('noCountry');
  return new Intl.DisplayNames(lang.value, { type: 'region' }).of(code) ?? code;
}
