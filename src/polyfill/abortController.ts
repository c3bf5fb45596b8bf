/**
 * The part of AbortController that react-query uses: WeChat's JavaScript has none. webpack provides it
 * in the weapp build wherever the global is named. Requests of the mini program cannot be cut short;
 * an aborted signal only lets the caller drop the answer.
 */
type Listener = () => void

export class AbortSignal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private listeners: Listener[] = []

  addEventListener(type: string, listener: Listener): void {
    if (type === 'abort' && !this.listeners.includes(listener)) this.listeners.push(listener)
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners = this.listeners.filter(known => known !== listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Called by the controller alone. */
  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.onabort?.()
    for (const listener of this.listeners.splice(0)) listener()
  }
}

export class AbortController {
  readonly signal = new AbortSignal()

  abort(reason: unknown = new Error('AbortError')): void {
    this.signal.fire(reason)
  }
}
