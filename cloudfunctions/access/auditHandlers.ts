import { checkEnd, checkFrom, type Head } from '@domain/access/chain'
import { access } from '@domain/access/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { auditsBelow, viewsOf } from './auditReading'
import { hashOf, idOfNumber, knownEnd } from './sealing'
import { audits } from './store'

const BLOCK = 1_000
const BLOCKS = 5

const listAudit = handle(access.listAudit, async ({ now }, { after, ...filter }) => {
  const found = await auditsBelow(filter, after, limits.pageSize + 1)
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { ...(await viewsOf(rows)), next, now }
})

const checkAudit = handle(access.checkAudit, async (_ctx, from) => {
  let head: Head = from
  for (let block = 0; block < BLOCKS; block += 1) {
    const records = await audits.find({
      where: { _id: _.gt(idOfNumber(head.number)) },
      orderBy: [['_id', 'asc']],
      limit: BLOCK,
    })
    const checked = checkFrom(head, records, hashOf)
    head = checked.head
    if (checked.broken) return { head, broken: checked.broken, done: true }
    if (records.length < BLOCK) return { head, broken: checkEnd(head, await knownEnd()), done: true }
  }
  return { head, broken: null, done: false }
})

export const auditHandlers = { listAudit, checkAudit }
