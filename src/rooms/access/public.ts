export { type AskedDecision, DecisionSheet } from './DecisionSheet'
export { decideWithUndo } from './decisions'
export { type ReadyReason, ReasonSheet } from './ReasonSheet'
export { sayWaited } from './waited'
