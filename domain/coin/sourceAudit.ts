import type { Entry } from './entry'
import type { EarnReason } from './reasons'

/** Where that which was paid for lies; documents that stay there whatever becomes of them, removed ones too. */
export const sourceCollections = {
  'forum.post': 'forum_posts',
  'forum.featured': 'forum_posts',
  'forum.comment': 'forum_comments',
} as const satisfies Partial<Record<EarnReason, string>>

type Sourced = keyof typeof sourceCollections
export type SourceCollection = (typeof sourceCollections)[Sourced]

const isSourced = (reason: string): reason is Sourced => reason in sourceCollections

/**
 * Looks for what was paid for: an earning is written with its post or comment in one transaction, or not at all.
 *
 * @param found the ids in each collection
 * @returns the ids of earnings for what is not there, and never was
 */
export function auditSources(
  entries: readonly Pick<Entry, '_id' | 'kind' | 'reason' | 'sourceId'>[],
  found: Record<SourceCollection, ReadonlySet<string>>,
): string[] {
  return entries
    .filter(
      ({ kind, reason, sourceId }) =>
        kind === 'earn' && isSourced(reason) && !found[sourceCollections[reason]].has(sourceId),
    )
    .map(({ _id }) => _id)
}
