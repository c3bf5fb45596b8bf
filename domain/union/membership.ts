/**
 * A membership is one document a person and association: the application, its decision and what came after, with
 * the whole trail. Applying again after a refusal is another round of the same document.
 */
export const membershipStates = [
  'pending',
  'member',
  'refused',
  'withdrawn',
  'revoked',
  'left',
  'removed',
] as const
export type MembershipState = (typeof membershipStates)[number]

export const membershipActions = [
  'apply',
  'withdraw',
  'approve',
  'refuse',
  'revoke',
  'leave',
  'remove',
  'part',
] as const
export type MembershipAction = (typeof membershipActions)[number]

/** Who may take an action: the applicant, the president of that association, or the clock. */
type Actor = 'applicant' | 'president' | 'clock'

interface Transition {
  /** `none`: there is no document yet. */
  from: readonly (MembershipState | 'none')[]
  to: MembershipState
  by: Actor
}

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const membershipTable: Record<MembershipAction, Transition> = {
  apply: {
    from: ['none', 'refused', 'withdrawn', 'revoked', 'left', 'removed'],
    to: 'pending',
    by: 'applicant',
  },
  withdraw: { from: ['pending'], to: 'withdrawn', by: 'applicant' },
  approve: { from: ['pending'], to: 'member', by: 'president' },
  refuse: { from: ['pending'], to: 'refused', by: 'president' },
  revoke: { from: ['member'], to: 'revoked', by: 'president' },
  leave: { from: ['member'], to: 'left', by: 'applicant' },
  /** Of somebody who has been a member for a while, where `revoke` takes back an approval. */
  remove: { from: ['member'], to: 'removed', by: 'president' },
  /** Of somebody who has left the company. */
  part: { from: ['pending', 'member'], to: 'left', by: 'clock' },
}

/** The state that follows, or null where the table has no such transition. */
export function nextMembershipState(
  state: MembershipState | null,
  action: MembershipAction,
): MembershipState | null {
  const transition = membershipTable[action]
  return transition.from.includes(state ?? 'none') ? transition.to : null
}

/** What an actor may do in a state, in the order of the table. */
export function membershipActionsFor(state: MembershipState | null, actor: Actor): MembershipAction[] {
  return membershipActions.filter(
    action => membershipTable[action].by === actor && nextMembershipState(state, action) !== null,
  )
}
