import { createServer } from 'node:net'

/**
 * Refuses a port that somebody listens on, before anything is started: the other copy's cloud would answer as if it
 * were this one's.
 * @param option the option that chooses another
 * @throws Error that says so
 */
export function requireFreePort(port: number, option: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', error =>
      reject(
        new Error(`Port ${port} can't be had (${error.message}). Choose another: npm start -- --${option} N`),
      ),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
