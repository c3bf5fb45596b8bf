import { Refusal } from '../kernel/errors'

interface Question {
  questionId: string
  title: string
  /** None: the question is answered in words. */
  options: readonly string[]
}

interface Answer {
  questionId: string
  answer: string
}

/**
 * The answers beside the questions they were given to, as whoever asked reads them even when the form changes later.
 * @throws Refusal UNION_ANSWER_INVALID when a question is open, answered twice, or answered with what it doesn't offer
 */
export function answeredForm(
  questions: readonly Question[],
  answers: readonly Answer[],
): { title: string; answer: string }[] {
  const known = new Set(questions.map(({ questionId }) => questionId))
  const strays = answers.filter(({ questionId }) => !known.has(questionId))
  const wrong = questions.filter(question => !isAnswered(question, answers))
  if (strays.length > 0 || wrong.length > 0)
    throw new Refusal(
      'UNION_ANSWER_INVALID',
      [...wrong, ...strays].map(({ questionId }) => `answers.${questionId}`),
    )
  return questions.map(({ questionId, title }) => ({
    title,
    answer: answers.find(answer => answer.questionId === questionId)?.answer ?? '',
  }))
}

function isAnswered({ questionId, options }: Question, answers: readonly Answer[]): boolean {
  const given = answers.filter(answer => answer.questionId === questionId)
  return given.length === 1 && given.every(({ answer }) => options.length === 0 || options.includes(answer))
}
