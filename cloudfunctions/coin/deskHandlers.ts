import { decideBatch, listBatchLines, openBatch, submitBatch, withdrawBatch } from './batchSteps'
import { carryOnBatch } from './batchWriting'
import { checkHands } from './checkHands'
import { decideHand, withdrawHand } from './decideHand'
import { decideRules } from './decideRules'
import { moveByHand } from './moveByHand'
import { openHands } from './openHands'
import { openRules, openRuleVersion } from './openRules'
import { previewRules } from './previewRules'
import { openReceiver } from './receivers'
import { scheduleRules } from './scheduleRules'
import { withdrawRules } from './withdrawRules'

/** What the keepers of the coins do. */
export const deskHandlers = {
  openHands,
  openReceiver,
  moveByHand,
  decideHand,
  withdrawHand,
  checkHands,
  openBatch,
  listBatchLines,
  submitBatch,
  withdrawBatch,
  decideBatch,
  carryOnBatch,
  openRules,
  openRuleVersion,
  previewRules,
  scheduleRules,
  decideRules,
  withdrawRules,
}
