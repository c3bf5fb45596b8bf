export { OfficeChoice } from './OfficeChoice'
export { type Application, stateTones, stateWords, trailSteps } from './trail'
