/** The list of grades: changed as a whole. Pure. */
import { both, isSaid, UNSAID } from '../kit/form/both';
import type { Grade } from './wire';

export type WrongGrade = 'key' | 'taken' | 'label' | 'meaning' | 'probability';

const KEY = /^[A-Z][A-Z0-9]{0,9}$/;

export const BLANK: Grade = { key: '', label: UNSAID, meaning: UNSAID, probability: 0 };

export function whatIsWrongIn(grade: Grade, others: readonly Grade[]): WrongGrade[] {
  const wrong: WrongGrade[] = [];
  if (!KEY.test(grade.key)) wrong.push('key');
  else if (others.some(({ key }) => key === grade.key)) wrong.push('taken');
  if (!isSaid(grade.label)) wrong.push('label');
  if (!isSaid(grade.meaning)) wrong.push('meaning');
  const { probability } = grade;
  if (!(Number.isInteger(probability) && probability >= 0 && probability <= 100)) {
    wrong.push('probability');
  }
  return wrong;
}

/** With the grade in its place, or at the end when it is new. */
export function withGrade(grades: readonly Grade[], key: string | null, grade: Grade): Grade[] {
  const told = { ...grade, label: both(grade.label), meaning: both(grade.meaning) };
  if (key === null) return [...grades, told];
  return grades.map((one) => (one.key === key ? told : one));
}

export function without(grades: readonly Grade[], key: string): Grade[] {
  return grades.filter((one) => one.key !== key);
}

export function movedUp(grades: readonly Grade[], key: string): Grade[] {
  const at = grades.findIndex((one) => one.key === key);
  const [above, moved] = [grades[at - 1], grades[at]];
  if (!above || !moved) return [...grades];
  return [...grades.slice(0, at - 1), moved, above, ...grades.slice(at + 1)];
}
