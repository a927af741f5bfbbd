import { xiaoman as signedIn } from '../../people/testing/backend';

const { id, family_name, given_name, latin_name } = signedIn;

export const xiaoman = { id, family_name, given_name, latin_name };
export const hejing = { id: 'p9', family_name: '何', given_name: '静', latin_name: 'He Jing' };
export const hanxue = { id: 'p3', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' };
