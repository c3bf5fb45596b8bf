import type { Decided } from '../access/ages'
import type { Instant } from '../kernel/time'

/** How somebody came to be a candidate: recommended by a colleague, or a colleague who applies. */
export const candidateKinds = ['referral', 'internal'] as const
export type CandidateKind = (typeof candidateKinds)[number]

export const candidateStates = [
  'submitted',
  'contacted',
  'interviewing',
  'offered',
  'hired',
  'declined',
  'withdrawn',
] as const
export type CandidateState = (typeof candidateStates)[number]
export const candidateStateNames: Record<CandidateState, string> = {
  submitted: '等招聘联系',
  contacted: '联系中',
  interviewing: '面试中',
  offered: '等入职',
  hired: '已入职',
  declined: '这次没有合适',
  withdrawn: '已撤回',
}

export const candidateActions = [
  'submit',
  'contact',
  'interview',
  'offer',
  'arrange',
  'hire',
  'undoHire',
  'decline',
  'reconsider',
  'object',
  'clear',
  'takeBack',
  'withdraw',
  'lapse',
] as const
export type CandidateAction = (typeof candidateActions)[number]

/** `referrer` recommended a friend, `applicant` is a colleague who applied, `clock` is a timer. */
export type CandidateActor = 'referrer' | 'applicant' | 'recruiter' | 'clock'

interface Transition {
  from: readonly (CandidateState | 'none')[]
  to: CandidateState
  /** Where it leads once nothing is kept; absent: then it can't be done. */
  unkept?: CandidateState
  by: readonly CandidateActor[]
}

const LIVE = ['submitted', 'contacted', 'interviewing', 'offered'] as const

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const candidateTable: Record<CandidateAction, Transition> = {
  submit: { from: ['none', 'declined', 'withdrawn'], to: 'submitted', by: ['referrer', 'applicant'] },
  contact: { from: ['submitted'], to: 'contacted', by: ['recruiter'] },
  interview: { from: ['submitted', 'contacted'], to: 'interviewing', by: ['recruiter'] },
  offer: { from: ['interviewing'], to: 'offered', by: ['recruiter'] },
  // Another round, or another day.
  arrange: { from: ['interviewing'], to: 'interviewing', by: ['recruiter'] },
  hire: { from: ['offered'], to: 'hired', by: ['recruiter'] },
  // A hire that was none has no reward, whatever is kept; without data nobody could carry on, so that it ends with it.
  undoHire: { from: ['hired'], to: 'offered', unkept: 'withdrawn', by: ['recruiter'] },
  decline: { from: LIVE, to: 'declined', by: ['recruiter'] },
  reconsider: { from: ['declined'], to: 'contacted', by: ['recruiter'] },
  // The friend agrees no more, or never did, and says so to recruiting or to whoever recommended them: nothing is kept.
  // A colleague who applied says so themselves, once it is over.
  object: { from: [...LIVE, 'declined'], to: 'withdrawn', by: ['recruiter', 'referrer', 'applicant'] },
  // As well after a hire, which stays one as long as recruiting says so.
  clear: { from: ['hired'], to: 'hired', by: ['recruiter', 'referrer', 'applicant'] },
  // Until somebody has called the friend, a recommendation is as if it had not been made.
  takeBack: { from: ['submitted'], to: 'withdrawn', by: ['referrer'] },
  withdraw: { from: LIVE, to: 'withdrawn', by: ['applicant'] },
  // What was agreed to ends by itself.
  lapse: { from: LIVE, to: 'declined', by: ['clock'] },
}

/** Where an action leads, by whether what they told is still there; null: nowhere. */
export function stateAfter(action: CandidateAction, { kept }: Pick<CandidateFacts, 'kept'>) {
  const { to, unkept = null } = candidateTable[action]
  return kept ? to : unkept
}

/** The state that follows when this actor does it, or null where the table has no such transition. */
export function nextCandidateState(
  state: CandidateState | null,
  action: CandidateAction,
  actor: CandidateActor,
  facts: Pick<CandidateFacts, 'kept'> = { kept: true },
): CandidateState | null {
  const { from, by } = candidateTable[action]
  return by.includes(actor) && from.includes(state ?? 'none') ? stateAfter(action, facts) : null
}

export interface CandidateFacts {
  state: CandidateState
  kind: CandidateKind
  /** Whether what they told is still there. Without it nobody could carry on, and nothing would end it: only a hire is undone. */
  kept: boolean
}

/** What an actor may do with a candidate, in the order of the table. */
export function candidateActionsFor(
  { state, kind, kept }: CandidateFacts,
  actor: CandidateActor,
): CandidateAction[] {
  return candidateActions.filter(
    action =>
      action !== 'submit' &&
      // A colleague who applies withdraws while it goes on; what they wrote they alone may have deleted afterwards.
      !(isObjection(action) && kind === 'internal' && (actor !== 'applicant' || isLive(state))) &&
      nextCandidateState(state, action, actor, { kept }) !== null,
  )
}

/** With these goes what is kept of a friend, for every position and whoever recommended them. */
export const isObjection = (action: CandidateAction): action is 'object' | 'clear' =>
  action === 'object' || action === 'clear'

/** How a friend's objection ends one of their recommendations. */
export const objectionTo = (state: CandidateState): 'object' | 'clear' =>
  state === 'hired' ? 'clear' : 'object'

const WAYS_BACK = ['takeBack', 'withdraw', 'object', 'clear'] as const
export type WayBack = (typeof WAYS_BACK)[number]

/** How whoever recommended or applied ends it now; null: not at all. */
export function wayBackOf(candidate: CandidateFacts): WayBack | null {
  const actor = candidate.kind === 'referral' ? 'referrer' : 'applicant'
  const actions = candidateActionsFor(candidate, actor)
  return WAYS_BACK.find(way => actions.includes(way)) ?? null
}

/** What recruiters call what they do. */
export const recruiterActionNames = {
  contact: '联系上了',
  interview: '安排面试',
  offer: '发录用',
  arrange: '再约面试',
  hire: '已入职',
  undoHire: '撤销入职',
  decline: '不合适',
  reconsider: '再看看',
  object: '本人不同意',
  clear: '本人要求删除',
} as const
export type RecruiterAction = keyof typeof recruiterActionNames
export const recruiterActions = Object.keys(recruiterActionNames) as [RecruiterAction, ...RecruiterAction[]]

/** What can't be done without a word that colleagues of recruiting can read later. */
export const needsNote = (action: RecruiterAction): boolean =>
  action === 'decline' || isObjection(action) || action === 'undoHire'

/** The columns of the board. */
export const candidateColumns = ['fresh', 'talking', 'interviewing', 'offered', 'over'] as const
export type CandidateColumn = (typeof candidateColumns)[number]
export const candidateColumnNames: Record<CandidateColumn, string> = {
  fresh: '新来的',
  talking: '联系中',
  interviewing: '面试中',
  offered: '等入职',
  over: '已结束',
}

const columnOf: Record<CandidateState, CandidateColumn> = {
  submitted: 'fresh',
  contacted: 'talking',
  interviewing: 'interviewing',
  offered: 'offered',
  hired: 'over',
  declined: 'over',
  withdrawn: 'over',
}

/** The column of the board that a state stands in. */
export const candidateColumn = (state: CandidateState): CandidateColumn => columnOf[state]
/** Whether something may still come of it. */
export const isLive = (state: CandidateState): boolean => columnOf[state] !== 'over'

/** The columns that somebody still works on. */
export const liveColumns = candidateColumns.filter(column => column !== 'over')

interface Stepped {
  action: CandidateAction
  state: CandidateState
  at: Instant
}

/** When a candidate waited and recruiting came to them first, each time; whoever took it back has not been answered. */
export function answersIn(trail: readonly Stepped[]): Decided[] {
  return trail.flatMap(({ action, at }, place) => {
    const before = trail[place - 1]
    const isAnswer = before?.state === 'submitted' && candidateTable[action].by.includes('recruiter')
    return isAnswer ? [{ since: before.at, until: at }] : []
  })
}
