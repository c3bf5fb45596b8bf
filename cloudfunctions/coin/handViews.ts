import type { SecondWord } from '@domain/coin/hand'
import type { BatchLine, BatchView, HandView, ReceiverView } from '@domain/coin/handContract'
import type { Employee } from '@platform/context'
import type * as z from 'zod'
import { maySecondIt } from './seconding'
import type { BatchDocument, BatchLineDocument, HandDocument } from './store'

export function handView(
  { _id, by, decision, ...shown }: HandDocument,
  viewer: Employee,
  receiver: z.output<typeof ReceiverView> | null = null,
): z.output<typeof HandView> {
  const { person, way, amount, experience, why, state, askedAt, employeeId } = shown
  return {
    handId: _id,
    ...{ person, way, amount, experience, why, state, askedAt },
    byName: by.name,
    decision: decisionView(decision),
    mayDecide: state === 'waiting' && maySecondIt(viewer, by, [employeeId]),
    mine: by.employeeId === viewer.id,
    receiver,
  }
}

export function batchView(document: BatchDocument, viewer: Employee): z.output<typeof BatchView> {
  const { _id, fileName, read, sums, problems, moreProblems, state, written, toWrite } = document
  const { passedOver = 0 } = document
  return {
    batchId: _id,
    ...{ fileName, read, sums, moreProblems, state, written, passedOver, toWrite },
    problems: problems.map(one => ({ name: '', ...one })),
    byName: document.by.name,
    checkedAt: document.checkedAt,
    decision: decisionView(document.decision),
    mayDecide: state === 'waiting' && maySecondIt(viewer, document.by, []),
    mine: document.by.employeeId === viewer.id,
  }
}

export function batchLineView(document: BatchLineDocument): z.output<typeof BatchLine> {
  const { line, employeeId, name, way, amount, experience, why } = document
  return { line, employeeId, name, way, amount, experience, why }
}

export function decisionView(decision: SecondWord | null) {
  return decision && { byName: decision.byName, at: decision.at, reason: decision.reason }
}
