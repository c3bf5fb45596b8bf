import type { PropsWithChildren } from 'react'

/** A tab's page. WeChat draws the tab bar itself from `custom-tab-bar`, so nothing is added here. */
export function TabPage({ children }: PropsWithChildren) {
  return <>{children}</>
}
