import type { Entry } from '@domain/coin/entry'
import { auditSources } from '@domain/coin/sourceAudit'
import type { Dump } from './readLedger'

/** What was paid for though it never was there, a line each; none when every earning has its post or comment. */
export function linesOfSources(dump: Dump, entries: readonly Entry[]): string[] {
  const idsOf = (name: string) => new Set((dump(name) as { _id: string }[]).map(({ _id }) => _id))
  const found = { forum_posts: idsOf('forum_posts'), forum_comments: idsOf('forum_comments') }
  return auditSources(entries, found).map(id => `  ${id}: paid for what was never there`)
}
