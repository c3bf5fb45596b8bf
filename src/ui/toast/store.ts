import { create } from 'zustand'

export interface EarnedToast {
  kind: 'earned'
  /** Whole coins. */
  amount: number
  /** Why: "话题评论 5 × 2". */
  reason: string
  /** Above 1 while a Happy Hour doubles. */
  multiplier?: number
  /** What can still be earned today, in coins. */
  leftToday?: number
  /** Leads to the statement line. */
  onOpen?: () => void
}

export interface UndoToast {
  kind: 'undo'
  text: string
  /** What happens when the count ends: "通知 5 秒后发出" without the number. */
  after?: string
  secondsLeft: number
}

export interface PlainToast {
  kind: 'plain'
  text: string
  /** Where what was done can be seen. */
  next?: { label: string; onTap: () => void }
}

export interface StayingToast {
  kind: 'staying'
  text: string
  /** What the person had written, so that it isn't lost. */
  written?: string
}

export type Toast = PlainToast | EarnedToast | UndoToast | StayingToast

export interface UndoRequest {
  text: string
  after?: string
  /** Default 5. */
  seconds?: number
  /** The tap on 撤销. */
  onUndo: () => unknown
  /** The count has ended, or another undo took its place: what was announced goes out. */
  onExpire?: () => unknown
}

interface ToastState {
  current: Toast | undefined
}

/** What the host draws. Write it through `toast`. */
export const useToast = create<ToastState>(() => ({ current: undefined }))

const plainMs = 2400
const earnedMs = 4000

/** What passes by itself. */
let passing: PlainToast | EarnedToast | undefined
let passingTimer: ReturnType<typeof setTimeout> | undefined
/** What can still be taken back: its count goes on while something that passes stands before it. */
let undoing: { request: UndoRequest; secondsLeft: number } | undefined
let undoTimer: ReturnType<typeof setTimeout> | undefined
/** What nobody has acknowledged yet, in sight whenever nothing else is. */
let staying: readonly StayingToast[] = []

function draw(): void {
  useToast.setState({ current: passing ?? (undoing ? undoToast(undoing) : staying[0]) })
}

function undoToast({ request: { text, after }, secondsLeft }: NonNullable<typeof undoing>): UndoToast {
  return { kind: 'undo', text, secondsLeft, ...(after === undefined ? {} : { after }) }
}

function endPassing(): void {
  clearTimeout(passingTimer)
  passing = undefined
}

function present(next: NonNullable<typeof passing>, durationMs: number): void {
  endPassing()
  passing = next
  passingTimer = setTimeout(() => {
    endPassing()
    draw()
  }, durationMs)
  draw()
}

/** Ends the count; whoever asks for it says what becomes of what was announced. */
function endUndo(): UndoRequest | undefined {
  clearTimeout(undoTimer)
  const ended = undoing?.request
  undoing = undefined
  return ended
}

/** An undo that nobody took is carried out, not lost. */
function expire(): void {
  const expired = endUndo()
  draw()
  void expired?.onExpire?.()
}

function count(): void {
  if (!undoing) return
  if (undoing.secondsLeft <= 1) {
    expire()
    return
  }
  undoing.secondsLeft -= 1
  draw()
  undoTimer = setTimeout(count, 1000)
}

/** One message at a time, above the bar. It lives outside the pages, so it survives going back. */
export const toast = {
  /** A sentence for two and a half seconds; longer where it leads on. */
  show(text: string, next?: NonNullable<PlainToast['next']>): void {
    present({ kind: 'plain', text, ...(next ? { next } : {}) }, next ? earnedMs : plainMs)
  },
  /** What was earned and why, where it was earned. */
  earned(earned: Omit<EarnedToast, 'kind'>): void {
    present({ kind: 'earned', ...earned }, earnedMs)
  },
  /** Counts down; a tap takes it back, otherwise `onExpire` runs: also when another undo begins. */
  undo(request: UndoRequest): void {
    expire()
    endPassing()
    undoing = { request, secondsLeft: request.seconds ?? 5 }
    draw()
    undoTimer = setTimeout(count, 1000)
  },
  /** Whether something can still be taken back, in sight or behind a message that passes. */
  isCounting: (): boolean => undoing !== undefined,
  /** What went otherwise than the person believes: in sight until they have read it, after whatever is shown now. */
  stay(text: string, written?: string): void {
    staying = [...staying, { kind: 'staying', text, ...(written === undefined ? {} : { written }) }]
    draw()
  },
  /** The tap on 知道了. */
  acknowledge(): void {
    staying = staying.slice(1)
    draw()
  },
  /** The tap on 撤销. */
  takeBack(): void {
    const taken = endUndo()
    draw()
    void taken?.onUndo()
  },
  /**
   * Ends a sentence that is no longer about what is in sight: another attempt, sheet or page has begun. What was earned
   * and what can be undone keep their time.
   */
  clear(): void {
    if (passing?.kind !== 'plain') return
    endPassing()
    draw()
  },
  /** Ends everything, also what nobody has acknowledged. */
  dismiss(): void {
    staying = []
    endPassing()
    expire()
  },
}
