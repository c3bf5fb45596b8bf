import type { PropsWithChildren } from 'react'
import { ApiProvider } from './api/ApiProvider'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return <ApiProvider>{children}</ApiProvider>
}
