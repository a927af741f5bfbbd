/** What was read is remembered per person, so that screens open without a network. */
export { outdateReadings, refresh, remember, useResource, type Resource } from './resource';
