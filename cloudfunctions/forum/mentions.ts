import { MENTIONS_MAX, mentionsIn } from '@domain/forum/mentions'
import { quoted } from '@domain/forum/wording'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { colleaguesBy } from '../identity/public'
import { notify } from '../notice/public'
import type { PostDocument } from './store'

export interface Mention {
  employeeId: string
  name: string
}

/**
 * The colleagues whom a text calls by `@name`, of those that its form says are meant: nobody is told of a text that does
 * not name them. One request, none where nobody is meant.
 */
export async function mentionsOf(text: string, employeeIds: readonly string[]): Promise<Mention[]> {
  if (employeeIds.length === 0) return []
  const names = new Map((await colleaguesBy(employeeIds)).map(({ employeeId, name }) => [employeeId, name]))
  const meant = employeeIds.flatMap(employeeId => {
    const name = names.get(employeeId)
    return name === undefined ? [] : [{ employeeId, name }]
  })
  return mentionsIn(text, meant)
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
  { by, postId, title, body, told }: Occasion,
): Promise<void> {
  for (const { employeeId } of mentions) {
    if (employeeId === ctx.employee.id || told.includes(employeeId)) continue
    await notify(tx, {
      _id: ctx.newId(`notice ${employeeId}`),
      employeeId,
      kind: 'mention',
      from: by.name,
      fromId: by.employeeId,
      title: `${by.name}在${quoted(title)}提到了你`,
      body,
      at: ctx.now,
      target: { kind: 'post', id: postId },
    })
  }
}
