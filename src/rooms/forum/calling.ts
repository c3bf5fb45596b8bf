import { MENTIONS_MAX, mentionsIn } from '@domain/forum/mentions'

/** A text being written, and whom its `@name` means. */
export interface Calling {
  body: string
  mentions: { employeeId: string; name: string }[]
}

/** Words go where the text ends: neither WeChat nor the browser tells where the cursor was. */
export const joined = (body: string, words: string) =>
  `${body}${body === '' || /\s$/.test(body) ? '' : ' '}${words} `

/**
 * What calling a colleague changes: of two of the same name the one chosen last is meant, wherever the text says it.
 * @param at where the `@` stands that was typed for it; absent: the name goes where the text ends
 */
export function calling(
  { body, mentions }: Calling,
  chosen: Calling['mentions'][number],
  at?: number,
): Calling {
  const others = mentions.filter(({ name }) => name !== chosen.name)
  const call = `@${chosen.name}`
  const words = at === undefined ? joined(body, call) : `${body.slice(0, at)}${call} ${body.slice(at + 1)}`
  return { body: words, mentions: [...others, chosen] }
}

/** The numbers of those whom the body still calls. */
export function calledIn({ body, mentions }: Calling): string[] {
  return mentionsIn(body, mentions)
    .slice(0, MENTIONS_MAX)
    .map(({ employeeId }) => employeeId)
}

/** Where one `@` has just been typed, by the text before and after the stroke; -1: it was another stroke. */
export function typedAt(before: string, after: string): number {
  if (after.length !== before.length + 1) return -1
  const differs = [...Array(after.length).keys()].find(index => after[index] !== before[index]) ?? -1
  const isCall = after[differs] === '@' && after.slice(differs + 1) === before.slice(differs)
  return isCall ? differs : -1
}
