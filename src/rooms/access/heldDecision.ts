import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * A decision that was tapped and can still be taken back: nobody has been told and the server knows nothing.
 * It is kept on the phone, so that an app killed in these seconds sends it at its next start.
 */
export interface HeldDecision {
  /** Sent with every attempt, so that a decision that arrived twice counts once. */
  requestId: string
  kind: 'application' | 'founding' | 'rebind'
  /** Membership ids, or the one id of a founding or a rebind. */
  ids: string[]
  decision: 'approve' | 'refuse'
  reason?: string
  /** Whom and what it is about, for the message when it could not be carried out. */
  subject: string
}

/** What holding needs from outside: the phone's storage, the network, and somebody to tell. */
export interface HoldingDoors {
  load: () => HeldDecision[]
  save: (held: HeldDecision[]) => void
  /** Resolves once the server has decided; rejects with the server's refusal or the network's failure. */
  send: (decision: HeldDecision) => Promise<void>
  /** Whether sending the same later may succeed: no network, or too busy. */
  mayRetry: (error: unknown) => boolean
  /** It went out. */
  onSent: (decision: HeldDecision) => void
  /** It will never go through, and is no longer held. */
  onRefused: (decision: HeldDecision, error: unknown) => void
  /** It stays held and goes out with the next flush. */
  onUnreachable: (decision: HeldDecision, error: unknown) => void
}

export interface Holding {
  /** What is held now, oldest first; lists leave these out. */
  store: StoreApi<{ held: readonly HeldDecision[] }>
  /** Holds a decision. Whatever was held before goes out: one undo at a time. */
  hold: (decision: HeldDecision) => void
  /** Takes a decision back. False if it is on its way already. */
  takeBack: (requestId: string) => boolean
  /** Sends one, whose time to take it back is over. Never rejects: the outcome reaches its door. */
  send: (requestId: string) => Promise<void>
  /** Sends whatever is held, in order: at the app's start, and when it is put away. Never rejects. */
  flush: () => Promise<void>
}

/** Starts with what an earlier run left behind; call `flush` once the app may send. */
export function createHolding(doors: HoldingDoors): Holding {
  const store = createStore<{ held: readonly HeldDecision[] }>(() => ({ held: doors.load() }))
  const underWay = new Set<string>()

  const keep = (held: readonly HeldDecision[]) => {
    doors.save([...held])
    store.setState({ held })
  }
  const release = (requestId: string) =>
    keep(store.getState().held.filter(decision => decision.requestId !== requestId))

  const sendOne = async (decision: HeldDecision) => {
    underWay.add(decision.requestId)
    try {
      await doors.send(decision)
    } catch (error) {
      underWay.delete(decision.requestId)
      if (doors.mayRetry(error)) return doors.onUnreachable(decision, error)
      release(decision.requestId)
      return doors.onRefused(decision, error)
    }
    underWay.delete(decision.requestId)
    release(decision.requestId)
    doors.onSent(decision)
  }

  const isHeld = (requestId: string) =>
    store.getState().held.some(decision => decision.requestId === requestId)

  const sendAll = async (decisions: readonly HeldDecision[]) => {
    for (const decision of decisions) {
      // While an earlier one was sent, this one may have been taken back.
      const waiting = isHeld(decision.requestId) && !underWay.has(decision.requestId)
      if (waiting) await sendOne(decision)
    }
  }

  return {
    store,
    hold(decision) {
      const before = store.getState().held
      keep([...before, decision])
      void sendAll(before)
    },
    takeBack(requestId) {
      if (underWay.has(requestId) || !isHeld(requestId)) return false
      release(requestId)
      return true
    },
    send: requestId => sendAll(store.getState().held.filter(decision => decision.requestId === requestId)),
    flush: () => sendAll(store.getState().held),
  }
}
