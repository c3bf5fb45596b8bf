export { equationOf, showEarned } from './earned'
export { HappyHour } from './HappyHour'
export { useMultiplier } from './multiplier'
