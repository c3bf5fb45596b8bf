import type { InputOf, OutputOf } from '@domain/kernel/contract'
import type { union } from '@domain/union/contract'

type Association = OutputOf<typeof union.openAssociation>['association']

/** A question while it is being written: its options as one line. */
export interface QuestionDraft {
  questionId: string
  title: string
  /** "刚开始、能打比赛" */
  options: string
}

export interface EditDraft {
  headline: string
  intro: string
  open: boolean
  questions: readonly QuestionDraft[]
  /** A picture of the wall that becomes the cover; empty: the cover stays. */
  coverPhotoId: string
}

export const QUESTIONS_MAX = 5
const OPTIONS_MAX = 6
const OPTION_LENGTH_MAX = 20
const between = { headline: [2, 40], intro: [10, 500], title: [2, 20] } as const

/** What the page says now, as a form. */
export function draftOf({ headline, intro, open, questions }: Association): EditDraft {
  return {
    headline,
    intro,
    open,
    questions: questions.map(({ questionId, title, options }) => ({
      questionId,
      title,
      options: options.join('、'),
    })),
    coverPhotoId: '',
  }
}

/** People part options with whatever comma is at hand. */
const optionsOf = (line: string) => [
  ...new Set(
    line
      .split(/[、,，;；\n]/)
      .map(option => option.trim())
      .filter(option => option !== ''),
  ),
]

const fits = (value: string, [min, max]: readonly [number, number]) => {
  const count = [...value.trim()].length
  return count >= min && count <= max
}

function questionProblem({ title, options }: QuestionDraft, index: number): string | undefined {
  const called = `第 ${index + 1} 个问题`
  if (!fits(title, between.title)) return `${called}写 2 到 20 个字`
  const choices = optionsOf(options)
  if (choices.length < 2 || choices.length > OPTIONS_MAX) return `${called}给 2 到 6 个选项，用顿号分开`
  if (choices.some(choice => [...choice].length > OPTION_LENGTH_MAX))
    return `${called}的选项太长了，每个最多 20 字`
  return undefined
}

/** What still keeps the page from being saved, as the president should read it; undefined: nothing. */
export function editProblem({ headline, intro, questions }: EditDraft): string | undefined {
  if (!fits(headline, between.headline)) return '一句话写 2 到 40 个字'
  if (!fits(intro, between.intro)) return '介绍写 10 到 500 个字'
  for (const [index, question] of questions.entries()) {
    const problem = questionProblem(question, index)
    if (problem) return problem
  }
  return undefined
}

/** The command's input. */
export function toEdit(
  associationId: string,
  { headline, intro, open, questions, coverPhotoId }: EditDraft,
): InputOf<typeof union.editAssociation> {
  return {
    associationId,
    headline: headline.trim(),
    intro: intro.trim(),
    open,
    questions: questions.map(({ questionId, title, options }) => ({
      questionId,
      title: title.trim(),
      options: optionsOf(options),
    })),
    ...(coverPhotoId ? { coverPhotoId } : {}),
  }
}

/** The questions with one more, whose id no other has. */
export function withQuestion(questions: readonly QuestionDraft[]): QuestionDraft[] {
  const taken = new Set(questions.map(({ questionId }) => questionId))
  let number = questions.length + 1
  while (taken.has(`q${number}`)) number += 1
  return [...questions, { questionId: `q${number}`, title: '', options: '' }]
}
