import type { Room } from '@domain/contracts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { QueryReference } from '../reference'

/**
 * A command that was tapped and can still be taken back: nobody has been told and the server knows nothing.
 * It is kept on the phone, so that an app killed in these seconds sends it at its next start.
 */
export interface HeldCommand {
  /** Sent with every attempt, so that a command that arrived twice counts once. */
  requestId: string
  room: Room
  procedure: string
  input: unknown
  /** What it is done to: lists leave these out. */
  ids: string[]
  /** Whom and what it is about, for the message when it could not be carried out: "陈嘉禾 加入光影摄影社". */
  subject: string
  /** Answers that it makes old. */
  outdates: Pick<QueryReference, 'room' | 'procedure'>[]
  /** How many of the things that wait in 管理 it answers. */
  answered: number
}

/** What holding needs from outside: the phone's storage, the network, and somebody to tell. */
export interface HoldingDoors {
  load: () => HeldCommand[]
  save: (held: HeldCommand[]) => void
  /** Resolves with the server's output; rejects with its refusal or the network's failure. */
  send: (command: HeldCommand) => Promise<unknown>
  /** Whether sending the same later may succeed: no network, or too busy. */
  mayRetry: (error: unknown) => boolean
  /** It went out. It stays held until this resolves, so that no list shows what an old answer still holds. */
  onSent: (command: HeldCommand, output: unknown) => Promise<void>
  /** It will never go through, and is no longer held. */
  onRefused: (command: HeldCommand, error: unknown) => void
  /** It stays held and goes out with the next flush. */
  onUnreachable: (command: HeldCommand, error: unknown) => void
}

export interface Holding {
  /** What is held now, oldest first; lists leave these out. */
  store: StoreApi<{ held: readonly HeldCommand[] }>
  /** Holds a command. Whatever was held before goes out: one undo at a time. */
  hold: (command: HeldCommand) => void
  /** Takes a command back. False if it is on its way already. */
  takeBack: (requestId: string) => boolean
  /** Sends one, whose time to take it back is over. Never rejects: the outcome reaches its door. */
  send: (requestId: string) => Promise<void>
  /** Sends whatever is held, in order: at the app's start, and when it is put away. Never rejects. */
  flush: () => Promise<void>
}

/** Starts with what an earlier run left behind; call `flush` once the app may send. */
export function createHolding(doors: HoldingDoors): Holding {
  const store = createStore<{ held: readonly HeldCommand[] }>(() => ({ held: doors.load() }))
  const underWay = new Set<string>()

  const keep = (held: readonly HeldCommand[]) => {
    doors.save([...held])
    store.setState({ held })
  }
  const release = (requestId: string) => {
    underWay.delete(requestId)
    keep(store.getState().held.filter(command => command.requestId !== requestId))
  }

  /** Resolves when the server has answered, with what follows from the answer. */
  const sendOne = async (command: HeldCommand): Promise<{ followed: Promise<void> } | undefined> => {
    const { requestId } = command
    underWay.add(requestId)
    try {
      const output = await doors.send(command)
      return { followed: doors.onSent(command, output).finally(() => release(requestId)) }
    } catch (error) {
      if (doors.mayRetry(error)) {
        underWay.delete(requestId)
        doors.onUnreachable(command, error)
      } else {
        release(requestId)
        doors.onRefused(command, error)
      }
      return undefined
    }
  }

  const isHeld = (requestId: string) => store.getState().held.some(command => command.requestId === requestId)

  const sendAll = async (commands: readonly HeldCommand[]) => {
    const following: Promise<void>[] = []
    for (const command of commands) {
      // While an earlier one was sent, this one may have been taken back.
      if (!isHeld(command.requestId) || underWay.has(command.requestId)) continue
      const answered = await sendOne(command)
      if (answered) following.push(answered.followed)
    }
    await Promise.all(following)
  }

  return {
    store,
    hold(command) {
      const before = store.getState().held
      keep([...before, command])
      void sendAll(before)
    },
    takeBack(requestId) {
      if (underWay.has(requestId) || !isHeld(requestId)) return false
      release(requestId)
      return true
    },
    send: requestId => sendAll(store.getState().held.filter(command => command.requestId === requestId)),
    flush: () => sendAll(store.getState().held),
  }
}
