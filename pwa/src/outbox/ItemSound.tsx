import { mediaOf, type Item } from '../kit/outbox';
import { Player } from '../kit/voice/Player';

/** What was recorded can be heard while it waits, so that nobody decides about it unheard. */
export function ItemSound({ item }: { item: Item }) {
  if (!item.hasMedia) return null;
  const sound = async () => {
    const media = await mediaOf(item.id);
    if (!media) throw new TypeError('the recording has just been sent');
    return new Blob([media.bytes], { type: media.type });
  };
  return <Player sound={sound} />;
}
