export { equationOf, showEarned } from './earned'
export { HappyHour, isRunning } from './HappyHour'
export { useMultiplier } from './multiplier'
export { useRulesDraft } from './proposedHour'
