import type { Entry } from '@domain/coin/entry'
import { reasonNames } from '@domain/coin/reasons'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { accounts, batches, batchLines, entries, esteems, givens, hands } from './store'

/** What this room keeps about somebody; whose likes were paid is those colleagues' own. */
export async function exportOf(employeeId: string): Promise<OwnTables<'account' | 'entries'>> {
  const [account, found] = await Promise.all([
    accounts.get(employeeId),
    readAll(entries, { employeeId }, 'number'),
  ])
  return {
    account: account ? [account] : [],
    entries: found.map(({ likers: _likers, hand: _hand, ...entry }) => entry),
  }
}

/** Lets what likes bring a post or comment count for whoever stands for its author now. One request. */
export async function renameEsteems(sourceIds: readonly string[], pseudonym: string): Promise<void> {
  if (sourceIds.length === 0) return
  await esteems.updateWhere({ _id: _.in([...sourceIds]) }, { employeeId: pseudonym })
}

const BLOCK = 50

/**
 * Puts a pseudonym where the person was: in ids, postings and subjects, and the name of the reason where a title told of
 * what they wrote. Amounts, times and order stay, so that the books can be checked as before. The account goes last:
 * until then entries and account together are one person's under either name.
 */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId } = leaving
  await forgetHands(leaving)
  if (!(await forgetLines(leaving, shift))) return false
  for (;;) {
    if (shift.isOver()) return false
    const block = await entries.find({
      where: { employeeId },
      orderBy: [['number', 'desc']],
      limit: BLOCK,
    })
    if (block.length === 0) break
    for (const entry of block) await rename(entry, leaving)
  }
  await renameAccount(leaving)
  return true
}

/** What keepers asked for stays theirs, without its receiver; what still waits for a second person has nobody to go to. */
async function forgetHands({ employeeId, pseudonym }: Leaving): Promise<void> {
  await hands.updateWhere({ employeeId, state: 'waiting' }, { state: 'withdrawn' })
  await hands.updateWhere({ employeeId }, { employeeId: pseudonym, person: formerPerson(pseudonym), why: '' })
}

/** Lines of lists by hand that named them, also those of a list that is still to be written: it passes them over. */
async function forgetLines({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const { name } = formerPerson(pseudonym)
  await batchLines.updateWhere({ employeeId }, { employeeId: pseudonym, name, why: '' })
  for (;;) {
    if (shift.isOver()) return false
    const block = await batches.find({
      where: { 'problems.employeeId': employeeId },
      limit: BLOCK,
      fields: ['_id', 'problems'],
    })
    for (const { _id, problems } of block)
      await batches.updateWhere(
        { _id },
        {
          problems: problems.map(one =>
            one.employeeId === employeeId ? { ...one, employeeId: '', name: '' } : one,
          ),
        },
      )
    if (block.length < BLOCK) return true
  }
}

function rename(entry: Entry, leaving: Leaving): Promise<void> {
  const { likers, ...own } = entry
  const renamed = { ...underPseudonym(own, leaving), title: reasonNames[entry.reason] }
  return transaction(async tx => {
    await entries.in(tx).remove(entry._id)
    await entries.in(tx).insert(likers ? { ...renamed, likers } : renamed)
  })
}

/** Every place in it that names the person. */
function underPseudonym<T extends object>(document: T, { employeeId, pseudonym }: Leaving): T {
  return JSON.parse(JSON.stringify(document).replaceAll(employeeId, pseudonym)) as T
}

function renameAccount({ employeeId, pseudonym }: Leaving): Promise<void> {
  return transaction(async tx => {
    const account = await accounts.in(tx).get(employeeId)
    const given = await givens.in(tx).get(employeeId)
    if (account) {
      await accounts.in(tx).remove(employeeId)
      await accounts.in(tx).put({ ...account, _id: pseudonym })
    }
    if (given) {
      await givens.in(tx).remove(employeeId)
      await givens.in(tx).put({ ...given, _id: pseudonym })
    }
  })
}
