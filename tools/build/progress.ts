const TOLD_EVERY_MS = 5_000

/** Says what is being waited for, at once and every five seconds: one thing after another. */
export class Progress {
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly say: (line: string) => void) {}

  /** Ends what was waited for before. */
  begin(what: string): void {
    this.end()
    const startedAt = Date.now()
    this.say(`  ${what} …`)
    this.timer = setInterval(() => {
      this.say(`  ${what} … ${Math.round((Date.now() - startedAt) / 1_000)} s`)
    }, TOLD_EVERY_MS)
  }

  end(): void {
    clearInterval(this.timer)
  }
}
