export { exportOf, forget } from './ownPart'
