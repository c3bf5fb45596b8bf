import Taro from '@tarojs/taro'
import { ApiError, api, call, callerScope } from '@/api'
import { newRequestId } from '@/api/requestId'
import { toast } from '@/ui/toast/store'
import { createHolding, type HeldDecision } from './heldDecision'

const place = () => `access.held.${callerScope()}`

/** Tells the server. @throws ApiError */
async function send({ kind, ids, decision, reason, requestId }: HeldDecision): Promise<void> {
  if (kind === 'rebind') {
    const rebindId = ids[0] ?? ''
    await call(api.identity.decideRebind, { rebindId, decision, reason: reason ?? '' }, { requestId })
    return
  }
  if (kind === 'founding') {
    const foundingId = ids[0] ?? ''
    const input = { foundingId, verdict: decision, ...(reason ? { reason } : {}) }
    await call(api.union.decideFounding, input, { requestId })
    return
  }
  const input = { membershipIds: ids, decision, ...(reason ? { reason } : {}) }
  const { stale } = await call(api.union.decide, input, { requestId })
  if (stale.length > 0) toast.show(`有 ${stale.length} 件已经撤回或处理过，没有再动`)
}

/** Set by the gate: what has to be asked again once a decision is through, or is not. */
const listeners = new Set<() => void>()

export function onDecisionSettled(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function settle(words?: string): void {
  if (words) toast.show(words)
  for (const listener of listeners) listener()
}

const wordsOf = (error: unknown) => (error instanceof ApiError ? error.message : '没能处理，请再试一次')

/** The one holding of the app. */
export const holding = createHolding({
  load: () => (Taro.getStorageSync(place()) || []) as HeldDecision[],
  save: held => Taro.setStorageSync(place(), held),
  send,
  mayRetry: error => error instanceof ApiError && error.kind === 'retry',
  onSent: () => settle(),
  onRefused: ({ subject }, error) => settle(`${subject}：${wordsOf(error)}`),
  onUnreachable: ({ subject }) => settle(`${subject}还没发出去，连上网会再发`),
})

const undoSeconds = 5

const decided = { approve: '已同意', refuse: '已拒绝' } as const

/** Decides, and leaves five seconds to take it back before anybody is told. */
export function decideWithUndo(decision: Omit<HeldDecision, 'requestId'>): void {
  const requestId = newRequestId()
  holding.hold({ ...decision, requestId })
  toast.undo({
    text: `${decided[decision.decision]} ${decision.subject}`,
    after: '数到 0 就通知本人',
    seconds: undoSeconds,
    onUndo: () => {
      if (!holding.takeBack(requestId)) toast.show('已经发出去了，可以在「已处理」里撤销')
    },
    onExpire: () => holding.send(requestId),
  })
}
