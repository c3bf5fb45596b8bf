import type { InputOf, OutputOf } from '@domain/kernel/contract'
import type { union } from '@domain/union/contract'

export type Event = OutputOf<typeof union.openEvent>['event']

/** What is filled in so far. */
export interface JoinDraft {
  party: number
  /** Names of those who come along, by place. */
  guests: readonly string[]
  /** By question id. */
  answers: Readonly<Record<string, string>>
}

export const emptyJoin: JoinDraft = { party: 1, guests: [], answers: {} }

const answerOf = ({ answers }: JoinDraft, questionId: string) => (answers[questionId] ?? '').trim()

/** What still keeps the form from being sent, as the person should read it; undefined: nothing. */
export function joinProblem({ questions }: Event, draft: JoinDraft): string | undefined {
  const open = questions.find(({ questionId, options }) => {
    const answer = answerOf(draft, questionId)
    return options.length > 0 ? !options.includes(answer) : answer === ''
  })
  return open && (open.options.length > 0 ? `还没选「${open.title}」` : `还没填「${open.title}」`)
}

/** The command's input: names that were left out and questions that are no longer asked stay here. */
export function toJoin(
  { eventId, questions, partyMax }: Event,
  draft: JoinDraft,
): InputOf<typeof union.joinEvent> {
  const party = Math.min(draft.party, partyMax)
  return {
    eventId,
    party,
    guests: draft.guests.slice(0, party - 1).flatMap(name => (name.trim() === '' ? [] : [name.trim()])),
    answers: questions.map(({ questionId }) => ({ questionId, answer: answerOf(draft, questionId) })),
  }
}
