import type { TemplateName } from '@domain/notice/kinds'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { sendSubscribeMessage } from '@platform/wechat'
import { openidOf } from '../identity/public'
import { type NoticeDocument, notices, permissions } from './store'
import { fitted, templateOf } from './templates'

export { templateIds } from './templates'

/** Puts a notice into an inbox, inside the caller's transaction: one request. The inbox is the guaranteed channel. */
export async function notify(tx: Transaction, notice: Omit<NoticeDocument, 'read'>): Promise<void> {
  await notices.in(tx).insert({ ...notice, read: false })
}

/** How many unread notices a person has, counted up to 99. One request. */
export async function unreadOf(employeeId: string): Promise<number> {
  const unread = await notices.find({
    where: { employeeId, read: false },
    limit: UNREAD_MAX,
    fields: ['_id'],
  })
  return unread.length
}

/** The caller's unread notices, up to 99, for whoever reads them along: how many they are is what is shown. */
export function unreadAlong() {
  return notices.along({ where: { read: false }, ofCaller: 'employeeId', limit: UNREAD_MAX, fields: ['_id'] })
}

const UNREAD_MAX = 99

interface Message {
  employeeId: string
  template: TemplateName
  /** The page that a tap opens. */
  page: string
  /** The template's values in the order of its fields. */
  values: string[]
}

/**
 * Sends a subscribe message if the person has accepted one; to be called after the commit. One request when nothing
 * was accepted, which is the rule, two otherwise, three when it did not go out: then what WeChat says counts. Whoever
 * has no acceptance left there has none here; what merely failed gives the acceptance back. Whoever doesn't get it
 * still has the notice.
 */
export async function sendIfPermitted({ employeeId, template, page, values }: Message): Promise<void> {
  const field = `left.${template}` as const
  const taken = await permissions.updateWhere({ _id: employeeId, [field]: _.gte(1) }, { [field]: _.inc(-1) })
  if (taken === 0) return
  const { templateId, fields } = templateOf(template)
  const data = Object.fromEntries(fields.map((name, index) => [name, { value: fitted(name, values[index]) }]))
  const openid = await openidOf(employeeId)
  // Whoever has left gets nothing, but may come back.
  const delivery = openid ? await sendSubscribeMessage({ openid, templateId, page, data }) : 'failed'
  if (delivery === 'sent') return
  await permissions.updateWhere({ _id: employeeId }, { [field]: delivery === 'refused' ? 0 : _.inc(1) })
}
