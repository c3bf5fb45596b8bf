import type { PropsWithChildren } from 'react'
import { TabBar } from '../tabBar/TabBar'

/** A tab's page in the browser, where a custom tab bar draws nothing by itself. */
export function TabPage({ children }: PropsWithChildren) {
  return (
    <>
      {children}
      <TabBar />
    </>
  )
}
