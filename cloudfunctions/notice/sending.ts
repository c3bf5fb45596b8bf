import type { Instant } from '@domain/kernel/time'
import type { TemplateName } from '@domain/notice/kinds'
import { heldUntil } from '@domain/notice/quietHours'
import { _, type SdkCommand } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { sendSubscribeMessage } from '@platform/wechat'
import { ulid } from 'ulid'
import { openidOf } from '../identity/public'
import { type HeldDocument, held, news, permissions } from './store'
import { fitted, templateOf } from './templates'

export interface Message {
  employeeId: string
  template: TemplateName
  /** The page that a tap opens. */
  page: string
  /** The template's values in the order of its fields. */
  values: string[]
  /** The news that it brings: taken back, it does not leave any more. */
  newsId?: string
}

/**
 * Sends a subscribe message if the person has accepted one and wants it; to be called after the commit. One request when
 * nothing was accepted, which is the rule, two otherwise, three when it did not go out. At night it takes the
 * acceptance and leaves the rest to the timer, unless it would be worth nothing in the morning. Whoever doesn't get it
 * still has the notice.
 */
export async function sendIfPermitted(message: Message): Promise<void> {
  const { employeeId, template } = message
  const taken = await permissions.updateWhere(
    { _id: employeeId, [`left.${template}`]: _.gte(1), unwanted: _.neq(template) },
    { [`left.${template}`]: _.inc(-1), [`records.${template}.sent`]: _.inc(1) },
  )
  if (taken === 0) return
  const now = Date.now()
  if (heldUntil(template, now) === null) await deliver(message)
  else await held.insert({ _id: ulid(now), ...message, dueAt: now })
}

/** Who lets an article's message out, by number, after one of them. One request. */
export async function permitting(template: 'articleOut', after: string, limit: number): Promise<string[]> {
  const found = await permissions.find({
    where: { [`left.${template}`]: _.gte(1), _id: _.gt(after) },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}

/**
 * What did not go out is taken out of the record again. Whoever has no acceptance left at WeChat (43101) has none here;
 * what merely failed gives the acceptance back.
 */
async function deliver({ employeeId, template, page, values }: Message): Promise<boolean> {
  const { templateId, fields } = templateOf(template)
  const data = Object.fromEntries(fields.map((name, index) => [name, { value: fitted(name, values[index]) }]))
  const openid = await openidOf(employeeId)
  // Whoever has left gets nothing, but may come back.
  const delivery = openid ? await sendSubscribeMessage({ openid, templateId, page, data }) : 'failed'
  if (delivery === 'sent') return true
  await takeBack(employeeId, template, delivery === 'refused' ? 0 : _.inc(1))
  return false
}

/** Takes a message that did not go out from the record. One request. */
async function takeBack(employeeId: string, template: TemplateName, left: number | SdkCommand) {
  await permissions.updateWhere(
    { _id: employeeId },
    { [`left.${template}`]: left, [`records.${template}.sent`]: _.inc(-1) },
  )
}

async function isTakenBack({ newsId }: HeldDocument): Promise<boolean> {
  return newsId !== undefined && (await news.get(newsId))?.state === 'withdrawn'
}

/** Whoever has turned a message off while it waited keeps the acceptance, as for one that was taken back. */
async function drop({ _id, employeeId, template }: HeldDocument): Promise<void> {
  if ((await held.removeWhere({ _id })) === 1) await takeBack(employeeId, template, _.inc(1))
}

const HELD_MAX = 50
/** So many are on their way at once: what was held for the morning comes in the morning. */
const SENT_AT_ONCE = 10

/**
 * Sends what waits, each once: at night to those who want it so, in the morning to the others; a timer calls it. It goes on
 * while its shift lasts, with what has waited longest first.
 */
export async function sendHeld(now: Instant, shift: Shift): Promise<number> {
  let sent = 0
  while (!shift.isOver()) {
    const due = await held.find({
      where: { dueAt: _.lte(now) },
      orderBy: [['dueAt', 'asc']],
      limit: HELD_MAX,
    })
    const groups = Array.from({ length: Math.ceil(due.length / SENT_AT_ONCE) }, (_group, index) =>
      due.slice(index * SENT_AT_ONCE, (index + 1) * SENT_AT_ONCE),
    )
    await eachWhile(shift, groups, async some => {
      const outcomes = await Promise.allSettled(some.map(message => sendOne(message, now)))
      sent += outcomes.filter(outcome => outcome.status === 'fulfilled' && outcome.value).length
      const failed = outcomes.find(outcome => outcome.status === 'rejected')
      if (failed) throw failed.reason
    })
    if (due.length < HELD_MAX) break
  }
  return sent
}

/** @returns whether it went out; otherwise it was dropped, or waits for the morning */
async function sendOne(message: HeldDocument, now: Instant): Promise<boolean> {
  const { _id, employeeId, template } = message
  const morning = heldUntil(template, now)
  const wishes = await permissions.get(employeeId)
  if (wishes?.unwanted?.includes(template) || (await isTakenBack(message))) await drop(message)
  else if (morning !== null && !wishes?.loud) await held.updateWhere({ _id }, { dueAt: morning })
  // Whoever removes it sends it: two runs at once never send it twice.
  else return (await held.removeWhere({ _id })) === 1 && (await deliver(message))
  return false
}
