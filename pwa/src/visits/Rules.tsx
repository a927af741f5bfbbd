/** What a visit needs to count as effective, from which day on. It describes visits, never people. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayOf, shortDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { check, edit } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { RuleSheet } from './RuleSheet';
import { bookOn, USUAL } from './rules';
import { readRules, useRules, type Requirement, type Rule } from './rules-remote';
import { t } from './words-of-rules';

export default function Rules() {
  const rules = useRules();
  const [isChanging, setChanging] = useState(false);
  const isAdmin = me.value?.role === 'admin';
  const about = isAdmin ? t('about') : `${t('about')} ${t('byAdmin')}`;
  return (
    <Page title={t('title')} meta={about} back="/organisation" refresh={[rules]}>
      <ReadNote of={rules} />
      {!rules.value && !rules.error && <Skeleton rows={2} />}
      {rules.value && (
        <Shown rules={rules.value.items} {...(isAdmin && { onChange: () => setChanging(true) })} />
      )}
      <MorePages list={rules} read={readRules} />
      {isChanging && (
        <RuleSheet
          requires={bookOn(dayOf(), rules.value?.items ?? []).now?.requires ?? USUAL}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false);
            void rules.again();
          }}
        />
      )}
    </Page>
  );
}

function Shown({ rules, onChange }: { rules: readonly Rule[]; onChange?: () => unknown }) {
  const { now, later, earlier } = bookOn(dayOf(), rules);
  const since = now && t('nowSince', { day: shortDay(now.applies_from) });
  return (
    <>
      <Card>
        <h2>{since ?? t('now')}</h2>
        <Requires of={now?.requires ?? USUAL} />
        <p class="meta">{now ? t('by', { name: fullName(now.by) }) : t('usual')}</p>
        {onChange && (
          <Button icon={edit} onClick={onChange}>
            {t('change')}
          </Button>
        )}
      </Card>
      {later.map((rule) => (
        <Card key={rule.id}>
          <h2>{t('later', { day: shortDay(rule.applies_from) })}</h2>
          <Requires of={rule.requires} />
          <p class="meta">{t('by', { name: fullName(rule.by) })}</p>
        </Card>
      ))}
      {earlier.length > 0 && <Earlier rules={earlier} />}
    </>
  );
}

function Requires({ of }: { of: readonly Requirement[] }) {
  return (
    <ul class="stack">
      {of.map((one) => (
        <li key={one} class="row">
          <Dot tone="on" icon={check} />
          <span class="grow">{t(one)}</span>
        </li>
      ))}
    </ul>
  );
}

function Earlier({ rules }: { rules: readonly Rule[] }) {
  return (
    <section>
      <h2>{t('earlier')}</h2>
      <Rows label={t('earlier')}>
        {rules.map((rule) => (
          <Row
            key={rule.id}
            title={t('later', { day: shortDay(rule.applies_from) })}
            meta={[
              rule.requires.map((one) => t(`${one}_short`)).join(' · '),
              t('by', { name: fullName(rule.by) }),
            ].join(' · ')}
          />
        ))}
      </Rows>
    </section>
  );
}
