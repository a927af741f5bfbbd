import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { inMyLanguage } from '../kit/i18n/names';
import { Button, IconButton } from '../kit/ui/Button';
import { Fold } from '../kit/ui/Card';
import { edit, plus } from '../kit/ui/icons';
import { BehaviourSheet, NewBehaviour, SkillSheet } from './SkillSheets';
import { mayEdit } from './editors';
import type { Behaviour, Skill } from './remote';
import { t } from './words';

interface Props {
  skills: readonly Skill[];
  onChanged: () => unknown;
}

/** What is open: a skill to rename, a behaviour to change, or a new one in a skill. */
type Opened = { skill: Skill; behaviour?: Behaviour; isNew?: true };

/** The skills, each with what a partner can see and tick. */
export function Skills({ skills, onChanged }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const keeps = mayEdit(me.value);
  const close = () => setOpened(null);
  const ends = {
    onClose: close,
    onSaved: () => {
      close();
      onChanged();
    },
  };
  return (
    <section>
      <h2>{t('skills')}</h2>
      {skills.map((skill) => (
        <OneSkill key={skill.id} skill={skill} {...(keeps && { onOpen: setOpened })} />
      ))}
      {opened?.isNew && <NewBehaviour skill={opened.skill} {...ends} />}
      {opened?.behaviour && (
        <BehaviourSheet skill={opened.skill} behaviour={opened.behaviour} {...ends} />
      )}
      {opened && !opened.isNew && !opened.behaviour && (
        <SkillSheet skill={opened.skill} {...ends} />
      )}
    </section>
  );
}

function OneSkill({ skill, onOpen }: { skill: Skill; onOpen?: (opened: Opened) => unknown }) {
  const name = inMyLanguage(skill.name);
  const shown = skill.behaviours.filter(({ retired }) => !retired);
  const retired = skill.behaviours.filter((one) => one.retired);
  return (
    <Fold title={name} meta={t('behaviours', { n: shown.length })}>
      <ul class="stack">
        {shown.map((behaviour) => (
          <li key={behaviour.id} class="row">
            <span class="grow">{inMyLanguage(behaviour.text)}</span>
            {onOpen && (
              <IconButton
                icon={edit}
                label={t('changeBehaviour', { text: inMyLanguage(behaviour.text) })}
                onClick={() => onOpen({ skill, behaviour })}
              />
            )}
          </li>
        ))}
      </ul>
      {onOpen && (
        <div class="row wrap">
          <Button icon={plus} grow onClick={() => onOpen({ skill, isNew: true })}>
            {t('addBehaviour')}
          </Button>
          <Button icon={edit} grow onClick={() => onOpen({ skill })}>
            {t('renameSkill', { skill: name })}
          </Button>
        </div>
      )}
      {onOpen && retired.length > 0 && (
        <>
          <h3>{t('retired')}</h3>
          <ul class="stack">
            {retired.map((behaviour) => (
              <li key={behaviour.id} class="row">
                <span class="meta grow">{inMyLanguage(behaviour.text)}</span>
                <IconButton
                  icon={edit}
                  label={t('changeBehaviour', { text: inMyLanguage(behaviour.text) })}
                  onClick={() => onOpen({ skill, behaviour })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
