import { type CandidateFacts, candidateActionsFor } from '@domain/careers/candidate'
import { interviewFor } from '@domain/careers/interview'
import type { CandidateCardView, CandidateDetail, MyCandidateView } from '@domain/careers/views'
import { maskPhone } from '@domain/identity/phone'
import type * as z from 'zod'
import { toldBy } from './secrets'
import type { CandidateDocument } from './store'

/** Whether what a candidate told is still there. */
export const isKept = ({ sealed }: Pick<CandidateDocument, 'sealed'>): boolean => sealed !== ''

/** What decides on what may be done with a candidate. */
export const factsOf = (candidate: Pick<CandidateDocument, 'state' | 'kind' | 'sealed'>): CandidateFacts => ({
  state: candidate.state,
  kind: candidate.kind,
  kept: isKept(candidate),
})

/** As whom the owner acts on it. */
export const ownerOf = ({ kind }: Pick<CandidateDocument, 'kind'>) =>
  kind === 'referral' ? 'referrer' : 'applicant'

/** A candidate as whoever recommended or applied sees it: their friend's name as they wrote it, never a whole number, never who said what. */
export function mineOf(candidate: CandidateDocument): MyCandidateView {
  const { _id, kind, positionId, positionTitle, city, relation, state, version } = candidate
  const friend = candidate.friend && {
    ...candidate.friend,
    name: toldBy(candidate)?.name ?? candidate.friend.name,
  }
  const { submittedAt, movedAt, eraseAt, reward, consent, hiddenFrom } = candidate
  return {
    candidateId: _id,
    ...{ kind, positionId, positionTitle, city, friend, relation, state, version },
    hasResume: Boolean(candidate.resume),
    ...{ submittedAt, movedAt, eraseAt, reward },
    steps: candidate.trail.map(({ action, state: to, at, interview }) => ({
      ...{ action, state: to, at },
      interview: interviewFor(kind, interview),
    })),
    actions: candidateActionsFor(factsOf(candidate), ownerOf(candidate)),
    consent: consent && { text: consent.text, at: consent.at },
    leadTold: kind === 'internal' && hiddenFrom === '',
  }
}

/** A candidate as recruiters list them. */
export function cardOf(candidate: CandidateDocument, readerId: string): CandidateCardView {
  const { _id, kind, positionId, positionTitle, city, creditName, state, column, version } = candidate
  return {
    candidateId: _id,
    ...{ kind, positionId, positionTitle, city, state, column, version },
    name: kind === 'internal' ? candidate.person.name : (toldBy(candidate)?.name ?? ''),
    creditName: creditName || null,
    submittedAt: candidate.submittedAt,
    movedAt: candidate.movedAt,
    own: isOwn(candidate, readerId),
    confidential: candidate.hiddenFrom !== '',
    kept: isKept(candidate),
  }
}

/** Whether somebody has part in it: then another recruiter deals with it. */
export function isOwn(
  { employeeId, creditId }: Pick<CandidateDocument, 'employeeId' | 'creditId'>,
  readerId: string,
) {
  return employeeId === readerId || creditId === readerId
}

/** A candidate as recruiters open them. */
export function detailOf(candidate: CandidateDocument, readerId: string): z.infer<typeof CandidateDetail> {
  const { person, relation, consent, eraseAt, leadName, kind, hiddenFrom, trail, reward } = candidate
  const { unpaid = false } = candidate
  const told = toldBy(candidate)
  const card = cardOf(candidate, readerId)
  return {
    ...card,
    ...{ person, relation, consent, eraseAt, reward, unpaid },
    words: told?.words ?? '',
    resumeName: told?.resumeName ?? null,
    phoneMasked: kind === 'referral' && told ? maskPhone(told.contact) : '',
    leadName: leadName || null,
    leadTold: kind === 'internal' && hiddenFrom === '',
    // Notes are for those who deal with it: whoever has part in it reads none about themselves or their friend.
    trail: trail.map(({ action, at, by, note, interview = null }) => ({
      ...{ action, at, by },
      ...(card.own ? { note: null, interview: interviewFor(kind, interview) } : { note, interview }),
    })),
    actions: card.own ? [] : candidateActionsFor(factsOf(candidate), 'recruiter'),
  }
}
