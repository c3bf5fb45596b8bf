/** How far a version has come. What was announced before a second person was asked counts as agreed to. */
export const ruleStates = ['waiting', 'approved', 'refused', 'withdrawn'] as const
export type RuleState = (typeof ruleStates)[number]

export const ruleActions = ['propose', 'approve', 'refuse', 'withdraw', 'callOff'] as const
export type RuleAction = (typeof ruleActions)[number]

/** Who may take a step: whoever proposed the version, a second person, or any who keep the rules. */
type Actor = 'keeper' | 'second' | 'proposer'

interface Transition {
  /** `none`: there is no such version yet. */
  from: RuleState | 'none'
  to: RuleState
  by: Actor
}

/** Every step that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const ruleTable: Record<RuleAction, Transition> = {
  propose: { from: 'none', to: 'waiting', by: 'keeper' },
  approve: { from: 'waiting', to: 'approved', by: 'second' },
  refuse: { from: 'waiting', to: 'refused', by: 'second' },
  withdraw: { from: 'waiting', to: 'withdrawn', by: 'proposer' },
  /** Of what was agreed to and has not begun: the rules in force go on. */
  callOff: { from: 'approved', to: 'withdrawn', by: 'keeper' },
}

interface Stored {
  state?: RuleState
  withdrawn: object | null
}

/** How a version stands; what was taken back is withdrawn, and where no state is kept it is approved. */
export function ruleStateOf({ state, withdrawn }: Stored): RuleState {
  return withdrawn ? 'withdrawn' : (state ?? 'approved')
}

/** Whether a version is one that earnings go by once it begins. */
export const isInForce = (version: Stored): boolean => ruleStateOf(version) === 'approved'

/** The state that follows, or null where the table has no such step. */
export function nextRuleState(state: RuleState | 'none', action: RuleAction): RuleState | null {
  const { from, to } = ruleTable[action]
  return from === state ? to : null
}
