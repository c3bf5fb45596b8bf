import { candidateTable } from '@domain/careers/candidate'
import { type Day, dayOf } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { type CandidateDocument, candidates } from './store'

/** The candidates to whom a recruiter came first on a day, whatever they made of it. One request. */
export const candidatesAnsweredOn = (on: Day) =>
  decidedIn(candidates, on, {
    at: 'trail.at',
    fields: ['trail'],
    since: candidate => answeredOn(on, candidate)?.since ?? null,
    until: candidate => answeredOn(on, candidate)?.until,
  })

/** The step by which a candidate who waited waits no longer; whoever took it back has not been answered. */
function answeredOn(on: Day, { trail }: Pick<CandidateDocument, 'trail'>) {
  for (const [place, { action, at }] of trail.entries()) {
    const before = trail[place - 1]
    const isAnswer = before?.state === 'submitted' && candidateTable[action].by.includes('recruiter')
    if (isAnswer && dayOf(at) === on) return { since: before.at, until: at }
  }
  return null
}
