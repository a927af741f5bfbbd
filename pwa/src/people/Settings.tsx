import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { sentenceOf } from '../kit/form/problems';
import { chosen, type Choice } from '../kit/i18n/lang';
import { download, exportUnsent, waiting } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Rows } from '../kit/ui/Card';
import { Icon } from '../kit/ui/Icon';
import {
  bell,
  globe,
  help,
  lock,
  moon,
  next,
  out,
  person,
  plus,
  reply,
  save,
  team,
  today,
} from '../kit/ui/icons';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import { chooseLanguage } from './actions';
import { appearance, wear } from './appearance';
import { isInstalled, isIos } from './installed';
import { LANGUAGES } from './LanguageChoice';
import type { Me } from './wire';
import { t } from './words';

interface Props {
  /** Undefined before it was read once; everything of this phone can be set without it. */
  mine: Me | undefined;
}

export function Settings({ mine }: Props) {
  const leads = mine?.role === 'manager';
  const keeps = mine !== undefined && mine.role !== 'rep';
  return (
    <section>
      <h2 class="hide">{t('settings')}</h2>
      <Rows label={t('settings')}>
        <Setting icon={globe} name={t('language')}>
          <Language mine={mine} />
        </Setting>
        <Setting icon={today} name={t('appearance')}>
          <Appearance />
        </Setting>
        {mine && <QuietHours mine={mine} />}
        <LinkRow icon={reply} name={t('playbook')} href="/playbook" />
        {keeps && <LinkRow icon={person} name={t('people')} href="/people" />}
        {keeps && <LinkRow icon={team} name={t('organisation')} href="/organisation" />}
        {leads && <LinkRow icon={bell} name={t('robots')} href="/organisation/robots" />}
        <LinkRow icon={lock} name={t('changePassword')} href="/me/password" />
        {!isInstalled() && <Install />}
        {waiting.value > 0 && (
          <Setting icon={save} name={t('exportUnsent')}>
            <Button onClick={saveUnsent}>{t('save')}</Button>
          </Setting>
        )}
        <LinkRow icon={help} name={t('help')} href="/help" />
        <LinkRow icon={out} name={t('signOut')} href="/me?sign-out" />
      </Rows>
    </section>
  );
}

function Language({ mine }: Props) {
  // Chosen before the account was read: it hears of it then.
  const [untold, setUntold] = useState<Choice | null>(null);
  const choose = (choice: Choice) => {
    if (!mine) setUntold(choice);
    void chooseLanguage(choice, mine).catch(ownPhoneOnly);
  };
  useEffect(() => {
    if (!mine || !untold) return;
    setUntold(null);
    void chooseLanguage(untold, mine).catch(ownPhoneOnly);
  }, [mine, untold]);
  return (
    <Seg<Choice>
      legend={t('language')}
      name="language"
      options={[{ value: 'device', label: t('device') }, ...LANGUAGES]}
      value={chosen.value ?? me.value?.language ?? 'device'}
      onChange={choose}
    />
  );
}

/** The language holds on this phone already; only the account did not hear of it. */
function ownPhoneOnly(fault: unknown): void {
  say(sentenceOf(fault));
}

async function saveUnsent(): Promise<void> {
  const file = await exportUnsent();
  if (file) download(file);
}

function Appearance() {
  return (
    <Seg
      legend={t('appearance')}
      name="appearance"
      options={(['device', 'light', 'dark'] as const).map((value) => ({ value, label: t(value) }))}
      value={appearance.value}
      onChange={wear}
    />
  );
}

function QuietHours({ mine }: { mine: Me }) {
  const { evening_closes, quiet_until } = mine.organisation;
  return (
    <li class="row">
      <Icon of={moon} />
      <span class="grow">
        {t('quietHours')}
        <span class="meta">{t('quietWhy')}</span>
      </span>
      <span class="meta num">
        {evening_closes}–{quiet_until}
      </span>
    </li>
  );
}

function Install() {
  return (
    <li class="row">
      <Icon of={plus} />
      <span class="grow">
        {t('install')}
        <span class="meta">{t(isIos() ? 'installHowIos' : 'installHow')}</span>
      </span>
    </li>
  );
}

interface SettingProps {
  icon: string;
  name: string;
  children: ComponentChildren;
}

function Setting({ icon, name, children }: SettingProps) {
  return (
    <li class="row">
      <Icon of={icon} />
      <span>{name}</span>
      <span class="grow">{children}</span>
    </li>
  );
}

function LinkRow({ icon, name, href }: { icon: string; name: string; href: string }) {
  return (
    <li>
      <a class="row" href={href}>
        <Icon of={icon} />
        <span class="grow">{name}</span>
        <Icon of={next} small />
      </a>
    </li>
  );
}
