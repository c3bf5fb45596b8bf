import { candidateTable, isLive } from '@domain/careers/candidate'
import { formerPerson, type Leaving, type OwnTables, withoutSignature } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { mineOf } from './candidateViews'
import { dropResume } from './resumes'
import { afterStep, erased } from './steps'
import {
  type CandidateDocument,
  candidates,
  claims,
  favourites,
  positions,
  referrers,
  rewards,
} from './store'

/** What this room keeps about somebody; of friends what they see themselves, for the rest is the friend's. */
export async function exportOf(employeeId: string): Promise<OwnTables<'candidates' | 'positions'>> {
  const [mine, marked] = await Promise.all([
    readAll(candidates, { employeeId }, 'boardKey'),
    readAll(favourites, { employeeId }, '_id'),
  ])
  return {
    candidates: mine.map(mineOf),
    positions: marked.map(({ positionId, at }) => ({ positionId, at })),
  }
}

const BLOCK = 50

/**
 * Marks go, and what was written for an application. A friend's own data stays as long as the friend agreed to, without
 * telling any more who recommended them; the résumé of an application goes. Some requests a candidate.
 */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId, pseudonym } = leaving
  await favourites.removeWhere({ employeeId })
  await referrers.removeWhere({ _id: employeeId })
  await claims.updateWhere({ referrerId: employeeId }, { referrerId: pseudonym })
  await rewards.updateWhere({ creditId: employeeId }, { creditId: pseudonym })
  await positions.updateWhere({ leadId: employeeId }, { leadId: null, leadName: null })
  for (const where of [{ employeeId }, { creditId: employeeId }, { leadId: employeeId }]) {
    for (;;) {
      if (shift.isOver()) return false
      const block = await candidates.find({ where, limit: BLOCK })
      // Whoever is moved on meanwhile is found once more as they are then.
      for (const { _id } of block) await forgetIn(_id, leaving)
      if (block.length === 0) break
    }
  }
  return true
}

/** In a transaction: what is noted of the résumé is noted with its end, and what recruiters do at the same time stays. */
function forgetIn(candidateId: string, leaving: Leaving): Promise<void> {
  return transaction(async tx => {
    const candidate = await candidates.in(tx).get(candidateId)
    if (!candidate) return
    const without = withoutPerson(candidate, leaving)
    await candidates.in(tx).update(candidateId, without)
    await dropResume(tx, candidate, without, leaving.at)
  })
}

/** An application that somebody still works on ends with its applicant's leaving: nobody could carry on. */
function ended(candidate: CandidateDocument, { employeeId, at }: Leaving): CandidateDocument {
  const { kind, state, sealed, person } = candidate
  const isOpen = kind === 'internal' && isLive(state) && sealed !== ''
  if (!isOpen || candidate.employeeId !== employeeId) return candidate
  const step = { action: 'withdraw', actor: 'applicant', by: person.name, at } as const
  return { ...candidate, ...afterStep(candidate, step) }
}

function withoutPerson(found: CandidateDocument, leaving: Leaving): Partial<CandidateDocument> {
  const { employeeId, pseudonym } = leaving
  const candidate = ended(found, leaving)
  const former = formerPerson(pseudonym)
  const isOwner = candidate.employeeId === employeeId
  const own = isOwner
    ? {
        employeeId: pseudonym,
        person: former,
        trail: withoutSignature(candidate.trail, leaving, {
          called: candidate.person.name,
          isOwn: action =>
            !candidateTable[action].by.some(actor => actor === 'recruiter' || actor === 'clock'),
        }),
        ...(candidate.kind === 'internal' ? { ...stateOf(candidate), ...erased } : {}),
      }
    : {}
  const credit = candidate.creditId === employeeId ? { creditId: pseudonym, creditName: former.name } : {}
  const lead =
    candidate.leadId === employeeId ? { leadId: pseudonym, leadName: former.name, hiddenFrom: '' } : {}
  return { ...own, ...credit, ...lead }
}

const stateOf = ({ state, column, version, movedAt, boardKey }: CandidateDocument) => ({
  state,
  column,
  version,
  movedAt,
  boardKey,
})
