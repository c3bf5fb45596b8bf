import type { Sight } from '@platform/sight'

/*
 * A post keeps everybody who likes it, keeps it or has voted in it (ADR 14, 26), so that it grows with its readers. Who
 * shows it needs one of them: the projection leaves of each list the reader alone, in the database. See ADR 30.
 */

/** Of a list of people the reader, if they are in it. */
const onlyReader = (people: string, reader: unknown) => ({
  $filter: { input: { $ifNull: [people, []] }, as: 'one', cond: { $eq: ['$$one', reader] } },
})

/** Of a poll the reader's own ballot; null where there is none. */
const pollSight = (reader: unknown) => {
  const cast = {
    $filter: { input: { $objectToArray: '$poll.ballots' }, as: 'one', cond: { $eq: ['$$one.k', reader] } },
  }
  const own = { $mergeObjects: ['$poll', { ballots: { $arrayToObject: cast } }] }
  return { $cond: [{ $isArray: ['$poll.options'] }, own, null] }
}

const said = ['author', 'voice', 'body', 'state', 'postedAt'] as const
const ranked = ['likes', 'written', 'withdrawn', 'heatKey'] as const
const ofPost = [
  ...said,
  ...ranked,
  'boardId',
  'site',
  'title',
  'images',
  'topics',
  'mentions',
  'card',
  'favourites',
  'readers',
  'featuredKey',
  'pinnedAt',
  'editedAt',
  'beside',
] as const
const ofComment = [
  ...said,
  ...ranked,
  'postId',
  'parentId',
  'answers',
  'mentions',
  'earlyOf',
  'listed',
] as const

const whole = (fields: readonly string[]) => Object.fromEntries(fields.map(field => [field, 1]))

/** What a card of a post shows, with the marks and the ballot of its reader. */
export const asCard: Sight = reader => ({
  ...whole(ofPost),
  likers: onlyReader('$likers', reader),
  savers: onlyReader('$savers', reader),
  poll: pollSight(reader),
})

/** What a comment shows, with its reader's mark. */
export const asComment: Sight = reader => ({ ...whole(ofComment), likers: onlyReader('$likers', reader) })

/** What is said beside a thing of another room, with its reader's mark. */
export const asSpoken: Sight = reader => ({
  ...whole([...said, 'likes', 'changedAt']),
  likers: onlyReader('$likers', reader),
})

/** A topic, followed by its reader or not. */
export const asTopic: Sight = reader => ({
  ...whole(['name', 'followed', 'posts', 'showings', 'announced']),
  followers: onlyReader('$followers', reader),
})
