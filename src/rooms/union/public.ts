export { type Application, stateTones, stateWords, trailSteps } from './trail'
