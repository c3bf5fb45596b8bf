import { createContext, type PropsWithChildren, useContext, useLayoutEffect, useMemo, useState } from 'react'

export interface Above {
  name: string
  /** Absent where the menu at the side is the way there. */
  onTap?: () => void
}

interface Told {
  above: Above | undefined
  tell: (above: Above | undefined) => void
}

const AboveContext = createContext<Told>({ above: undefined, tell: () => undefined })

/** Carries what the menu at the side says of the page to the bar above it. */
export function AboveProvider({ children }: PropsWithChildren) {
  const [above, tell] = useState<Above>()
  const told = useMemo(() => ({ above, tell }), [above])
  return <AboveContext.Provider value={told}>{children}</AboveContext.Provider>
}

/** For the menu: what the page belongs to. The same object leaves everything as it is. */
export function useTellAbove(above: Above | undefined): void {
  const { tell } = useContext(AboveContext)
  useLayoutEffect(() => {
    tell(above)
    return () => tell(undefined)
  }, [tell, above])
}

export const useToldAbove = (): Above | undefined => useContext(AboveContext).above
