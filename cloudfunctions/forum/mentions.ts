import { MENTIONS_MAX, mentionsIn } from '@domain/forum/mentions'
import { quoted } from '@domain/forum/wording'
import type { Person } from '@domain/kernel/schema'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { colleaguesBy } from '../identity/public'
import { notify } from '../notice/public'
import type { PostDocument } from './store'

type Colleague = z.output<typeof Person>

export interface Mention {
  employeeId: string
  name: string
}

/** Those of some colleagues who have not left, in the same order. One request. */
export async function stillHere(employeeIds: readonly string[]): Promise<Colleague[]> {
  const known = new Map((await colleaguesBy(employeeIds)).map(one => [one.employeeId, one]))
  return employeeIds.flatMap(employeeId => known.get(employeeId) ?? [])
}

/**
 * The colleagues whom a text calls by `@name`, of those that its form says are meant: nobody is told of a text that does
 * not name them. One request, none where nobody is meant.
 */
export async function calledIn(text: string, employeeIds: readonly string[]): Promise<Colleague[]> {
  return employeeIds.length === 0 ? [] : mentionsIn(text, await stillHere(employeeIds))
}

/** The same as a publication keeps them. */
export async function mentionsOf(text: string, employeeIds: readonly string[]): Promise<Mention[]> {
  return (await calledIn(text, employeeIds)).map(asMention)
}

export function asMention({ employeeId, name }: Mention): Mention {
  return { employeeId, name }
}

/**
 * Whom a changed text calls: those it called before need not be named again, unless the form means somebody else of the
 * same name. One request, none where nobody is named anew.
 */
export async function mentionsAfter(
  text: string,
  before: readonly Mention[],
  employeeIds: readonly string[],
): Promise<Mention[]> {
  const known = before.map(({ employeeId }) => employeeId)
  const fresh = await mentionsOf(
    text,
    employeeIds.filter(id => !known.includes(id)),
  )
  const staying = before.filter(
    ({ employeeId, name }) => employeeIds.includes(employeeId) || !fresh.some(one => one.name === name),
  )
  return mentionsIn(text, [...staying, ...fresh]).slice(0, MENTIONS_MAX)
}

/** Everybody whom a post has ever called. */
export function calledBy({
  mentions,
  calledIds = [],
}: Pick<PostDocument, 'mentions' | 'calledIds'>): string[] {
  return [...new Set([...calledIds, ...mentions.map(({ employeeId }) => employeeId)])]
}

interface Occasion {
  /** Whose name the notice says: a colleague, or the account that spoke. */
  by: { employeeId: string; name: string }
  postId: string
  /** The comment under the post that calls them; absent: the post does. */
  commentId?: string
  title: string
  body: string
  /** Who hears of it anyway. */
  told: readonly string[]
}

/** Tells those who are mentioned, but for whoever wrote it, inside the caller's transaction. One request each. */
export async function tellMentioned(
  tx: Transaction,
  ctx: EmployeeContext,
  mentions: readonly Mention[],
  { by, postId, commentId, title, body, told }: Occasion,
): Promise<void> {
  for (const { employeeId } of mentions) {
    if (employeeId === ctx.employee.id || told.includes(employeeId)) continue
    await notify(tx, {
      _id: ctx.newId(`notice ${employeeId}`),
      employeeId,
      kind: 'mention',
      from: by.name,
      fromId: by.employeeId,
      title: `${by.name}在${quoted(title)}${commentId === undefined ? '' : '的评论里'}提到了你`,
      body,
      at: ctx.now,
      target: { kind: 'post', id: postId, ...(commentId === undefined ? {} : { commentId }) },
    })
  }
}
