/** On the page of a goal it is fetched when somebody wants another amount. */
export { ChangeGoalSheet as default } from './GoalSheet';
