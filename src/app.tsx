import { type PropsWithChildren, useEffect } from 'react'
import { api, isSent } from './api'
import { ApiProvider } from './api/ApiProvider'
import { HeldCommandsGate, type HeldCommandsGateProps } from './api/held/HeldCommandsGate'
import { sayStale } from './rooms/access/decisions'
import { GlossaryGate } from './rooms/knowledge/GlossaryGate'
import { keepPagesStill } from './ui/a11y/motion'
import './app.scss'

/** What only the room understands of a held command's output. */
const onSent: HeldCommandsGateProps['onSent'] = (command, output) => {
  if (isSent(api.union.decide, command, output)) sayStale(output)
}

export default function App({ children }: PropsWithChildren) {
  useEffect(keepPagesStill, [])
  return (
    <ApiProvider>
      <HeldCommandsGate onSent={onSent} />
      <GlossaryGate />
      {children}
    </ApiProvider>
  )
}
