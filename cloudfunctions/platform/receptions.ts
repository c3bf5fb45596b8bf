import { Refusal } from '@domain/kernel/errors'
import { _ } from './cloud'
import { isDuplicate } from './databaseErrors'
import {
  doneId,
  isTiedTo,
  RECEIPT_LIFE_MS,
  type Receipt,
  type ReceiptDocument,
  type Reception,
  receipts,
  resultOf,
  unrecorded,
} from './receipts'

/*
 * `<openid>.<requestId>` in `platform_receipts` is the first reception of a command: the time that Happy Hour and every
 * rule go by, whenever a retry gets through. It is written before anything else, also before anybody knows who calls: an
 * execution may die at any request.
 *
 * A refusal for good ends the reception but not the document: it goes on tying the id to one procedure and input, and
 * the next reception writes its own time into it. So nobody can lay up a good hour by being refused in it.
 */

/** A reception that has been written, or was there. */
export interface Announced {
  _id: string
  /** This execution is the first that came. */
  isFirst: boolean
}

/** By the account that sends it: who stands behind that is not known yet. */
type Arrival = Omit<Reception, 'caller'> & { openid: string }

/** Records the first reception of a command, or finds that there is one. One request. */
export async function announce({ openid, ...arrival }: Arrival): Promise<Announced> {
  const { id: _id, tie } = unrecorded({ ...arrival, caller: openid })
  const { now: at } = arrival
  try {
    await receipts.insert({ _id, at, ...tie, expiresAt: at + RECEIPT_LIFE_MS })
    return { _id, isFirst: true }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return { _id, isFirst: false }
  }
}

/** Forgets the reception of what its caller may not do at all: none stays of a stranger or a leaver. One request, or none. */
export async function forgetAnnounced({ _id, isFirst }: Announced): Promise<void> {
  if (isFirst) await receipts.removeWhere({ _id })
}

/**
 * The receipt of a command whose reception was recorded. No request for the first; one for a retry, two after a refusal.
 * @throws Refusal REQUEST_ID_REUSED when the id came with another procedure or input before
 */
export async function receive(announced: Announced, reception: Reception): Promise<Receipt> {
  const receipt = unrecorded(reception)
  if (announced.isFirst) return receipt
  const { now } = reception
  const { _id } = announced
  const [first, done] = await findBoth(_id, doneId(receipt.id))
  if (!first || !isTiedTo(first, receipt.tie)) throw new Refusal('REQUEST_ID_REUSED')
  if (done) return { ...receipt, receivedAt: first.at, done: resultOf(done) }
  if (!first.refused) return { ...receipt, receivedAt: first.at }
  const renewed = await receipts.updateWhere(
    { _id, at: first.at, refused: true },
    { at: now, refused: false, expiresAt: now + RECEIPT_LIFE_MS },
  )
  // Of several that come at once after a refusal the first one renews it, and all go by its time.
  return renewed === 1 ? receipt : receive(announced, reception)
}

/**
 * Notes that a command was refused for good: whoever sends it again is received at that later time. An execution that
 * is still under way keeps its own time, and the fence lets only one of them commit. One request.
 */
export async function endReception({ _id }: Announced, { receivedAt }: Receipt): Promise<void> {
  await receipts.updateWhere({ _id, at: receivedAt }, { refused: true })
}

type Found = ReceiptDocument | undefined

async function findBoth(firstId: string, lastId: string): Promise<[Found, Found]> {
  const found = await receipts.find({ where: { _id: _.in([firstId, lastId]) }, limit: 2 })
  return [found.find(({ _id }) => _id === firstId), found.find(({ _id }) => _id === lastId)]
}
