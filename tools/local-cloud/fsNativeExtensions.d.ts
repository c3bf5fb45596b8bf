/** The operating system's locks on files; the package brings no types. */
declare module 'fs-native-extensions' {
  /**
   * Locks bytes of an open file for whoever has opened it, until it is closed or the process ends.
   * @returns whether nobody else had it
   */
  export function tryLock(handle: number, offset?: number, length?: number): boolean
}
