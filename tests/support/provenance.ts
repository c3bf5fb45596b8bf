/** Of which procedure each reply came, as the harness got it from the local cloud. */
const procedures = new WeakMap<object, string>()

/** Called by the harness alone, with what a procedure has answered. */
export function noteOrigin<T>(procedure: string, reply: T): T {
  if (typeof reply === 'object' && reply !== null) procedures.set(reply, procedure)
  return reply
}

/** The procedure that gave this very reply; undefined for one that a test has put together itself. */
export function originOf(reply: object): string | undefined {
  return procedures.get(reply)
}
