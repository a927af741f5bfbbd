export const xiaoman = {
  id: 'p1',
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
};
export const hejing = { id: 'p9', family_name: '何', given_name: '静', latin_name: 'He Jing' };
export const hanxue = { id: 'p3', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' };
