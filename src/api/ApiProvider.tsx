import type { QueryClient } from '@tanstack/react-query'
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { type PropsWithChildren, useState } from 'react'
import { onScreenShown } from '@/ui/screen/shown'
import { toast } from '@/ui/toast/store'
import { ApiError, ownReply } from './error'
import { forgetColleague, isOfLeaver, isTakenForColleague, partWith } from './leaver'
import { followApp } from './lifecycle'
import { persistenceFor } from './persistence'
import { createQueryClient } from './queryClient'
import { followVisits, recordView } from './recorder/recorder'
import { openRegister, SessionGate } from './session'
import { callerScope, startCloud } from './transport'
import { followUnfetched } from './unfetched'

/** A kept session may be older than the server's truth. */
function leadOthers(client: QueryClient, error: unknown): void {
  if (error instanceof ApiError && error.code === 'IDENTITY_NOT_REGISTERED') {
    if (isTakenForColleague(client)) forgetColleague(client)
    openRegister()
  }
  if (isOfLeaver(error)) partWith(client)
}

const sayUnreachable = () => toast.show(ownReply('NETWORK_UNREACHABLE', '').message)

function start() {
  startCloud()
  followApp()
  followVisits()
  const noteShown = followUnfetched(sayUnreachable)
  onScreenShown(() => {
    noteShown()
    recordView()
  })
  const client: QueryClient = createQueryClient(error => leadOthers(client, error))
  return { client, persistOptions: persistenceFor(callerScope()) }
}

/** Everything of the cloud that pages need around them. Once, around the app. */
export function ApiProvider({ children }: PropsWithChildren) {
  const [{ client, persistOptions }] = useState(start)
  return (
    <PersistQueryClientProvider client={client} persistOptions={persistOptions}>
      <SessionGate />
      {children}
    </PersistQueryClientProvider>
  )
}
