/** The screens of people in their states, and the one-time link. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { lang } from '../kit/i18n/lang';
import { enqueue, items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import Access from './Access';
import Join from './Join';
import Me from './Me';
import Password from './Password';
import SignIn from './SignIn';
import { json, page, refusal, signedIn, xiaoman, type Backend } from './testing/backend';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
});

const hejing = { id: 'p2', family_name: '何', given_name: '静', latin_name: 'He Jing' };
const looked = {
  id: 'a1',
  reader: hejing,
  kind: 'drill',
  day: '2026-03-25',
  times: 1,
  last_at: '2026-03-25T00:52:00Z',
};
const mine = {
  ...xiaoman,
  organisation: { evening_closes: '20:00', quiet_until: '08:00', grades: [] },
  team: { id: 't1', name: { zh: '海鸥队', en: 'Gull' } },
  manager: hejing,
  mentor: { id: 'p3', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' },
  apprentices: [],
};

function open(screenOf: FunctionComponent, address: string): void {
  history.replaceState(null, '', address);
  const Content = screenOf;
  render(
    <LocationProvider>
      <Content />
    </LocationProvider>,
  );
}

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('the sign-in', () => {
  beforeEach(() => {
    me.value = null;
  });

  it('says what is missing before it asks the server', () => {
    open(SignIn, '/sign-in');
    press('Sign in');
    expect(screen.getByText('Your sign-in name, please.')).toBeTruthy();
    expect(screen.getByText('And your password.')).toBeTruthy();
    expect(server.asked).toEqual([]);
  });

  it('refused keeps the name and tells the way out', async () => {
    server.answers['POST /sign-in'] = refusal(401, 'wrong_sign_in', 'No.');
    open(SignIn, '/sign-in');
    type('Sign-in name', 'lin.xiaoman');
    type('Password', 'wrong');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain('do not go together');
    expect(screen.getByLabelText<HTMLInputElement>('Sign-in name').value).toBe('lin.xiaoman');
  });

  it('leads to where the link pointed, and remembers the name', async () => {
    const answer = { access_token: 't', token_type: 'Bearer', expires_in: 600, person: xiaoman };
    server.answers['POST /sign-in'] = json(answer);
    open(SignIn, '/sign-in?next=%2Fclients%2F7');
    type('Sign-in name', 'lin.xiaoman');
    type('Password', 'alongside');
    press('Sign in');
    await vi.waitFor(() => expect(location.pathname).toBe('/clients/7'));
    expect(localStorage.getItem('alongside.login')).toBe('lin.xiaoman');
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/password|:"alongside"/);
  });

  it('without a network says that it needs one', async () => {
    server.reachable = false;
    open(SignIn, '/sign-in');
    type('Sign-in name', 'lin.xiaoman');
    type('Password', 'alongside');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain('No network');
  });

  it('shows the password to whoever asks for it', () => {
    open(SignIn, '/sign-in');
    fireEvent.click(screen.getByLabelText('Show it'));
    expect(screen.getByLabelText<HTMLInputElement>('Password').type).toBe('text');
  });
});

describe('a one-time link', () => {
  const invitation = {
    kind: 'join',
    organisation_name: 'Lanbridge',
    login: 'lin.xiaoman',
    family_name: '林',
    given_name: '小满',
    latin_name: 'Lin Xiaoman',
    expires_at: '2026-11-24T00:00:00Z',
  };

  beforeEach(() => {
    me.value = null;
  });

  it('leaves the address at once, and welcomes whom it is for', async () => {
    server.answers['POST /invitations/look'] = invitation;
    server.answers['POST /invitations/accept'] = json({ person: xiaoman });
    open(Join, '/join#secret');
    expect(location.href).not.toContain('secret');
    expect(await screen.findByText('Welcome to Lanbridge')).toBeTruthy();
    type('New password', 'lamp');
    press('Go on');
    expect(screen.getByRole('alert').textContent).toContain('4 to go');
    type('New password', 'rain boat lamp');
    press('Go on');
    expect(await screen.findByText('You are in, Lin Xiaoman')).toBeTruthy();
    expect(me.value).toMatchObject({ login: 'lin.xiaoman' });
    expect(server.bodiesOf('POST', '/invitations/accept')).toEqual([
      { token: 'secret', password: 'rain boat lamp' },
    ]);
  });

  it('that is over says whom to ask', async () => {
    server.answers['POST /invitations/look'] = refusal(404, 'invitation_over', 'Over.');
    open(Join, '/join#used');
    expect(await screen.findByText('This link is over')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To sign-in' })).toBeTruthy();
  });
});

describe('Me', () => {
  beforeEach(() => {
    server.answers = {
      'GET /me': mine,
      'GET /me/access-log': page([looked]),
      'GET /organisation/calendar': { items: [{ working: true }, { working: false }] },
    };
  });

  it('says who I am here, how new, and who walks beside me', async () => {
    open(Me, '/me');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Lin Xiaoman');
    expect(await screen.findByText('Gull · newcomer, day 1 · mentor Han Xue')).toBeTruthy();
  });

  it('lists who opened my records', async () => {
    open(Me, '/me');
    expect(await screen.findByText('He Jing opened a drill of yours')).toBeTruthy();
    expect(screen.getByText(/No location is collected/)).toBeTruthy();
  });

  it('says so when nobody looked', async () => {
    server.answers['GET /me/access-log'] = page([]);
    open(Me, '/me');
    expect(await screen.findByText('Nobody has opened your records.')).toBeTruthy();
  });

  it('changes the language at once, and tells the account', async () => {
    server.answers['PATCH /me'] = json({ version: 4 });
    open(Me, '/me');
    await screen.findByText(/day 1/);
    fireEvent.click(screen.getByLabelText('中文'));
    expect(lang.value).toBe('zh-CN');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/me')).toEqual([{ language: 'zh-CN' }]),
    );
    expect(server.asked.find(({ method }) => method === 'PATCH')?.ifMatch).toBe('"3"');
  });

  it('goes back to the language of the phone, and the account has none again', async () => {
    server.answers['PATCH /me'] = json({ version: 4 });
    open(Me, '/me');
    await screen.findByText(/day 1/);
    const language = within(screen.getByRole('group', { name: 'Language' }));
    expect(language.getByLabelText<HTMLInputElement>('English').checked).toBe(true);
    fireEvent.click(language.getByLabelText('Device'));
    await vi.waitFor(() => expect(server.bodiesOf('PATCH', '/me')).toEqual([{ language: null }]));
    expect(localStorage.getItem('lang')).toBe('device');
  });

  it('chosen before the account was read is told to it then', async () => {
    server.answers['PATCH /me'] = json({ version: 4 });
    open(Me, '/me');
    expect(screen.queryByText(/day 1/)).toBeNull();
    fireEvent.click(screen.getByLabelText('中文'));
    expect(lang.value).toBe('zh-CN');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/me')).toEqual([{ language: 'zh-CN' }]),
    );
  });

  it('of an account without a language speaks as the phone', async () => {
    me.value = { ...xiaoman, language: null };
    open(Me, '/me');
    const language = within(await screen.findByRole('group', { name: 'Language' }));
    expect(language.getByLabelText<HTMLInputElement>('Device').checked).toBe(true);
  });

  it('wears light or dark on this phone only', () => {
    open(Me, '/me');
    const choice = within(screen.getByRole('group', { name: 'Light or dark' }));
    fireEvent.click(choice.getByLabelText('Dark'));
    expect(document.documentElement.dataset.scheme).toBe('dark');
    fireEvent.click(choice.getByLabelText('Device'));
    expect(document.documentElement.dataset.scheme).toBeUndefined();
  });

  it('says what happens to unsent items before it signs out', async () => {
    server.reachable = false;
    const path = '/api/v1/visits/1/check-in';
    await enqueue({ kind: 'check-in', lane: 'visit:1', method: 'PUT', path, body: {} });
    await vi.waitFor(() => expect(items.value).toHaveLength(1));
    open(Me, '/me?sign-out');
    const dialog = screen.getByRole('dialog', { name: 'Sign out on this phone?' });
    expect(dialog.textContent).toContain('1 item is not sent yet. It stays on this phone');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Sign out' }));
    await vi.waitFor(() => expect(me.value).toBeNull());
    expect(location.pathname).toBe('/sign-in');
  });
});

describe('who looked, all of it', () => {
  it('reads on from page to page', async () => {
    server.answers['GET /me/access-log'] = page([looked], 'next');
    open(Access, '/me/access');
    await screen.findByText('He Jing opened a drill of yours');
    server.answers['GET /me/access-log'] = page([{ ...looked, id: 'a2', kind: 'plan' }]);
    press('Show more');
    expect(await screen.findByText('He Jing opened your plan for tomorrow')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(server.asked.at(-1)?.search).toBe('?cursor=next');
  });

  it('that is empty says what would stand here', async () => {
    server.answers['GET /me/access-log'] = page([]);
    open(Access, '/me/access');
    expect(await screen.findByText('Nobody has opened your records.')).toBeTruthy();
  });

  it('goes with me as one file', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:record');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const type = { 'Content-Type': 'application/zip' };
    server.answers['GET /me/export'] = new Response('PK', { headers: type });
    open(Access, '/me/access');
    press('Save it as a file');
    await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
    const file = saved.mock.calls[0]?.[0] as File;
    expect(file.name).toMatch(/^alongside-\d{4}-\d\d-\d\d\.zip$/);
    expect(await file.text()).toBe('PK');
  });

  it('that cannot be fetched says why, and can be asked for again', async () => {
    server.reachable = false;
    open(Access, '/me/access');
    render(<Toasts />);
    press('Save it as a file');
    expect(await screen.findByText(/No network|No answer/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Save it as a file' })).toBeTruthy();
  });
});

describe('a new password', () => {
  it('is not taken when the one until now is another', async () => {
    server.answers['PUT /me/password'] = refusal(409, 'wrong_password', 'No.');
    open(Password, '/me/password');
    type('Password until now', 'guess');
    type('New password', 'rain boat lamp');
    press('Save the password');
    expect(await screen.findByText(/The password until now is another one/)).toBeTruthy();
  });

  it('leads back to Me', async () => {
    server.answers['PUT /me/password'] = new Response(null, { status: 204 });
    open(Password, '/me/password');
    type('Password until now', 'alongside');
    type('New password', 'rain boat lamp');
    press('Save the password');
    await vi.waitFor(() => expect(location.pathname).toBe('/me'));
  });
});
