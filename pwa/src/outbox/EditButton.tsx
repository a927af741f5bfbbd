import { useLocation } from 'preact-iso';
import { openForEdit, type Item } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { edit } from '../kit/ui/icons';
import { editorOf } from './kinds';

interface Props {
  item: Item;
  look?: 'main' | 'plain';
  grow?: boolean;
  label: string;
}

/** Opens the form of the item with what was written in it; nothing for what has no form. */
export function EditButton({ item, look = 'plain', grow = false, label }: Props) {
  const { route } = useLocation();
  const path = editorOf(item);
  if (!path) return null;
  const open = async () => {
    await openForEdit(item);
    route(path);
  };
  return (
    <Button look={look} grow={grow} icon={edit} onClick={open}>
      {label}
    </Button>
  );
}
