import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import type { union } from '@domain/union/contract'

type Question = OutputOf<typeof union.openAssociation>['association']['questions'][number]

/** What is filled in so far. */
export interface ApplicationDraft {
  /** The chosen option by question id. */
  answers: Readonly<Record<string, string>>
  reason: string
}

export const emptyApplication: ApplicationDraft = { answers: {}, reason: '' }

/** What still keeps the application from being sent, as the person should read it; undefined: nothing. */
export function applicationProblem(
  questions: readonly Question[],
  { answers, reason }: ApplicationDraft,
): string | undefined {
  const open = questions.find(({ questionId, options }) => !options.includes(answers[questionId] ?? ''))
  if (open) return `还没选「${open.title}」`
  const written = [...reason.trim()].length
  if (written < limits.reasonMin) return '和会长说一句话，两个字也行'
  if (written > limits.reasonMax) return `最多 ${limits.reasonMax} 字，现在 ${written} 字`
  return undefined
}

/** The command's input; answers to questions that the form no longer asks are left out. */
export function toApplication(
  associationId: string,
  questions: readonly Question[],
  { answers, reason }: ApplicationDraft,
): InputOf<typeof union.apply> {
  return {
    associationId,
    answers: questions.map(({ questionId }) => ({ questionId, answer: answers[questionId] ?? '' })),
    reason: reason.trim(),
  }
}
