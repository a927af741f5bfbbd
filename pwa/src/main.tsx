import { render } from 'preact';
import { App } from './App';
import { start } from './kit/outbox';
import { startAppearance } from './people/appearance';
import { followMe } from './people/follow-me';
import { keepShell } from './shell';

startAppearance();
start();
keepShell();
followMe();

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
