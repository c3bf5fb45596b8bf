interface Named {
  employeeId: string
  name: string
}

/** At most so many colleagues are called in one text. */
export const MENTIONS_MAX = 10

/** Those of some colleagues whom a text calls by `@name`, each once; a longer name is not called by its beginning. */
export function mentionsIn<T extends Named>(text: string, people: readonly T[]): T[] {
  const called = new Set(callsIn(text, people).map(({ person }) => person.employeeId))
  return people.filter(({ employeeId }) => called.has(employeeId))
}

function callsIn<T extends Named>(text: string, people: readonly T[]): { from: number; person: T }[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const calls: { from: number; person: T }[] = []
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const person = longestFirst.find(({ name }) => text.startsWith(name, from + 1))
    if (person) calls.push({ from, person })
  }
  return calls
}

/** A piece of a text: plain words, somebody who is called, or a topic. */
export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string; employeeId: string }
  | { kind: 'topic'; text: string; name: string }

const TOPIC = /#([^#\n]{1,60})#/g

/** A text in pieces, as a page draws it; together they are the text again. */
export function partsOf(text: string, mentions: readonly Named[], topics: readonly string[]): TextPart[] {
  const marks = [...mentionMarks(text, mentions), ...topicMarks(text, topics)].sort((a, b) => a.from - b.from)
  const parts: TextPart[] = []
  let at = 0
  for (const { from, part } of marks) {
    if (from < at) continue
    if (from > at) parts.push({ kind: 'text', text: text.slice(at, from) })
    parts.push(part)
    at = from + part.text.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

interface Mark {
  from: number
  part: TextPart
}

function mentionMarks(text: string, mentions: readonly Named[]): Mark[] {
  return callsIn(text, mentions).map(({ from, person: { name, employeeId } }) => ({
    from,
    part: { kind: 'mention', text: `@${name}`, employeeId },
  }))
}

function topicMarks(text: string, topics: readonly string[]): Mark[] {
  return [...text.matchAll(TOPIC)].flatMap(match => {
    const name = (match[1] ?? '').trim().replace(/\s+/g, ' ')
    return topics.includes(name)
      ? [{ from: match.index, part: { kind: 'topic' as const, text: match[0], name } }]
      : []
  })
}
