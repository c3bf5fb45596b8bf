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
  /** The count has ended, or another message took its place: what was announced goes out. */
  onExpire?: () => unknown
}

interface ToastState {
  current: Toast | undefined
}

/** What the host draws. Write it through `toast`. */
export const useToast = create<ToastState>(() => ({ current: undefined }))

const plainMs = 2400
const earnedMs = 4000

let timer: ReturnType<typeof setTimeout> | undefined
let pendingUndo: UndoRequest | undefined
/** What nobody has acknowledged yet, in sight whenever nothing else is. */
let staying: readonly StayingToast[] = []

/** Ends what is shown. An undo that nobody took is carried out, not lost. */
function settle(): void {
  if (timer !== undefined) clearTimeout(timer)
  timer = undefined
  const expired = pendingUndo
  pendingUndo = undefined
  useToast.setState({ current: staying[0] })
  void expired?.onExpire?.()
}

function present(current: Toast, durationMs: number): void {
  settle()
  useToast.setState({ current })
  timer = setTimeout(settle, durationMs)
}

function count(): void {
  const { current } = useToast.getState()
  if (current?.kind !== 'undo') return
  if (current.secondsLeft <= 1) {
    settle()
    return
  }
  useToast.setState({ current: { ...current, secondsLeft: current.secondsLeft - 1 } })
  timer = setTimeout(count, 1000)
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
  /** Counts down; a tap takes it back, otherwise `onExpire` runs. */
  undo(request: UndoRequest): void {
    settle()
    pendingUndo = request
    const { text, after, seconds = 5 } = request
    useToast.setState({ current: { kind: 'undo', text, after, secondsLeft: seconds } })
    timer = setTimeout(count, 1000)
  },
  /** What went otherwise than the person believes: in sight until they have read it, after whatever is shown now. */
  stay(text: string, written?: string): void {
    staying = [...staying, { kind: 'staying', text, ...(written === undefined ? {} : { written }) }]
    if (useToast.getState().current === undefined) useToast.setState({ current: staying[0] })
  },
  /** The tap on 知道了. */
  acknowledge(): void {
    staying = staying.slice(1)
    useToast.setState({ current: staying[0] })
  },
  /** The tap on 撤销. */
  takeBack(): void {
    const taken = pendingUndo
    pendingUndo = undefined
    settle()
    void taken?.onUndo()
  },
  /**
   * Ends a sentence that is no longer about what is in sight: another attempt, sheet or page has begun. What was earned
   * and what can be undone keep their time.
   */
  clear(): void {
    if (useToast.getState().current?.kind === 'plain') settle()
  },
  /** Ends everything, also what nobody has acknowledged. */
  dismiss(): void {
    staying = []
    settle()
  },
}
