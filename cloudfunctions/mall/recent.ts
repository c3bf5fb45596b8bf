import type { Instant } from '@domain/kernel/time'
import { ulid } from 'ulid'

/** The smallest id that something placed at `at` may have: ids begin with their time. */
export function firstIdOf(at: Instant): string {
  return `${ulid(at).slice(0, 10)}${'0'.repeat(16)}`
}
