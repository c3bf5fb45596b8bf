import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type PropsWithChildren, type ReactElement } from 'react'

/** Gives hooks under test a query client of their own: a `wrapper` for renderHook. */
export function providerOf(client: QueryClient): (props: PropsWithChildren) => ReactElement {
  return ({ children }) => createElement(QueryClientProvider, { client }, children)
}
