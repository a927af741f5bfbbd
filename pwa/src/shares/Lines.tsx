/** What somebody wrote, line by line; what a client said and what was answered stand as the two of them spoke. */
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';

/** As a share is begun from its visits: “Too dear.” → Per order or per year? */
const SPOKEN = /^“([^”]+)”(?: → (.+))?$/;

export function Lines({ of }: { of: string }) {
  const lines = of.split('\n');
  return (
    <div class={lines.some((line) => SPOKEN.test(line)) ? 'stack' : undefined}>
      {lines.map((line) => (
        <Line key={line} of={line} />
      ))}
    </div>
  );
}

/** A tip is one thing of ours, said as it is said to a client. */
export function TipLine({ lang, of }: { lang: string; of: string }) {
  return (
    <Talk>
      <Ours lang={lang}>{of}</Ours>
    </Talk>
  );
}

function Line({ of }: { of: string }) {
  const [, said, answer] = SPOKEN.exec(of) ?? [];
  if (!said) return <p lang={languageOf(of)}>{of}</p>;
  return (
    <Talk>
      <Said lang={languageOf(said)}>{said}</Said>
      {answer && <Ours lang={languageOf(answer)}>{answer}</Ours>}
    </Talk>
  );
}
