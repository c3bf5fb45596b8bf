export { earnedSince } from './earned'
export { exportOf, forget } from './ownPart'
