/** Every test file starts with an empty IndexedDB and leaves no component on the page. */
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import { holdPhone } from '../src/kit/ui/testing/device';

beforeEach(holdPhone);

afterEach(() => {
  cleanup();
});
