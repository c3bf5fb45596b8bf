import { SECOND_MS } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'
import { call } from '../call'
import { ApiError } from '../error'
import type { CommandReference, Input, Output, QueryReference } from '../reference'
import { newRequestId } from '../requestId'
import { callerScope } from '../transport'
import { createHolding, type HeldCommand } from './holding'

/** What follows once a held command is through, with its output, or is refused, without one. */
export type Follow = (command: HeldCommand, output: unknown) => Promise<void>

const place = () => `held.${callerScope()}`

let follow: Follow = () => Promise.resolve()

/** Set by the gate, which knows the answers that have to be asked again. */
export function followHeldCommands(next: Follow): void {
  follow = next
}

const wordsOf = (error: unknown) => (error instanceof ApiError ? error.message : '没能处理，请再试一次')

/** The reason that somebody wrote for it: with a command that is refused it would be gone. */
function writtenIn({ input }: HeldCommand): string | undefined {
  const { reason } = input as { reason?: unknown }
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}

/** A server that was too busy tells nobody when it is not any more. */
const RETRY_MS = 10 * SECOND_MS
let willRetry = false
/** Who was told already: once is enough, however long it takes. */
const told = new Set<string>()

function tryLater({ requestId, subject }: HeldCommand): void {
  if (!told.has(requestId)) toast.show(`${subject}还没发出去，连上网会再发`)
  told.add(requestId)
  if (willRetry) return
  willRetry = true
  setTimeout(() => {
    willRetry = false
    void holding.flush()
  }, RETRY_MS)
}

/** The one holding of the app. */
export const holding = createHolding({
  load: () => (Taro.getStorageSync(place()) || []) as HeldCommand[],
  save: held => Taro.setStorageSync(place(), held),
  send: ({ room, procedure, input, requestId }) => call({ room, procedure }, input as never, { requestId }),
  mayRetry: error => error instanceof ApiError && error.kind === 'retry',
  onSent: (command, output) => follow(command, output),
  onRefused: (command, error) => {
    toast.stay(`${command.subject}：${wordsOf(error)}`, writtenIn(command))
    void follow(command, undefined)
  },
  onUnreachable: command => tryLater(command),
})

/** Whether it was this procedure that went out; its output then has the contract's type. */
export function isSent<R extends CommandReference>(
  { room, procedure }: R,
  command: HeldCommand,
  _output: unknown,
): _output is Output<R> {
  return command.room === room && command.procedure === procedure
}

const UNDO_SECONDS = 5

export interface Holdable {
  /** What it is done to: lists leave these out at once. */
  ids: string[]
  subject: string
  outdates: readonly QueryReference[]
  /** How many of the things that wait in 管理 it answers; default none. */
  answered?: number
  /** What was done, beside 撤销. */
  said: string
  /** What happens when the count ends. */
  after: string
  /** How long it can be taken back; default five seconds. */
  seconds?: number
  /** When it was taken back in time. */
  onUndo?: () => void
  /** When 撤销 came too late. */
  tooLate: string
}

/**
 * Carries out a command that is hard to take back some seconds later: until then 撤销 undoes it and nobody has been
 * told. It outlives the page and the app. There is one undo at a time, so an earlier one goes out now, and the message
 * says so.
 */
export function holdCommand<R extends CommandReference>(
  reference: R,
  input: Input<R>,
  about: Holdable,
): void {
  const { ids, subject, outdates, answered = 0, said, after, seconds = UNDO_SECONDS, onUndo, tooLate } = about
  const { room, procedure } = reference
  const requestId = newRequestId()
  const earlierGoesOut = toast.isCounting()
  holding.hold({
    requestId,
    room,
    procedure,
    input,
    ids,
    subject,
    outdates: outdates.map(query => ({ room: query.room, procedure: query.procedure })),
    answered,
  })
  toast.undo({
    text: said,
    after: earlierGoesOut ? `上一件已经发出，这一件${after}` : after,
    seconds,
    onUndo: () => {
      if (holding.takeBack(requestId)) onUndo?.()
      else toast.show(tooLate)
    },
    onExpire: () => holding.send(requestId),
  })
}
