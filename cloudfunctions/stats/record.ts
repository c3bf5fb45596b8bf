import { DAY_MS, type Instant } from '@domain/kernel/time'
import { stats } from '@domain/stats/contract'
import { daysOf, happenedAt, READ_BATCHES_MAX } from '@domain/stats/events'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import { noteSeen } from '../identity/public'
import { pseudonymOf } from './pseudonym'
import { batches } from './store'

/**
 * One small write, none where all of it comes too late to count; a batch that comes again, with whatever in it, meets its
 * own id and changes nothing. The first call of a day writes besides, apart from what is counted, that one was there.
 */
export const record = handle(stats.record, async (ctx, { visitId, events: told, posts: named }) => {
  const who = pseudonymOf(ctx.employee.id)
  const events = told.flatMap(({ secondsAgo, ...event }) => {
    const at = happenedAt(secondsAgo, ctx.now)
    return at === null ? [] : [{ ...event, at }]
  })
  await noteSeen(ctx.employee, ctx.now)
  const posts = named.length === 0 || (await hasNamedMany(who, ctx.now)) ? [] : [...new Set(named)]
  // Somebody who has read a post has read it, however late it is told.
  if (events.length === 0 && posts.length === 0) return { kept: false }
  try {
    await batches.insert({
      _id: `${who}.${ctx.requestId}`,
      who,
      department: ctx.employee.department,
      visitId,
      events,
      days: daysOf(events),
      rolled: false,
      ...(posts.length > 0 ? { posts, postsDue: true } : {}),
      receivedAt: ctx.now,
    })
    return { kept: true }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return { kept: false }
  }
})

/** Whether somebody has sent all the batches of a day that may name posts, whatever was in them. One request. */
async function hasNamedMany(who: string, now: Instant): Promise<boolean> {
  const lately = await batches.find({
    where: { who, receivedAt: _.gt(now - DAY_MS) },
    limit: READ_BATCHES_MAX,
    fields: ['_id'],
  })
  return lately.length === READ_BATCHES_MAX
}
