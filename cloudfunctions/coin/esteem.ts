import type { Worth } from '@domain/coin/earning'
import { bringsSomething } from '@domain/coin/earning'
import { decideEsteem, givenAfter } from '@domain/coin/esteem'
import { postEarning, worthOn } from '@domain/coin/ledger'
import { _ } from '@platform/cloud'
import { type Transaction, transaction } from '@platform/transaction'
import { accountIn, type Cause, sourceOf, write } from './books'
import { currentRules } from './rules'
import { type EsteemDocument, esteems, givens } from './store'

/*
 * Likes are too many and too cheap for a transaction each. The forum's timer hands over all new ones of a post or comment
 * together, and they become one earning of its author. Whose like has been looked at stays in the esteem of the post or
 * comment, so that liking again after unliking earns nothing; whose likes counted for the author stays a week with the
 * author, for the caps of a pair. Only the timer writes these, and whoever takes the post back.
 */

/** The new likes of a post or comment; `sourceId` is its id. */
export interface Likes extends Cause {
  likers: readonly string[]
}

/** Whose likes of some posts or comments have been looked at, by the id of each. One request. */
export async function likersSeen(sourceIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const found = await esteems.find({ where: { _id: _.in([...sourceIds]) }, limit: sourceIds.length })
  return new Map(found.map(({ _id, seen }) => [_id, new Set(seen)]))
}

/**
 * Pays an author for new likes, in a transaction of its own: seven requests, three when no like counts, one when all
 * have been looked at before.
 * @param cause `likers`: whoever likes it and whose word counts; `passedOver`: those who like it and whose does not
 * @returns what the likes have brought
 */
export async function earnByLikes(cause: Likes & { passedOver: readonly string[] }): Promise<Worth> {
  const { employeeId, sourceId, at } = cause
  const rules = await currentRules(at)
  return transaction(async tx => {
    const esteem = await esteemIn(tx, sourceId, employeeId)
    const likers = cause.likers.filter(liker => !esteem.seen.includes(liker))
    const passedOver = cause.passedOver.filter(liker => !esteem.seen.includes(liker))
    if (esteem.closed || likers.length + passedOver.length === 0) return { amount: 0, experience: 0 }
    const seen = [...esteem.seen, ...likers, ...passedOver]
    const account = await accountIn(tx, employeeId)
    const today = worthOn(account, 'forum.liked', at)
    const given = (await givens.in(tx).get(employeeId))?.given ?? []
    const decided = decideEsteem({
      rules,
      at,
      likers,
      given,
      authorId: employeeId,
      earnedToday: today.amount,
      experienceToday: today.experience,
    })
    const { amount, experience } = decided.earning
    if (!bringsSomething(decided.earning)) {
      await esteems.in(tx).put({ ...esteem, seen })
      return { amount, experience }
    }
    const batches = esteem.batches + 1
    const source = { ...sourceOf(cause, 'forum.liked'), sourceId: `${sourceId}.${batches}` }
    await write(
      tx,
      postEarning(account, 'forum.liked', { ...source, likers: decided.likers }, decided.earning),
    )
    await givens.in(tx).put({ _id: employeeId, given: givenAfter(given, decided.likers, at) })
    await esteems.in(tx).put({
      ...esteem,
      seen,
      batches,
      amount: esteem.amount + amount,
      experience: esteem.experience + experience,
    })
    return { amount, experience }
  })
}

/**
 * What likes have brought a post or comment that is taken back, inside the caller's transaction; from now on they bring
 * nothing more. Written even where they have brought nothing yet, so that it meets a timer that is just paying. Two
 * requests.
 */
export async function closeEsteem(
  tx: Transaction,
  sourceId: string,
  employeeId: string,
): Promise<Worth | null> {
  const esteem = await esteemIn(tx, sourceId, employeeId)
  await esteems.in(tx).put({ ...esteem, closed: true })
  return bringsSomething(esteem) ? { amount: esteem.amount, experience: esteem.experience } : null
}

/** Lets likes bring something again, inside the caller's transaction. Two requests. */
export async function reopenEsteem(tx: Transaction, sourceId: string, employeeId: string): Promise<void> {
  const esteem = await esteemIn(tx, sourceId, employeeId)
  await esteems.in(tx).put({ ...esteem, closed: false })
}

async function esteemIn(tx: Transaction, sourceId: string, employeeId: string): Promise<EsteemDocument> {
  const found = await esteems.in(tx).get(sourceId)
  return found ?? { _id: sourceId, employeeId, seen: [], batches: 0, amount: 0, experience: 0, closed: false }
}
