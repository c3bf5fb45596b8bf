export { type AskedDecision, DecisionSheet } from './DecisionSheet'
export { decideWithUndo } from './decisions'
export { useHeldIds } from './useHeldIds'
export { sayWaited } from './waited'
