import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { both, isSaid, UNSAID } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { useEditing } from '../kit/form/use-editing';
import { useSending } from '../kit/form/use-sending';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { up } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { placeAbove } from './places';
import { addBehaviour, changeBehaviour, changeSkill, type Behaviour, type Skill } from './remote';
import { retiring } from './retiring';
import { t } from './words';

interface Props {
  skill: Skill;
  onSaved: () => unknown;
  onClose: () => unknown;
}

export function NewBehaviour({ skill, onSaved, onClose }: Props) {
  const [id, setId] = useState(uuid7);
  const [text, setText] = useState(UNSAID);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: isSaid(text),
    send: async () => {
      const added = await addBehaviour({ id, skill_id: skill.id, text: both(text) });
      say(t('added', { what: inMyLanguage(added.text) }));
      onSaved();
    },
  });
  return (
    <Sheet open title={t('newBehaviour', { skill: inMyLanguage(skill.name) })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <BothLanguages
          label={t('behaviour')}
          name="behaviour"
          lines={2}
          value={text}
          error={asked && !isSaid(text) ? t('needBehaviour') : undefined}
          onInput={(typed) => {
            setText(typed);
            // Other content is another birth: the first may have arrived although its answer was lost.
            if (problem !== null) setId(uuid7());
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

export function BehaviourSheet(props: Props & { behaviour: Behaviour }) {
  const { skill, behaviour, onSaved, onClose } = props;
  const edit = useEditing<Pick<Behaviour, 'text'>, Behaviour>({
    stored: behaviour,
    fieldsOf: ({ text }) => ({ text }),
    isComplete: ({ text }) => isSaid(text),
    save: ({ text }, version) =>
      changeBehaviour(behaviour.id, text ? { text: both(text) } : {}, version),
    onSaved: () => {
      say(t('saved'));
      onSaved();
    },
  });
  const { draft, base, change, asked, busy, problem, submit } = edit;
  const text = inMyLanguage(base.text);
  const above = placeAbove(skill.behaviours, behaviour);
  const moving = useSending({
    isComplete: above !== null,
    send: async () => {
      if (above === null) return;
      await changeBehaviour(behaviour.id, { position: above.position }, base.version);
      await changeBehaviour(above.id, { position: base.position }, above.version);
      onSaved();
    },
  });
  const retire = retiring(base, text, (row, retired) =>
    changeBehaviour(row.id, { retired }, row.version),
  );
  return (
    <Sheet open title={t('changeBehaviour', { text })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map(() => nowIs(t('behaviour'), text))} />
        <BothLanguages
          label={t('behaviour')}
          name="behaviour"
          lines={2}
          value={draft.text}
          error={asked && !isSaid(draft.text) ? t('needBehaviour') : undefined}
          onInput={(typed) => change({ text: typed })}
        />
        <Problem of={problem ?? moving.problem} />
        <Ending busy={busy} onClose={onClose}>
          {above && (
            <Button icon={up} busy={moving.busy} onClick={moving.submit}>
              {t('moveUp')}
            </Button>
          )}
          <Button onClick={() => void retire(onSaved)}>
            {t(base.retired ? 'offerAgain' : 'retire')}
          </Button>
        </Ending>
      </form>
    </Sheet>
  );
}

export function SkillSheet({ skill, onSaved, onClose }: Props) {
  const edit = useEditing<Pick<Skill, 'name'>, Pick<Skill, 'name' | 'version'>>({
    stored: skill,
    fieldsOf: ({ name }) => ({ name }),
    isComplete: ({ name }) => isSaid(name),
    save: ({ name }, version) => changeSkill(skill.id, { name: both(name ?? skill.name) }, version),
    onSaved: () => {
      say(t('saved'));
      onSaved();
    },
  });
  const { draft, base, change, asked, busy, problem, submit } = edit;
  const name = inMyLanguage(base.name);
  return (
    <Sheet open title={t('renameSkill', { skill: name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map(() => nowIs(t('skillName'), name))} />
        <BothLanguages
          label={t('skillName')}
          name="skill"
          value={draft.name}
          error={asked && !isSaid(draft.name) ? t('needName') : undefined}
          onInput={(typed) => change({ name: typed })}
        />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}
