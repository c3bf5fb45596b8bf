import type { PropsWithChildren } from 'react'
import { ApiProvider } from './api/ApiProvider'
import { HeldDecisionsGate } from './rooms/access/HeldDecisionsGate'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return (
    <ApiProvider>
      <HeldDecisionsGate />
      {children}
    </ApiProvider>
  )
}
