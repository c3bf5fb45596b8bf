/** Calls a procedure that must succeed, as somebody, and gives its reply. */
export type Does = <T = Record<string, string>>(
  who: { openid: string },
  name: string,
  input?: object,
) => Promise<T>
