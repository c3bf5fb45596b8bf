import { answersIn } from '@domain/careers/candidate'
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

function answeredOn(on: Day, { trail }: Pick<CandidateDocument, 'trail'>) {
  return answersIn(trail).find(({ until }) => dayOf(until) === on)
}
