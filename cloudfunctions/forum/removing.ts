import { mayMute } from '@domain/forum/deciding'
import { earningReasons } from '@domain/forum/earnings'
import { type ReviewSubject, reviewIdOf } from '@domain/forum/review'
import { refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import { previewReversal } from '../coin/public'
import { offencesOf } from './reviewing'
import { type Penalty, remove } from './rulings'
import { comments, posts } from './store'
import { isTalk, reviewOf, type Thing, thingTo } from './subjects'

/** What a moderator knows of a thing before they remove it. At most five requests at once. */
export async function consequencesOf({ kind, publication, post }: Thing, now: Instant) {
  const { _id, author } = publication
  const [offences, reversal] = await Promise.all([
    offencesOf({ _id: reviewIdOf(kind, _id), author }, now),
    previewReversal(author.employeeId, earningReasons[kind], _id),
  ])
  return { offences, mayMute: mayMute(offences), reversal, beside: isTalk({ kind, post }) }
}

interface Asked extends Partial<Penalty> {
  reason: string
}

/**
 * A removal that nobody has asked for by a report. Its pictures stay as long as its author may appeal.
 * @returns what it was, as it was before
 * @throws Refusal FORUM_POST_MISSING, FORUM_COMMENT_MISSING, FORUM_MUTE_TOO_EARLY
 */
export async function removeUnasked(
  ctx: EmployeeContext,
  subject: Pick<ReviewSubject, 'kind' | 'id'>,
  { reason, muteDays = 0, offence }: Asked,
): Promise<{ reversed: number; thing?: Thing }> {
  const { employee, now } = ctx
  refuse(offence === false && muteDays > 0, 'INVALID_INPUT', ['muteDays'])
  if (muteDays > 0) {
    const { publication } = await thingTo('remove', subject)
    const known = { _id: reviewIdOf(subject.kind, subject.id), author: publication.author }
    refuse(!mayMute(await offencesOf(known, now)), 'FORUM_MUTE_TOO_EARLY')
  }
  const by = { employeeId: employee.id, name: employee.name }
  // Written in the transaction, read after it; a transaction that runs again writes it again, and a repeated command not.
  const removed: { thing?: Thing } = {}
  const { reversed } = await ctx.transaction(
    async tx => {
      const thing = await thingTo('remove', subject, tx)
      removed.thing = thing
      const review = await reviewOf(tx, thing, now)
      const ruling = { reason, by, at: now, noticeId: ctx.newId('notice') }
      return remove(tx, review, thing, { ...ruling, muteDays, offence })
    },
    () => ({
      subject: `${(subject.kind === 'post' ? posts : comments).name}/${subject.id}`,
      before: { state: 'live' },
      after: {
        ...{ state: 'removed', reason },
        ...(muteDays > 0 ? { muteDays } : {}),
        ...(offence === false ? { offence } : {}),
      },
    }),
  )
  return { reversed, ...removed }
}
