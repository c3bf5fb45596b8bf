import { reminderAfter } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { tellApprovers } from './foundingNotices'
import { foundings } from './store'

/** What one run looks at; the next one goes on. */
const DOCUMENTS_MAX = 50

/** Reminds those who have let an application lie, once each time it is due again. */
export async function remindLate(now: Instant): Promise<{ reminded: number }> {
  const late = await foundings.find({
    where: { remindAt: _.lte(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id'],
  })
  let reminded = 0
  for (const { _id } of late) reminded += await remindOf(_id, now)
  return { reminded }
}

function remindOf(foundingId: string, now: Instant): Promise<number> {
  return transaction(async tx => {
    const founding = await foundings.in(tx).get(foundingId)
    if (!founding || founding.remindAt === null || founding.remindAt > now) return 0
    await foundings.in(tx).update(foundingId, { remindAt: reminderAfter(founding.approval, now) })
    await tellApprovers(tx, { now, newId: () => ulid(now) }, founding)
    return founding.openIds.length
  })
}
