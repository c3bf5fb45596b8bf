import { can, scopesOf } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { type CandidateDocument, candidates } from './store'

const MANAGE = 'careers.manage'

type Viewer = Pick<Employee, 'id' | 'grants'>

/** Whether a recruiter works for a city. */
export const worksFor = ({ grants }: Pick<Employee, 'grants'>, city: string): boolean =>
  can(grants, MANAGE, city)

/** The cities that a recruiter's role is limited to; none: all. */
export const citiesOf = ({ grants }: Pick<Employee, 'grants'>): string[] => scopesOf(grants, MANAGE) ?? []

/** What lies in the cities of a recruiter. */
export function citiesWhere({ grants }: Pick<Employee, 'grants'>): { city?: ReturnType<typeof _.in> } {
  const scopes = scopesOf(grants, MANAGE)
  return scopes === null ? {} : { city: _.in(scopes) }
}

/** The candidates that a recruiter may know of: of their cities, and no application of somebody whose lead they are. */
export const candidatesWhere = (viewer: Viewer) => ({
  ...citiesWhere(viewer),
  hiddenFrom: _.neq(viewer.id),
})

/** @throws Refusal CAREERS_CANDIDATE_MISSING also for whoever must not know that there is one */
export function requireKnowing(candidate: CandidateDocument | null, viewer: Viewer): CandidateDocument {
  if (!candidate || candidate.hiddenFrom === viewer.id || !worksFor(viewer, candidate.city))
    throw new Refusal('CAREERS_CANDIDATE_MISSING')
  return candidate
}

/** A candidate, for a recruiter who may know of them. One request. */
export async function candidateFor(viewer: Viewer, candidateId: string): Promise<CandidateDocument> {
  return requireKnowing(await candidates.get(candidateId), viewer)
}
