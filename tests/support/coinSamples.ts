import { deliveredRules } from '@domain/coin/rules'
import type { Samples } from './samples'

const reason = '核对过了'

/** The rules as delivered, as a draft. */
export const draft: Samples['coin']['previewRules']['draft'] = {
  earning: structuredClone(deliveredRules.earning),
  happyHours: deliveredRules.happyHours.map(hour => ({
    ...hour,
    reasons: [...hour.reasons],
    weekdays: [...hour.weekdays],
  })),
}

export const coinSamples: Pick<Samples, 'coin'> = {
  coin: {
    openStatement: {},
    openEarning: {},
    openHands: {},
    openReceiver: { employeeId: 'VC999999' },
    moveByHand: { employeeId: 'VC999999', way: 'give', amount: 20, experience: 0, why: reason },
    decideHand: { handId: 'none', decision: 'approve', reason },
    withdrawHand: { handId: 'none' },
    checkHands: { fileId: 'cloud://wo-local.wo-local/uploads/none.csv', fileName: '发放.csv' },
    openBatch: { batchId: 'none' },
    listBatchLines: { batchId: 'none' },
    submitBatch: { batchId: 'none' },
    withdrawBatch: { batchId: 'none' },
    decideBatch: { batchId: 'none', decision: 'approve', reason },
    carryOnBatch: { batchId: 'none' },
    openRules: {},
    openRuleVersion: { version: 99 },
    previewRules: { draft },
    scheduleRules: { draft, startsAt: 0, after: 1, why: reason },
    decideRules: { version: 99, decision: 'approve', reason },
    withdrawRules: { version: 99, why: reason },
  },
}
